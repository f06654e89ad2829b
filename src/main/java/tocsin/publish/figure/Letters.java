package tocsin.publish.figure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// How wide words are in the product's own face, and where they break. Letters that the face lacks come
/// from another one on the screen: they are taken to be wide.
final class Letters {
    private static final int MOST_LINES = 14;
    private static final int KNOWN = 0x2600;
    private static final double WIDE = 1.05;
    private static final String ELLIPSIS = "\u2026";

    private Letters() {}

    private static final class Plex {
        static final double[] WIDTHS = read();

        private static double[] read() {
            var widths = new double[KNOWN];
            try (InputStream in = Letters.class.getResourceAsStream("/tocsin/ui/fonts/IBMPlexSans-Regular.ttf");
                    TrueTypeFont face = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
                CmapLookup glyphs = face.getUnicodeCmapLookup();
                double em = face.getUnitsPerEm();
                for (int point = 0; point < KNOWN; point++) {
                    int glyph = glyphs.getGlyphId(point);
                    widths[point] = glyph == 0 ? missing(point) : face.getAdvanceWidth(glyph) / em;
                }
                return widths;
            } catch (IOException broken) {
                throw new UncheckedIOException("the program is incomplete: its face cannot be read", broken);
            }
        }
    }

    private static double missing(int point) {
        int type = Character.getType(point);
        boolean unseen = type == Character.NON_SPACING_MARK || type == Character.FORMAT || type == Character.CONTROL;
        return unseen ? 0 : 0.65;
    }

    static double width(String text, double size) {
        double width = 0;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            width += point < KNOWN ? Plex.WIDTHS[point] : WIDE;
            at += Character.charCount(point);
        }
        return width * size;
    }

    /// Lines no wider than that. A word that is too long is broken, and what would never end is cut.
    static List<String> wrap(String text, double size, double width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        String cut = text.substring(0, Math.min(text.length(), 4_000));
        for (String word : cut.strip().split("[\\s\\p{Cc}]+", -1)) {
            String rest = word;
            boolean room = line.isEmpty() || width(line + " " + rest, size) <= width;
            if (!room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (width(rest, size) > width) {
                int end = fitting(rest, size, width);
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        if (lines.size() > MOST_LINES) {
            List<String> kept = new ArrayList<>(lines.subList(0, MOST_LINES - 1));
            kept.add(lines.get(MOST_LINES - 1) + ELLIPSIS);
            return kept;
        }
        return lines;
    }

    /// How much of a word fits, at least one letter, and never half of one or one without its marks.
    private static int fitting(String word, double size, double width) {
        int end = 0;
        double wide = 0;
        while (end < word.length()) {
            int point = word.codePointAt(end);
            wide += point < KNOWN ? Plex.WIDTHS[point] * size : WIDE * size;
            boolean mark = Character.getType(point) == Character.NON_SPACING_MARK;
            if (wide > width && end > 0 && !mark) {
                break;
            }
            end += Character.charCount(point);
        }
        return end;
    }
}
