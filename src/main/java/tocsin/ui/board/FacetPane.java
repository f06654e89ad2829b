package tocsin.ui.board;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import tocsin.ui.kit.Screens;

/// One facet as a chip that is on or off.
public final class FacetPane {
    private final FacetModel model;
    private final Runnable toggle;

    @FXML
    private Button chip;

    FacetPane(FacetModel model, Runnable toggle) {
        this.model = model;
        this.toggle = toggle;
    }

    Button draw(Screens screens) {
        screens.load(this);
        Shelf.mark(chip, model);
        return chip;
    }

    @FXML
    void toggle() {
        toggle.run();
    }

    public FacetModel getModel() {
        return model;
    }
}
