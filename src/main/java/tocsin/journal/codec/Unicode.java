package tocsin.journal.codec;

/// Text that can be written as UTF-8.
final class Unicode {
    private Unicode() {}

    static boolean isWellFormed(String text) {
        return firstLone(text, 0) < 0;
    }

    /// Half a character, as a text cut in the wrong place has at its end, becomes U+FFFD: no word is refused for it.
    static String wellFormed(String text) {
        int lone = firstLone(text, 0);
        if (lone < 0) {
            return text;
        }
        char[] chars = text.toCharArray();
        while (lone >= 0) {
            chars[lone] = '\uFFFD';
            lone = firstLone(text, lone + 1);
        }
        return new String(chars);
    }

    private static int firstLone(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else {
                    return i;
                }
            }
        }
        return -1;
    }
}
