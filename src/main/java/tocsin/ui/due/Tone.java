package tocsin.ui.due;

import java.util.Locale;

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
}
