package tocsin.publish.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tocsin.base.FactId;
import tocsin.domain.analysis.Analysis;
import tocsin.domain.analysis.CutSets;
import tocsin.domain.analysis.Figure;
import tocsin.domain.analysis.Join;
import tocsin.domain.analysis.Node;
import tocsin.publish.paper.Drawing;
import tocsin.publish.paper.Drawing.Anchor;
import tocsin.publish.paper.Drawing.Box;
import tocsin.publish.paper.Drawing.Circle;
import tocsin.publish.paper.Drawing.Dash;
import tocsin.publish.paper.Drawing.Ink;
import tocsin.publish.paper.Drawing.Point;
import tocsin.publish.paper.Drawing.Polyline;
import tocsin.publish.paper.Drawing.Weight;
import tocsin.publish.paper.Drawing.Words;

/// A fault tree from left to right: an event, the gate it comes through, and what comes together there.
/// Below it, what is enough for the top event.
final class FaultPicture {
    private static final double EVENT = 160;
    private static final double GATE = 26;
    private static final double STEM = 10;
    private static final double FAN = 26;
    private static final double COLUMN = EVENT + STEM + GATE + FAN;
    private static final double GAP = 12;
    private static final double BASIC = 5;
    private static final int TOLD_SETS = 8;
    private static final double TOLD_WIDTH = 480;

    private FaultPicture() {}

    static Drawing draw(Analysis analysis, Labels labels) {
        List<Node> nodes = analysis.figure(Figure.FAULT);
        Map<FactId, List<String>> lines = new HashMap<>();
        nodes.forEach(node -> lines.put(node.id(), Sheet.lines(node, EVENT, labels)));
        Map<FactId, Double> needs = needs(nodes, lines);
        var sheet = new Sheet();
        Map<FactId, Double> tops = new HashMap<>();
        Map<FactId, Double> middles = new HashMap<>();
        double next = 1;
        for (Node node : nodes) {
            double need = needs.getOrDefault(node.id(), 0.0);
            double top = node.parent().isEmpty() ? next : tops.getOrDefault(node.id(), next);
            next = node.parent().isEmpty() ? top + need : next;
            double x = 1 + node.depth() * COLUMN;
            double middle = top + (need - GAP) / 2;
            List<String> told = lines.getOrDefault(node.id(), List.of());
            sheet.box(x, middle - Sheet.height(told) / 2, EVENT, told, node.depth() == 0 ? Ink.ACCENT : Ink.RULE);
            middles.put(node.id(), middle);
            if (node.isLeaf()) {
                sheet.shape(
                        new Circle(x + EVENT + BASIC + 1, middle, BASIC, Ink.GROUND, Ink.QUIET),
                        x + EVENT + 2 * BASIC + 2,
                        0);
            } else {
                gate(sheet, x + EVENT, middle, node, labels);
            }
            double parts = node.children().stream()
                    .mapToDouble(id -> needs.getOrDefault(id, 0.0))
                    .sum();
            double below = top + (need - parts) / 2;
            for (FactId child : node.children()) {
                tops.put(child, below);
                below += needs.getOrDefault(child, 0.0);
            }
        }
        fans(sheet, nodes, middles);
        sets(sheet, analysis, nodes, labels);
        return sheet.drawing();
    }

    /// The height that an event and all below it take. Backwards, those below come first.
    private static Map<FactId, Double> needs(List<Node> nodes, Map<FactId, List<String>> lines) {
        Map<FactId, Double> needs = new HashMap<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            double own = Sheet.height(lines.getOrDefault(node.id(), List.of())) + GAP;
            double below = node.children().stream()
                    .mapToDouble(id -> needs.getOrDefault(id, 0.0))
                    .sum();
            needs.put(node.id(), Math.max(own, below));
        }
        return needs;
    }

    private static void fans(Sheet sheet, List<Node> nodes, Map<FactId, Double> middles) {
        for (Node node : nodes) {
            double from = 1 + node.depth() * COLUMN + EVENT + STEM + GATE;
            double bend = from + FAN / 2;
            double middle = middles.getOrDefault(node.id(), 0.0);
            for (FactId child : node.children()) {
                double y = middles.getOrDefault(child, middle);
                sheet.line(from, middle, bend, middle);
                sheet.line(bend, middle, bend, y);
                sheet.line(bend, y, from + FAN, y);
            }
        }
    }

    /// Lying on its side, its output to the left: AND is round, OR comes to a point.
    private static void gate(Sheet sheet, double left, double middle, Node node, Labels labels) {
        double x = left + STEM;
        sheet.line(left, middle, x + 4, middle);
        Join join = node.content().join().orElse(Join.OR);
        double h = GATE / 2;
        double right = x + GATE;
        List<Point> outline = switch (join) {
            case AND ->
                List.of(
                        new Point(right, middle - h),
                        new Point(x + h, middle - h),
                        new Point(x + h * 0.5, middle - h * 0.87),
                        new Point(x + h * 0.13, middle - h * 0.5),
                        new Point(x, middle),
                        new Point(x + h * 0.13, middle + h * 0.5),
                        new Point(x + h * 0.5, middle + h * 0.87),
                        new Point(x + h, middle + h),
                        new Point(right, middle + h),
                        new Point(right, middle - h));
            case OR ->
                List.of(
                        new Point(right, middle - h),
                        new Point(x + h * 1.1, middle - h * 0.9),
                        new Point(x + h * 0.5, middle - h * 0.55),
                        new Point(x, middle),
                        new Point(x + h * 0.5, middle + h * 0.55),
                        new Point(x + h * 1.1, middle + h * 0.9),
                        new Point(right, middle + h),
                        new Point(right - 4, middle + h * 0.5),
                        new Point(right - 5, middle),
                        new Point(right - 4, middle - h * 0.5),
                        new Point(right, middle - h));
        };
        sheet.shape(new Polyline(outline, Ink.PANEL, Ink.TEXT, Dash.SOLID), right, middle + h);
        sheet.shape(
                new Words(right - h + 1, middle + 2.5, labels.mark(join), 7, Weight.STRONG, Anchor.MIDDLE, Ink.TEXT),
                right,
                middle);
    }

    private static void sets(Sheet sheet, Analysis analysis, List<Node> nodes, Labels labels) {
        CutSets sets = CutSets.of(analysis, nodes.getFirst());
        if (nodes.size() == 1) {
            return;
        }
        double y = sheet.bottom() + 24;
        sheet.words(1, y, labels.caption(Caption.ENOUGH), Box.SIZE, Weight.STRONG, Ink.QUIET);
        for (List<String> set : sets.sets().stream().limit(TOLD_SETS).toList()) {
            for (String line : Letters.wrap(String.join(" + ", set), Box.SIZE, TOLD_WIDTH)) {
                y += Box.LEADING + 1;
                sheet.words(1, y, line, Box.SIZE, Weight.NORMAL, Ink.TEXT);
            }
        }
        if (sets.sets().size() > TOLD_SETS || !sets.complete()) {
            sheet.words(1, y + Box.LEADING + 1, labels.caption(Caption.AND_MORE), Box.SIZE, Weight.NORMAL, Ink.QUIET);
        }
    }
}
