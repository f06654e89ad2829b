package tocsin.ui.postmortem;

import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import tocsin.app.Safe;
import tocsin.publish.paper.Drawing;
import tocsin.publish.paper.Drawing.Dash;
import tocsin.publish.paper.Drawing.Ink;

/// A drawing in the colours of the theme: each ink is a style class.
final class DrawingNode extends Pane {
    /// The drawing's units are points of print; a screen's text is a little larger.
    private static final double SCALE = 1.2;

    DrawingNode(Drawing drawing, String alt) {
        getStyleClass().add("drawing");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(alt);
        setMinSize(drawing.width() * SCALE, drawing.height() * SCALE);
        setPrefSize(drawing.width() * SCALE, drawing.height() * SCALE);
        setMaxSize(drawing.width() * SCALE, drawing.height() * SCALE);
        drawing.shapes().forEach(this::draw);
    }

    private void draw(Drawing.Shape shape) {
        switch (shape) {
            case Drawing.Box box -> draw(box);
            case Drawing.Line(var x1, var y1, var x2, var y2, var stroke, var dash) ->
                add(dashed(new Line(x1 * SCALE, y1 * SCALE, x2 * SCALE, y2 * SCALE), dash), Ink.NONE, stroke);
            case Drawing.Polyline(var points, var fill, var stroke, var dash) -> {
                double[] places = points.stream()
                        .flatMapToDouble(
                                point -> java.util.stream.DoubleStream.of(point.x() * SCALE, point.y() * SCALE))
                        .toArray();
                boolean closed = points.size() > 2 && points.getFirst().equals(points.getLast());
                add(
                        dashed(closed ? new Polygon(places) : new Polyline(places), dash),
                        closed ? fill : Ink.NONE,
                        stroke);
            }
            case Drawing.Circle(var x, var y, var radius, var fill, var stroke) ->
                add(new Circle(x * SCALE, y * SCALE, radius * SCALE), fill, stroke);
            case Drawing.Words(var x, var y, var text, var size, var weight, var anchor, var ink) -> {
                Text words = words(text, size, weight, ink);
                double width = words.getLayoutBounds().getWidth();
                double left = switch (anchor) {
                    case START -> x * SCALE;
                    case MIDDLE -> x * SCALE - width / 2;
                    case END -> x * SCALE - width;
                };
                words.setX(left);
                words.setY(y * SCALE);
                getChildren().add(words);
            }
        }
    }

    private void draw(Drawing.Box box) {
        var frame = new Rectangle(box.x() * SCALE, box.y() * SCALE, box.width() * SCALE, box.height() * SCALE);
        frame.setArcWidth(8);
        frame.setArcHeight(8);
        add(frame, box.fill(), box.stroke());
        double leading = Drawing.Box.LEADING * SCALE;
        double top =
                (box.y() + box.height() / 2) * SCALE - leading * box.lines().size() / 2;
        for (int i = 0; i < box.lines().size(); i++) {
            Text words = words(box.lines().get(i), Drawing.Box.SIZE, Drawing.Weight.NORMAL, box.words());
            words.setTextOrigin(VPos.CENTER);
            words.setX((box.x() + Drawing.Box.PADDING) * SCALE);
            words.setY(top + leading * i + leading / 2);
            getChildren().add(words);
        }
    }

    private static Text words(String text, double size, Drawing.Weight weight, Ink ink) {
        var words = new Text(Safe.line(text));
        words.getStyleClass().addAll("drawn", "fill-" + word(ink));
        if (weight == Drawing.Weight.STRONG) {
            words.getStyleClass().add("drawn-strong");
        }
        words.setStyle("-fx-font-size: " + size * SCALE + "px;");
        return words;
    }

    private void add(Shape shape, Ink fill, Ink stroke) {
        shape.getStyleClass().addAll("drawn-shape", "fill-" + word(fill), "stroke-" + word(stroke));
        getChildren().add(shape);
    }

    private static Shape dashed(Shape shape, Dash dash) {
        if (dash == Dash.DASHED) {
            shape.getStrokeDashArray().setAll(4.0, 3.0);
        }
        return shape;
    }

    private static String word(Ink ink) {
        return ink.name().toLowerCase(Locale.ROOT);
    }
}
