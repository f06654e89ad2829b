package tocsin.ui.kit;

import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;
import javafx.application.Platform;

/// JavaFX as a whole: one per process, started when the first screen is wanted.
public final class Toolkit {
    /// Held, because a logger that nobody holds forgets what it was told.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Toolkit() {}

    /// Returns when the JavaFX thread runs; does nothing when it already does.
    public static void start() {
        // Tocsin runs JavaFX from the class path on purpose, and nobody at the terminal can do anything about it.
        JAVAFX.setFilter(line -> !String.valueOf(line.getMessage()).startsWith("Unsupported JavaFX configuration"));
        var running = new CompletableFuture<Void>();
        try {
            Platform.startup(() -> running.complete(null));
            running.join();
        } catch (IllegalStateException alreadyRunning) {
            running.complete(null);
        }
        Platform.setImplicitExit(false);
    }

    /// Reads the faces, so that the first scene finds them.
    public static void loadFaces() {
        Fonts.load();
    }

    /// Ends it for good: a process cannot start it twice.
    public static void stop() {
        Platform.exit();
    }
}
