package tocsin.ui.shell;

import javafx.scene.Parent;
import tocsin.ui.kit.Screens;

/// The strip at the foot of the window.
public final class StatusPane {
    private final StatusModel model;
    private final Screens screens;

    public StatusPane(StatusModel model, Screens screens) {
        this.model = model;
        this.screens = screens;
    }

    public Parent draw() {
        return screens.load(this);
    }

    public StatusModel getModel() {
        return model;
    }
}
