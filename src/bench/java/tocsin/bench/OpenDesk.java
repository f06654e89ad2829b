package tocsin.bench;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import tocsin.app.Console;
import tocsin.app.Gesture;
import tocsin.app.Profile;
import tocsin.app.Progress;
import tocsin.app.Pulses;
import tocsin.app.Session;
import tocsin.app.search.Search;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.timeline.EntryKind;
import tocsin.journal.JournalException;
import tocsin.ui.board.Views;
import tocsin.ui.kit.FxRelay;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Theme;
import tocsin.ui.kit.Toolkit;
import tocsin.ui.shell.Place;
import tocsin.ui.shell.Shell;

/// A profile with a window on it whose work is timed. Used on one thread that is not JavaFX's.
final class OpenDesk implements AutoCloseable {
    private static final PersonId OTHER = new PersonId("Bo");
    private static final int WIDTH = 980;
    private static final int HEIGHT = 700;
    private static final double SCREEN = 1_000;

    final Console console;
    final ScreenTime time = new ScreenTime();
    final Scene scene;
    private final Session session;
    private final Pulses pulses;
    private final Shell shell;
    private final Stage stage;

    OpenDesk(Profile profile) throws JournalException {
        this(profile, WIDTH, HEIGHT);
    }

    /// Wider or higher than the screen in memory, which is a thousand each way, its middle is drawn; what is laid out
    /// is the whole.
    OpenDesk(Profile profile, int width, int height) throws JournalException {
        Toolkit.start();
        console = Console.open(profile, Progress.SILENT);
        session = Session.open(profile);
        var surroundings = new Surroundings(
                new PersonId("Ana"), ZoneId.of("Europe/Prague"), Locale.ENGLISH, InstantSource.system());
        pulses = new Pulses(console, zone -> console.organisation().rules(zone), surroundings.wall());
        var ground = new Shell.Ground(
                console,
                pulses,
                Views.inMemory(),
                session,
                () -> Search.open(console),
                zone -> console.organisation().rules(zone),
                surroundings,
                new FxRelay(time));
        shell = onScreen(() -> new Shell("bench", ground, _ -> {}));
        scene = onScreen(() -> scene(shell.root(), width, height));
        stage = onScreen(() -> {
            Theme.DARK.dress(scene);
            var shown = new Stage();
            shown.setScene(scene);
            shown.show();
            time.watch(scene);
            return shown;
        });
    }

    private static Scene scene(Parent root, int width, int height) {
        if (width <= SCREEN && height <= SCREEN) {
            return new Scene(root, width, height);
        }
        double wide = Math.min(width, SCREEN);
        double high = Math.min(height, SCREEN);
        var frame = new Pane(root) {
            @Override
            protected void layoutChildren() {
                root.resizeRelocate((wide - width) / 2, (high - height) / 2, width, height);
            }
        };
        return new Scene(frame, wide, high);
    }

    void go(Place place) throws InterruptedException {
        onScreen(() -> {
            shell.go(place);
            return place;
        });
        until(shell::ready);
    }

    /// The same on the JavaFX thread, and nobody waits.
    void jump(Place place) {
        shell.go(place);
    }

    int live() {
        return pulses.newest().live().size();
    }

    /// Another person writes so many entries, one after each pause, in turn into these incidents. Returns when all of
    /// them are on the disk.
    void flood(int entries, long pauseNanos, Supplier<IncidentId> where) throws InterruptedException {
        long next = System.nanoTime();
        CompletableFuture<?> last = CompletableFuture.completedFuture(Optional.empty());
        for (int i = 0; i < entries; i++) {
            String text = "Queue depth is " + i + ", the third replica lags behind by " + i % 60 + " s #payments";
            last = console.act(Gesture.of(OTHER, where.get(), new IncidentCommand.AddEntry(EntryKind.NOTE, text)));
            next += pauseNanos;
            long left = next - System.nanoTime();
            if (left > 0) {
                Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
            }
        }
        last.join();
    }

    /// Waits for something that only the JavaFX thread can tell, looking rarely enough not to be in the way.
    static void until(BooleanSupplier there) throws InterruptedException {
        while (!onScreen(there::getAsBoolean)) {
            Thread.sleep(20);
        }
    }

    static <T> T onScreen(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Platform::runLater).join();
    }

    /// Returns after so many more layouts, none of which need have anything to do.
    void frames(int wanted) {
        var done = new CompletableFuture<Void>();
        var left = new AtomicInteger(wanted);
        Runnable each = () -> {
            if (left.decrementAndGet() <= 0) {
                done.complete(null);
            } else {
                Platform.requestNextPulse();
            }
        };
        onScreen(() -> {
            scene.addPostLayoutPulseListener(each);
            Platform.requestNextPulse();
            return each;
        });
        done.join();
        onScreen(() -> {
            scene.removePostLayoutPulseListener(each);
            return each;
        });
    }

    @Override
    public void close() {
        onScreen(() -> {
            shell.close();
            stage.close();
            return shell;
        });
        pulses.close();
        session.close();
        console.close();
    }
}
