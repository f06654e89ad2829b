package tocsin.publish;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;

/// The pen over a row of pages: where it stands, what is left of the page, and the bars beside what it writes.
final class Sheets implements AutoCloseable {
    static final float MARGIN = 56;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float TOP = PDRectangle.A4.getHeight() - 74;
    private static final float BOTTOM = 64;
    private static final float ASCENT = 0.78f;

    /// A line beside the text, on every page it covers.
    private record Bar(float x, Color colour) {}

    private final PDDocument document;
    private final List<PDPage> pages = new ArrayList<>();
    private final Deque<Bar> bars = new ArrayDeque<>();
    private PDPageContentStream out;
    private float y;
    private float indent;

    Sheets(PDDocument document) throws IOException {
        this.document = document;
        this.out = turn();
    }

    List<PDPage> pages() {
        return pages;
    }

    int page() {
        return pages.size() - 1;
    }

    float y() {
        return y;
    }

    PDPageContentStream out() {
        return out;
    }

    float left() {
        return MARGIN + indent;
    }

    float width() {
        return WIDTH - indent;
    }

    float left(float height) {
        return y - BOTTOM - height;
    }

    static float whole() {
        return TOP - BOTTOM;
    }

    private PDPageContentStream turn() throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(page);
        y = TOP;
        return new PDPageContentStream(document, page);
    }

    void newPage() throws IOException {
        out.close();
        out = turn();
    }

    /// Goes to the next page unless so much fits on this one.
    void need(float height) throws IOException {
        if (left(Math.min(height, whole())) < 0) {
            newPage();
        }
    }

    void gap(float height) throws IOException {
        if (y < TOP) {
            take(Math.min(height, Math.max(0, y - BOTTOM)));
        }
    }

    /// Moves down and draws the bars beside what was passed.
    void take(float height) throws IOException {
        for (Bar bar : bars) {
            fill(bar.x(), y - height, 2, height, bar.colour());
        }
        y -= height;
    }

    void bar(Color colour) {
        bars.push(new Bar(left(), colour));
        indent += 12;
    }

    void endBar() {
        bars.pop();
        indent -= 12;
    }

    void shift(float by) {
        indent += by;
    }

    void lines(List<Type.Line> lines, float leading) throws IOException {
        for (Type.Line line : lines) {
            need(leading);
            line(line, left(), leading);
        }
    }

    /// One line at this place, and down.
    void line(Type.Line line, float x, float leading) throws IOException {
        take(leading);
        write(line, x, y + leading * (1 - ASCENT));
    }

    void write(Type.Line line, float x, float base) throws IOException {
        float at = x;
        for (Type.Piece piece : line.pieces()) {
            if (!piece.text().isEmpty()) {
                out.beginText();
                out.setFont(piece.look().face(), piece.look().size());
                out.setNonStrokingColor(piece.look().colour());
                out.newLineAtOffset(at, base);
                out.showText(piece.text());
                out.endText();
            }
            if (piece.look().struck()) {
                stroke(
                        at,
                        base + piece.look().size() * 0.28f,
                        at + piece.width(),
                        piece.look().colour());
            }
            if (piece.look().address().isPresent() && !piece.text().isBlank()) {
                stroke(at, base - 1.5f, at + piece.width(), piece.look().colour());
                link(at, base, piece);
            }
            at += piece.width();
        }
    }

    private void link(float x, float base, Type.Piece piece) throws IOException {
        var link = link(x, base - 3, piece.width(), piece.look().size() + 4);
        var to = new PDActionURI();
        to.setURI(piece.look().address().orElse(""));
        link.setAction(to);
        pages.getLast().getAnnotations().add(link);
    }

    static PDAnnotationLink link(float x, float y, float width, float height) {
        var link = new PDAnnotationLink();
        var border = new PDBorderStyleDictionary();
        border.setWidth(0);
        link.setBorderStyle(border);
        link.setRectangle(new PDRectangle(x, y, width, height));
        return link;
    }

    void stroke(float from, float at, float to, Color colour) throws IOException {
        out.setStrokingColor(colour);
        out.setLineWidth(0.6f);
        out.moveTo(from, at);
        out.lineTo(to, at);
        out.stroke();
    }

    void fill(float x, float bottom, float width, float height, Color colour) throws IOException {
        out.setNonStrokingColor(colour);
        out.addRect(x, bottom, width, height);
        out.fill();
    }

    Optional<PDPage> last() {
        return pages.isEmpty() ? Optional.empty() : Optional.of(pages.getLast());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
