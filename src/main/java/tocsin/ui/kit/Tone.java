package tocsin.ui.kit;

import java.util.Locale;
import java.util.Optional;

/// How urgent a line is. Each has its own shape and its own word beside the colour.
public enum Tone {
    OVERDUE,
    SOON,
    CALM,
    MET,
    OPEN,
    WARNING,
    WAIVED,
    QUIET;

    public String style() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }

    /// How much a tab has to say of it, for what is not in sight.
    public Optional<Flag.Urgency> urgency() {
        return switch (this) {
            case OVERDUE -> Optional.of(Flag.Urgency.OVERDUE);
            case SOON -> Optional.of(Flag.Urgency.SOON);
            case OPEN -> Optional.of(Flag.Urgency.OPEN);
            case CALM, MET, WARNING, WAIVED, QUIET -> Optional.empty();
        };
    }
}
