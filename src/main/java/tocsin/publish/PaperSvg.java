package tocsin.publish;

import java.util.List;
import java.util.Locale;
import tocsin.publish.paper.Drawing;
import tocsin.publish.paper.Drawing.Dash;
import tocsin.publish.paper.Drawing.Ink;
import tocsin.publish.paper.Drawing.Point;

/// A drawing as SVG inside a page. Colours are classes of the page's own sheet, so that a dark reader sees it too.
final class PaperSvg {
    private PaperSvg() {}

    static void write(Drawing drawing, String alt, StringBuilder out) {
        out.append("<svg role=\"img\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(number(drawing.width()))
                .append(' ')
                .append(number(drawing.height()))
                .append("\" width=\"")
                .append(number(drawing.width()))
                .append("\" aria-label=\"")
                .append(PaperHtml.text(alt))
                .append("\">\n");
        drawing.shapes().forEach(shape -> shape(shape, out));
        out.append("</svg>\n");
    }

    private static void shape(Drawing.Shape shape, StringBuilder out) {
        switch (shape) {
            case Drawing.Box box -> box(box, out);
            case Drawing.Line line ->
                out.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"%s%s/>\n"
                        .formatted(
                                number(line.x1()),
                                number(line.y1()),
                                number(line.x2()),
                                number(line.y2()),
                                look(Ink.NONE, line.stroke()),
                                dash(line.dash())));
            case Drawing.Polyline line ->
                out.append("<polyline points=\"%s\"%s%s/>\n"
                        .formatted(points(line.points()), look(line.fill(), line.stroke()), dash(line.dash())));
            case Drawing.Circle circle ->
                out.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\"%s/>\n"
                        .formatted(
                                number(circle.x()),
                                number(circle.y()),
                                number(circle.radius()),
                                look(circle.fill(), circle.stroke())));
            case Drawing.Words words ->
                words(
                        words.x(),
                        words.y(),
                        words.size(),
                        switch (words.anchor()) {
                            case START -> "start";
                            case MIDDLE -> "middle";
                            case END -> "end";
                        },
                        words.weight() == Drawing.Weight.STRONG ? "600" : "400",
                        words.ink(),
                        words.text(),
                        out);
        }
    }

    private static void box(Drawing.Box box, StringBuilder out) {
        out.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"3\"%s/>\n"
                .formatted(
                        number(box.x()),
                        number(box.y()),
                        number(box.width()),
                        number(box.height()),
                        look(box.fill(), box.stroke())));
        double y = firstLine(box);
        for (String line : box.lines()) {
            words(box.x() + Drawing.Box.PADDING, y, Drawing.Box.SIZE, "start", "400", box.words(), line, out);
            y += Drawing.Box.LEADING;
        }
    }

    /// The base line of the first of several lines that stand in the middle of a box.
    static double firstLine(Drawing.Box box) {
        double text = box.lines().size() * Drawing.Box.LEADING;
        return box.y() + (box.height() - text) / 2 + Drawing.Box.SIZE;
    }

    private static void words(
            double x, double y, double size, String anchor, String weight, Ink ink, String text, StringBuilder out) {
        out.append("<text x=\"%s\" y=\"%s\" font-size=\"%s\" font-weight=\"%s\" text-anchor=\"%s\"%s>%s</text>\n"
                .formatted(
                        number(x), number(y), number(size), weight, anchor, look(ink, Ink.NONE), PaperHtml.text(text)));
    }

    private static String look(Ink fill, Ink stroke) {
        return " class=\"f-" + fill.name().toLowerCase(Locale.ROOT) + " s-"
                + stroke.name().toLowerCase(Locale.ROOT) + "\"";
    }

    private static String dash(Dash dash) {
        return dash == Dash.DASHED ? " stroke-dasharray=\"4 3\"" : "";
    }

    private static String points(List<Point> points) {
        var all = new StringBuilder();
        points.forEach(point -> all.append(all.isEmpty() ? "" : " ")
                .append(number(point.x()))
                .append(',')
                .append(number(point.y())));
        return all.toString();
    }

    private static String number(double value) {
        double sane = Double.isFinite(value) ? Math.clamp(value, -100_000, 100_000) : 0;
        String text = String.format(Locale.ROOT, "%.2f", sane);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }
}
