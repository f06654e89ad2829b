package tocsin.ui.room;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Screens;
import tocsin.ui.sight.Part;
import tocsin.ui.sight.Sight;

/// The header of a room.
public final class HeaderPane implements Part {
    /// In a narrower room only the state that is on now has a place.
    private static final double WHOLE_SPINE = 1000;

    private final HeaderModel model;
    private final InstantSource wall;
    private final Parent root;

    @FXML
    private HBox head;

    @FXML
    private HBox spine;

    HeaderPane(HeaderModel model, InstantSource wall, Screens screens) {
        this.model = model;
        this.wall = wall;
        this.root = screens.load(this);
    }

    @FXML
    void initialize() {
        model.getSpine().addListener((Observable _) -> draw());
        head.widthProperty().addListener((_, before, now) -> {
            if (narrow(before.doubleValue()) != narrow(now.doubleValue())) {
                draw();
            }
        });
        draw();
    }

    private void draw() {
        spine.getChildren()
                .setAll(model.getSpine().stream()
                        .filter(station ->
                                !narrow(head.getWidth()) || station.place() == HeaderModel.Station.Place.HERE)
                        .map(HeaderPane::station)
                        .toList());
    }

    private static boolean narrow(double width) {
        return width > 0 && width < WHOLE_SPINE;
    }

    private static Node station(HeaderModel.Station station) {
        var name = new Label(station.name());
        name.getStyleClass().add("station-name");
        var note = new Label(station.note());
        note.getStyleClass().add("station-note");
        var box = new VBox(name, note);
        box.getStyleClass().addAll("station", station.place().name().toLowerCase(Locale.ROOT));
        box.setAccessibleText(station.name() + " " + station.note());
        return box;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void show(Sight sight) {
        root.getStyleClass().removeIf(style -> style.startsWith("sev-"));
        root.getStyleClass().add("sev-" + sight.incident().severity().level());
        model.show(sight, wall.instant());
    }

    @Override
    public void tick(Instant now) {
        model.tick(now);
    }

    @Override
    public List<Act> acts() {
        return List.of();
    }

    public HeaderModel getModel() {
        return model;
    }
}
