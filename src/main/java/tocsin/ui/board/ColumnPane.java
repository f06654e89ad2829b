package tocsin.ui.board;

import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import tocsin.base.IncidentId;
import tocsin.ui.kit.Screens;

/// One column of the board.
public final class ColumnPane {
    private final ColumnModel model;
    private final Screens screens;
    private final Consumer<IncidentId> open;

    @FXML
    private ListView<CardModel> cards;

    ColumnPane(ColumnModel model, Screens screens, Consumer<IncidentId> open) {
        this.model = model;
        this.screens = screens;
        this.open = open;
    }

    Parent draw() {
        Parent root = screens.load(this);
        root.getStyleClass().add(Levels.style(model.severity()));
        return root;
    }

    @FXML
    void initialize() {
        cards.setCellFactory(_ -> new CardCell(screens, model));
        cards.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                openChosen();
            }
        });
        cards.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                openChosen();
            }
        });
        cards.focusedProperty().addListener((_, _, focused) -> {
            if (focused && cards.getSelectionModel().isEmpty()) {
                cards.getSelectionModel().selectFirst();
            }
        });
    }

    private void openChosen() {
        CardModel chosen = cards.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            open.accept(chosen.id());
        }
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
