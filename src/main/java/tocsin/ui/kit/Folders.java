package tocsin.ui.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import tocsin.app.Safe;

/// What could follow the half-typed path of a table. A folder is read on the slow executor when it is first named;
/// until then nothing follows. Lives on the JavaFX thread.
public final class Folders {
    private static final int MOST = 200;
    private static final String TABLE = ".csv";

    private final Executor slow;
    private final Executor screen;
    private final Runnable read;
    private final Map<Path, List<String>> known = new HashMap<>();

    /// @param read told when there is more to offer
    public Folders(Executor slow, Executor screen, Runnable read) {
        this.slow = slow;
        this.screen = screen;
        this.read = read;
    }

    public List<Prompt.Option> options(String text, Path path) {
        int slash = Math.max(
                text.lastIndexOf('/'), text.lastIndexOf(path.getFileSystem().getSeparator()));
        String before = text.substring(0, slash + 1);
        String begun = text.substring(slash + 1).toLowerCase(Locale.ROOT);
        Path folder = path(before.isEmpty() ? "." : before).orElse(path);
        return inside(folder).stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(begun) && !text.equals(before + name))
                .map(name -> Prompt.Option.of(before + name, Safe.line(name), ""))
                .toList();
    }

    /// Forgets what it has seen: files come and go between two lines.
    public void forget() {
        known.clear();
    }

    /// The path that was typed, `~/` being the home folder.
    public static Optional<Path> path(String text) {
        String typed = text.strip();
        String home = System.getProperty("user.home", "");
        try {
            return Optional.of(Path.of(typed.startsWith("~/") ? home + typed.substring(1) : typed));
        } catch (InvalidPathException bad) {
            return Optional.empty();
        }
    }

    private List<String> inside(Path folder) {
        List<String> names = known.get(folder);
        if (names != null) {
            return names;
        }
        known.put(folder, List.of());
        var _ = CompletableFuture.supplyAsync(() -> list(folder), slow)
                .thenAcceptAsync(
                        found -> {
                            known.put(folder, found);
                            read.run();
                        },
                        screen);
        return List.of();
    }

    private static List<String> list(Path folder) {
        try (Stream<Path> inner = Files.list(folder)) {
            return inner.map(path -> String.valueOf(path.getFileName()) + (Files.isDirectory(path) ? "/" : ""))
                    .filter(name -> !name.startsWith(".")
                            && (name.endsWith("/")
                                    || name.toLowerCase(Locale.ROOT).endsWith(TABLE)))
                    .sorted()
                    .limit(MOST)
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
