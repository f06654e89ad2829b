package tocsin.app;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import tocsin.base.Feed;

/// What the windows of this desk had open: places, tabs, half-typed words. Not facts, so they are in no journal; but
/// they
/// survive a crash, because every change reaches a file within moments, on a thread of its own. May be called from any
/// thread; never waits for the disk.
public final class Session implements AutoCloseable {
    private static final int MOST_CHARS = 200_000;

    private final Path file;
    private final ConcurrentSkipListMap<String, String> values = new ConcurrentSkipListMap<>();
    private final List<Feed.Subscription> followed = new CopyOnWriteArrayList<>();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("tocsin-session").daemon().factory());

    private Session(Path file) {
        this.file = file;
    }

    /// What was kept before; a file that cannot be read is as good as none, nothing of the record is in it.
    public static Session open(Profile profile) {
        var session = new Session(file(profile));
        session.load();
        return session;
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public void put(String key, String value) {
        if (value.isEmpty()) {
            remove(key);
        } else if (!value.equals(
                values.put(key, value.length() > MOST_CHARS ? value.substring(0, MOST_CHARS) : value))) {
            want();
        }
    }

    public void remove(String key) {
        if (values.remove(key) != null) {
            want();
        }
    }

    /// From now on, until it is closed, what is erased in this console leaves here too.
    public void follow(Console console) {
        followed.add(console.erasedWords().subscribe(this::forget));
    }

    /// Half-typed lines with these words go, and those that were asked about them.
    private void forget(Set<String> words) {
        values.forEach((key, value) -> {
            if (holds(key, value, words)) {
                remove(key);
            }
        });
    }

    private static boolean holds(String key, String value, Set<String> words) {
        return words.stream().anyMatch(each -> value.contains(each) || key.contains(each));
    }

    /// The same in the file of a profile whose windows are closed, or are about to write theirs.
    static void forget(Profile profile, Set<String> words) {
        var session = new Session(file(profile));
        session.load();
        session.forget(words);
        session.close();
    }

    private static Path file(Profile profile) {
        return profile.folder().resolve("session.properties");
    }

    /// Writes the rest.
    @Override
    public void close() {
        followed.forEach(Feed.Subscription::close);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private void want() {
        if (wanted.compareAndSet(false, true)) {
            try {
                thread.execute(this::save);
            } catch (RejectedExecutionException closed) {
                wanted.set(false);
            }
        }
    }

    private void load() {
        var kept = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            kept.load(in);
        } catch (NoSuchFileException first) {
            return;
        } catch (IOException | IllegalArgumentException unreadable) {
            return;
        }
        kept.stringPropertyNames().forEach(key -> values.put(key, kept.getProperty(key)));
    }

    /// The old file stays whole until the new one is.
    private void save() {
        wanted.set(false);
        var kept = new Properties();
        kept.putAll(values);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (Writer out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
                kept.store(out, null);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException full) {
            // A full disk is said by the journal, which matters more; the words are still in the window.
            wanted.set(false);
        }
    }
}
