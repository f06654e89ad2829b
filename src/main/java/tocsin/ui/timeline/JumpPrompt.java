package tocsin.ui.timeline;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tocsin.app.TimeReader;
import tocsin.app.TimeReading;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

/// Points at what happened at a time. A bare `14:02` is the last one before the newest entry, so that it is found also
/// days later.
record JumpPrompt(TimelineModel model, Instant now, Words words, Runnable point) implements Prompt {
    @Override
    public String title() {
        return words.get("jump.title");
    }

    @Override
    public String hint() {
        return words.get("jump.hint");
    }

    @Override
    public Reading read(String text) {
        if (text.isBlank()) {
            return new Wanting(hint(), List.of());
        }
        Instant from = model.newest().filter(now::isAfter).orElse(now);
        return switch (new TimeReader(from, model.times().zone()).read(text)) {
            case TimeReading.Read time ->
                Ready.of(
                        words.get("jump.ready", time.words(words.texts())),
                        () -> CompletableFuture.completedFuture(go(time.instant())));
            case TimeReading.Unreadable(var why) -> new Wrong(words.refusal(why));
        };
    }

    private Outcome go(Instant moment) {
        model.chooseAt(moment);
        if (model.chosen() < 0) {
            return new Refused(words.get("jump.none"));
        }
        point.run();
        return new Done("");
    }
}
