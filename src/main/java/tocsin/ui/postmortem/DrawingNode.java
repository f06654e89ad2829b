package tocsin.ui.postmortem;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import tocsin.app.Safe;
import tocsin.publish.paper.Drawing;
import tocsin.publish.paper.Drawing.Dash;
import tocsin.publish.paper.Drawing.Ink;

/// A drawing in the colours of the theme: each ink is a style class. Where it has less room it is smaller.
final class DrawingNode extends Pane {
    /// The drawing's units are points of print; a screen's text is a little larger.
    private static final double SCALE = 1.2;

    private final Group shapes = new Group();
    private final Scale shrunk = new Scale(1, 1);
    private final double whole;
    private final double high;

    DrawingNode(Drawing drawing, String alt) {
        getStyleClass().add("drawing");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(alt);
        whole = drawing.width() * SCALE;
        high = drawing.height() * SCALE;
        setMinSize(0, 0);
        setMaxSize(whole, USE_PREF_SIZE);
        shapes.setManaged(false);
        shapes.getTransforms().add(shrunk);
        getChildren().add(shapes);
        drawing.shapes().forEach(this::draw);
    }

    /// How wide it is when nothing makes it smaller.
    double whole() {
        return whole;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return whole;
    }

    @Override
    protected double computePrefHeight(double width) {
        return high * scale(width < 0 ? whole : width);
    }

    @Override
    protected void layoutChildren() {
        double scale = scale(getWidth());
        shrunk.setX(scale);
        shrunk.setY(scale);
    }

    /// Smaller where there is less room, never larger.
    private double scale(double width) {
        return Math.clamp(width / whole, 0.1, 1);
    }

    /// Where these words stand, by the line they begin with.
    Optional<Text> find(String words) {
        String wanted = Safe.line(words);
        return shapes.getChildren().stream()
                .flatMap(child -> child instanceof Text text ? Stream.of(text) : Stream.empty())
                .filter(text -> !text.getText().isBlank() && wanted.startsWith(text.getText()))
                .max(Comparator.comparingInt(text -> text.getText().length()));
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
                shapes.getChildren().add(words);
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
            shapes.getChildren().add(words);
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
        shapes.getChildren().add(shape);
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
