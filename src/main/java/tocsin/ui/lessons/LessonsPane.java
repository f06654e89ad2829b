package tocsin.ui.lessons;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tocsin.ui.kit.RowList;
import tocsin.ui.kit.Screens;

/// Postmortems above, actions below, under the line that narrows both. Arrows point at what is listed while the line
/// keeps the focus.
public final class LessonsPane {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");
    private static final double ROW = 46;
    private static final int PAGE = 8;
    /// Of the height; the actions have what is left.
    private static final double MOST_DEBTS = 0.36;

    private final LessonsModel model;
    private final Parent prompt;
    private final Wishes wishes;

    @FXML
    private BorderPane page;

    @FXML
    private VBox middle;

    @FXML
    private TextField filter;

    @FXML
    private HBox chips;

    @FXML
    private ListView<Line> debts;

    @FXML
    private ListView<Line> actions;

    @FXML
    private VBox about;

    /// What a person asks for by pointing.
    interface Wishes {
        void open();

        void take(String file);
    }

    LessonsPane(LessonsModel model, Parent prompt, Wishes wishes) {
        this.model = model;
        this.prompt = prompt;
        this.wishes = wishes;
    }

    Parent draw(Screens screens) {
        return screens.load(this);
    }

    public LessonsModel getModel() {
        return model;
    }

    @FXML
    void initialize() {
        middle.getChildren().add(middle.getChildren().size() - 1, prompt);
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        fill(debts, model.debts());
        fill(actions, model.actions());
        debts.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(this::debtsHeight, model.debts(), page.heightProperty()));
        model.onPointed(this::point);
        var side = new AboutPane(about);
        model.aboutProperty().addListener((_, _, now) -> side.show(now));
        side.show(model.about());
        model.chips().addListener((Observable _) -> drawChips());
        drawChips();
        page.addEventHandler(DragEvent.DRAG_OVER, this::over);
        page.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
        point();
    }

    /// The last one is cut in the middle where there are more, so that it shows.
    private double debtsHeight() {
        double rows = Math.floor(Math.max(3, page.getHeight() * MOST_DEBTS / ROW));
        int all = Math.max(1, model.debts().size());
        return (all <= rows ? all : rows - 0.5) * ROW + 1;
    }

    private void fill(ListView<Line> list, RowList<Line> lines) {
        list.setItems(lines);
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new LineCell(model.words()));
        list.setOnMouseClicked(click -> {
            Optional<Line> line = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
            filter.requestFocus();
            line.filter(each -> !(each instanceof Line.Head)).ifPresent(each -> {
                model.choose(each);
                if (click.getClickCount() > 1) {
                    wishes.open();
                }
            });
        });
    }

    void focus() {
        filter.requestFocus();
    }

    boolean onFilter() {
        return filter.isFocused();
    }

    private void point() {
        Optional<Line> line = model.line();
        select(debts, model.debts(), line);
        select(actions, model.actions(), line);
    }

    private static void select(ListView<Line> list, RowList<Line> lines, Optional<Line> line) {
        int index = LessonsModel.index(lines, line);
        list.getSelectionModel().clearSelection();
        if (index >= 0) {
            list.getSelectionModel().select(index);
            double rows = list.getHeight() / ROW;
            list.scrollTo((int) Math.max(0, index - rows / 2));
        }
    }

    private void drawChips() {
        chips.getChildren().setAll(model.chips().stream().map(this::button).toList());
    }

    private Node button(Chip chip) {
        var button = new Button(chip.label());
        button.getStyleClass().setAll("lesson-chip");
        button.setFocusTraversable(false);
        button.pseudoClassStateChanged(ON, chip.state() == Chip.State.ON);
        button.setOnAction(_ -> {
            model.toggle(chip);
            filter.requestFocus();
            filter.end();
        });
        return button;
    }

    private void typed(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        int step = switch (key.getCode()) {
            case UP -> -1;
            case DOWN -> 1;
            case PAGE_UP -> -PAGE;
            case PAGE_DOWN -> PAGE;
            default -> 0;
        };
        if (step != 0) {
            model.move(step);
            key.consume();
        }
    }

    private void over(DragEvent drag) {
        if (drag.getDragboard().hasFiles()) {
            drag.acceptTransferModes(TransferMode.COPY);
            drag.consume();
        }
    }

    private void dropped(DragEvent drag) {
        List<File> files = drag.getDragboard().getFiles();
        if (!files.isEmpty()) {
            wishes.take(files.getFirst().getPath());
        }
        drag.setDropCompleted(!files.isEmpty());
        drag.consume();
    }
}
