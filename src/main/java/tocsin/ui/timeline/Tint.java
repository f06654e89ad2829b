package tocsin.ui.timeline;

import javafx.animation.FadeTransition;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import tocsin.ui.kit.Window;

/// A soft tint behind a row, gone after a second. Takes no room.
final class Tint extends Region {
    /// As far as a chosen row reaches beyond its words.
    private static final double EDGE = 10;

    private final FadeTransition fade = new FadeTransition(Duration.seconds(1), this);

    Tint() {
        getStyleClass().add("tint");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        fade.setFromValue(1);
        fade.setToValue(0);
        fade.setOnFinished(_ -> setVisible(false));
    }

    void behind(Pane row) {
        row.getChildren().addFirst(this);
        row.widthProperty().subscribe(() -> fill(row));
        row.heightProperty().subscribe(() -> fill(row));
    }

    private void fill(Pane row) {
        resizeRelocate(-EDGE, 0, row.getWidth() + 2 * EDGE, row.getHeight());
    }

    void show() {
        // Where nothing is to move, it stands for its second and is gone.
        fade.setToValue(getScene() != null && Window.isStill(getScene()) ? 1 : 0);
        setVisible(true);
        fade.playFromStart();
    }

    void hide() {
        fade.stop();
        setVisible(false);
    }
}
