package tocsin.ui.board;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tocsin.journal.Disk;
import tocsin.journal.DiskInput;

/// Views in a file of the profile, one a line: the name, a tab, the facets. A new file takes the old one's place at
/// once,
/// so that a crash leaves one or the other. Reads and writes on a daemon thread of its own.
public final class ProfileViews implements Views {
    private final Path file;
    private final Disk disk;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("tocsin-views").daemon().factory());

    public ProfileViews(Path profile, Disk disk) {
        this.disk = disk;
        this.file = profile.resolve("views.txt");
    }

    @Override
    public CompletableFuture<List<SavedView>> load() {
        return CompletableFuture.supplyAsync(this::read, thread);
    }

    @Override
    public CompletableFuture<Void> keep(List<SavedView> views) {
        return CompletableFuture.runAsync(() -> write(views), thread);
    }

    /// What was asked for before is still written.
    @Override
    public void close() {
        thread.shutdown();
    }

    private List<SavedView> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var in = DiskInput.open(disk, file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .flatMap(line -> view(line).stream())
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private void write(List<SavedView> views) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            String lines = views.stream().map(view -> line(view) + "\n").collect(Collectors.joining());
            try (var out = disk.open(fresh, Disk.Access.CREATE)) {
                out.write(ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8)), 0);
            }
            disk.rename(fresh, file);
        } catch (IOException unwritten) {
            throw new CompletionException(unwritten);
        }
    }

    private static String line(SavedView view) {
        return view.name().replaceAll("[\\t\\r\\n]", " ") + "\t"
                + view.facets().stream().sorted().map(Facet::name).collect(Collectors.joining(","));
    }

    /// A facet of a newer program is left out.
    private static Optional<SavedView> view(String line) {
        int tab = line.indexOf('\t');
        if (tab <= 0) {
            return Optional.empty();
        }
        List<String> names = List.of(line.substring(tab + 1).split(","));
        var facets = EnumSet.noneOf(Facet.class);
        Arrays.stream(Facet.values())
                .filter(facet -> names.contains(facet.name()))
                .forEach(facets::add);
        return Optional.of(new SavedView(line.substring(0, tab), facets));
    }
}
