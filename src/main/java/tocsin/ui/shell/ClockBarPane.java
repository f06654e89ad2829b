package tocsin.ui.shell;

import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import tocsin.base.IncidentId;
import tocsin.ui.kit.Screens;

/// The bar on top of every screen: what is due, the way to everything, the time. Nothing in it takes the focus by
/// itself.
public final class ClockBarPane {
    private final ClockBarModel model;
    private final Screens screens;
    private final Consumer<IncidentId> open;
    private final Runnable search;

    @FXML
    private ChipRow row;

    public ClockBarPane(ClockBarModel model, Screens screens, Consumer<IncidentId> open, Runnable search) {
        this.model = model;
        this.screens = screens;
        this.open = open;
        this.search = search;
    }

    public Parent draw() {
        return screens.load(this);
    }

    @FXML
    void initialize() {
        total(model.getTotal());
        model.totalProperty().addListener((_, _, total) -> total(total.intValue()));
    }

    /// A chip is drawn when there is something for it to say.
    private void total(int total) {
        for (ChipModel chip : model.chips()
                .subList(
                        row.count(),
                        Math.max(row.count(), Math.min(total, model.chips().size())))) {
            row.add(new ChipPane(chip, open).draw(screens));
        }
        row.total(total);
    }

    @FXML
    void search() {
        search.run();
    }

    public ClockBarModel getModel() {
        return model;
    }
}
