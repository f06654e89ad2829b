package tocsin.ui.kit;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyEvent;

/// The line of a prompt with what can be chosen under it. Takes the focus only when a person asked for the line, and
/// gives it back through `left`.
public final class PromptPane {
    private static final double ROW = 26;
    private static final int MOST_ROWS = 9;

    private final PromptModel model;
    private final Runnable left;

    @FXML
    private TextArea line;

    @FXML
    private ListView<Prompt.Option> options;

    public PromptPane(PromptModel model, Runnable left) {
        this.model = model;
        this.left = left;
    }

    public Parent draw(Screens screens) {
        return screens.load(this);
    }

    @FXML
    void initialize() {
        line.textProperty().bindBidirectional(model.textProperty());
        line.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        options.setFixedCellSize(ROW);
        options.setCellFactory(_ -> new OptionCell());
        options.setOnMouseClicked(_ -> take());
        model.onChosen(this::show);
        model.getOptions().addListener((javafx.beans.Observable _) -> fit());
        model.openProperty().addListener((_, _, open) -> opened(open));
        fit();
    }

    public PromptModel getModel() {
        return model;
    }

    @FXML
    void commit() {
        model.commit();
    }

    private void opened(boolean open) {
        if (open) {
            line.setPrefRowCount(model.lines());
            line.requestFocus();
            line.positionCaret(firstGap(line.getText()));
        } else {
            left.run();
        }
    }

    /// Where writing begins: in a form the first row that says nothing yet, else the end.
    private int firstGap(String text) {
        int at = model.lines() > 1 ? (text + "\n").indexOf(": \n") : -1;
        return at < 0 ? text.length() : at + 2;
    }

    /// A form goes from row to row.
    private void nextRow() {
        String text = line.getText();
        int end = text.indexOf('\n', line.getCaretPosition());
        int next = end < 0 ? -1 : text.indexOf('\n', end + 1);
        line.positionCaret(end < 0 ? firstGap(text) : next < 0 ? text.length() : next);
    }

    private void fit() {
        int rows = Math.min(MOST_ROWS, model.getOptions().size());
        options.setPrefHeight(rows * ROW + 2);
        options.setMinHeight(rows * ROW + 2);
        options.setManaged(rows > 0);
        options.setVisible(rows > 0);
    }

    private void show(int index) {
        if (index < 0) {
            options.getSelectionModel().clearSelection();
        } else {
            options.getSelectionModel().select(index);
            options.scrollTo(Math.max(0, index - MOST_ROWS + 2));
        }
    }

    private void take() {
        int index = options.getSelectionModel().getSelectedIndex();
        if (index >= 0) {
            model.take(index);
            line.requestFocus();
            line.end();
        }
    }

    private void typed(KeyEvent key) {
        boolean many = model.lines() > 1;
        boolean control = key.isShortcutDown() || key.isControlDown();
        boolean done = switch (key.getCode()) {
            case ESCAPE -> run(model::leave);
            // A field of several rows is sent by Ctrl+Enter; Enter alone breaks its line.
            case ENTER -> (!many || control) && run(model::commit);
            case UP -> !many && run(() -> model.move(-1));
            case DOWN -> !many && run(() -> model.move(1));
            case TAB ->
                run(() -> {
                    if (many) {
                        nextRow();
                    } else {
                        model.complete();
                        line.end();
                    }
                });
            default -> false;
        };
        if (done) {
            key.consume();
        }
    }

    private static boolean run(Runnable act) {
        act.run();
        return true;
    }
}
