package tocsin.ui.postmortem;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tocsin.domain.prose.Prose;
import tocsin.domain.prose.Side;
import tocsin.domain.prose.Spot;
import tocsin.domain.prose.Stretch;

/// Words somebody chose in the editor, or the place of the caret. They are held by their characters, so that they stay
/// the same while others write; what was typed a moment ago can be held once it is on disk. On the JavaFX thread.
final class Chosen {
    private final Writing writing;
    private final String section;
    private final int from;
    private final int to;
    private final String quote;
    private @Nullable Held held;

    /// @param from the first character; empty when none was chosen
    /// @param to the character after the last; empty when they reach to the end
    /// @param beside the character that other words would stand beside; empty in an empty text
    record Held(Optional<Spot> from, Optional<Spot> to, List<Stretch> stretches, Optional<Spot> beside, Side side) {}

    Chosen(Writing writing, String section, int from, int to) {
        this.writing = writing;
        this.section = section;
        Prose prose = writing.prose(section);
        this.from = Math.clamp(from, 0, prose.length());
        this.to = Math.clamp(to, this.from, prose.length());
        quote = prose.text(this.from, this.to);
        writing.save();
        held();
    }

    String section() {
        return section;
    }

    /// What was chosen, as it stood then; nothing for a place alone.
    String quote() {
        return quote;
    }

    Optional<Held> held() {
        if (held == null) {
            held = hold().orElse(null);
        }
        return Optional.ofNullable(held);
    }

    private Optional<Held> hold() {
        Prose prose = writing.prose(section);
        if (to > prose.length() || !prose.text(from, to).equals(quote)) {
            return Optional.empty();
        }
        List<Stretch> stretches = from == to ? List.of() : prose.stretches(from, to);
        int held = stretches.stream().mapToInt(part -> part.to() - part.from()).sum();
        Optional<Spot> first = from == to ? Optional.empty() : prose.spot(from);
        Optional<Spot> after = from == to ? Optional.empty() : prose.spot(to);
        boolean atEnd = to == prose.length();
        boolean whole = held == quote.codePointCount(0, quote.length());
        if (!whole || (from < to && after.isEmpty() && !atEnd)) {
            return Optional.empty();
        }
        if (prose.length() == 0) {
            return Optional.of(new Held(first, after, stretches, Optional.empty(), Side.AFTER));
        }
        Side side = from < prose.length() ? Side.BEFORE : Side.AFTER;
        Optional<Spot> beside = prose.spot(side == Side.BEFORE ? from : from - 1);
        return beside.isEmpty() ? Optional.empty() : Optional.of(new Held(first, after, stretches, beside, side));
    }
}
