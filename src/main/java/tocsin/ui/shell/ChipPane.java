package tocsin.ui.shell;

import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import tocsin.base.IncidentId;
import tocsin.ui.kit.Screens;

/// One thing due, as a button that opens its incident.
public final class ChipPane {
    private final ChipModel model;
    private final Consumer<IncidentId> open;

    @FXML
    private Button chip;

    ChipPane(ChipModel model, Consumer<IncidentId> open) {
        this.model = model;
        this.open = open;
    }

    Button draw(Screens screens) {
        screens.load(this);
        return chip;
    }

    @FXML
    void initialize() {
        chip.getStyleClass().add(model.getLook());
        model.lookProperty().addListener((_, before, look) -> {
            chip.getStyleClass().remove(before);
            chip.getStyleClass().add(look);
        });
    }

    @FXML
    void open() {
        model.incident().ifPresent(open);
    }

    public ChipModel getModel() {
        return model;
    }
}
