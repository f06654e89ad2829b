package tocsin.ui.kit;

import java.util.Locale;

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
}
