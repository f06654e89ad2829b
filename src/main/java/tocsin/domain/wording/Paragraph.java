package tocsin.domain.wording;

import java.util.ArrayList;
import java.util.List;

/// Some lines of a Markdown text that can be checked by themselves: what was found in the same words before still
/// holds, moved by `from`.
public record Paragraph(int from, String words) {

    /// The paragraphs of a text without its blocks of code.
    public static List<Paragraph> of(String markdown) {
        var found = new ArrayList<Paragraph>();
        int begin = -1;
        String fence = "";
        boolean blankBefore = true;
        boolean inList = false;
        int at = 0;
        while (at < markdown.length()) {
            int newline = markdown.indexOf('\n', at);
            int end = newline < 0 ? markdown.length() : newline;
            String line = markdown.substring(at, end);
            boolean blank = line.isBlank();
            String mark = fence(line);
            boolean code = !fence.isEmpty() || !mark.isEmpty() || (blankBefore && !inList && indented(line) && !blank);
            if (!fence.isEmpty()) {
                fence = closes(line, mark, fence) ? "" : fence;
            } else {
                fence = mark;
            }
            if (blank || code) {
                if (begin >= 0) {
                    found.add(new Paragraph(begin, markdown.substring(begin, at)));
                    begin = -1;
                }
            } else if (begin < 0) {
                begin = at;
            }
            if (!blank && !indented(line)) {
                inList = Plain.isItem(line);
            }
            blankBefore = blank || (code && blankBefore);
            at = end + 1;
        }
        if (begin >= 0) {
            found.add(new Paragraph(begin, markdown.substring(begin)));
        }
        return found;
    }

    private static boolean indented(String line) {
        return line.startsWith("    ") || line.startsWith("\t");
    }

    private static String fence(String line) {
        int at = 0;
        while (at < line.length() && at < 3 && line.charAt(at) == ' ') {
            at++;
        }
        int end = at;
        while (end < line.length()
                && (line.charAt(end) == '`' || line.charAt(end) == '~')
                && line.charAt(end) == line.charAt(at)) {
            end++;
        }
        boolean span = end > at && line.charAt(at) == '`' && line.indexOf('`', end) >= 0;
        return end - at >= 3 && !span ? line.substring(at, end) : "";
    }

    private static boolean closes(String line, String mark, String fence) {
        return mark.startsWith(fence) && line.strip().equals(mark);
    }
}
