package tocsin.ui.kit;

import java.util.Locale;
import java.util.stream.Stream;

/// What waits where nobody looks just now: how urgent the worst of it is, and how many are that urgent.
public record Flag(Urgency urgency, int count) {
    public static final Flag NONE = new Flag(Urgency.CALM, 0);

    /// Each has a shape of its own beside its colour, but for what may wait.
    public enum Urgency {
        CALM,
        OPEN,
        SOON,
        OVERDUE;

        String style() {
            return "flag-" + name().toLowerCase(Locale.ROOT);
        }
    }

    public static Flag of(Stream<Urgency> waiting) {
        return waiting.map(urgency -> new Flag(urgency, 1)).reduce(NONE, Flag::worse);
    }

    private Flag worse(Flag other) {
        return urgency == other.urgency
                ? new Flag(urgency, count + other.count)
                : urgency.compareTo(other.urgency) > 0 ? this : other;
    }
}
