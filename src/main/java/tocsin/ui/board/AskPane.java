package tocsin.ui.board;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import tocsin.ui.kit.Screens;

/// The line that asks before something is done.
public final class AskPane {
    private final AskModel model;
    private final Runnable commit;

    @FXML
    private TextField text;

    AskPane(AskModel model, Runnable commit) {
        this.model = model;
        this.commit = commit;
    }

    Parent draw(Screens screens) {
        return screens.load(this);
    }

    @FXML
    void initialize() {
        text.textProperty().bindBidirectional(model.textProperty());
    }

    /// A person asked for it.
    void focus() {
        text.requestFocus();
    }

    @FXML
    void commit() {
        commit.run();
    }

    @FXML
    void type(KeyEvent key) {
        switch (key.getCode()) {
            case ESCAPE -> model.leave();
            case UP -> model.step(-1);
            case DOWN -> model.step(1);
            default -> {
                return;
            }
        }
        key.consume();
    }

    public AskModel getModel() {
        return model;
    }
}
