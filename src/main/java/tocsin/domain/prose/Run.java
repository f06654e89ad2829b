package tocsin.domain.prose;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tocsin.base.FactId;
import tocsin.base.PersonId;

/// The characters that one fact inserted, each after the one before it, and what hangs between them. A run that is
/// still
/// being typed has no fact yet and may grow.
final class Run {
    final PersonId author;
    final Instant at;
    /// In the order of the text; together they hold every character once.
    final List<Piece> pieces = new ArrayList<>(1);

    private final @Nullable Run parent;
    private final int parentOffset;
    private final Side side;
    private String words;
    private int points;
    private boolean plain;
    private @Nullable FactId fact;
    private @Nullable Map<Integer, List<Run>> before;
    private @Nullable List<Run> after;

    Run(@Nullable FactId fact, String words, Place place, PersonId author, Instant at) {
        this.fact = fact;
        this.words = "";
        this.parent = place.run();
        this.parentOffset = place.offset();
        this.side = place.side();
        this.author = author;
        this.at = at;
        this.plain = true;
        grow(words);
    }

    /// Where a run hangs. Beside the root, which has no characters, everything hangs after.
    record Place(@Nullable Run run, int offset, Side side) {}

    void grow(String more) {
        words = words.isEmpty() ? more : words + more;
        int count = more.codePointCount(0, more.length());
        points += count;
        plain &= count == more.length();
    }

    int points() {
        return points;
    }

    Optional<FactId> fact() {
        return Optional.ofNullable(fact);
    }

    void name(FactId id) {
        fact = id;
    }

    Place place() {
        return new Place(parent, parentOffset, side);
    }

    /// The chars before the code point at this offset.
    int chars(int offset) {
        return plain ? offset : words.offsetByCodePoints(0, offset);
    }

    /// The offset of the code point that holds this char.
    int offset(int chars) {
        if (plain) {
            return chars;
        }
        boolean within = chars < words.length()
                && chars > 0
                && Character.isLowSurrogate(words.charAt(chars))
                && Character.isHighSurrogate(words.charAt(chars - 1));
        return words.codePointCount(0, within ? chars - 1 : chars);
    }

    String words(int from, int to) {
        return words.substring(chars(from), chars(to));
    }

    /// What hangs before the character at this offset, in order.
    List<Run> before(int offset) {
        return before == null ? List.of() : before.getOrDefault(offset, List.of());
    }

    /// What hangs after the last character, in order.
    List<Run> after() {
        return after == null ? List.of() : after;
    }

    List<Run> hangers(int offset, Side where) {
        if (where == Side.AFTER) {
            if (after == null) {
                after = new ArrayList<>(1);
            }
            return after;
        }
        if (before == null) {
            before = new HashMap<>(2);
        }
        return before.computeIfAbsent(offset, _ -> new ArrayList<>(1));
    }

    /// The piece that holds the character at this offset.
    Piece piece(int offset) {
        return pieces.get(index(offset));
    }

    /// Where in `pieces` it is.
    int index(int offset) {
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (pieces.get(middle).from <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
