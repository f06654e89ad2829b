package tocsin.app;

/// Makes what people wrote harmless on a terminal. What would move the cursor, change colours or turn the reading
/// direction
/// is shown as `<U+001B>`; letters of every script and emoji pass as they are.
public final class Safe {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;

    private Safe() {}

    /// The text as one line.
    public static String line(String text) {
        var line = new StringBuilder(text.length());
        text.codePoints().forEach(point -> append(line, point));
        return line.toString();
    }

    /// The text with its own lines.
    public static String lines(String text) {
        var lines = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\n' || point == '\t') {
                lines.appendCodePoint(point);
            } else {
                append(lines, point);
            }
        });
        return lines.toString();
    }

    /// At most this many characters as people count them, with an ellipsis where something was left out.
    public static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, Math.max(0, most - 1)))
                        .stripTrailing() + "…";
    }

    private static void append(StringBuilder line, int point) {
        switch (point) {
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append(' ');
            default -> {
                if (harmless(point)) {
                    line.appendCodePoint(point);
                } else {
                    line.append("<U+%04X>".formatted(point));
                }
            }
        }
    }

    private static boolean harmless(int point) {
        if (point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER || tag(point)) {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /// Flags of regions are spelled with these.
    private static boolean tag(int point) {
        return point >= 0xe0061 && point <= 0xe007f;
    }
}
