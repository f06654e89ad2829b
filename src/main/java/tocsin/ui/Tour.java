package tocsin.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import tocsin.app.Console;
import tocsin.app.Pulses;
import tocsin.app.Session;
import tocsin.app.search.Search;
import tocsin.base.IncidentId;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Rules;
import tocsin.domain.incident.View;
import tocsin.journal.JournalException;
import tocsin.store.Filter;
import tocsin.store.IncidentRow;
import tocsin.ui.board.Board;
import tocsin.ui.board.Views;
import tocsin.ui.kit.FxRelay;
import tocsin.ui.kit.Png;
import tocsin.ui.kit.Screens;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Theme;
import tocsin.ui.kit.Toolkit;
import tocsin.ui.kit.Words;
import tocsin.ui.kit.Zoom;
import tocsin.ui.shell.ClockBarModel;
import tocsin.ui.shell.ClockBarPane;
import tocsin.ui.shell.Foyer;
import tocsin.ui.shell.Place;
import tocsin.ui.shell.Shell;
import tocsin.ui.shell.StatusModel;
import tocsin.ui.shell.StatusPane;
import tocsin.ui.sight.Past;

/// Draws every screen to a picture, with no display. Must come before any window of the process; called from
/// any thread but JavaFX's own.
public final class Tour implements AutoCloseable {
    private static final long LONGEST_NANOS = 20_000_000_000L;
    private static final long PAUSE_NANOS = 20_000_000L;
    private static final List<Size> SIZES = List.of(new Size(1280, 800), new Size(1920, 1080));

    private static final int MANY = 500;
    private static final int WALL_PERCENT = 160;

    private final Surroundings surroundings;
    private final FxRelay relay = FxRelay.toScreen();

    private record Size(int width, int height) {}

    /// A picture of something that was made up for it.
    private record Stop(String name, Supplier<Parent> screen) {}

    /// A picture of the window itself, and how it is brought to show it.
    private record Walk(String name, Consumer<Shell> way) {}

    public Tour(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// The pictures drawn, in the order of the tour. A picture of the same name is drawn over.
    public List<Path> draw(Console console, Path folder) throws IOException, JournalException {
        drawInMemory();
        Toolkit.start();
        Files.createDirectories(folder);
        var pictures = new ArrayList<Path>();
        for (Stop stop : stops(console)) {
            draw(stop, folder, pictures);
        }
        try (var session = Session.open(console.profile());
                var pulses = new Pulses(console, rules(console), surroundings.wall());
                var views = Views.inMemory()) {
            var ground = new Shell.Ground(
                    console, pulses, views, session, () -> Search.open(console), rules(console), surroundings, relay);
            for (Walk walk : walks(console)) {
                draw(walk, ground, folder, pictures);
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
        Pulses.Snapshot now = Pulses.now(console, rules(console), surroundings.wall());
        Path profile = console.profile().folder();
        List<IncidentRow> rows = console.settledStore().incidents(Filter.LIVE);
        var crowd = new Crowd(now);
        return List.of(
                new Stop("board", () -> framed(now, profile)),
                new Stop("board-declare", () -> framed(Board.declaring(now, surroundings), now, profile)),
                new Stop("board-empty", () -> framed(crowd.none(), profile)),
                new Stop("board-one", () -> framed(crowd.one(), profile)),
                new Stop("board-many", () -> framed(crowd.many(MANY), profile)),
                new Stop("board-opening", () -> opening(rows, profile)),
                new Stop("board-titles", () -> framed(crowd.hard(), profile)),
                new Stop("board-wall", () -> {
                    var wall = new Zoom(Board.onWall(now, surroundings));
                    wall.percent(WALL_PERCENT);
                    return wall;
                }));
    }

    /// The first frame of a window, before the journal has been read.
    private Parent opening(List<IncidentRow> rows, Path profile) {
        var foyer = new Foyer(new CompletableFuture<>(), profile, surroundings, relay);
        foyer.show(Pulses.Snapshot.of(rows));
        return foyer.root();
    }

    /// The board between its bars.
    private Parent framed(Pulses.Snapshot snapshot, Path profile) {
        return framed(Board.still(snapshot, surroundings), snapshot, profile);
    }

    private Parent framed(Parent board, Pulses.Snapshot snapshot, Path profile) {
        Words words = Words.in(surroundings.locale());
        var screens = new Screens(words);
        var bar = new ClockBarModel(words, surroundings.zone());
        var status = new StatusModel(profile, surroundings.zone(), words);
        var frame = new BorderPane(board);
        frame.setTop(new ClockBarPane(bar, screens, _ -> {}, () -> {}).draw());
        frame.setBottom(new StatusPane(status, screens).draw());
        bar.show(snapshot, surroundings.wall().instant());
        status.show(snapshot);
        return frame;
    }

    private static Function<ZoneId, Rules> rules(Console console) {
        return zone -> console.organisation().rules(zone);
    }

    private List<Walk> walks(Console console) throws JournalException {
        Optional<IncidentId> worst = console.settledStore().incidents(Filter.LIVE).stream()
                .filter(row -> row.phase().responding())
                .min(Comparator.comparing(IncidentRow::severity).thenComparing(IncidentRow::id))
                .map(IncidentRow::id);
        var walks = new ArrayList<Walk>();
        worst.ifPresent(id -> walks.add(new Walk("room", shell -> shell.enter(id))));
        worst.ifPresent(id -> walks.add(new Walk("room-past", shell -> shell.enter(id, twentyMinutesAgo()))));
        owed(console)
                .or(() -> worst)
                .ifPresent(id -> walks.add(new Walk("postmortem", shell -> shell.go(new Place.AtPostmortem(id)))));
        torn(console).ifPresent(id -> walks.add(new Walk("room-conflict", shell -> shell.enter(id))));
        walks.add(new Walk("postmortems", shell -> shell.go(new Place.AmongLessons())));
        walks.add(new Walk("people", shell -> shell.go(new Place.AmongPeople())));
        walks.add(new Walk("settings", shell -> shell.go(new Place.InSettings())));
        return walks;
    }

    /// Where two people set the same thing while apart.
    private static Optional<IncidentId> torn(Console console) throws JournalException {
        return console.settledStore().incidents(Filter.LIVE).stream()
                .filter(row -> row.openConflicts() > 0)
                .min(Comparator.comparing(IncidentRow::severity).thenComparing(IncidentRow::id))
                .map(IncidentRow::id);
    }

    /// The worst whose postmortem is being written.
    private static Optional<IncidentId> owed(Console console) throws JournalException {
        return console.settledStore().incidents(Filter.LIVE).stream()
                .filter(row -> row.phase() == Phase.POSTMORTEM || row.phase() == Phase.HARDENING)
                .min(Comparator.comparing(IncidentRow::severity).thenComparing(IncidentRow::id))
                .map(IncidentRow::id);
    }

    private void draw(Stop stop, Path folder, List<Path> pictures) throws IOException {
        for (Theme theme : Theme.values()) {
            for (Size size : SIZES) {
                Image image = onScreen(() -> picture(stop.screen().get(), theme, size));
                pictures.add(write(image, stop.name(), theme, size, folder));
            }
        }
    }

    private void draw(Walk walk, Shell.Ground ground, Path folder, List<Path> pictures) throws IOException {
        Shell shell = onScreen(() -> new Shell("tour", ground, _ -> {}));
        run(() -> walk.way().accept(shell));
        settle(shell);
        for (Theme theme : Theme.values()) {
            for (Size size : SIZES) {
                Image image = onScreen(() -> picture(shell.root(), theme, size));
                pictures.add(write(image, walk.name(), theme, size, folder));
            }
        }
        run(shell::close);
    }

    private static Path write(Image image, String name, Theme theme, Size size, Path folder) throws IOException {
        Path file = folder.resolve("%s-%s-%dx%d.png".formatted(name, theme.word(), size.width(), size.height()));
        Files.write(file, Png.of(image));
        return file;
    }

    private Past twentyMinutesAgo() {
        return new Past(surroundings.wall().instant().minus(Duration.ofMinutes(20)), View.KNOWN);
    }

    private <T> T onScreen(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, relay).join();
    }

    private void run(Runnable work) {
        CompletableFuture.runAsync(work, relay).join();
    }

    /// What is read on other threads has to arrive before there is anything to draw.
    private void settle(Shell shell) {
        long began = System.nanoTime();
        while (!onScreen(shell::ready) && System.nanoTime() - began < LONGEST_NANOS) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static Image picture(Parent root, Theme theme, Size size) {
        Scene before = root.getScene();
        if (before != null) {
            before.setRoot(new Group());
        }
        var scene = new Scene(root, size.width(), size.height());
        theme.dress(scene);
        // A list learns the height of its cards in the first round and places them in the second.
        for (int round = 0; round < 6; round++) {
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
