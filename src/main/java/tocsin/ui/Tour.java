package tocsin.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import tocsin.app.Console;
import tocsin.app.Session;
import tocsin.app.search.Search;
import tocsin.base.IncidentId;
import tocsin.domain.incident.Rules;
import tocsin.domain.incident.View;
import tocsin.journal.JournalException;
import tocsin.store.Filter;
import tocsin.store.IncidentRow;
import tocsin.ui.kit.FxRelay;
import tocsin.ui.kit.Png;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Theme;
import tocsin.ui.kit.Toolkit;
import tocsin.ui.shell.Shell;
import tocsin.ui.sight.Past;

/// Draws every screen to a picture, with no display. Must come before any window of the process; called from
/// any thread but JavaFX's own.
public final class Tour implements AutoCloseable {
    private static final long LONGEST_NANOS = 20_000_000_000L;
    private static final long PAUSE_NANOS = 20_000_000L;
    private static final List<Size> SIZES = List.of(new Size(1280, 800), new Size(1920, 1080));

    private final Surroundings surroundings;
    private final FxRelay relay = FxRelay.toScreen();

    private record Size(int width, int height) {}

    /// A picture of the tour: how the window is brought to show it.
    private record Stop(String name, Consumer<Shell> way) {}

    public Tour(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// The pictures drawn, in the order of the tour. A picture of the same name is drawn over.
    public List<Path> draw(Console console, Path folder) throws IOException, JournalException {
        drawInMemory();
        Toolkit.start();
        Files.createDirectories(folder);
        var pictures = new ArrayList<Path>();
        Supplier<Search> search = () -> Search.open(console);
        try (var session = Session.open(console.profile())) {
            for (Stop stop : stops(console)) {
                Shell shell = onScreen(() -> new Shell("tour", console, search, Rules::shipped, surroundings, relay, session, _ -> {}));
                onScreen(() -> {
                    stop.way().accept(shell);
                    return shell;
                });
                settle(shell);
                for (Theme theme : Theme.values()) {
                    for (Size size : SIZES) {
                        pictures.add(draw(stop, shell, theme, size, folder));
                    }
                }
                onScreen(() -> {
                    shell.close();
                    return shell;
                });
            }
        }
        return List.copyOf(pictures);
    }

    /// Ends the toolkit: nothing is drawn in this process any more.
    @Override
    public void close() {
        Toolkit.stop();
    }

    private List<Stop> stops(Console console) throws JournalException {
        Optional<IncidentId> worst = console.settledStore().incidents(Filter.LIVE).stream()
                .filter(row -> row.phase().responding())
                .findFirst()
                .map(IncidentRow::id);
        var stops = new ArrayList<Stop>();
        stops.add(new Stop("board", _ -> {}));
        worst.ifPresent(id -> stops.add(new Stop("room", shell -> shell.enter(id))));
        worst.ifPresent(id -> stops.add(new Stop("room-past", shell -> shell.enter(id, twentyMinutesAgo()))));
        return stops;
    }

    private Past twentyMinutesAgo() {
        return new Past(surroundings.wall().instant().minus(Duration.ofMinutes(20)), View.KNOWN);
    }

    private <T> T onScreen(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, relay).join();
    }

    /// What is read on other threads has to arrive before there is anything to draw.
    private void settle(Shell shell) {
        long began = System.nanoTime();
        while (!onScreen(shell::ready) && System.nanoTime() - began < LONGEST_NANOS) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private Path draw(Stop stop, Shell shell, Theme theme, Size size, Path folder) throws IOException {
        Image image = onScreen(() -> picture(shell, theme, size));
        Path file = folder.resolve("%s-%s-%dx%d.png".formatted(stop.name(), theme.word(), size.width(), size.height()));
        Files.write(file, Png.of(image));
        return file;
    }

    private static Image picture(Shell shell, Theme theme, Size size) {
        Parent root = shell.root();
        Scene before = root.getScene();
        if (before != null) {
            before.setRoot(new Group());
        }
        var scene = new Scene(root, size.width(), size.height());
        theme.dress(scene);
        // A list learns the height of its cards in the first round and places them in the second.
        for (int round = 0; round < 3; round++) {
            root.applyCss();
            root.layout();
        }
        return scene.snapshot(null);
    }

    /// Only counts before the toolkit starts; afterwards the platform that runs draws as well.
    private static void drawInMemory() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }
}
