package tocsin.cli;

import tocsin.app.Safe;
import tocsin.domain.severity.Severity;

/// Reads a severity: `1` to `4`, or `SEV-1`.
final class Levels {
    private Levels() {}

    static Severity read(String word) {
        String digits = word.strip().toUpperCase(java.util.Locale.ROOT).replaceFirst("^SEV-?", "");
        return digits.length() == 1
                ? Severity.ofLevel(Character.digit(digits.charAt(0), 10)).orElseThrow(() -> wrong(word))
                : fail(word);
    }

    private static Severity fail(String word) {
        throw wrong(word);
    }

    private static Trouble wrong(String word) {
        return Trouble.usage("a severity is 1, 2, 3 or 4 (1 is the worst), not \"" + Safe.cut(word, 40) + "\"");
    }
}
