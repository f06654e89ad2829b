package tocsin.ui.board;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tocsin.ui.kit.Screens;

/// The questions, answered by digits while the whole has the focus; the mouse may point at an answer as well.
public final class SizeUpPane {
    private static final PseudoClass ASKED = PseudoClass.getPseudoClass("asked");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final SizeUpModel model;
    private final Runnable commit;

    @FXML
    private VBox questions;

    @FXML
    private VBox sizeUp;

    SizeUpPane(SizeUpModel model, Runnable commit) {
        this.model = model;
        this.commit = commit;
    }

    Parent draw(Screens screens) {
        return screens.load(this);
    }

    @FXML
    void initialize() {
        for (SizeUpModel.Question question : model.questions()) {
            questions.getChildren().add(row(question, questions.getChildren().size()));
        }
        var open = sizeUp.focusedProperty().or(model.answeredProperty());
        questions.visibleProperty().bind(open);
        questions.managedProperty().bind(open);
    }

    private HBox row(SizeUpModel.Question question, int index) {
        var words = new Label(question.words());
        words.getStyleClass().add("question");
        var row = new HBox(words);
        row.getStyleClass().add("question-row");
        int number = 0;
        for (String answer : question.answers()) {
            number++;
            row.getChildren().add(answer(question, number, answer));
        }
        row.pseudoClassStateChanged(ASKED, model.getAt() == index);
        model.atProperty().addListener((_, _, at) -> row.pseudoClassStateChanged(ASKED, at.intValue() == index));
        return row;
    }

    private Label answer(SizeUpModel.Question question, int number, String words) {
        var label = new Label(words);
        label.getStyleClass().add("answer");
        label.setOnMouseClicked(_ -> model.answer(question, number));
        question.chosenProperty()
                .addListener((_, _, chosen) -> label.pseudoClassStateChanged(CHOSEN, chosen.intValue() == number));
        return label;
    }

    @FXML
    void type(KeyEvent key) {
        KeyCode code = key.getCode();
        if (code.isDigitKey() && !key.isShortcutDown()) {
            model.answer(Character.digit(code.getChar().charAt(code.getChar().length() - 1), 10));
        } else if (code == KeyCode.BACK_SPACE) {
            model.step(-1);
        } else if (code == KeyCode.UP || code == KeyCode.DOWN) {
            model.step(code == KeyCode.UP ? -1 : 1);
        } else if (code == KeyCode.ENTER) {
            commit.run();
        } else {
            return;
        }
        key.consume();
    }

    public SizeUpModel getModel() {
        return model;
    }
}
