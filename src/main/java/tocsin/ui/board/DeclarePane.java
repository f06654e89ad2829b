package tocsin.ui.board;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tocsin.domain.severity.Severity;
import tocsin.ui.kit.Screens;

/// The line that declares: words, then the level by a digit, then the questions for whoever wants help with it.
public final class DeclarePane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final DeclareModel model;
    private final Screens screens;
    private final List<HBox> picks = new ArrayList<>();

    @FXML
    private TextField title;

    @FXML
    private HBox levels;

    @FXML
    private VBox root;

    DeclarePane(DeclareModel model, Screens screens) {
        this.model = model;
        this.screens = screens;
    }

    Parent draw() {
        return screens.load(this);
    }

    @FXML
    void initialize() {
        title.textProperty().bindBidirectional(model.titleProperty());
        for (Severity severity : Severity.values()) {
            HBox pick = pick(severity);
            picks.add(pick);
            levels.getChildren().add(pick);
        }
        mark(model.getLevel());
        model.levelProperty().addListener((_, _, level) -> mark(level));
        root.getChildren().add(2, new SizeUpPane(model.getSizeUp(), model::commit).draw(screens));
    }

    private HBox pick(Severity severity) {
        var shape = new Region();
        shape.getStyleClass().add("shape");
        var pick = new HBox(shape, new Label(severity.toString()));
        pick.getStyleClass().addAll("pick", Levels.style(severity));
        pick.setOnMouseClicked(_ -> model.pick(severity));
        return pick;
    }

    private void mark(Severity level) {
        for (int at = 0; at < picks.size(); at++) {
            picks.get(at).pseudoClassStateChanged(CHOSEN, at == level.ordinal());
        }
    }

    /// A person asked for it.
    void focus() {
        title.requestFocus();
        title.end();
    }

    @FXML
    void commit() {
        model.commit();
    }

    @FXML
    void leave(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            model.leave();
            key.consume();
        }
    }

    @FXML
    void pickByKey(KeyEvent key) {
        KeyCode code = key.getCode();
        if (code == KeyCode.ENTER) {
            model.commit();
        } else if (code.isDigitKey()) {
            Severity.ofLevel(Character.digit(code.getChar().charAt(0), 10)).ifPresent(model::pick);
        } else if (code == KeyCode.LEFT || code == KeyCode.RIGHT) {
            Severity.ofLevel(model.getLevel().level() + (code == KeyCode.LEFT ? -1 : 1))
                    .ifPresent(model::pick);
        } else {
            return;
        }
        key.consume();
    }

    public DeclareModel getModel() {
        return model;
    }
}
