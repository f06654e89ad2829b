package tocsin.ui.sight;

import java.time.Instant;
import java.util.List;
import javafx.scene.Parent;
import tocsin.ui.kit.Act;

/// One pane of a room. Lives on the JavaFX thread; takes no focus unless a person asked for it.
public interface Part {
    Parent root();

    /// A newer picture, or one of the past.
    void show(Sight sight);

    /// The time went on; called about once a second while the present is shown.
    void tick(Instant now);

    /// What can be done here.
    List<Act> acts();
}
