package tocsin.ui.room;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import tocsin.ui.kit.Screens;
import tocsin.ui.kit.SidePane;

/// Where the parts of a room stand: people at the left, the timeline in the middle, what is due at the right, the way
/// through time at the foot.
public final class RoomPane {
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");
    private static final Measure LEFT = new Measure(300, 240, 640);
    private static final Measure RIGHT = new Measure(340, 280, 940);

    /// The window without its rail.
    private static final double WIDE_ROOM = 1328;

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
        frame.setLeft(places.left());
        follow(places.left(), LEFT);
        frame.setRight(places.right());
        follow(places.right(), RIGHT);
        onlyOne(places.left(), places.right());
        onlyOne(places.right(), places.left());
        frame.setBottom(places.foot());
        model.pastProperty().addListener((_, _, past) -> root.pseudoClassStateChanged(PAST, past));
        return root;
    }

    record Places(Parent header, Parent timeline, Parent prompt, SidePane left, SidePane right, Parent foot) {}

    /// How wide a side stands, and from which width of the room on there is a place for it.
    private record Measure(double wide, double narrow, double least) {}

    /// At 200 per cent a usual screen has little room: the timeline keeps it.
    private void follow(SidePane side, Measure measure) {
        frame.widthProperty()
                .addListener((_, before, now) -> fit(side, measure, before.doubleValue(), now.doubleValue()));
        fit(side, measure, 0, WIDE_ROOM);
    }

    /// Where both sides would leave no room for the timeline, one that is shown takes the place of the other.
    private void onlyOne(SidePane side, SidePane other) {
        side.visibleProperty().addListener((_, _, shown) -> {
            if (shown && other.isVisible() && frame.getWidth() > 0 && frame.getWidth() < RIGHT.least()) {
                other.toggle();
            }
        });
    }

    private static void fit(SidePane side, Measure measure, double before, double now) {
        boolean room = now >= measure.least();
        if (before == 0 || room != before >= measure.least()) {
            // Whoever hid it at the same width finds it as they left it.
            side.setVisible(room);
            side.setManaged(room);
        }
        double width = now < WIDE_ROOM ? measure.narrow() : measure.wide();
        side.narrowProperty().set(now < WIDE_ROOM);
        side.setMinWidth(width);
        side.setPrefWidth(width);
        side.setMaxWidth(width);
    }

    public RoomModel getModel() {
        return model;
    }
}
