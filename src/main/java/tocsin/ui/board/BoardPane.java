package tocsin.ui.board;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import tocsin.base.IncidentId;
import tocsin.ui.kit.Screens;

/// The severity board: heading, the line that declares, four columns, the strip.
public final class BoardPane {
    private final BoardModel model;
    private final Screens screens;
    private final List<ColumnPane> columns = new ArrayList<>();
    private final Consumer<IncidentId> open;

    @FXML
    private GridPane grid;

    @FXML
    private TextField title;

    BoardPane(BoardModel model, Screens screens, Consumer<IncidentId> open) {
        this.model = model;
        this.screens = screens;
        this.open = open;
    }

    void enter() {
        if (model.getDeclare().isOpen()) {
            title.requestFocus();
        } else {
            focusFrom(0, 1);
        }
    }

    Parent draw() {
        return screens.load(this);
    }

    @FXML
    void initialize() {
        for (ColumnModel column : model.getColumns()) {
            var pane = new ColumnPane(column, screens, open);
            grid.add(pane.draw(), columns.size(), 0);
            columns.add(pane);
        }
        grid.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        title.textProperty().bindBidirectional(model.getDeclare().titleProperty());
        model.getDeclare().openProperty().addListener((_, _, open) -> {
            if (!open) {
                focusFrom(0, 1);
            }
        });
    }

    @FXML
    void declare() {
        model.getDeclare().open();
        title.requestFocus();
    }

    @FXML
    void commit() {
        model.getDeclare().commit();
    }

    @FXML
    void leave(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            model.getDeclare().leave();
            key.consume();
        }
    }

    public BoardModel getModel() {
        return model;
    }

    /// Left and right go to the next column that holds something.
    private void walk(KeyEvent key) {
        int step = key.getCode() == KeyCode.LEFT ? -1 : key.getCode() == KeyCode.RIGHT ? 1 : 0;
        if (step != 0) {
            int at = IntStream.range(0, columns.size())
                    .filter(index -> columns.get(index).focused())
                    .findFirst()
                    .orElse(-1);
            focusFrom(at + step, step);
            key.consume();
        }
    }

    private void focusFrom(int start, int step) {
        for (int at = start; at >= 0 && at < columns.size(); at += step) {
            if (columns.get(at).filled()) {
                columns.get(at).focus();
                return;
            }
        }
    }
}
