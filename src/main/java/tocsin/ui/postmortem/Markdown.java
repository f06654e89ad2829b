package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// The look of Markdown while it is written: a paragraph in, spans out. Only a look; what it means is read elsewhere.
final class Markdown {
    private static final int LONGEST = 20_000;

    private static final Pattern INLINE = Pattern.compile("(?<code>`[^`]+`)"
            + "|(?<bold>\\*\\*[^*]+\\*\\*|__[^_]+__)"
            + "|(?<italic>\\*[^*\\s][^*]*\\*|\\b_[^_\\s][^_]*_\\b)"
            + "|(?<link>\\[[^\\]]*\\]\\([^)]*\\))");
    private static final Pattern DIRECTIVE = Pattern.compile("\\s*\\{[a-z][a-z-]*(:[^}]*)?\\}\\s*");
    private static final Pattern LIST = Pattern.compile("^\\s*([-*+]|\\d+[.)])\\s");

    private Markdown() {}

    /// Part of a paragraph with a style class.
    record Mark(int from, int to, String style) {
        Mark moved(int by) {
            return new Mark(from + by, to + by, style);
        }
    }

    static List<Mark> marks(String paragraph, boolean code) {
        var marks = new ArrayList<Mark>();
        if (paragraph.length() > LONGEST) {
            return marks;
        }
        int end = paragraph.length();
        if (code) {
            marks.add(new Mark(0, end, "md-code"));
        } else if (paragraph.startsWith("#")) {
            marks.add(new Mark(0, end, "md-heading"));
        } else if (DIRECTIVE.matcher(paragraph).matches()) {
            marks.add(new Mark(0, end, "md-directive"));
        } else if (paragraph.startsWith(">")) {
            marks.add(new Mark(0, end, "md-quote"));
        } else {
            if (paragraph.startsWith("|")) {
                marks.add(new Mark(0, end, "md-table"));
            }
            Matcher point = LIST.matcher(paragraph);
            if (point.find()) {
                marks.add(new Mark(0, point.end(), "md-sign"));
            }
            inline(paragraph, marks);
        }
        return marks;
    }

    /// Whether a line asks for something from the record.
    static boolean isDirective(String text, int from, int to) {
        return DIRECTIVE.matcher(text).region(from, to).matches();
    }

    private static void inline(String paragraph, List<Mark> marks) {
        Matcher found = INLINE.matcher(paragraph);
        while (found.find()) {
            String style = found.group("code") != null
                    ? "md-code"
                    : found.group("bold") != null ? "md-bold" : found.group("link") != null ? "md-link" : "md-italic";
            marks.add(new Mark(found.start(), found.end(), style));
        }
    }

    /// One span for each stretch with the same styles; marks may overlap.
    static StyleSpans<Collection<String>> spans(int length, List<Mark> marks) {
        var edges = new java.util.TreeSet<Integer>(List.of(0, length));
        for (Mark mark : marks) {
            edges.add(Math.clamp(mark.from(), 0, length));
            edges.add(Math.clamp(mark.to(), 0, length));
        }
        var sorted = marks.stream().sorted(Comparator.comparingInt(Mark::from)).toList();
        var builder = new StyleSpansBuilder<Collection<String>>();
        int from = 0;
        for (int to : edges) {
            if (to > from) {
                var styles = new LinkedHashSet<String>();
                for (Mark mark : sorted) {
                    if (mark.from() < to && mark.to() > from) {
                        styles.add(mark.style());
                    }
                }
                builder.add(List.copyOf(styles), to - from);
                from = to;
            }
        }
        if (length == 0) {
            builder.add(List.of(), 0);
        }
        return builder.create();
    }
}
