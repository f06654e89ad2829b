package tocsin.ui.shell;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.input.KeyEvent;
import tocsin.ui.kit.Act;

/// Finds what a key does here and now, before the field that has the focus sees it. The nearest comes first: the
/// screen's
/// own acts, then the window's.
public final class Keys {
    private final Supplier<List<Act>> acts;

    Keys(Supplier<List<Act>> acts) {
        this.acts = acts;
    }

    public void pressed(KeyEvent event) {
        for (Act act : acts.get()) {
            if (act.key().filter(key -> key.match(event)).isPresent()
                    && act.ready().getAsBoolean()) {
                event.consume();
                act.run().run();
                return;
            }
        }
    }
}
