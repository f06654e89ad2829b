package tocsin.ui.crew;

import java.util.Locale;

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
}
