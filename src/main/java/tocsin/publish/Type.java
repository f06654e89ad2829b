package tocsin.publish;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.font.PDFont;
import tocsin.publish.paper.Span;
import tocsin.publish.paper.Span.Style;

/// Sets words into lines of a width, in the product's own faces. Lives for one document; letters are measured once.
final class Type {
    static final Color INK = new Color(0x14181e);
    static final Color QUIET = new Color(0x52606f);
    static final Color RULE = new Color(0xd5dbe3);
    static final Color PANEL = new Color(0xf3f5f8);
    static final Color ACCENT = new Color(0x1a4aa8);
    static final Color WARN = new Color(0x9a6200);

    /// How words look: everything that must not change within one stroke of the pen.
    record Look(PDFont face, float size, Color colour, boolean struck, Optional<String> address) {}

    record Piece(String text, Look look, float width) {}

    /// One line as it is drawn.
    ///
    /// @param longest the width of its longest word
    record Line(List<Piece> pieces, float width, float longest) {
        Line {
            pieces = List.copyOf(pieces);
        }
    }

    private static final float CODE_SIZE = 0.92f;

    private final Faces faces;
    private final Map<PDFont, Map<Integer, Float>> widths = new HashMap<>();

    Type(Faces faces) {
        this.faces = faces;
    }

    Faces faces() {
        return faces;
    }

    List<Line> lines(List<Span> spans, float size, Color colour, float width) throws IOException {
        return set(spans, size, colour, width, false);
    }

    List<Line> strong(List<Span> spans, float size, Color colour, float width) throws IOException {
        return set(spans, size, colour, width, true);
    }

    private List<Line> set(List<Span> spans, float size, Color colour, float width, boolean strong) throws IOException {
        var setting = new Setting(width);
        for (Span span : spans) {
            Look look = look(span, size, colour, strong);
            String[] rows = faces.written(
                            look.face(), span.text().replace("\r", "").replace('\t', ' '), "\n")
                    .split("\n", -1);
            for (int at = 0; at < rows.length; at++) {
                if (at > 0) {
                    setting.end();
                }
                words(rows[at], look, setting);
            }
        }
        setting.end();
        return setting.lines;
    }

    private Look look(Span span, float size, Color colour, boolean strong) throws IOException {
        boolean code = span.is(Style.CODE);
        PDFont face = code
                ? faces.mono()
                : strong || span.is(Style.BOLD) || span.is(Style.ALERT)
                        ? faces.strong()
                        : span.is(Style.ITALIC) ? faces.italic() : faces.text();
        Optional<String> address = span.address().filter(PaperHtml::leadsOut);
        Color ink = span.is(Style.ALERT) ? WARN : address.isPresent() ? ACCENT : span.is(Style.QUIET) ? QUIET : colour;
        return new Look(face, code ? size * CODE_SIZE : size, ink, span.is(Style.STRIKE), address);
    }

    private void words(String text, Look look, Setting setting) throws IOException {
        int at = 0;
        while (at < text.length()) {
            boolean blank = text.charAt(at) == ' ';
            int end = at;
            while (end < text.length() && (text.charAt(end) == ' ') == blank) {
                end++;
            }
            String word = text.substring(at, end);
            setting.add(new Piece(word, look, width(look, word)), blank);
            at = end;
        }
    }

    float width(Look look, String text) throws IOException {
        float sum = 0;
        Map<Integer, Float> known = widths.computeIfAbsent(look.face(), _ -> new HashMap<>());
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int point = text.codePointAt(at);
            Float one = known.get(point);
            if (one == null) {
                one = look.face().getStringWidth(Character.toString(point)) / 1000;
                known.put(point, one);
            }
            sum += one;
        }
        return sum * look.size();
    }

    /// Fills lines word by word; a word that no line can hold is broken between its letters.
    private final class Setting {
        private final List<Line> lines = new ArrayList<>();
        private final List<Piece> line = new ArrayList<>();
        private final List<Piece> word = new ArrayList<>();
        private final float most;
        private float lineWidth;
        private float wordWidth;
        private float longest;

        Setting(float most) {
            this.most = Math.max(most, 8);
        }

        void add(Piece piece, boolean blank) throws IOException {
            if (blank) {
                closeWord();
                if (!line.isEmpty()) {
                    line.add(piece);
                    lineWidth += piece.width();
                }
            } else {
                word.add(piece);
                wordWidth += piece.width();
            }
        }

        void end() throws IOException {
            closeWord();
            closeLine();
        }

        private void closeWord() throws IOException {
            if (word.isEmpty()) {
                return;
            }
            if (lineWidth + wordWidth > most && !line.isEmpty()) {
                closeLine();
            }
            if (wordWidth > most) {
                broken();
            } else {
                line.addAll(word);
                lineWidth += wordWidth;
            }
            longest = Math.max(longest, wordWidth);
            word.clear();
            wordWidth = 0;
        }

        private void broken() throws IOException {
            for (Piece piece : word) {
                var part = new StringBuilder();
                float partWidth = 0;
                String text = piece.text();
                for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
                    String letter = Character.toString(text.codePointAt(at));
                    float wide = width(piece.look(), letter);
                    if (lineWidth + partWidth + wide > most && lineWidth + partWidth > 0) {
                        line.add(new Piece(part.toString(), piece.look(), partWidth));
                        closeLine();
                        part.setLength(0);
                        partWidth = 0;
                    }
                    part.append(letter);
                    partWidth += wide;
                }
                line.add(new Piece(part.toString(), piece.look(), partWidth));
                lineWidth += partWidth;
            }
        }

        /// Neighbours of one look are one stroke of the pen.
        private List<Piece> joined() {
            var joined = new ArrayList<Piece>();
            var text = new StringBuilder();
            float width = 0;
            for (int at = 0; at < line.size(); at++) {
                Piece piece = line.get(at);
                text.append(piece.text());
                width += piece.width();
                if (at + 1 == line.size() || !line.get(at + 1).look().equals(piece.look())) {
                    joined.add(new Piece(text.toString(), piece.look(), width));
                    text.setLength(0);
                    width = 0;
                }
            }
            return joined;
        }

        private void closeLine() {
            while (!line.isEmpty() && line.getLast().text().isBlank()) {
                lineWidth -= line.removeLast().width();
            }
            lines.add(new Line(joined(), lineWidth, longest));
            line.clear();
            lineWidth = 0;
            longest = 0;
        }
    }
}
