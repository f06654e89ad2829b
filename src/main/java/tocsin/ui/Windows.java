package tocsin.ui;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tocsin.app.Console;
import tocsin.app.Pulses;
import tocsin.app.Session;
import tocsin.app.search.Search;
import tocsin.domain.incident.Rules;
import tocsin.ui.board.ProfileViews;
import tocsin.ui.kit.FxRelay;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Toolkit;
import tocsin.ui.kit.Window;
import tocsin.ui.kit.Words;
import tocsin.ui.shell.Place;
import tocsin.ui.shell.Shell;

/// The windows of one process. Every method may be called from any thread but JavaFX's own.
public final class Windows implements AutoCloseable {
    private final Surroundings surroundings;
    private final FxRelay relay = FxRelay.toScreen();

    /// Touched on the JavaFX thread only.
    private @Nullable Window main;

    private final List<Window> others = new ArrayList<>();

    public Windows(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// Opens the console's window and returns when the person has closed it; the console stays open.
    ///
    /// @param search opened when somebody looks for something for the first time, never on the JavaFX thread
    public void open(Console console, Supplier<Search> search) {
        Toolkit.start();
        var closed = new CompletableFuture<Void>();
        Function<ZoneId, Rules> rules = zone -> console.organisation().rules(zone);
        try (var session = Session.open(console.profile());
                var pulses = new Pulses(console, rules, surroundings.wall());
                var views = new ProfileViews(console.profile().folder())) {
            var ground = new Shell.Ground(console, pulses, views, session, search, rules, surroundings, relay);
            relay.execute(() -> show(ground, closed));
            closed.join();
        } catch (CompletionException failed) {
            throw new IllegalStateException("the window cannot be shown: " + failed.getCause(), failed.getCause());
        }
    }

    /// Brings the open window to the front; without one, nothing happens.
    public void raise() {
        relay.execute(() -> {
            if (main != null) {
                main.raise();
            }
        });
    }

    /// Closes the open window, as the person would.
    public void shut() {
        relay.execute(() -> {
            if (main != null) {
                main.close();
            }
        });
    }

    /// Ends the toolkit: no window opens in this process any more.
    @Override
    public void close() {
        Toolkit.stop();
    }

    private void show(Shell.Ground ground, CompletableFuture<Void> closed) {
        try {
            Shell shell = shell(ground, "main");
            Window window = new Window(title(), "main", shell.root(), ground.session(), () -> {
                main = null;
                shell.close();
                List.copyOf(others).forEach(Window::close);
                closed.complete(null);
            });
            window.guard(shell::mayClose);
            shell.adopt(window.acts(shell.words()));
            shell.enter();
            main = window;
        } catch (RuntimeException | Error broken) {
            closed.completeExceptionally(broken);
        }
    }

    /// A second window on the same console, for another screen. It goes with the first.
    private void another(Shell.Ground ground, Place place) {
        String name = "other" + (others.size() + 1);
        Shell shell = shell(ground, name);
        var holder = new ArrayList<Window>();
        var window = new Window(title(), name, shell.root(), ground.session(), () -> {
            others.removeAll(holder);
            shell.close();
        });
        holder.add(window);
        others.add(window);
        shell.adopt(window.acts(shell.words()));
        shell.go(place);
    }

    private Shell shell(Shell.Ground ground, String name) {
        return new Shell(name, ground, place -> another(ground, place));
    }

    private String title() {
        return Words.in(surroundings.locale()).get("window.title");
    }
}
