package tocsin.ui.board;

import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import tocsin.ui.kit.Screens;

/// One column of the board. Where there is little room it may fold to its count, which opens it again.
public final class ColumnPane {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

    private final ColumnModel model;
    private final Screens screens;
    private final InstantSource wall;
    private final Gestures gestures;
    private final ReadOnlyBooleanWrapper folded = new ReadOnlyBooleanWrapper();
    private Runnable unfold = () -> {};

    @FXML
    private ListView<CardModel> cards;

    @FXML
    private VBox column;

    ColumnPane(ColumnModel model, Screens screens, InstantSource wall, Gestures gestures) {
        this.model = model;
        this.screens = screens;
        this.wall = wall;
        this.gestures = gestures;
    }

    Parent draw(Runnable whoUnfolds) {
        unfold = whoUnfolds;
        Parent root = screens.load(this);
        root.getStyleClass().add(Levels.style(model.severity()));
        return root;
    }

    @FXML
    void initialize() {
        cards.setCellFactory(_ -> new CardCell(screens, model, wall, gestures));
        cards.focusedProperty().addListener((_, _, focused) -> {
            if (focused && cards.getSelectionModel().isEmpty()) {
                cards.getSelectionModel().selectFirst();
            }
        });
    }

    @FXML
    void over(DragEvent drag) {
        if (gestures.carrying()) {
            drag.acceptTransferModes(TransferMode.MOVE);
            drag.consume();
        }
    }

    @FXML
    void enter(DragEvent drag) {
        if (gestures.carrying()) {
            column.pseudoClassStateChanged(TARGET, true);
            gestures.hover(model.severity());
            drag.consume();
        }
    }

    @FXML
    void exit(DragEvent drag) {
        column.pseudoClassStateChanged(TARGET, false);
        drag.consume();
    }

    @FXML
    void drop(DragEvent drag) {
        gestures.drop(model.severity());
        drag.setDropCompleted(true);
        drag.consume();
    }

    @FXML
    void unfold() {
        unfold.run();
    }

    public ColumnModel getModel() {
        return model;
    }

    public boolean isFolded() {
        return folded.get();
    }

    public ReadOnlyBooleanProperty foldedProperty() {
        return folded.getReadOnlyProperty();
    }

    void fold(boolean away) {
        folded.set(away);
    }

    boolean filled() {
        return !model.getCards().isEmpty();
    }

    boolean focused() {
        return cards.isFocused();
    }

    void focus() {
        cards.requestFocus();
    }

    void select(CardModel card) {
        cards.getSelectionModel().select(card);
        cards.scrollTo(card);
        focus();
    }

    Optional<CardModel> selected() {
        return Optional.ofNullable(cards.getSelectionModel().getSelectedItem());
    }
}
