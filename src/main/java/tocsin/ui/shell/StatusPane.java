package tocsin.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import tocsin.ui.kit.Screens;
import tocsin.ui.sight.HubLine;

/// The strip at the foot of the window.
public final class StatusPane {
    private final StatusModel model;
    private final Screens screens;

    public StatusPane(StatusModel model, Screens screens) {
        this.model = model;
        this.screens = screens;
    }

    @FXML
    private HBox hub;

    @FXML
    private Region hubLamp;

    @FXML
    private Label hubText;

    @FXML
    private Label others;

    public Parent draw() {
        Parent root = screens.load(this);
        model.hubProperty().subscribe(this::show);
        return root;
    }

    private void show(HubLine line) {
        hub.setVisible(!line.text().isEmpty());
        hub.setManaged(hub.isVisible());
        hubText.setText(line.text());
        hubLamp.getStyleClass().removeAll("waiting", "trouble");
        switch (line.tone()) {
            case GOOD -> {
                // The plain lamp.
            }
            case WAITING -> hubLamp.getStyleClass().add("waiting");
            case LOUD -> hubLamp.getStyleClass().add("trouble");
        }
        others.setText(line.others());
        others.setVisible(!line.others().isEmpty());
        others.setManaged(others.isVisible());
    }

    public StatusModel getModel() {
        return model;
    }
}
