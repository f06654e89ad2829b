package tocsin.ui.postmortem;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import tocsin.app.postmortem.Comparison;
import tocsin.ui.kit.KeyText;
import tocsin.ui.kit.Words;

/// The document as it stood beside the one of now, in a frame that nobody takes for a place to write: rows to be read,
/// no field. Stands where the text stands otherwise.
final class PastPane {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final Words words;
    private final Wishes wishes;
    private final Label banner = new Label();
    private final Label differs = new Label();
    private final Label section = new Label();
    private final ListView<Comparison.Row> rows = new ListView<>();
    private final VBox root = new VBox();

    interface Wishes {
        void leave();

        void restore(Comparison.Passage passage);
    }

    PastPane(Words words, Wishes wishes) {
        this.words = words;
        this.wishes = wishes;
        banner.getStyleClass().add("past-words");
        banner.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var keys = new KeyText();
        keys.setText(words.get("paperpast.keys"));
        keys.getStyleClass().add("small");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(banner, gap, keys);
        head.getStyleClass().add("past-banner");
        differs.getStyleClass().addAll("muted", "small-text", "paper-differs");
        section.getStyleClass().add("section-head");
        var now = new Label(words.get("paperpast.now"));
        now.getStyleClass().add("section-head");
        var heads = halves(section, now);
        heads.getStyleClass().add("paper-halves-head");
        rows.getStyleClass().add("paper-halves");
        rows.setCellFactory(_ -> new Row());
        rows.setAccessibleText(words.get("paperpast.title"));
        rows.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        var nothing = new Label(words.get("paperpast.empty"));
        nothing.getStyleClass().add("muted");
        rows.setPlaceholder(nothing);
        VBox.setVgrow(rows, Priority.ALWAYS);
        VBox.setVgrow(root, Priority.ALWAYS);
        root.getStyleClass().add("paper-past");
        root.getChildren().addAll(head, differs, heads, rows);
    }

    Region root() {
        return root;
    }

    Node place() {
        return rows;
    }

    /// What is looked at.
    void head(String line, String elsewhere) {
        banner.setText(line);
        differs.setText(elsewhere);
    }

    void show(String then, List<Comparison.Row> shown) {
        section.setText(then);
        int at = rows.getSelectionModel().getSelectedIndex();
        rows.getItems().setAll(shown);
        if (at < 0 || at >= shown.size()) {
            choose(first(0, 1));
        } else {
            rows.getSelectionModel().select(at);
        }
    }

    /// The section is another one.
    void forget() {
        rows.getItems().clear();
        rows.getSelectionModel().clearSelection();
    }

    /// To the passage after or before the one chosen.
    void step(int by) {
        Optional<Comparison.Passage> here = chosen();
        int at = Math.max(0, rows.getSelectionModel().getSelectedIndex());
        while (here.isPresent()
                && at >= 0
                && at < rows.getItems().size()
                && rows.getItems().get(at).passage().equals(here)) {
            at += by;
        }
        choose(first(at, by));
    }

    private int first(int from, int by) {
        for (int at = from; at >= 0 && at < rows.getItems().size(); at += by) {
            if (rows.getItems().get(at).passage().isPresent()) {
                return at;
            }
        }
        return -1;
    }

    private void choose(int at) {
        if (at >= 0) {
            rows.getSelectionModel().clearAndSelect(at);
            rows.getFocusModel().focus(at);
            rows.scrollTo(Math.max(0, at - 2));
        }
    }

    Optional<Comparison.Passage> chosen() {
        return Optional.ofNullable(rows.getSelectionModel().getSelectedItem()).flatMap(Comparison.Row::passage);
    }

    private void typed(KeyEvent key) {
        boolean plain = !key.isShortcutDown() && !key.isControlDown() && !key.isAltDown();
        boolean done = plain
                && switch (key.getCode()) {
                    case ESCAPE -> {
                        wishes.leave();
                        yield true;
                    }
                    case ENTER -> {
                        chosen().ifPresent(wishes::restore);
                        yield true;
                    }
                    default -> false;
                };
        if (done) {
            key.consume();
        }
    }

    private static GridPane halves(Node left, Node right) {
        var half = new ColumnConstraints();
        half.setPercentWidth(50);
        var grid = new GridPane();
        grid.getStyleClass().add("paper-pair");
        grid.getColumnConstraints().addAll(half, half);
        grid.add(left, 0, 0);
        grid.add(right, 1, 0);
        return grid;
    }

    private static TextFlow flow(Optional<Comparison.Line> line, String mark) {
        var flow = new TextFlow();
        flow.getStyleClass().add("paper-half");
        line.ifPresent(each -> each.parts().forEach(part -> {
            for (Text text : Reading.texts(part.words())) {
                text.getStyleClass().add(part.mark() == Comparison.Mark.OTHER ? mark : "half-same");
                flow.getChildren().add(text);
            }
        }));
        return flow;
    }

    private static String told(Optional<Comparison.Line> line) {
        return line.stream()
                .flatMap(each -> each.parts().stream())
                .map(Comparison.Part::words)
                .collect(Collectors.joining());
    }

    private final class Row extends ListCell<Comparison.Row> {
        Row() {
            // As wide as the list, so that words break and nothing scrolls sideways.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Comparison.Row row, boolean empty) {
            super.updateItem(row, empty);
            boolean changed = row != null && !empty && row.passage().isPresent();
            pseudoClassStateChanged(CHANGED, changed);
            if (row == null || empty) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            setGraphic(halves(flow(row.then(), "half-gone"), flow(row.now(), "half-came")));
            setAccessibleText(
                    changed ? words.get("paperpast.row", told(row.then()), told(row.now())) : told(row.now()));
        }
    }
}
