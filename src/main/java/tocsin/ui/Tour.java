package tocsin.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import tocsin.app.Console;
import tocsin.app.Pulses;
import tocsin.domain.incident.Rules;
import tocsin.journal.JournalException;
import tocsin.ui.board.Board;
import tocsin.ui.kit.FxRelay;
import tocsin.ui.kit.Png;
import tocsin.ui.kit.Screens;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Theme;
import tocsin.ui.kit.Toolkit;
import tocsin.ui.kit.Words;
import tocsin.ui.shell.ClockBarModel;
import tocsin.ui.shell.ClockBarPane;
import tocsin.ui.shell.StatusModel;
import tocsin.ui.shell.StatusPane;

/// Draws every screen to a picture, with no display. Must come before any window of the process; called from
/// any thread but JavaFX's own.
public final class Tour implements AutoCloseable {
    private static final List<Size> SIZES = List.of(new Size(1280, 800), new Size(1920, 1080));

    private static final int MANY = 500;

    private final Surroundings surroundings;
    private final FxRelay relay = FxRelay.toScreen();

    private record Size(int width, int height) {}

    private record Stop(String name, Supplier<Parent> screen) {}

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
            for (Theme theme : Theme.values()) {
                for (Size size : SIZES) {
                    pictures.add(draw(stop, theme, size, folder));
                }
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
        Pulses.Snapshot now = Pulses.now(console, Rules::shipped, surroundings.wall());
        Path profile = console.profile().folder();
        var crowd = new Crowd(now);
        return List.of(
                new Stop("board", () -> framed(now, profile)),
                new Stop("board-declare", () -> framed(Board.declaring(now, surroundings), now, profile)),
                new Stop("board-empty", () -> framed(crowd.none(), profile)),
                new Stop("board-one", () -> framed(crowd.one(), profile)),
                new Stop("board-many", () -> framed(crowd.many(MANY), profile)),
                new Stop("board-titles", () -> framed(crowd.hard(), profile)));
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

    private Path draw(Stop stop, Theme theme, Size size, Path folder) throws IOException {
        Image image = CompletableFuture.supplyAsync(() -> picture(stop, theme, size), relay)
                .join();
        Path file = folder.resolve("%s-%s-%dx%d.png".formatted(stop.name(), theme.word(), size.width(), size.height()));
        Files.write(file, Png.of(image));
        return file;
    }

    private static Image picture(Stop stop, Theme theme, Size size) {
        Parent root = stop.screen().get();
        var scene = new Scene(root, size.width(), size.height());
        theme.dress(scene);
        // A list learns the height of its cards in the first round and places them in the second.
        for (int round = 0; round < 2; round++) {
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
