package tocsin.sync;

import java.util.Optional;
import java.util.stream.IntStream;
import tocsin.base.DeskId;
import tocsin.base.IncidentId;

/// Words of somebody else, made harmless: short, on one line, and unable to turn the text around them.
final class PlainText {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private PlainText() {}

    /// What a hub tells of a desk's presence; empty when nothing of it can be believed.
    static Optional<Presence> presence(String desk, String person, Optional<String> incident, Optional<String> typing) {
        String name = of(person);
        if (!DeskId.isWellFormed(desk) || name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Presence(
                new DeskId(desk),
                name,
                incident.filter(IncidentId::isWellFormed).map(IncidentId::new),
                typing.map(PlainText::of).filter(words -> !words.isEmpty())));
    }

    static Presence of(Presence presence) {
        return new Presence(
                presence.desk(),
                of(presence.person()),
                presence.incident(),
                presence.typing().map(PlainText::of));
    }

    static String of(String text) {
        int[] kept = text.codePoints()
                .limit(4L * Presence.MAX_CHARS)
                .flatMap(point -> isHarmless(point) ? IntStream.of(point) : IntStream.empty())
                .toArray();
        var out = new StringBuilder();
        for (int point : kept) {
            if (out.length() + Character.charCount(point) > Presence.MAX_CHARS) {
                break;
            }
            out.appendCodePoint(point);
        }
        return out.toString().strip();
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            case Character.FORMAT -> point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER;
            default -> true;
        };
    }
}
