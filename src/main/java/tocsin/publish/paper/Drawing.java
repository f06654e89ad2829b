package tocsin.publish.paper;

import java.util.List;

/// A small vector picture that knows no toolkit: the same on the screen, in HTML and in print. One unit is one point of
/// text at normal size; `y` grows downwards. Colours are roles, so that each theme has its own.
public record Drawing(double width, double height, List<Shape> shapes) {
    public Drawing {
        shapes = List.copyOf(shapes);
    }

    /// What a colour is for. NONE is not drawn.
    public enum Ink {
        NONE,
        /// Words and strong lines.
        TEXT,
        /// Words and lines that stand back.
        QUIET,
        /// Frames and connecting lines.
        RULE,
        /// The ground of the page.
        GROUND,
        /// A little lifted from the ground: a box.
        PANEL,
        ACCENT,
        GOOD,
        WARN,
        BAD
    }

    public enum Dash {
        SOLID,
        DASHED
    }

    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    public enum Weight {
        NORMAL,
        STRONG
    }

    public record Point(double x, double y) {}

    public sealed interface Shape {}

    /// A box with its lines of text, centred up and down, beginning at the left. The lines are broken by whoever draws
    /// the picture: at size 10 a letter is about 5.4 wide.
    ///
    /// @param words the colour of the text
    public record Box(
            double x, double y, double width, double height, List<String> lines, Ink fill, Ink stroke, Ink words)
            implements Shape {
        public Box {
            lines = List.copyOf(lines);
        }

        /// Between two lines of text.
        public static final double LEADING = 13;

        public static final double SIZE = 10;

        public static final double PADDING = 8;
    }

    public record Line(double x1, double y1, double x2, double y2, Ink stroke, Dash dash) implements Shape {}

    /// Open unless its last point is its first, then it is filled.
    public record Polyline(List<Point> points, Ink fill, Ink stroke, Dash dash) implements Shape {
        public Polyline {
            points = List.copyOf(points);
        }
    }

    public record Circle(double x, double y, double radius, Ink fill, Ink stroke) implements Shape {}

    /// Words without a box.
    ///
    /// @param y the base line
    public record Words(double x, double y, String text, double size, Weight weight, Anchor anchor, Ink ink)
            implements Shape {}
}
