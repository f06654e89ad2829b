package tocsin.publish.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tocsin.base.FactId;
import tocsin.domain.analysis.Analysis;
import tocsin.domain.analysis.Figure;
import tocsin.domain.analysis.Node;
import tocsin.publish.paper.Drawing;
import tocsin.publish.paper.Drawing.Ink;

/// Five whys: the question on the left, its answers beside it, and the answers to those below them, so
/// that a long chain grows down the page and not out of it.
final class WhysPicture {
    private static final double QUESTION = 170;
    private static final double ANSWER = 230;
    private static final double APART = 70;
    private static final double GAP = 22;
    private static final double INDENT = 26;
    private static final double TRUNK = 12;

    private record Placed(double x, double y, double width, double height) {
        double middle() {
            return y + height / 2;
        }

        double bottom() {
            return y + height;
        }
    }

    private WhysPicture() {}

    static Drawing draw(Analysis analysis, Labels labels) {
        var sheet = new Sheet();
        Map<FactId, Placed> places = new HashMap<>();
        double y = 1;
        double rootBottom = 1;
        for (Node node : analysis.figure(Figure.WHYS)) {
            boolean question = node.depth() == 0;
            if (question) {
                y = Math.max(y, rootBottom);
            }
            double width = question ? QUESTION : ANSWER;
            List<String> lines = Sheet.lines(node, width, labels);
            var place = new Placed(x(analysis, node, places), y, width, Sheet.height(lines));
            places.put(node.id(), place);
            sheet.box(place.x, place.y, width, lines, node.content().endsAtARule() ? Ink.WARN : Ink.RULE);
            node.parent().map(places::get).ifPresent(parent -> connect(sheet, parent, place, node.depth()));
            if (question) {
                rootBottom = place.bottom() + GAP;
            }
            // The first answer stands beside its question.
            y = question && !node.isLeaf() ? y : place.bottom() + GAP;
        }
        return sheet.drawing();
    }

    private static double x(Analysis analysis, Node node, Map<FactId, Placed> places) {
        return switch (node.depth()) {
            case 0 -> 1;
            case 1 -> 1 + QUESTION + APART;
            default -> {
                FactId parent = node.parent().orElseThrow();
                Placed above = places.get(parent);
                boolean alone = analysis.node(parent).orElseThrow().children().size() == 1;
                yield above == null ? 1 : above.x + (alone ? 0 : INDENT);
            }
        };
    }

    private static void connect(Sheet sheet, Placed parent, Placed child, int depth) {
        if (depth == 1 && child.y <= parent.y) {
            double y = Math.min(parent.middle(), child.middle());
            sheet.line(parent.x + parent.width, y, child.x, y);
        } else if (depth == 1) {
            double trunk = parent.x + parent.width / 2;
            boolean beside = child.middle() < parent.bottom();
            if (beside) {
                sheet.line(parent.x + parent.width, child.middle(), child.x, child.middle());
            } else {
                sheet.line(trunk, parent.bottom(), trunk, child.middle());
                sheet.line(trunk, child.middle(), child.x, child.middle());
            }
        } else if (child.x > parent.x) {
            sheet.line(parent.x + TRUNK, parent.bottom(), parent.x + TRUNK, child.middle());
            sheet.line(parent.x + TRUNK, child.middle(), child.x, child.middle());
        } else {
            double middle = child.x + child.width / 2;
            sheet.line(middle, parent.bottom(), middle, child.y);
        }
    }
}
