package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import tocsin.app.Safe;
import tocsin.publish.paper.Block;
import tocsin.publish.paper.Picture;
import tocsin.publish.paper.Span;

/// Draws the blocks of a document as it will look. Loads nothing: pictures come from whoever has them.
final class BlockNodes {
    private static final double WIDEST_PICTURE = 640;
    private static final int WIDEST_LETTERS = 24;
    private static final double LETTER = 7.8;
    private static final double CELL_GAP = 14;
    private static final double NARROW_COLUMN = 104;
    private static final int HEAD_LETTERS = 12;

    private final Function<String, Optional<Image>> pictures;
    private final String fromRecord;

    /// @param pictures an attachment by its SHA-256, if it is at hand
    /// @param fromRecord over what was composed from facts
    BlockNodes(Function<String, Optional<Image>> pictures, String fromRecord) {
        this.pictures = pictures;
        this.fromRecord = fromRecord;
    }

    Node node(Block block) {
        return switch (block) {
            case Block.Heading heading -> words(heading.spans(), "paper-h" + Math.clamp(heading.level(), 1, 4));
            case Block.Paragraph paragraph -> words(paragraph.spans(), "paper-words");
            case Block.Bullets list -> list(list.items(), _ -> "•");
            case Block.Numbered list -> {
                int start = list.start();
                yield list(list.items(), index -> (start + index) + ".");
            }
            case Block.Table table -> table(table);
            case Block.Code code -> code(code);
            case Block.Quote quote -> box(quote.blocks(), "paper-quote");
            case Block.Figure figure -> figure(figure);
            case Block.Rule _ -> styled(new Region(), "paper-rule");
            case Block.FromRecord record -> record(record);
        };
    }

    private static TextFlow words(List<Span> spans, String style) {
        var flow = new TextFlow();
        flow.getStyleClass().addAll("paper-flow", style);
        for (Span span : spans) {
            for (Text text : Reading.texts(Safe.lines(span.text()))) {
                text.getStyleClass().addAll("text", "paper-text");
                span.styles()
                        .forEach(each ->
                                text.getStyleClass().add("span-" + each.name().toLowerCase(Locale.ROOT)));
                if (span.address().isPresent()) {
                    text.getStyleClass().add("span-link");
                    text.setAccessibleHelp(span.address().get());
                }
                flow.getChildren().add(text);
            }
        }
        flow.setAccessibleText(Span.text(spans));
        return flow;
    }

    private Node list(List<Block.Item> items, Function<Integer, String> sign) {
        var rows = new ArrayList<Node>();
        for (int i = 0; i < items.size(); i++) {
            Block.Item item = items.get(i);
            String mark = switch (item.tick()) {
                case NONE -> sign.apply(i);
                case OPEN -> "☐";
                case DONE -> "☑";
            };
            var label = styled(new Label(mark), "paper-sign");
            var body = box(item.blocks(), "paper-item");
            HBox.setHgrow(body, Priority.ALWAYS);
            var row = new HBox(label, body);
            row.getStyleClass().add("paper-row");
            rows.add(row);
        }
        var list = styled(new VBox(), "paper-list");
        list.getChildren().setAll(rows);
        return list;
    }

    /// A column is as wide as its words need, up to a point; the one that says most takes what is left.
    private static Node table(Block.Table table) {
        var grid = styled(new GridPane(), "paper-table");
        int columns = table.head().size();
        int most = IntStream.range(0, columns)
                .boxed()
                .max(Comparator.comparingInt(column -> letters(table, column)))
                .orElse(0);
        for (int column = 0; column < columns; column++) {
            var wide = new ColumnConstraints();
            double width = Math.min(letters(table, column), WIDEST_LETTERS) * LETTER + CELL_GAP;
            if (column == most) {
                wide.setHgrow(Priority.ALWAYS);
                wide.setMinWidth(NARROW_COLUMN);
            } else {
                wide.setMinWidth(Math.min(width, NARROW_COLUMN));
                wide.setPrefWidth(width);
            }
            grid.getColumnConstraints().add(wide);
            put(grid, table.head().get(column), column, 0, "paper-head");
        }
        for (int row = 0; row < table.rows().size(); row++) {
            List<Block.Cell> cells = table.rows().get(row);
            for (int column = 0; column < Math.min(columns, cells.size()); column++) {
                put(grid, cells.get(column), column, row + 1, "paper-cell");
            }
        }
        return grid;
    }

    /// Reckoned from letters: measuring every cell would take longer than drawing those in sight. A heading may break.
    private static int letters(Block.Table table, int column) {
        int letters = Math.min(
                HEAD_LETTERS, Span.text(table.head().get(column).spans()).length());
        for (List<Block.Cell> row : table.rows()) {
            letters = Math.max(letters, Span.text(row.get(column).spans()).length());
        }
        return letters;
    }

    private static void put(GridPane grid, Block.Cell cell, int column, int row, String style) {
        TextFlow words = words(cell.spans(), style);
        words.setMaxWidth(Double.MAX_VALUE);
        GridPane.setFillWidth(words, true);
        grid.add(words, column, row);
    }

    private static Node code(Block.Code code) {
        var text = new Label(Safe.lines(code.text()));
        text.getStyleClass().addAll("mono", "paper-code");
        text.setMaxWidth(Double.MAX_VALUE);
        return text;
    }

    private Node figure(Block.Figure figure) {
        var box = styled(new VBox(), "paper-figure");
        box.getChildren()
                .add(
                        switch (figure.picture()) {
                            case Picture.Attached(var sha256, var alt) -> attached(sha256, alt);
                            case Picture.Drawn(var drawing, var alt) -> new DrawingNode(drawing, alt);
                        });
        if (!figure.caption().isBlank()) {
            var caption = words(Span.plain(figure.caption()), "paper-caption");
            box.getChildren().add(caption);
        }
        return box;
    }

    private Node attached(String sha256, String alt) {
        Optional<Image> found = pictures.apply(sha256);
        if (found.isEmpty()) {
            return styled(new Label(Safe.line(alt)), "muted");
        }
        var view = new ImageView(found.get());
        view.setPreserveRatio(true);
        view.setFitWidth(Math.min(WIDEST_PICTURE, found.get().getWidth()));
        view.setAccessibleText(alt);
        return view;
    }

    private Node record(Block.FromRecord record) {
        var head = new Label(fromRecord + "  " + record.directive().source());
        head.getStyleClass().add("paper-origin");
        var box = box(record.blocks(), "paper-record");
        box.getChildren().addFirst(head);
        return box;
    }

    private VBox box(List<Block> blocks, String style) {
        var box = styled(new VBox(), style);
        box.setAlignment(Pos.TOP_LEFT);
        box.setFillWidth(true);
        blocks.forEach(block -> box.getChildren().add(node(block)));
        return box;
    }

    private static <N extends Node> N styled(N node, String style) {
        node.getStyleClass().add(style);
        return node;
    }
}
