package tocsin.app;

import java.util.stream.IntStream;

/// Words painted over. Each letter becomes a block, so that what points at the letters behind still finds them; lines
/// end where they ended.
final class Blacked {
    static final int BLOCK = 0x2588;
    /// How many blocks stand for words whose length does not matter.
    private static final int SHORT = 8;

    private Blacked() {}

    /// All of it.
    static String all(String words) {
        return of(words.codePoints().map(Blacked::over));
    }

    /// All of it, without saying how much it was.
    static String shortly(String words) {
        return words.isBlank() ? words : Character.toString(BLOCK).repeat(SHORT);
    }

    /// The letters from here to there, counted in code points.
    static String stretch(String words, int from, int to) {
        int[] points = words.codePoints().toArray();
        for (int i = Math.max(0, from); i < Math.min(points.length, to); i++) {
            points[i] = over(points[i]);
        }
        return of(IntStream.of(points));
    }

    /// Wherever the secret stands.
    static String secret(String words, String secret) {
        return words.replace(secret, all(secret));
    }

    /// Two texts of the same words: what either has painted over. Where they do not fit, nothing is left.
    static String both(String one, String other) {
        int[] mine = one.codePoints().toArray();
        int[] theirs = other.codePoints().toArray();
        if (one.equals(other)) {
            return one;
        }
        boolean fits = mine.length == theirs.length
                && IntStream.range(0, mine.length)
                        .allMatch(i -> mine[i] == theirs[i] || mine[i] == BLOCK || theirs[i] == BLOCK);
        return fits
                ? of(IntStream.range(0, mine.length).map(i -> theirs[i] == BLOCK ? BLOCK : mine[i]))
                : shortly(one + other);
    }

    /// Whether it is the first text with nothing but paint on it.
    static boolean paints(String words, String over) {
        return both(words, over).equals(over) || over.equals(shortly(words));
    }

    private static int over(int point) {
        return point == '\n' ? point : BLOCK;
    }

    private static String of(IntStream points) {
        return points.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
