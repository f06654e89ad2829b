package tocsin.app.search;

import java.util.ArrayList;
import java.util.List;
import tocsin.base.IncidentId;

/// How a postmortem is laid into the index: each section's paragraphs are written anew together, what people said and
/// drew around them too.
final class Sheets {
    /// A paragraph that is longer is cut, so that a hit stays something to read.
    private static final int MOST_CHARS = 2_000;

    private Sheets() {}

    static String section(IncidentId id, String section) {
        return id.value() + "/" + section;
    }

    static String around(IncidentId id) {
        return id.value() + "//";
    }

    /// A piece of a text that says something.
    record Part(int from, int to) {}

    static List<Part> parts(String text) {
        var parts = new ArrayList<Part>();
        int at = 0;
        while (at < text.length()) {
            int blank = text.indexOf("\n\n", at);
            int end = blank < 0 ? text.length() : blank;
            if (end - at > MOST_CHARS) {
                end = cut(text, at);
            }
            if (!text.substring(at, end).isBlank()) {
                parts.add(new Part(at, end));
            }
            at = Math.max(end, at + 1);
            while (at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
        }
        return parts;
    }

    /// At the last blank of what fits, so that no word is torn; between the halves of no pair.
    private static int cut(String text, int at) {
        int most = at + MOST_CHARS;
        for (int i = most; i > at + MOST_CHARS / 2; i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
    }
}
