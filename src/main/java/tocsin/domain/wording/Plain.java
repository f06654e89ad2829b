package tocsin.domain.wording;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// A paragraph with everything blanked out that are not its author's own words: code, quotes, what somebody said,
/// directives and addresses. Every other character stays in its place.
final class Plain {
    /// Stands where nothing is to be read.
    static final char NOTHING = '\0';

    /// Stands where a heading, an item or a cell begins or ends.
    static final char EDGE = '\1';

    private final String words;
    private final char[] plain;
    private final Map<Character, Integer> lasts = new HashMap<>();

    private Plain(String words) {
        this.words = words;
        this.plain = words.toCharArray();
    }

    static char[] of(String words, Set<String> saying) {
        var plain = new Plain(words);
        plain.lines(saying);
        plain.spans();
        return plain.plain;
    }

    static boolean isItem(String line) {
        int at = skipBlanks(line, 0);
        return at < line.length() && markerEnd(line, at) > at;
    }

    private void lines(Set<String> saying) {
        boolean quoted = false;
        int at = 0;
        while (at < words.length()) {
            int newline = words.indexOf('\n', at);
            int end = newline < 0 ? words.length() : newline;
            int first = skipBlanks(words, at);
            boolean item = first < end && markerEnd(words, first) > first;
            quoted = !item && (quoted || (first < end && words.charAt(first) == '>'));
            if (quoted || speaks(words.substring(first, end), saying)) {
                blank(at, end);
            } else if (first < end) {
                edges(first, end, item);
            }
            at = end + 1;
        }
    }

    private void edges(int first, int end, boolean item) {
        char head = words.charAt(first);
        if (item || head == '#' || head == '|') {
            plain[first] = EDGE;
        }
        if (head == '#' && end < plain.length) {
            plain[end] = EDGE;
        }
        if (head == '|') {
            for (int i = first; i < end; i++) {
                plain[i] = plain[i] == '|' ? EDGE : plain[i];
            }
        }
    }

    /// A row of the log that tells what somebody said: a time, and soon after it a word of saying.
    private static boolean speaks(String line, Set<String> saying) {
        int at = 0;
        while (at < line.length() && !Character.isLetterOrDigit(line.charAt(at))) {
            at++;
        }
        if (at + 4 > line.length() || !Character.isDigit(line.charAt(at))) {
            return false;
        }
        String[] parts = line.substring(at, Math.min(line.length(), at + 120)).split("[\\s|*_,]+", 9);
        if (!parts[0].matches("\\d{1,2}:\\d{2}(:\\d{2})?:?|\\d{4}-\\d{2}-\\d{2}.*")) {
            return false;
        }
        for (int i = 1; i < Math.min(parts.length, 8); i++) {
            String part = parts[i].endsWith(":") ? parts[i].substring(0, parts[i].length() - 1) : parts[i];
            if (saying.contains(part)) {
                return true;
            }
        }
        return false;
    }

    private void spans() {
        Map<Integer, Integer> ticks = lastTicks();
        int at = 0;
        while (at < plain.length) {
            at = span(at, ticks);
        }
    }

    /// Blanks what begins here, and answers where to go on.
    private int span(int at, Map<Integer, Integer> ticks) {
        return switch (plain[at]) {
            case '`' -> code(at, ticks);
            case '"' -> opens(at) ? pair(at, '"') : at + 1;
            case '\u201c' -> pair(at, '\u201d');
            case '\u201e' -> german(at);
            case '\u00ab' -> pair(at, '\u00bb');
            case '\u00bb' -> pair(at, '\u00ab');
            case '{' -> pair(at, '}');
            case '<' -> words.startsWith("<!--", at) ? comment(at) : at + 1;
            case ']' -> words.startsWith("](", at) ? pair(at + 1, ')') : at + 1;
            case 'h' -> address(at, "http://", "https://");
            case 'w' -> address(at, "www.");
            default -> at + 1;
        };
    }

    private int code(int at, Map<Integer, Integer> last) {
        int length = run(at);
        int close = at + length;
        if (last.getOrDefault(length, -1) <= at) {
            return close;
        }
        while (true) {
            close = words.indexOf('`', close);
            int other = run(close);
            if (other == length) {
                return blank(at, close + other);
            }
            close += other;
        }
    }

    private Map<Integer, Integer> lastTicks() {
        var last = new HashMap<Integer, Integer>();
        for (int at = words.indexOf('`'); at >= 0; ) {
            int length = run(at);
            last.put(length, at);
            at = words.indexOf('`', at + length);
        }
        return last;
    }

    private int run(int at) {
        int end = at;
        while (end < words.length() && words.charAt(end) == '`') {
            end++;
        }
        return end - at;
    }

    /// A straight mark opens after a blank or a bracket, so that five inches are no quotation.
    private boolean opens(int at) {
        boolean free = at == 0 || !Character.isLetterOrDigit(words.charAt(at - 1));
        return free && at + 1 < words.length() && !Character.isWhitespace(words.charAt(at + 1));
    }

    private int german(int at) {
        int low = last('\u201c') > at ? words.indexOf('\u201c', at) : Integer.MAX_VALUE;
        int high = last('\u201d') > at ? words.indexOf('\u201d', at) : Integer.MAX_VALUE;
        int close = Math.min(low, high);
        return close == Integer.MAX_VALUE ? at + 1 : blank(at, close + 1);
    }

    private int pair(int at, char close) {
        return last(close) > at ? blank(at, words.indexOf(close, at + 1) + 1) : at + 1;
    }

    private int comment(int at) {
        int end = last('>') > at ? words.indexOf("-->", at) : -1;
        return blank(at, end < 0 ? words.length() : end + 3);
    }

    private int address(int at, String... beginnings) {
        for (String beginning : beginnings) {
            if (words.startsWith(beginning, at)) {
                int end = at;
                while (end < words.length() && !Character.isWhitespace(words.charAt(end)) && words.charAt(end) != ')') {
                    end++;
                }
                return blank(at, end);
            }
        }
        return at + 1;
    }

    /// Where a mark stands last is looked up once, so that a page of opening marks costs no more than a page of words.
    private int last(char mark) {
        return lasts.computeIfAbsent(mark, words::lastIndexOf);
    }

    private int blank(int from, int to) {
        for (int i = from; i < to; i++) {
            plain[i] = NOTHING;
        }
        return to;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /// Behind the mark of an item, or where the line began when it is none.
    private static int markerEnd(String text, int at) {
        int end = at;
        while (end < text.length() && end - at < 9 && Character.isDigit(text.charAt(end))) {
            end++;
        }
        boolean numbered = end > at && end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == ')');
        boolean bullet = end == at && "-*+".indexOf(text.charAt(at)) >= 0;
        boolean spaced = end + 1 < text.length() && text.charAt(end + 1) == ' ';
        return (numbered || bullet) && spaced ? end + 1 : at;
    }
}
