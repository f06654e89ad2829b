package tocsin.ui.due;

import java.util.Locale;
import java.util.Optional;
import tocsin.ui.kit.Flag;

/// How urgent a line is. Each has its own shape and its own word beside the colour.
enum Tone {
    OVERDUE,
    SOON,
    CALM,
    MET,
    OPEN,
    WARNING,
    WAIVED,
    QUIET;

    String style() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }

    /// How much a tab has to say of it, for what is not in sight.
    Optional<Flag.Urgency> urgency() {
        return switch (this) {
            case OVERDUE -> Optional.of(Flag.Urgency.OVERDUE);
            case SOON -> Optional.of(Flag.Urgency.SOON);
            case OPEN -> Optional.of(Flag.Urgency.OPEN);
            case CALM, MET, WARNING, WAIVED, QUIET -> Optional.empty();
        };
    }
}
