package tocsin.ui.postmortem;

import java.text.Bidi;

/// Which way words are read. The toolkit fails when it breaks a paragraph that is read from the right, and such words
/// must
/// not bring the window down.
final class Reading {
    /// Makes a paragraph begin at the left; it has no width and no ink.
    static final String FROM_LEFT = "\u200E";

    private Reading() {}

    /// Whether every paragraph of it may be broken into lines.
    static boolean wraps(String text) {
        if (!Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            return true;
        }
        return text.lines().allMatch(Reading::fromLeft);
    }

    private static boolean fromLeft(String paragraph) {
        return paragraph.isEmpty() || new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    /// The same words, safe to be broken.
    static String safe(String words) {
        return wraps(words) ? words : FROM_LEFT + words.replace("\n", "\n" + FROM_LEFT);
    }
}
