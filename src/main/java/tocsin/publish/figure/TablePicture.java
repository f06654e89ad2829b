package tocsin.publish.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tocsin.domain.analysis.Analysis;
import tocsin.domain.analysis.Content;
import tocsin.domain.analysis.Differs;
import tocsin.domain.analysis.FactorPart;
import tocsin.domain.analysis.Figure;
import tocsin.domain.analysis.Held;
import tocsin.domain.analysis.Marked;
import tocsin.domain.analysis.Node;
import tocsin.publish.paper.Drawing;
import tocsin.publish.paper.Drawing.Box;
import tocsin.publish.paper.Drawing.Ink;
import tocsin.publish.paper.Drawing.Weight;

/// The figures that are rows: contributing factors, change analysis and barrier analysis.
final class TablePicture {
    private static final double GAP = 14;
    private static final double PAD = 6;

    private record Column(Caption head, double width) {}

    private record Cell(String words, Ink ink) {}

    private TablePicture() {}

    static Drawing draw(Analysis analysis, Figure figure, Labels labels) {
        List<Column> columns = columns(figure);
        var sheet = new Sheet();
        double wide = columns.stream().mapToDouble(column -> column.width + GAP).sum() - GAP;
        double y = 12;
        double x = 1;
        for (Column column : columns) {
            sheet.words(x, y, labels.caption(column.head), Box.SIZE, Weight.STRONG, Ink.QUIET);
            x += column.width + GAP;
        }
        y += PAD + 1;
        for (Node node : rows(analysis, figure)) {
            sheet.line(1, y, 1 + wide, y);
            y = row(sheet, columns, cells(figure, node, labels), y + PAD) + PAD;
        }
        sheet.line(1, y, 1 + wide, y);
        return sheet.drawing();
    }

    /// Factors stand in the order of their parts: what set it off first.
    private static List<Node> rows(Analysis analysis, Figure figure) {
        return figure == Figure.FACTORS
                ? analysis.figure(figure).stream()
                        .sorted(Comparator.comparingInt(node ->
                                node.content().part().map(FactorPart::ordinal).orElse(Integer.MAX_VALUE)))
                        .toList()
                : analysis.figure(figure);
    }

    private static List<Column> columns(Figure figure) {
        return switch (figure) {
            case CHANGE ->
                List.of(
                        new Column(Caption.CHANGED, 160),
                        new Column(Caption.LAST_GOOD, 130),
                        new Column(Caption.FIRST_BAD, 130),
                        new Column(Caption.DIFFERS, 60));
            case BARRIER ->
                List.of(
                        new Column(Caption.DEFENCE, 120),
                        new Column(Caption.SHOULD_HAVE, 140),
                        new Column(Caption.HELD, 70),
                        new Column(Caption.WHY, 150));
            default ->
                List.of(new Column(Caption.PART, 90), new Column(Caption.FACTOR, 120), new Column(Caption.WORDS, 280));
        };
    }

    private static List<Cell> cells(Figure figure, Node node, Labels labels) {
        Content content = node.content();
        var words = new StringBuilder(node.text());
        for (Content rival : node.rivals()) {
            words.append(" / ")
                    .append(labels.caption(Caption.OR_ELSE))
                    .append(' ')
                    .append(rival.text());
        }
        return switch (figure) {
            case CHANGE ->
                List.of(
                        plain(words.toString()),
                        plain(content.cell(0)),
                        plain(content.cell(1)),
                        mark(
                                content.differs(),
                                labels,
                                content.differs().filter(Differs.YES::equals).isPresent() ? Ink.WARN : Ink.QUIET));
            case BARRIER ->
                List.of(
                        plain(words.toString()),
                        plain(content.cell(0)),
                        mark(
                                content.held(),
                                labels,
                                content.held().filter(Held.HELD::equals).isPresent() ? Ink.GOOD : Ink.BAD),
                        plain(content.cell(1)));
            default ->
                List.of(
                        mark(content.part(), labels, Ink.TEXT),
                        mark(content.factor(), labels, Ink.QUIET),
                        plain(words.toString()));
        };
    }

    private static Cell plain(String words) {
        return new Cell(words, Ink.TEXT);
    }

    private static Cell mark(Optional<? extends Marked> mark, Labels labels, Ink ink) {
        return new Cell(mark.map(labels::mark).orElse(""), ink);
    }

    private static double row(Sheet sheet, List<Column> columns, List<Cell> cells, double top) {
        double bottom = top;
        double x = 1;
        for (int i = 0; i < columns.size(); i++) {
            double y = top;
            var lines = new ArrayList<>(Letters.wrap(cells.get(i).words(), Box.SIZE, columns.get(i).width));
            for (String line : lines) {
                y += Box.LEADING;
                sheet.words(
                        x, y - 3, line, Box.SIZE, Weight.NORMAL, cells.get(i).ink());
            }
            bottom = Math.max(bottom, y);
            x += columns.get(i).width + GAP;
        }
        return bottom;
    }
}
