package tocsin.ui;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import tocsin.app.Console;
import tocsin.app.Session;
import tocsin.ui.kit.FxRelay;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Theme;
import tocsin.ui.kit.Toolkit;
import tocsin.ui.kit.Window;
import tocsin.ui.kit.Words;
import tocsin.ui.shell.Shell;

/// The windows of one process. Every method may be called from any thread but JavaFX's own.
public final class Windows implements AutoCloseable {
    private final Surroundings surroundings;
    private final Theme theme;
    private final FxRelay relay = FxRelay.toScreen();

    /// Touched on the JavaFX thread only.
    private @Nullable Window window;

    public Windows(Surroundings surroundings, Theme theme) {
        this.surroundings = surroundings;
        this.theme = theme;
    }

    /// Opens the board of this console and returns when the person has closed it; the console stays open.
    public void open(Console console) {
        Toolkit.start();
        var closed = new CompletableFuture<Void>();
        relay.execute(() -> show(console, closed));
        try {
            closed.join();
        } catch (CompletionException failed) {
            throw new IllegalStateException("the window cannot be shown: " + failed.getCause(), failed.getCause());
        }
    }

    /// Brings the open window to the front; without one, nothing happens.
    public void raise() {
        relay.execute(() -> {
            if (window != null) {
                window.raise();
            }
        });
    }

    /// Closes the open window, as the person would.
    public void shut() {
        relay.execute(() -> {
            if (window != null) {
                window.close();
            }
        });
    }

    /// Ends the toolkit: no window opens in this process any more.
    @Override
    public void close() {
        Toolkit.stop();
    }

    private void show(Console console, CompletableFuture<Void> closed) {
        try {
            var session = Session.open(console.profile());
            var shell = new Shell(console, zone -> console.organisation().rules(zone), surroundings, relay, session);
            window = new Window(
                    Words.in(surroundings.locale()).get("window.title"), shell.root(), theme, Map.of(), () -> {
                        window = null;
                        shell.close();
                        session.close();
                        closed.complete(null);
                    });
            shell.enter();
        } catch (RuntimeException | Error broken) {
            closed.completeExceptionally(broken);
        }
    }
}
