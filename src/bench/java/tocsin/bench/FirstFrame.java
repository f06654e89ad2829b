package tocsin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;

/// The process that [StartBench] times: starts the program, or shows a bare window, and says `frame` as soon as the
/// first frame that somebody can work with has been laid out and handed over to be painted. After that it tries
/// whether keys are really taken, and goes the way a person would.
final class FirstFrame {
    private static final long TICK_MILLIS = 10;

    private FirstFrame() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("bare")) {
            bare();
        } else {
            Thread.ofPlatform().name("watch").daemon().start(FirstFrame::watch);
            tocsin.Main.main(new String[] {"--profile", arguments[1]});
        }
    }

    private static void bare() {
        Platform.startup(() -> {
            var stage = new Stage();
            var scene = new Scene(new StackPane(new Label("bare")), 1280, 800);
            stage.setScene(scene);
            scene.addPostLayoutPulseListener(once(() -> {
                say();
                stage.close();
            }));
            stage.show();
        });
    }

    /// Joins the JavaFX thread when it is there, and looks at each layout only.
    private static void watch() {
        var joined = new CompletableFuture<Void>();
        while (!joined.isDone()) {
            try {
                Platform.runLater(() -> {
                    for (Window window : Window.getWindows()) {
                        watch(window.getScene());
                    }
                    Window.getWindows().addListener((ListChangeListener<Window>) change -> {
                        while (change.next()) {
                            change.getAddedSubList().forEach(window -> watch(window.getScene()));
                        }
                    });
                });
                joined.complete(null);
            } catch (IllegalStateException notStarted) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private static void watch(Scene scene) {
        Runnable[] look = new Runnable[1];
        look[0] = () -> {
            if (filled(scene)) {
                scene.removePostLayoutPulseListener(look[0]);
                say();
                Platform.runLater(() -> tryKeys(scene));
            }
        };
        scene.addPostLayoutPulseListener(look[0]);
    }

    /// Cards are in a column, and a key would reach somebody.
    private static boolean filled(Scene scene) {
        return scene.getFocusOwner() != null
                && scene.getRoot().lookupAll(".cards").stream()
                        .anyMatch(list -> list instanceof ListView<?> cards
                                && !cards.getItems().isEmpty()
                                && list.lookup(".card-cell") != null);
    }

    private static Runnable once(Runnable work) {
        boolean[] done = new boolean[1];
        return () -> {
            if (!done[0]) {
                done[0] = true;
                work.run();
            }
        };
    }

    /// With the processor time until then: of all threads, compilers and the reading of the journal among them, and of
    /// the JavaFX thread, since that tells more on a machine that others use too.
    private static void say() {
        System.out.println("frame");
        System.out.flush();
        System.out.println(
                "cpu " + processor(Path.of("/proc/self/stat")) + " " + processor(Path.of("/proc/thread-self/stat")));
        if (Boolean.getBoolean("tocsin.bench.threads")) {
            threads();
        }
        System.out.flush();
    }

    /// Which threads have taken the processor until now, the compilers and collectors among them.
    private static void threads() {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/task"))) {
            String line = all.map(task -> Map.entry(name(task.resolve("comm")), processor(task.resolve("stat"))))
                    .filter(thread -> thread.getValue() > 2 * TICK_MILLIS)
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .map(thread -> thread.getKey() + "=" + thread.getValue())
                    .collect(Collectors.joining(", "));
            System.out.println("threads " + line);
        } catch (IOException unknown) {
            System.out.println("threads unknown");
        }
    }

    private static String name(Path comm) {
        try {
            return Files.readString(comm).strip();
        } catch (IOException gone) {
            return "gone";
        }
    }

    /// The key that declares, and a letter as soon as the line has been laid out: no hand is quicker.
    private static void tryKeys(Scene scene) {
        Event.fireEvent(
                target(scene), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.N, false, true, false, false));
        scene.addPostLayoutPulseListener(once(() -> Platform.runLater(() -> type(scene))));
        Platform.requestNextPulse();
    }

    /// Where the toolkit would bring a key: who had the focus may have left the scene.
    private static EventTarget target(Scene scene) {
        Node owner = scene.getFocusOwner();
        return owner == null || owner.getScene() != scene ? scene : owner;
    }

    private static void type(Scene scene) {
        Event.fireEvent(
                target(scene),
                new KeyEvent(KeyEvent.KEY_TYPED, "q", "", KeyCode.UNDEFINED, false, false, false, false));
        boolean taken = scene.getFocusOwner() instanceof TextField field
                && field.getText().equals("q");
        System.out.println(taken ? "keys are taken" : "KEYS ARE NOT TAKEN: " + holder(scene));
        if (scene.getFocusOwner() instanceof TextField field) {
            field.clear();
        }
        System.out.println("resident " + resident());
        System.out.flush();
        Stage.class.cast(scene.getWindow()).close();
    }

    /// Who has the keys, and what became of them.
    private static String holder(Scene scene) {
        return switch (scene.getFocusOwner()) {
            case TextField field -> "a field with \"" + field.getText() + "\", skin " + field.getSkin();
            case null -> "nobody";
            case Node other -> other.toString();
        };
    }

    /// In milliseconds, as far as the system tells.
    private static long processor(Path stat) {
        try {
            String[] fields = Files.readString(stat).replaceAll("^.*\\) ", "").split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_MILLIS;
        } catch (IOException unknown) {
            return 0;
        }
    }

    private static String resident() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException unknown) {
            return "unknown";
        }
    }
}
