package tocsin.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.StyleClassedTextArea;
import tocsin.app.Profile;
import tocsin.base.IncidentId;
import tocsin.ui.kit.Toolkit;
import tocsin.ui.shell.Place;

/// A postmortem of a million characters in a window: from the wish to see it to the first layout with its text, and
/// from a key to the layout that shows the letter, in the middle and at the end of its longest section, with its look
/// beside it and without. `PostmortemBench [rounds] [keys]`; drawn in memory with `-Dglass.platform=Headless`. "Seen"
/// is when the pulse after it begins, which waits until the painting of the one before is over.
public final class PostmortemBench {
    private static final int WIDE = 1600;
    private static final int HIGH = 960;

    private final Random random = new Random(1);
    private final OpenDesk desk;
    private final IncidentId id;

    private PostmortemBench(OpenDesk desk) {
        this.desk = desk;
        id = desk.console.incidents().getFirst();
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
        int keys = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 400;
        var profile = new Profile(Path.of(System.getProperty("java.io.tmpdir")).resolve("tocsin-bench-paper"));
        LongPaper.make(profile);
        try (var desk = new OpenDesk(profile, WIDE, HIGH)) {
            var bench = new PostmortemBench(desk);
            bench.open(rounds);
            if (keys > 0) {
                bench.type(keys);
            }
        } finally {
            Folders.delete(profile.folder());
        }
        Toolkit.stop();
    }

    // ---- opening

    private void open(int rounds) throws InterruptedException {
        var times = new Samples();
        var work = new Samples();
        for (int i = 0; i < rounds; i++) {
            desk.go(new Place.OnBoard());
            desk.frames(10);
            Thread.sleep(200);
            long computed = onProcessor();
            long nanos = opened();
            work.add(onProcessor() - computed);
            if (i == 0) {
                System.out.printf(
                        Locale.ROOT,
                        "the first time                                           %,.0f ms%n",
                        nanos / 1e6);
            } else {
                times.add(nanos);
            }
            OpenDesk.until(() -> !area().getText(0, 20).isEmpty());
            desk.frames(20);
            OpenDesk.onScreen(() -> {
                key(area(), KeyEvent.KEY_PRESSED, KeyCode.W, "", true);
                return desk;
            });
        }
        times.print("opened: from the wish to the layout with its text");
        work.print("the same: the JavaFX thread, on the processor");
        OpenDesk.onScreen(() -> {
            desk.time.print("while opening");
            return desk;
        });
        desk.go(new Place.AtPostmortem(id));
        OpenDesk.until(() -> area().getLength() > 0);
        desk.frames(30);
        System.out.printf(
                Locale.ROOT,
                "%,d chars in %,d paragraphs, load %.1f%n",
                OpenDesk.onScreen(() -> area().getLength()),
                OpenDesk.onScreen(() -> area().getParagraphs().size()),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static long onProcessor() {
        return OpenDesk.onScreen(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    private long opened() {
        var done = new CompletableFuture<Long>();
        Runnable[] listener = new Runnable[1];
        long start = System.nanoTime();
        Platform.runLater(() -> {
            listener[0] = () -> {
                if (desk.scene.getRoot().lookup(".prose") instanceof StyleClassedTextArea area
                        && area.getLength() > 0
                        && area.getVisibleParagraphs().size() > 3) {
                    done.complete(System.nanoTime() - start);
                }
            };
            desk.scene.addPostLayoutPulseListener(listener[0]);
        });
        Platform.runLater(() -> desk.jump(new Place.AtPostmortem(id)));
        long nanos = done.join();
        OpenDesk.onScreen(() -> {
            desk.scene.removePostLayoutPulseListener(listener[0]);
            return desk;
        });
        return nanos;
    }

    // ---- keys

    private void type(int keys) throws InterruptedException {
        both("both", keys);
        turnView();
        both("text only", keys);
    }

    private void both(String view, int keys) throws InterruptedException {
        IntSupplier middle = () -> {
            int place = area().getLength() / 2;
            return area().getText().indexOf("Nobody saw it", place);
        };
        at(middle);
        typed(80, "", "");
        at(middle);
        typed(keys, view + ", in the middle", "abcd efg ");
        at(() -> area().getLength());
        typed(keys, view + ", at the end", "abcd efg ");
        at(middle);
        typed(keys / 2, view + ", in the middle, every fifth letter Enter", "abcd\n");
    }

    private void at(IntSupplier place) throws InterruptedException {
        OpenDesk.onScreen(() -> {
            area().moveTo(place.getAsInt());
            area().requestFollowCaret();
            return desk;
        });
        desk.frames(20);
        Thread.sleep(1_000);
    }

    private void typed(int count, String name, String letters) throws InterruptedException {
        var laid = new Samples();
        var seen = new Samples();
        var work = new Samples();
        OpenDesk.onScreen(() -> {
            desk.time.clear();
            return desk;
        });
        for (int i = 0; i < count; i++) {
            // As somebody types who is quick, and at no fixed place between two pulses.
            Thread.sleep(40 + random.nextInt(60));
            char letter = letters.isEmpty() ? 'x' : letters.charAt(i % letters.length());
            long[] times = untilSeen(letter);
            laid.add(times[0]);
            seen.add(times[1]);
            work.add(times[2]);
        }
        if (!name.isEmpty()) {
            laid.print(name + ": key to layout");
            seen.print(name + ": key to seen");
            work.print(name + ": the key itself, on the processor");
            OpenDesk.onScreen(() -> {
                desk.time.print(name);
                return desk;
            });
        }
    }

    private long[] untilSeen(char letter) {
        var done = new CompletableFuture<long[]>();
        var times = new long[3];
        Runnable[] listeners = new Runnable[2];
        Platform.runLater(() -> {
            long start = System.nanoTime();
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            if (letter == '\n') {
                key(area(), KeyEvent.KEY_PRESSED, KeyCode.ENTER, "", false);
            } else {
                key(area(), KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, String.valueOf(letter), false);
            }
            times[2] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
            listeners[0] = () -> {
                if (times[0] == 0) {
                    times[0] = System.nanoTime() - start;
                    Platform.requestNextPulse();
                }
            };
            listeners[1] = () -> {
                if (times[0] != 0 && times[1] == 0) {
                    times[1] = System.nanoTime() - start;
                    done.complete(times);
                }
            };
            desk.scene.addPostLayoutPulseListener(listeners[0]);
            desk.scene.addPreLayoutPulseListener(listeners[1]);
            Platform.requestNextPulse();
        });
        long[] nanos = done.join();
        OpenDesk.onScreen(() -> {
            desk.scene.removePostLayoutPulseListener(listeners[0]);
            desk.scene.removePreLayoutPulseListener(listeners[1]);
            return desk;
        });
        return nanos;
    }

    private void turnView() throws InterruptedException {
        OpenDesk.onScreen(() -> {
            Event.fireEvent(area(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.V, true, true, false, false));
            return desk;
        });
        desk.frames(20);
    }

    private static void key(Node node, EventType<KeyEvent> type, KeyCode code, String character, boolean control) {
        Event.fireEvent(node, new KeyEvent(type, character, "", code, false, control, false, false));
    }

    private StyleClassedTextArea area() {
        return (StyleClassedTextArea) desk.scene.getRoot().lookup(".prose");
    }
}
