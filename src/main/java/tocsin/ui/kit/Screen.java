package tocsin.ui.kit;

import java.time.Instant;
import java.util.List;
import javafx.scene.Parent;

/// One thing the window can show: the board, the room of an incident, the people, the settings. Lives on the JavaFX
/// thread.
public interface Screen extends AutoCloseable {
    Parent root();

    /// What can be done here now, keys first.
    List<Act> acts();

    /// A person came here: the focus goes where the work is.
    void enter();

    /// A person went elsewhere; nothing here may take the focus any more.
    default void leave() {}

    void tick(Instant now);

    /// Whether what is read on other threads has been drawn for the first time.
    boolean ready();

    @Override
    void close();
}
