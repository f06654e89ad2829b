package tocsin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import tocsin.app.Profile;
import tocsin.base.IncidentId;
import tocsin.ui.kit.Toolkit;
import tocsin.ui.shell.Place;
import tocsin.ui.timeline.Row;

/// A room of 100,000 entries in a window: from a key to the layout that shows it, the work of the JavaFX thread for
/// each frame while somebody scrolls and while others write 50 facts a second, there and on the board of the profile
/// that [ProfileBench] made, if it is there. `WindowBench [room|board]`; drawn in memory with
/// `-Dglass.platform=Headless`. Painting goes on on a thread of its own and is not in the times.
public final class WindowBench {
    private static final int KEYS = 500;
    private static final int ENTERS = 100;
    private static final int FRAMES = 600;
    private static final int JUMPS = 120;
    private static final int STEP = 40;
    private static final int FACTS = 1_000;
    private static final long PAUSE_NANOS = 20_000_000;

    private final Random random = new Random(1);
    private final OpenDesk desk;
    private boolean far;

    private WindowBench(OpenDesk desk) {
        this.desk = desk;
    }

    public static void main(String[] arguments) throws Exception {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        String only = arguments.length > 0 ? arguments[0] : "";
        if (!only.equals("board")) {
            room(new Profile(temporary.resolve("tocsin-bench-room")));
        }
        Path known = Path.of(System.getProperty(
                "tocsin.bench.profile",
                temporary.resolve("tocsin-bench-profile").toString()));
        if (!only.equals("room") && Files.exists(known)) {
            board(known, new Profile(temporary.resolve("tocsin-bench-board")));
        }
        Toolkit.stop();
    }

    private static void room(Profile room) throws Exception {
        LongRoom.make(room);
        try (var desk = new OpenDesk(room)) {
            new WindowBench(desk).room(desk.console.incidents().getFirst());
        } finally {
            Folders.delete(room.folder());
        }
    }

    /// What is written here must not change what others measure.
    private static void board(Path known, Profile board) throws Exception {
        Folders.copy(known, board.folder());
        try (var desk = new OpenDesk(board)) {
            new WindowBench(desk).board();
        } finally {
            Folders.delete(board.folder());
        }
    }

    private void room(IncidentId id) throws IOException, InterruptedException {
        long start = System.nanoTime();
        desk.go(new Place.InRoom(id));
        OpenDesk.until(() -> !list().getItems().isEmpty());
        say("room of %,d entries there after %.0f ms", LongRoom.ENTRIES, (System.nanoTime() - start) / 1e6);
        desk.frames(30);
        keys(100);
        keys(KEYS).print("key to layout");
        enters(20);
        enters(ENTERS).print("Enter to the row of what was written");
        scroll(100, this::step);
        scroll(FRAMES, this::step).print("scrolling by " + STEP + " px, work for a frame");
        scroll(JUMPS, this::jump).print("jumping anywhere near, work for a frame");
        scroll(JUMPS, this::jumpFar).print("from the first to the last and back, work for a frame");
        OpenDesk.onScreen(() -> {
            press(KeyCode.DOWN, "");
            press(KeyCode.ESCAPE, "");
            return desk;
        });
        resident();
        desk.flood(200, PAUSE_NANOS, () -> id);
        flood("50 facts/s into the room", () -> id);
        resident();
    }

    private void board() throws IOException, InterruptedException {
        desk.go(new Place.OnBoard());
        int before = -1;
        while (before != desk.live()) {
            before = desk.live();
            Thread.sleep(5_000);
        }
        say("board with %,d live incidents", before);
        OpenDesk.onScreen(() -> {
            desk.time.print("the board fills");
            return desk;
        });
        List<IncidentId> all = desk.console.incidents();
        Supplier<IncidentId> anyone = () -> all.get(random.nextInt(all.size()));
        desk.flood(200, PAUSE_NANOS, anyone);
        flood("50 facts/s on the board", anyone);
        resident();
    }

    // ---- keys

    private Samples keys(int count) throws InterruptedException {
        var times = new Samples();
        for (int i = 0; i < count; i++) {
            // At no fixed place between two pulses.
            Thread.sleep(5 + random.nextInt(30));
            char typed = (char) ('a' + i % 26);
            times.add(untilLaidOut(() -> {
                Node field = field();
                if (((TextField) field).getLength() >= 60) {
                    ((TextField) field).clear();
                }
                Event.fireEvent(field, key(KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, String.valueOf(typed)));
            }));
        }
        OpenDesk.onScreen(() -> {
            field().clear();
            return desk;
        });
        return times;
    }

    /// From the event until the layout after it has passed.
    private long untilLaidOut(Runnable event) {
        var done = new CompletableFuture<Long>();
        Runnable[] listener = new Runnable[1];
        Platform.runLater(() -> {
            long start = System.nanoTime();
            event.run();
            listener[0] = () -> done.complete(System.nanoTime() - start);
            desk.scene.addPostLayoutPulseListener(listener[0]);
            Platform.requestNextPulse();
        });
        long nanos = done.join();
        OpenDesk.onScreen(() -> {
            desk.scene.removePostLayoutPulseListener(listener[0]);
            return desk;
        });
        return nanos;
    }

    private Samples enters(int count) throws InterruptedException {
        var times = new Samples();
        for (int i = 0; i < count; i++) {
            Thread.sleep(20 + random.nextInt(30));
            String text = "Enter " + count + " of " + i + " by hand";
            var done = new CompletableFuture<Long>();
            Runnable[] listener = new Runnable[1];
            Platform.runLater(() -> {
                field().setText(text);
                long start = System.nanoTime();
                listener[0] = () -> {
                    if (isShown(text)) {
                        done.complete(System.nanoTime() - start);
                    }
                };
                desk.scene.addPostLayoutPulseListener(listener[0]);
                press(KeyCode.ENTER, "\r");
            });
            times.add(done.join());
            OpenDesk.onScreen(() -> {
                desk.scene.removePostLayoutPulseListener(listener[0]);
                return desk;
            });
        }
        return times;
    }

    private boolean isShown(String text) {
        return list().lookupAll(".row-cell").stream()
                .anyMatch(cell -> cell.isVisible()
                        && cell instanceof ListCell<?> shown
                        && shown.getItem() instanceof Row.Line(var _, var told)
                        && told.equals(text));
    }

    private void press(KeyCode code, String character) {
        Event.fireEvent(field(), key(KeyEvent.KEY_PRESSED, code, character));
    }

    private static KeyEvent key(javafx.event.EventType<KeyEvent> type, KeyCode code, String character) {
        return new KeyEvent(type, character, "", code, false, false, false, false);
    }

    private TextField field() {
        return (TextField) desk.scene.getRoot().lookup(".entry-field");
    }

    private ListView<?> list() {
        return (ListView<?>) desk.scene.getRoot().lookup(".rows");
    }

    // ---- scrolling

    /// The event and then the pulse, frame by frame, as wide apart as the frames come.
    private Samples scroll(int frames, Runnable each) {
        var times = new Samples();
        var done = new CompletableFuture<Void>();
        var timer = new AnimationTimer() {
            private int frame;
            private long handled;

            @Override
            public void handle(long now) {
                if (frame > 0) {
                    times.add(handled + desk.time.inPulse());
                }
                if (frame++ == frames) {
                    stop();
                    done.complete(null);
                    return;
                }
                long start = System.nanoTime();
                each.run();
                handled = System.nanoTime() - start;
            }
        };
        Platform.runLater(timer::start);
        done.join();
        return times;
    }

    private void step() {
        Node flow = list().lookup(".virtual-flow");
        Event.fireEvent(
                flow,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        100,
                        100,
                        100,
                        100,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        STEP,
                        0,
                        STEP,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    private void jump() {
        list().scrollTo(random.nextInt(list().getItems().size()));
    }

    private void jumpFar() {
        far = !far;
        Event.fireEvent(
                field(),
                new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", far ? KeyCode.HOME : KeyCode.END, false, true, false, false));
    }

    // ---- facts

    private void flood(String name, Supplier<IncidentId> where) throws InterruptedException {
        OpenDesk.onScreen(() -> {
            desk.time.clear();
            return desk;
        });
        long start = System.nanoTime();
        desk.flood(FACTS, PAUSE_NANOS, where);
        double rate = FACTS * 1e9 / (System.nanoTime() - start);
        OpenDesk.onScreen(() -> {
            desk.time.print(name);
            return desk;
        });
        say("%s: %.1f facts/s were forced", name, rate);
    }

    private static void resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .forEach(line -> say("resident %,d MB", Long.parseLong(line.replaceAll("\\D", "")) / 1_024));
        }
    }

    private static void say(String words, Object... values) {
        System.out.printf(Locale.ROOT, words + "%n", values);
    }
}
