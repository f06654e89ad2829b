package tocsin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import tocsin.app.Profile;

/// From the start of a process to its first usable frame: the board of a profile of a million facts, beside a bare
/// window
/// with one label, by turns in one run. `StartBench [runs]`; drawn in memory where there is no display. The profile is
/// that of `ProfileBench`.
public final class StartBench {
    private static final String BARE = "bare";
    private static final String BOARD = "board";

    private StartBench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2) {
            child(arguments[0], arguments[1]);
            return;
        }
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        String usual = Path.of(System.getProperty("java.io.tmpdir"), "tocsin-bench-profile")
                .toString();
        String folder = System.getProperty("tocsin.bench.profile", usual);
        ProfileBench.make(new Profile(Path.of(folder)));
        var bare = new ArrayList<Double>();
        var board = new ArrayList<Double>();
        run(BOARD, folder);
        for (int i = 0; i < runs; i++) {
            bare.add(run(BARE, folder));
            board.add(run(BOARD, folder));
        }
        System.out.printf(
                Locale.ROOT,
                "medians of %d: bare window %.0f ms, board of the profile %.0f ms, %.2f times%n",
                runs,
                median(bare),
                median(board),
                median(board) / median(bare));
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }

    private static double run(String what, String folder) throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m"));
        if (System.getenv("DISPLAY") == null) {
            command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StartBench.class.getName(), what, folder));
        long started = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        double millis = Double.NaN;
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.equals("frame")) {
                    millis = (System.nanoTime() - started) / 1e6;
                } else {
                    System.out.println("  " + what + ": " + line);
                }
            }
        }
        process.waitFor();
        return millis;
    }

    private static void child(String what, String folder) throws Exception {
        if (what.equals(BARE)) {
            var shown = new CompletableFuture<Stage>();
            Platform.startup(() -> {
                var stage = new Stage();
                stage.setScene(new Scene(new StackPane(new Label("bare")), 1280, 800));
                stage.show();
                shown.complete(stage);
            });
            framed(shown.join().getScene());
        } else {
            Thread.ofPlatform().daemon().name("program").start(() -> start(folder));
            framed(board());
        }
        System.out.println("frame");
        System.out.println("resident " + resident());
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static void start(String folder) {
        try {
            Class.forName("tocsin.Main").getMethod("main", String[].class).invoke(null, (Object)
                    new String[] {"--profile", folder});
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// Waits until cards are in a column.
    private static Scene board() throws InterruptedException {
        while (true) {
            try {
                Scene found = CompletableFuture.supplyAsync(StartBench::filled, Platform::runLater)
                        .join();
                if (found != null) {
                    return found;
                }
            } catch (IllegalStateException notStarted) {
                // The toolkit is not there yet.
            }
            Thread.sleep(5);
        }
    }

    private static Scene filled() {
        for (Window window : Window.getWindows()) {
            for (var list : window.getScene().getRoot().lookupAll(".cards")) {
                if (list instanceof ListView<?> cards && !cards.getItems().isEmpty()) {
                    return window.getScene();
                }
            }
        }
        return null;
    }

    /// Returns when the scene has been laid out once more, and so is on its way to the screen.
    private static void framed(Scene scene) {
        var done = new CompletableFuture<Void>();
        Platform.runLater(() -> {
            scene.addPostLayoutPulseListener(() -> done.complete(null));
            scene.getRoot().requestLayout();
            Platform.requestNextPulse();
        });
        done.join();
    }

    private static String resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status)
                ? "unknown"
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .findFirst()
                        .orElse("unknown");
    }
}
