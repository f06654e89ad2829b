package tocsin.app.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Takes a text apart into words, the same way when it is indexed, asked for and marked. A word is a run of letters and
/// digits; in scripts that write no blanks every sign is a word of its own, and so is an emoji. Words are compared
/// without case and accents; one with an umlaut also as people spell it where they have none (`Störung`, `stoerung`).
final class Words {
    private static final int LONGEST = 200;
    private static final int LONGEST_FORM = 1_000;
    private static final Set<UnicodeScript> WITHOUT_BLANKS = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private final String text;
    private final List<Word> found = new ArrayList<>();
    private int start = -1;

    /// @param forms how it can be compared, the plainest first
    record Word(int start, int end, List<String> forms) {}

    private Words(String text) {
        this.text = text;
    }

    static List<Word> of(String text) {
        return new Words(text).split();
    }

    /// The words in one line of plain signs, for what is compared as a whole, like a tag.
    static String folded(String text) {
        return plain(text.toLowerCase(Locale.ROOT));
    }

    private List<Word> split() {
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            if (isLetter(point) && standsAlone(point)) {
                close(at);
                start = at;
                next = withMarks(next);
                close(next);
            } else if (isLetter(point)) {
                if (start >= 0 && at - start >= LONGEST) {
                    close(at);
                }
                start = start < 0 ? at : start;
            } else if (!isMark(point) || start < 0) {
                close(at);
            }
            at = next;
        }
        close(text.length());
        return found;
    }

    private void close(int end) {
        if (start >= 0) {
            List<String> forms = forms(text.substring(start, end));
            if (!forms.isEmpty()) {
                found.add(new Word(start, end, forms));
            }
            start = -1;
        }
    }

    private int withMarks(int from) {
        int end = from;
        while (end < text.length() && isMark(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isLetter(int point) {
        return Character.isLetterOrDigit(point) || Character.getType(point) == Character.OTHER_SYMBOL;
    }

    private static boolean standsAlone(int point) {
        return point > 0x7f
                && (Character.getType(point) == Character.OTHER_SYMBOL
                        || WITHOUT_BLANKS.contains(UnicodeScript.of(point)));
    }

    /// What does not end a word: accents, vowel signs, and the joiners and direction marks inside one.
    private static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            case Character.FORMAT -> true;
            default -> false;
        };
    }

    private static List<String> forms(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String plain = plain(lower);
        if (isAscii(lower) || plain.isEmpty()) {
            return plain.isEmpty() ? List.of() : List.of(plain);
        }
        String spelled = plain(Normalizer.normalize(lower, Normalizer.Form.NFC)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ø", "oe")
                .replace("å", "aa"));
        return spelled.equals(plain) ? List.of(plain) : List.of(plain, spelled);
    }

    private static String plain(String lower) {
        if (isAscii(lower)) {
            return lower;
        }
        String apart = Normalizer.normalize(lower, Normalizer.Form.NFKD);
        var plain = new StringBuilder(apart.length());
        apart.codePoints().filter(point -> !isAccent(point)).forEach(point -> append(plain, point));
        plain.setLength(Math.min(plain.length(), LONGEST_FORM));
        return Normalizer.normalize(plain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static void append(StringBuilder plain, int point) {
        switch (point) {
            case 'ß' -> plain.append("ss");
            case 'æ' -> plain.append("ae");
            case 'œ' -> plain.append("oe");
            case 'ø' -> plain.append('o');
            case 'ł' -> plain.append('l');
            case 'đ', 'ð' -> plain.append('d');
            case 'ı' -> plain.append('i');
            case 'ς' -> plain.append('σ');
            default -> {
                if (Character.isDigit(point)) {
                    plain.append((char) ('0' + Character.digit(point, 10)));
                } else {
                    plain.appendCodePoint(point);
                }
            }
        }
    }

    /// Accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic, and signs that are not seen. The vowel
    /// signs of other scripts are letters to those who read them.
    private static boolean isAccent(int point) {
        return (point >= 0x300 && point <= 0x36f)
                || (point >= 0x591 && point <= 0x5c7)
                || (point >= 0x64b && point <= 0x65f)
                || point == 0x670
                || (point >= 0xfe00 && point <= 0xfe0f)
                || Character.getType(point) == Character.FORMAT;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }
}
