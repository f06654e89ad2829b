package tocsin.publish.figure;

import java.util.ArrayList;
import java.util.List;
import tocsin.domain.analysis.Content;
import tocsin.domain.analysis.Node;
import tocsin.publish.paper.Drawing;
import tocsin.publish.paper.Drawing.Anchor;
import tocsin.publish.paper.Drawing.Box;
import tocsin.publish.paper.Drawing.Dash;
import tocsin.publish.paper.Drawing.Ink;
import tocsin.publish.paper.Drawing.Line;
import tocsin.publish.paper.Drawing.Shape;
import tocsin.publish.paper.Drawing.Weight;
import tocsin.publish.paper.Drawing.Words;

/// What has been drawn so far, lines below boxes, and how far it reaches.
final class Sheet {
    private static final double EDGE = 1;

    private final List<Shape> lines = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private double width;
    private double height;

    /// A text broken into the lines of a box of that width.
    static List<String> lines(String text, double width) {
        return Letters.wrap(text, Box.SIZE, width - 2 * Box.PADDING);
    }

    /// What a node says, and what others said in its place.
    static List<String> lines(Node node, double width, Labels labels) {
        var all = new ArrayList<>(lines(node.text(), width));
        for (Content rival : node.rivals()) {
            all.addAll(lines(labels.caption(Caption.OR_ELSE) + " " + rival.text(), width));
        }
        return all;
    }

    static double height(List<String> lines) {
        return lines.size() * Box.LEADING + 2 * Box.PADDING;
    }

    void box(double x, double y, double boxWidth, List<String> lines, Ink stroke) {
        shapes.add(new Box(x, y, boxWidth, height(lines), lines, Ink.PANEL, stroke, Ink.TEXT));
        reach(x + boxWidth, y + height(lines));
    }

    void line(double x1, double y1, double x2, double y2) {
        lines.add(new Line(x1, y1, x2, y2, Ink.RULE, Dash.SOLID));
        reach(Math.max(x1, x2), Math.max(y1, y2));
    }

    void shape(Shape shape, double right, double bottom) {
        shapes.add(shape);
        reach(right, bottom);
    }

    /// Words from their left end; `y` is the base line.
    void words(double x, double y, String text, double size, Weight weight, Ink ink) {
        shapes.add(new Words(x, y, text, size, weight, Anchor.START, ink));
        reach(x + Letters.width(text, size), y + size / 3);
    }

    double bottom() {
        return height;
    }

    private void reach(double right, double bottom) {
        width = Math.max(width, right);
        height = Math.max(height, bottom);
    }

    Drawing drawing() {
        var all = new ArrayList<>(lines);
        all.addAll(shapes);
        return new Drawing(Math.ceil(width + EDGE), Math.ceil(height + EDGE), all);
    }
}
