package tocsin.ui.postmortem;

import java.util.List;
import tocsin.ui.kit.Words;

/// The sections of the document in their order.
final class Chapters {
    private Chapters() {}

    record Chapter(String key, String heading) {}

    static List<Chapter> of(Words words) {
        return List.of(new Chapter("summary", "Summary"), new Chapter("impact", "Impact"));
    }
}
