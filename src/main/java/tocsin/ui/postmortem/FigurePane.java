package tocsin.ui.postmortem;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import tocsin.ui.kit.Screens;

/// A figure being worked: its parts as an outline, beside them what it looks like. A drawing that is too wide gets
/// smaller as long as it can be read, and then is scrolled; the part that is meant is always in sight.
public final class FigurePane {
    private static final PseudoClass RULE = PseudoClass.getPseudoClass("rule");
    private static final double INDENT = 20;
    /// The edges of the paper, and a hair so that what fits is not scrolled.
    private static final double EDGES = 42;
    /// Smaller, and its words cannot be read.
    private static final double SMALLEST = 0.75;

    private final FigureModel model;
    private final Runnable edit;
    private @Nullable DrawingNode drawn;

    @FXML
    private VBox outline;

    @FXML
    private ListView<FigureRow> parts;

    @FXML
    private VBox teach;

    @FXML
    private VBox look;

    @FXML
    private ScrollPane picture;

    @FXML
    private VBox notes;

    @FXML
    private VBox noted;

    FigurePane(FigureModel model, Runnable edit) {
        this.model = model;
        this.edit = edit;
    }

    Parent draw(Screens screens) {
        return screens.load(this);
    }

    @FXML
    void initialize() {
        parts.setItems(model.rows());
        parts.setCellFactory(_ -> new Part());
        parts.getSelectionModel().selectedIndexProperty().addListener((_, _, index) -> model.moved(index.intValue()));
        parts.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2 && !model.rows().isEmpty()) {
                edit.run();
            }
        });
        model.onChange(this::follow);
        teach.visibleProperty().bind(model.emptyProperty());
        teach.managedProperty().bind(model.emptyProperty());
        picture.viewportBoundsProperty().addListener((_, before, now) -> {
            if (before.getWidth() != now.getWidth()) {
                fit();
            }
        });
    }

    private void follow() {
        int index = model.index();
        if (index < 0) {
            parts.getSelectionModel().clearSelection();
            return;
        }
        if (parts.getSelectionModel().getSelectedIndex() != index) {
            parts.getSelectionModel().clearAndSelect(index);
        }
        parts.getFocusModel().focus(index);
        parts.scrollTo(Math.max(0, index - 4));
        reveal();
    }

    boolean isHere() {
        return parts.isFocused();
    }

    void focus() {
        parts.requestFocus();
    }

    void show(FigureStudy study) {
        double x = picture.getHvalue();
        double y = picture.getVvalue();
        Optional<DrawingNode> node = study.drawing().map(drawing -> new DrawingNode(drawing, study.told()));
        drawn = node.orElse(null);
        picture.setContent(node.map(FigurePane::paper).orElse(null));
        notes.getChildren().setAll(study.notes().stream().map(FigurePane::note).toList());
        show(noted, !study.notes().isEmpty());
        fit();
        picture.setHvalue(x);
        picture.setVvalue(y);
        reveal();
    }

    private static Region paper(DrawingNode node) {
        var paper = new VBox(node);
        paper.getStyleClass().add("figure-paper");
        return paper;
    }

    private static TextFlow note(String words) {
        var flow = new TextFlow();
        for (Text text : Reading.texts(words)) {
            text.getStyleClass().add("figure-note");
            flow.getChildren().add(text);
        }
        return flow;
    }

    private void fit() {
        DrawingNode node = drawn;
        if (node == null) {
            return;
        }
        double room = picture.getViewportBounds().getWidth() - EDGES;
        node.setPrefWidth(room <= 0 ? node.whole() : Math.max(node.whole() * SMALLEST, Math.min(room, node.whole())));
    }

    /// Scrolls as far as it takes to see what is meant.
    private void reveal() {
        DrawingNode node = drawn;
        if (node == null || picture.getContent() == null) {
            return;
        }
        picture.applyCss();
        picture.layout();
        model.chosen().flatMap(chosen -> node.find(chosen.text())).ifPresent(found -> {
            var content = picture.getContent();
            var at = content.sceneToLocal(found.localToScene(found.getLayoutBounds()));
            var whole = content.getLayoutBounds();
            var room = picture.getViewportBounds();
            picture.setVvalue(seen(
                    picture.getVvalue(), at.getMinY(), at.getMaxY(), new Window(whole.getHeight(), room.getHeight())));
            picture.setHvalue(seen(
                    picture.getHvalue(), at.getMinX(), at.getMaxX(), new Window(whole.getWidth(), room.getWidth())));
        });
    }

    /// How much there is, and how much of it is seen.
    private record Window(double whole, double seen) {}

    private static double seen(double value, double from, double to, Window window) {
        double hidden = window.whole - window.seen;
        if (hidden <= 0) {
            return 0;
        }
        double start = value * hidden;
        if (from >= start && to <= start + window.seen) {
            return value;
        }
        return Math.clamp(((from + to) / 2 - window.seen / 2) / hidden, 0, 1);
    }

    /// Which of the two are seen.
    void fit(PostmortemPane.View view, PostmortemPane.Width width) {
        boolean both = width == PostmortemPane.Width.WIDE;
        show(outline, view != PostmortemPane.View.LOOK);
        show(look, view == PostmortemPane.View.LOOK || (view == PostmortemPane.View.BOTH && both));
    }

    private static void show(Region node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    public FigureModel getModel() {
        return model;
    }

    private static final class Part extends ListCell<FigureRow> {
        private final Label sign = new Label();
        private final TextFlow text = new TextFlow();
        private final Label mark = new Label();
        private final VBox notes = new VBox();
        private final VBox said = new VBox(text, notes);
        private final HBox box = new HBox(sign, said, mark);

        Part() {
            getStyleClass().add("figure-part");
            box.getStyleClass().add("figure-row");
            sign.getStyleClass().add("figure-sign");
            mark.getStyleClass().add("figure-mark");
            mark.setMinWidth(USE_PREF_SIZE);
            said.setMinWidth(0);
            sign.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(said, Priority.ALWAYS);
            setPrefWidth(0);
        }

        /// As high as its words are when they are broken at this width, which a cell does not reckon by itself.
        @Override
        protected double computePrefHeight(double width) {
            return isEmpty() || width < 0 ? super.computePrefHeight(width) : box.prefHeight(width);
        }

        @Override
        protected void updateItem(FigureRow row, boolean empty) {
            super.updateItem(row, empty);
            if (row == null || empty) {
                setGraphic(null);
                setAccessibleText("");
                pseudoClassStateChanged(RULE, false);
                return;
            }
            sign.setText(row.depth() == 0 ? "" : "└");
            sign.setVisible(row.depth() > 0);
            sign.setManaged(row.depth() > 0);
            box.setStyle("-fx-padding: 6px 10px 6px " + (8 + Math.clamp(row.depth() - 1, 0, 9) * INDENT) + "px;");
            var words = Reading.texts(row.text());
            words.forEach(each -> each.getStyleClass().add("figure-text"));
            text.getChildren().setAll(words);
            mark.setText(row.mark());
            notes.getChildren()
                    .setAll(row.notes().stream().map(FigurePane::note).toList());
            pseudoClassStateChanged(RULE, row.ends() == FigureRow.Ends.AT_A_RULE);
            setAccessibleText(row.text() + " " + row.mark() + " " + String.join(" ", row.notes()));
            setGraphic(box);
        }
    }
}
