package tocsin.ui.board;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import tocsin.ui.kit.Screens;

/// One column of the board.
public final class ColumnPane {
    private final ColumnModel model;
    private final Screens screens;

    @FXML
    private ListView<CardModel> cards;

    ColumnPane(ColumnModel model, Screens screens) {
        this.model = model;
        this.screens = screens;
    }

    Parent draw() {
        Parent root = screens.load(this);
        root.getStyleClass().add(Levels.style(model.severity()));
        return root;
    }

    @FXML
    void initialize() {
        cards.setCellFactory(_ -> new CardCell(screens, model));
        cards.focusedProperty().addListener((_, _, focused) -> {
            if (focused && cards.getSelectionModel().isEmpty()) {
                cards.getSelectionModel().selectFirst();
            }
        });
    }

    public ColumnModel getModel() {
        return model;
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
}
