package tocsin.ui.room;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import tocsin.ui.kit.Screens;

/// Where the parts of a room stand: people at the left, the timeline in the middle, what is due at the right, the way
/// through time at the foot.
public final class RoomPane {
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");

    private final RoomModel model;

    @FXML
    private BorderPane frame;

    @FXML
    private VBox head;

    @FXML
    private VBox middle;

    RoomPane(RoomModel model) {
        this.model = model;
    }

    Parent draw(Screens screens, Places places) {
        Parent root = screens.load(this);
        head.getChildren().addFirst(places.header());
        middle.getChildren().addFirst(places.timeline());
        middle.getChildren().addLast(places.prompt());
        VBox.setVgrow(places.timeline(), javafx.scene.layout.Priority.ALWAYS);
        places.left().ifPresent(frame::setLeft);
        places.right().ifPresent(frame::setRight);
        places.foot().ifPresent(frame::setBottom);
        model.pastProperty().addListener((_, _, past) -> root.pseudoClassStateChanged(PAST, past));
        return root;
    }

    record Places(
            Parent header,
            Parent timeline,
            Parent prompt,
            Optional<Parent> left,
            Optional<Parent> right,
            Optional<Parent> foot) {}

    /// Hides a side, or brings it back as it was.
    void toggle(Optional<Parent> side) {
        side.ifPresent(pane -> {
            pane.setVisible(!pane.isVisible());
            pane.setManaged(pane.isVisible());
        });
    }

    public RoomModel getModel() {
        return model;
    }
}
