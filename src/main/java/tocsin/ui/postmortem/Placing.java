package tocsin.ui.postmortem;

import tocsin.domain.prose.Prose;

/// Where something goes in a text that wants a paragraph of its own.
final class Placing {
    private Placing() {}

    /// A line of a text.
    record Line(int from, String words) {
        int to() {
            return from + words.length();
        }
    }

    /// The line this place is in.
    static Line line(String text, int at) {
        int place = Math.clamp(at, 0, text.length());
        int from = text.lastIndexOf('\n', place - 1) + 1;
        int end = text.indexOf('\n', place);
        return new Line(from, text.substring(from, end < 0 ? text.length() : end));
    }

    /// In the line of the caret if that is empty, else behind it, with an empty line before and after.
    static Prose.Change own(String text, int caret, String words) {
        Line line = line(text, caret);
        int at = line.words().isBlank() ? line.from() : line.to();
        int removed = line.words().isBlank() ? line.words().length() : 0;
        String before = text.substring(0, at);
        String after = text.substring(at + removed);
        String above = before.isEmpty() || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
        String below = after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
        return new Prose.Change(at, removed, above + words + below);
    }
}
