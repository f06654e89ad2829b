package tocsin.ui.crew;

import java.util.Locale;
import java.util.Optional;
import tocsin.ui.kit.Flag;

/// How loud a line is. Each has a shape and a colour, and the words beside say the same.
public enum Tone {
    PLAIN,
    /// Somebody should look: an amber diamond.
    SOON,
    /// Somebody must act: a red square.
    OVER;

    String style() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }

    /// How much a tab has to say of it, for what is not in sight.
    Optional<Flag.Urgency> urgency() {
        return switch (this) {
            case PLAIN -> Optional.empty();
            case SOON -> Optional.of(Flag.Urgency.SOON);
            case OVER -> Optional.of(Flag.Urgency.OVERDUE);
        };
    }
}
