package tocsin.ui.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// The names in folders, read aside and told when they have come. Lives on the JavaFX thread.
final class Folders {
    private static final int MOST = 5_000;
    private static final Executor ASIDE =
            work -> Thread.ofVirtual().name("tocsin-names").start(work);

    private final Executor screen;
    private final Runnable come;
    private final Map<Path, List<Item>> known = new HashMap<>();

    Folders(Executor screen, Runnable come) {
        this.screen = screen;
        this.come = come;
    }

    record Item(String name, boolean folder) {}

    /// Nothing as long as it is being read; `come` runs then. A folder that cannot be read has no names.
    Optional<List<Item>> of(Path folder) {
        List<Item> names = known.get(folder);
        if (names == null) {
            known.put(folder, List.of());
            var _ = CompletableFuture.supplyAsync(() -> read(folder), ASIDE)
                    .whenCompleteAsync((items, failed) -> keep(folder, items), screen);
        }
        return Optional.ofNullable(names);
    }

    private void keep(Path folder, @Nullable List<Item> items) {
        known.put(folder, items == null ? List.of() : items);
        come.run();
    }

    private static List<Item> read(Path folder) {
        try (var files = Files.list(folder)) {
            return files.limit(MOST)
                    .map(file -> new Item(String.valueOf(file.getFileName()), Files.isDirectory(file)))
                    .sorted(Comparator.comparing(Item::name, String.CASE_INSENSITIVE_ORDER))
                    .toList();
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return List.of();
        }
    }
}
