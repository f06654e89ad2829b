package tocsin.app;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
import org.jspecify.annotations.Nullable;
import tocsin.base.Feed;
import tocsin.journal.Disk;
import tocsin.journal.DiskInput;
import tocsin.journal.RealDisk;

/// What the windows of this desk had open: places, tabs, half-typed words. Not facts, so they are in no journal; but
/// they
/// survive a crash, because every change reaches a file within moments, on a thread of its own. May be called from any
/// thread; never waits for the disk.
public final class Session implements AutoCloseable {
    private static final int MOST_CHARS = 200_000;

    static final String FILE = "session.properties";

    private volatile @Nullable Home home;
    private final ConcurrentSkipListMap<String, String> values = new ConcurrentSkipListMap<>();
    private final List<Feed.Subscription> followed = new CopyOnWriteArrayList<>();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("tocsin-session").daemon().factory());

    private Session() {}

    /// Where it is kept.
    private record Home(Path file, Disk disk) {}

    /// What was kept before; a file that cannot be read is as good as none, nothing of the record is in it.
    public static Session open(Profile profile) {
        return open(profile, new RealDisk());
    }

    /// The same with what seals it.
    public static Session open(Profile profile, Disk disk) {
        var session = afloat();
        session.keepIn(profile, disk);
        return session;
    }

    /// Kept nowhere, until it is known where it may be.
    public static Session afloat() {
        return new Session();
    }

    /// From now on it is kept there. What was kept there before is here now, except where something newer is.
    public void keepIn(Profile profile, Disk disk) {
        boolean newer = !values.isEmpty();
        var place = new Home(profile.folder().resolve(FILE), disk);
        load(place);
        home = place;
        if (newer) {
            want();
        }
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
    static void forget(Profile profile, Disk disk, Set<String> words) {
        var session = open(profile, disk);
        session.forget(words);
        session.close();
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
        if (home != null && wanted.compareAndSet(false, true)) {
            try {
                thread.execute(this::save);
            } catch (RejectedExecutionException closed) {
                wanted.set(false);
            }
        }
    }

    private void load(Home from) {
        var kept = new Properties();
        try (Reader in = new InputStreamReader(DiskInput.open(from.disk(), from.file()), StandardCharsets.UTF_8)) {
            kept.load(in);
        } catch (NoSuchFileException first) {
            return;
        } catch (IOException | IllegalArgumentException unreadable) {
            return;
        }
        kept.stringPropertyNames().forEach(key -> values.putIfAbsent(key, kept.getProperty(key)));
    }

    /// The old file stays whole until the new one is.
    private void save() {
        wanted.set(false);
        Home place = home;
        if (place == null) {
            return;
        }
        var kept = new Properties();
        kept.putAll(values);
        Path fresh = place.file().resolveSibling(FILE + ".new");
        try {
            var text = new StringWriter();
            kept.store(text, null);
            try (var out = place.disk().open(fresh, Disk.Access.CREATE)) {
                out.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)), 0);
            }
            place.disk().rename(fresh, place.file());
        } catch (IOException full) {
            // A full disk is said by the journal, which matters more; the words are still in the window.
            wanted.set(false);
        }
    }
}
