package tocsin.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tocsin.publish.paper.Block;
import tocsin.publish.paper.Span;

/// A table over as many pages as it needs; each begins with its head.
final class SheetTable {
    private static final float SIZE = 8.5f;
    private static final float LEADING = 11.5f;
    private static final float PADDING = 8;
    private static final float WIDEST_WORD = 120;
    private static final float WIDEST_CELL = 420;
    private static final float WIDEST_GAP = 24;
    private static final int MEASURED_ROWS = 300;
    private static final int TOGETHER = 8;

    private final Sheets sheets;
    private final Type type;
    private final Block.Table table;
    private final float[] widths;
    private final List<List<Type.Line>> head;

    SheetTable(Sheets sheets, Type type, Block.Table table) throws IOException {
        this.sheets = sheets;
        this.type = type;
        this.table = table;
        this.widths = widths();
        this.head = cells(table.head(), true);
    }

    void draw() throws IOException {
        if (widths.length == 0) {
            return;
        }
        sheets.need((height(head) + 2) * LEADING + 8);
        head();
        for (List<Block.Cell> row : table.rows()) {
            row(cells(row, false));
        }
        sheets.gap(6);
    }

    private void head() throws IOException {
        sheets.take(2);
        for (int at = 0; at < height(head); at++) {
            slice(head, at);
        }
        sheets.take(3);
        sheets.stroke(sheets.left(), sheets.y(), sheets.left() + sheets.width(), Type.QUIET);
        sheets.take(2);
    }

    /// Short rows stay whole; a long one goes on over the page.
    private void row(List<List<Type.Line>> cells) throws IOException {
        int lines = height(cells);
        if (sheets.left((lines <= TOGETHER ? lines : 2) * LEADING + 4) < 0) {
            turn();
        }
        for (int at = 0; at < lines; at++) {
            if (sheets.left(LEADING) < 0) {
                turn();
            }
            slice(cells, at);
        }
        sheets.take(2.5f);
        sheets.stroke(sheets.left(), sheets.y(), sheets.left() + sheets.width(), Type.RULE);
        sheets.take(2);
    }

    private void turn() throws IOException {
        sheets.newPage();
        head();
    }

    /// The same line of all cells.
    private void slice(List<List<Type.Line>> cells, int at) throws IOException {
        sheets.take(LEADING);
        float x = sheets.left();
        for (int column = 0; column < widths.length; column++) {
            List<Type.Line> lines = column < cells.size() ? cells.get(column) : List.of();
            if (at < lines.size()) {
                float room = widths[column] - PADDING - lines.get(at).width();
                float aside =
                        switch (table.aligns().size() > column ? table.aligns().get(column) : Block.Align.LEFT) {
                            case LEFT -> 0;
                            case CENTRE -> room / 2;
                            case RIGHT -> room;
                        };
                sheets.write(lines.get(at), x + Math.max(0, aside), sheets.y() + LEADING * 0.25f);
            }
            x += widths[column];
        }
    }

    private static int height(List<List<Type.Line>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(1);
    }

    private List<List<Type.Line>> cells(List<Block.Cell> cells, boolean strong) throws IOException {
        var all = new ArrayList<List<Type.Line>>();
        for (int column = 0; column < Math.min(widths.length, cells.size()); column++) {
            List<Span> spans = cells.get(column).spans();
            float width = widths[column] - PADDING;
            all.add(strong ? type.strong(spans, SIZE, Type.QUIET, width) : type.lines(spans, SIZE, Type.INK, width));
        }
        return all;
    }

    /// Each column gets what its longest word needs, and of the rest as much as it has words.
    private float[] widths() throws IOException {
        int columns = table.head().size();
        var least = new float[columns];
        var wanted = new float[columns];
        measure(table.head(), least, wanted, true);
        for (List<Block.Cell> row :
                table.rows().subList(0, Math.min(MEASURED_ROWS, table.rows().size()))) {
            measure(row, least, wanted, false);
        }
        return shared(least, wanted, sheets.width());
    }

    /// Columns that want little get it; what is left is shared by the others, none below its longest word. A table that
    /// needs less than the page stays together at the left.
    private static float[] shared(float[] least, float[] wanted, float all) {
        int columns = wanted.length;
        float slack = all - sum(wanted);
        float[] widths = wanted.clone();
        if (slack >= 0) {
            for (int column = 0; column < columns; column++) {
                widths[column] += Math.min(WIDEST_GAP, slack / columns);
            }
            return widths;
        }
        var settled = new boolean[columns];
        float room = all;
        int open = columns;
        boolean more = true;
        while (more && open > 0) {
            more = false;
            float fair = room / open;
            for (int column = 0; column < columns; column++) {
                float needs = wanted[column] <= fair ? wanted[column] : least[column] > fair ? least[column] : -1;
                if (!settled[column] && needs >= 0) {
                    widths[column] = needs;
                    settled[column] = true;
                    room -= needs;
                    open--;
                    more = true;
                    break;
                }
            }
        }
        for (int column = 0; column < columns; column++) {
            widths[column] = settled[column] ? widths[column] : room / open;
        }
        float total = sum(widths);
        for (int column = 0; column < columns && total > all; column++) {
            widths[column] *= all / total;
        }
        return widths;
    }

    private void measure(List<Block.Cell> cells, float[] least, float[] wanted, boolean strong) throws IOException {
        for (int column = 0; column < Math.min(least.length, cells.size()); column++) {
            List<Span> spans = cells.get(column).spans();
            float wide = 0;
            float word = 0;
            for (Type.Line line : strong
                    ? type.strong(spans, SIZE, Type.QUIET, Float.MAX_VALUE)
                    : type.lines(spans, SIZE, Type.INK, Float.MAX_VALUE)) {
                wide = Math.max(wide, line.width());
                word = Math.max(word, line.longest());
            }
            least[column] = Math.max(least[column], Math.min(word, WIDEST_WORD) + PADDING);
            wanted[column] = Math.max(wanted[column], Math.clamp(wide + PADDING + 1, least[column], WIDEST_CELL));
        }
    }

    private static float sum(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
