package tocsin.ui.postmortem;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many words somebody wrote in a text of Markdown. Its signs are none: neither the dash and the number of a list,
/// nor the rule of a table, nor a fence with the name of its language, nor a line that asks the record for something.
final class WordCount {
    private static final Pattern SIGN =
            Pattern.compile("\\s*(?:>\\s*)*(?:(?:[-*+]|\\d{1,9}[.)])\\s+)?(?:\\[[ xX]]\\s)?");

    private WordCount() {}

    static long of(String text) {
        long words = 0;
        boolean code = false;
        int from = 0;
        while (from <= text.length()) {
            int newline = text.indexOf('\n', from);
            int end = newline < 0 ? text.length() : newline;
            if (text.startsWith("```", from)) {
                code = !code;
            } else if (code) {
                words += in(text, from, end);
            } else if (!Markdown.isDirective(text, from, end)) {
                words += in(text, behindSign(text, from, end), end);
            }
            from = end + 1;
        }
        return words;
    }

    private static int behindSign(String text, int from, int end) {
        Matcher sign = SIGN.matcher(text).region(from, end);
        return sign.lookingAt() ? sign.end() : from;
    }

    /// A word has a letter or a digit. What stands in two cells of a table is two.
    private static long in(String text, int from, int to) {
        long words = 0;
        boolean counted = false;
        for (int i = from; i < to; i++) {
            char each = text.charAt(i);
            if (Character.isWhitespace(each) || each == '|') {
                counted = false;
            } else if (!counted && Character.isLetterOrDigit(text.codePointAt(i))) {
                counted = true;
                words++;
            }
        }
        return words;
    }
}
