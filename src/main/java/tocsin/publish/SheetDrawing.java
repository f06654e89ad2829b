package tocsin.publish;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import tocsin.publish.paper.Drawing;
import tocsin.publish.paper.Drawing.Dash;
import tocsin.publish.paper.Drawing.Ink;
import tocsin.publish.paper.Drawing.Point;
import tocsin.publish.paper.Span;

/// A drawing on a page, made smaller where the page is too narrow for it.
final class SheetDrawing {
    private static final float CURVE = 0.5523f;

    private final PDPageContentStream out;
    private final Sheets sheets;
    private final Type type;
    private final float scale;
    private final float left;
    private final float top;

    private SheetDrawing(Sheets sheets, Type type, float scale) {
        this.out = sheets.out();
        this.sheets = sheets;
        this.type = type;
        this.scale = scale;
        this.left = sheets.left();
        this.top = sheets.y();
    }

    static void draw(Drawing drawing, Sheets sheets, Type type, float caption) throws IOException {
        float wide = sane(drawing.width());
        float high = sane(drawing.height());
        float most = Sheets.whole() * 0.8f - caption;
        float scale = Math.min(1, Math.min(sheets.width() / wide, most / high));
        sheets.need(high * scale + caption + 4);
        var pen = new SheetDrawing(sheets, type, scale);
        for (Drawing.Shape shape : drawing.shapes()) {
            pen.shape(shape);
        }
        sheets.take(high * scale + 4);
    }

    private static float sane(double size) {
        return Double.isFinite(size) ? (float) Math.clamp(size, 1, 100_000) : 1;
    }

    private void shape(Drawing.Shape shape) throws IOException {
        switch (shape) {
            case Drawing.Box box -> box(box);
            case Drawing.Line line ->
                path(
                        List.of(new Point(line.x1(), line.y1()), new Point(line.x2(), line.y2())),
                        Ink.NONE,
                        line.stroke(),
                        line.dash());
            case Drawing.Polyline line -> path(line.points(), line.fill(), line.stroke(), line.dash());
            case Drawing.Circle circle -> circle(circle);
            case Drawing.Words words ->
                words(words.text(), words.x(), words.y(), words.size(), words.weight(), words.anchor(), words.ink());
        }
    }

    private void box(Drawing.Box box) throws IOException {
        out.addRect(x(box.x()), y(box.y() + box.height()), scaled(box.width()), scaled(box.height()));
        paint(box.fill(), box.stroke(), Dash.SOLID);
        double base = PaperSvg.firstLine(box);
        for (String line : box.lines()) {
            words(
                    line,
                    box.x() + Drawing.Box.PADDING,
                    base,
                    Drawing.Box.SIZE,
                    Drawing.Weight.NORMAL,
                    Drawing.Anchor.START,
                    box.words());
            base += Drawing.Box.LEADING;
        }
    }

    private void path(List<Point> points, Ink fill, Ink stroke, Dash dash) throws IOException {
        if (points.size() < 2) {
            return;
        }
        out.moveTo(x(points.getFirst().x()), y(points.getFirst().y()));
        for (Point point : points.subList(1, points.size())) {
            out.lineTo(x(point.x()), y(point.y()));
        }
        paint(fill, stroke, dash);
    }

    private void circle(Drawing.Circle circle) throws IOException {
        float cx = x(circle.x());
        float cy = y(circle.y());
        float r = scaled(circle.radius());
        float c = r * CURVE;
        out.moveTo(cx + r, cy);
        out.curveTo(cx + r, cy + c, cx + c, cy + r, cx, cy + r);
        out.curveTo(cx - c, cy + r, cx - r, cy + c, cx - r, cy);
        out.curveTo(cx - r, cy - c, cx - c, cy - r, cx, cy - r);
        out.curveTo(cx + c, cy - r, cx + r, cy - c, cx + r, cy);
        paint(circle.fill(), circle.stroke(), Dash.SOLID);
    }

    private void paint(Ink fill, Ink stroke, Dash dash) throws IOException {
        out.setLineWidth(0.9f * scale);
        out.setLineDashPattern(dash == Dash.DASHED ? new float[] {4, 3} : new float[0], 0);
        if (fill != Ink.NONE) {
            out.setNonStrokingColor(colour(fill));
        }
        if (stroke != Ink.NONE) {
            out.setStrokingColor(colour(stroke));
        }
        if (fill != Ink.NONE && stroke != Ink.NONE) {
            out.fillAndStroke();
        } else if (fill != Ink.NONE) {
            out.fill();
        } else if (stroke != Ink.NONE) {
            out.stroke();
        } else {
            out.clip();
        }
        out.setLineDashPattern(new float[0], 0);
    }

    private void words(
            String text, double x, double y, double size, Drawing.Weight weight, Drawing.Anchor anchor, Ink ink)
            throws IOException {
        if (ink == Ink.NONE) {
            return;
        }
        List<Span> spans = Span.plain(text.replace('\n', ' '));
        float points = (float) Math.clamp(size, 1, 200) * scale;
        List<Type.Line> lines = weight == Drawing.Weight.STRONG
                ? type.strong(spans, points, colour(ink), Float.MAX_VALUE)
                : type.lines(spans, points, colour(ink), Float.MAX_VALUE);
        Type.Line line = lines.getFirst();
        float aside = switch (anchor) {
            case START -> 0;
            case MIDDLE -> line.width() / 2;
            case END -> line.width();
        };
        sheets.write(line, x(x) - aside, y(y));
    }

    private float x(double x) {
        return left + scaled(x);
    }

    private float y(double y) {
        return top - scaled(y);
    }

    private float scaled(double value) {
        return Double.isFinite(value) ? (float) Math.clamp(value, -100_000, 100_000) * scale : 0;
    }

    private static Color colour(Ink ink) {
        return switch (ink) {
            case NONE, GROUND -> Color.WHITE;
            case TEXT -> Type.INK;
            case QUIET -> Type.QUIET;
            case RULE -> new Color(0x9aa5b3);
            case PANEL -> Type.PANEL;
            case ACCENT -> Type.ACCENT;
            case GOOD -> new Color(0x1d7a45);
            case WARN -> Type.WARN;
            case BAD -> new Color(0xb3261e);
        };
    }
}
