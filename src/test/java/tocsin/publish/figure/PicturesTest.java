package tocsin.publish.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tocsin.domain.analysis.Analysis;
import tocsin.domain.analysis.Figure;
import tocsin.publish.paper.Drawing;
import tocsin.publish.paper.Drawing.Box;
import tocsin.publish.paper.Drawing.Circle;
import tocsin.publish.paper.Drawing.Ink;
import tocsin.publish.paper.Drawing.Line;
import tocsin.publish.paper.Drawing.Point;
import tocsin.publish.paper.Drawing.Polyline;
import tocsin.publish.paper.Drawing.Shape;
import tocsin.publish.paper.Drawing.Words;

class PicturesTest {
    record Pictured(Figure figure, Drawing drawing, Analysis of) {
        @Override
        public String toString() {
            return figure + " with " + of.figure(figure).size();
        }
    }

    static Stream<Pictured> everyPicture() {
        return Stream.of(Examples.one(), Examples.usual(), Examples.sixty(), Examples.strange())
                .flatMap(analysis -> Stream.of(Figure.values())
                        .map(figure -> new Pictured(figure, draw(analysis, figure), analysis)));
    }

    @ParameterizedTest
    @MethodSource("everyPicture")
    void everythingStandsInsideThePicture(Pictured picture) {
        Drawing drawing = picture.drawing;
        for (Shape shape : drawing.shapes()) {
            for (Point corner : corners(shape)) {
                assertThat(corner.x()).as("%s", shape).isBetween(0.0, drawing.width());
                assertThat(corner.y()).as("%s", shape).isBetween(0.0, drawing.height());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyPicture")
    void noBoxStandsOnAnother(Pictured picture) {
        List<Box> boxes = of(picture.drawing, Box.class);
        for (int i = 0; i < boxes.size(); i++) {
            for (Box other : boxes.subList(i + 1, boxes.size())) {
                assertThat(apart(boxes.get(i), other))
                        .as("%s and %s", boxes.get(i), other)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyPicture")
    void noLineOfABoxIsWiderThanIt(Pictured picture) {
        for (Box box : of(picture.drawing, Box.class)) {
            assertThat(box.lines())
                    .allSatisfy(line -> assertThat(Letters.width(line, Box.SIZE))
                            .isLessThanOrEqualTo(box.width() - 2 * Box.PADDING + 10));
            assertThat(box.lines().size() * Box.LEADING).isLessThanOrEqualTo(box.height());
        }
    }

    @Test
    void nothingIsDrawnOfAFigureWithoutNodes() {
        assertThat(Pictures.of(Analysis.NONE, Figure.FAULT, "", Examples.LABELS))
                .isEmpty();
    }

    @Test
    void everyWordOfATreeIsInThePicture() {
        Analysis usual = Examples.usual();
        for (Figure figure : List.of(Figure.WHYS, Figure.FAULT)) {
            String drawn = String.join(
                    " ",
                    of(draw(usual, figure), Box.class).stream()
                            .flatMap(box -> box.lines().stream())
                            .toList());
            assertThat(usual.figure(figure))
                    .allSatisfy(node -> assertThat(drawn).contains(node.text()));
        }
    }

    @Test
    void aRuleIsWhereAnAnswerMayRest() {
        assertThat(of(draw(Examples.usual(), Figure.WHYS), Box.class))
                .filteredOn(box -> box.stroke() == Ink.WARN)
                .extracting(box -> String.join(" ", box.lines()))
                .containsExactly(
                        "No rule asks for an idempotency key on both writers", "Rule PAY-07 silent on rollouts");
    }

    @Test
    void belowAFaultTreeStandsWhatIsEnough() {
        assertThat(of(draw(Examples.usual(), Figure.FAULT), Words.class))
                .extracting(Words::text)
                .contains("Flag at half + No idempotency key", "Failover during the rollout + No idempotency key");
    }

    @Test
    void aWordThatIsTooLongIsBrokenBetweenItsLetters() {
        String letters = "e\u0301".repeat(100) + "😀".repeat(50);

        List<String> lines = Letters.wrap(letters, 10, 60);

        assertThat(String.join("", lines)).startsWith("e\u0301e\u0301").doesNotContain("?");
        assertThat(lines).noneMatch(line -> line.startsWith("\u0301") || Character.isLowSurrogate(line.charAt(0)));
        assertThat(Letters.wrap("a\u0000b\nc", 10, 60)).containsExactly("a b c");
        assertThat(Letters.wrap("", 10, 60)).containsExactly("");
    }

    private static Drawing draw(Analysis analysis, Figure figure) {
        return Pictures.of(analysis, figure, "Doubled orders from feature flag rollout", Examples.LABELS)
                .orElseThrow();
    }

    private static <S extends Shape> List<S> of(Drawing drawing, Class<S> kind) {
        return drawing.shapes().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static boolean apart(Box one, Box other) {
        return one.x() + one.width() <= other.x()
                || other.x() + other.width() <= one.x()
                || one.y() + one.height() <= other.y()
                || other.y() + other.height() <= one.y();
    }

    private static List<Point> corners(Shape shape) {
        return switch (shape) {
            case Box box ->
                List.of(new Point(box.x(), box.y()), new Point(box.x() + box.width(), box.y() + box.height()));
            case Line line -> List.of(new Point(line.x1(), line.y1()), new Point(line.x2(), line.y2()));
            case Polyline line -> line.points();
            case Circle circle ->
                List.of(
                        new Point(circle.x() - circle.radius(), circle.y() - circle.radius()),
                        new Point(circle.x() + circle.radius(), circle.y() + circle.radius()));
            case Words words -> List.of(new Point(words.x(), words.y()));
        };
    }
}
