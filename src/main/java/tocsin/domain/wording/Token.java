package tocsin.domain.wording;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One word of a paragraph: as written, in small letters, and which sentence and clause it belongs to.
record Token(int from, int to, String raw, String word, int sentence, int clause, boolean starts) {

    static List<Token> of(char[] text) {
        var tokens = new ArrayList<Token>();
        int sentence = 0;
        int clause = 0;
        boolean starts = true;
        int at = 0;
        while (at < text.length) {
            char c = text[at];
            if (letter(c)) {
                int end = end(text, at);
                tokens.add(token(text, at, end, sentence, clause, starts));
                starts = false;
                at = end;
                continue;
            }
            boolean over = c == Plain.EDGE || (isStop(c) && (at + 1 == text.length || !letter(text[at + 1])));
            if (over) {
                sentence++;
                clause++;
                starts = true;
            } else if (",;:()\u2013\u2014|".indexOf(c) >= 0) {
                clause++;
                starts |= c == ':';
            }
            at++;
        }
        return tokens;
    }

    private static Token token(char[] text, int from, int to, int sentence, int clause, boolean starts) {
        String raw = new String(text, from, to - from);
        String word = raw.indexOf('\u2019') < 0 ? raw : raw.replace('\u2019', '\'');
        word = Normalizer.isNormalized(word, Normalizer.Form.NFC)
                ? word
                : Normalizer.normalize(word, Normalizer.Form.NFC);
        return new Token(from, to, raw, word.toLowerCase(Locale.ROOT), sentence, clause, starts);
    }

    /// Hyphens and apostrophes between letters belong to the word.
    private static int end(char[] text, int from) {
        int end = from;
        while (end < text.length
                && (letter(text[end])
                        || ("-'\u2019".indexOf(text[end]) >= 0 && end + 1 < text.length && letter(text[end + 1])))) {
            end++;
        }
        return end;
    }

    private static boolean letter(char c) {
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isStop(char c) {
        return c == '.' || c == '!' || c == '?' || c == '\u2026';
    }
}
