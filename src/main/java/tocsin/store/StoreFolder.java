package tocsin.store;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tocsin.store.StoreException.Trouble;

/// The folder of the store, locked for as long as this is open: owner-only, one database file, the lock, and the newest
/// of the files that had to be set aside.
final class StoreFolder implements AutoCloseable {
    static final String IN_USE = "The store is open in another Tocsin. Close that one first.";

    private static final String NAME = "tocsin";
    private static final String FILE = NAME + ".mv.db";
    private static final String BROKEN = FILE + ".broken-";
    private static final int BROKEN_KEPT = 2;
    private static final byte[] MAGIC = "H:2,".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LOCKED_MAGIC = "H2encrypt".getBytes(StandardCharsets.US_ASCII);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final FileChannel lock;

    private StoreFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static StoreFolder open(Path asked) {
        Path folder = asked.toAbsolutePath().normalize();
        refuseUnspeakable(folder);
        try {
            Files.createDirectories(folder);
            ownerOnly(folder);
            return new StoreFolder(folder, lock(folder.resolve("store.lock")));
        } catch (IOException refused) {
            throw new StoreException(
                    Trouble.UNUSABLE,
                    "The store's folder '%s' cannot be written (%s). Give yourself the right to write there, or free space."
                            .formatted(folder, refused.getClass().getSimpleName()));
        }
    }

    /// Settings after reliability.md 2.4: nothing of H2 runs or writes on its own account, and no value reaches a
    /// trace.
    String url(int cacheKilobytes, Optional<StoreKey> key) {
        return "jdbc:h2:file:" + folder.resolve(NAME) + (key.isPresent() ? ";CIPHER=AES" : "")
                + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;LOCK_TIMEOUT=10000"
                + ";MAX_COMPACT_TIME=0;AUTO_COMPACT_FILL_RATE=0;CACHE_SIZE=" + cacheKilobytes;
    }

    boolean holdsDatabase() {
        return Files.exists(folder.resolve(FILE));
    }

    /// H2 takes some foreign files for empty databases and writes over them; this looks before it does.
    boolean looksLikeDatabase(Optional<StoreKey> key) {
        return startsWith(key.isPresent() ? LOCKED_MAGIC : MAGIC);
    }

    /// Whether it is open where it should be locked, or locked where nobody has its key any more.
    boolean isOfTheOtherKind(Optional<StoreKey> key) {
        return startsWith(key.isPresent() ? MAGIC : LOCKED_MAGIC);
    }

    private boolean startsWith(byte[] magic) {
        try (var in = Files.newInputStream(folder.resolve(FILE))) {
            return Arrays.equals(in.readNBytes(magic.length), magic);
        } catch (IOException unreadable) {
            return false;
        }
    }

    Path setAside(Instant now) {
        try {
            Path to = freeName(now);
            Files.move(folder.resolve(FILE), to);
            List<Path> old = files(BROKEN + "*");
            for (Path surplus : old.subList(0, Math.max(0, old.size() - BROKEN_KEPT))) {
                Files.deleteIfExists(surplus);
            }
            return to;
        } catch (IOException refused) {
            throw unremovable(refused);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException refused) {
            throw unremovable(refused);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException alreadyGone) {
            throw new StoreException(
                    Trouble.UNUSABLE, "The lock of the store's folder '%s' was lost.".formatted(folder));
        }
    }

    /// Later than every name there, even when the wall clock was set back: the newest must sort last.
    private Path freeName(Instant now) throws IOException {
        List<Path> old = files(BROKEN + "*");
        for (Instant time = now; ; time = time.plusSeconds(1)) {
            Path name = folder.resolve(BROKEN + TIME.format(time));
            if (old.isEmpty() || byName().compare(name, old.getLast()) > 0) {
                return name;
            }
            time = time.isBefore(timeOf(old.getLast())) ? timeOf(old.getLast()) : time;
        }
    }

    private static Instant timeOf(Path broken) {
        String name = broken.getFileName().toString();
        try {
            return TIME.parse(name.substring(BROKEN.length()), Instant::from);
        } catch (DateTimeParseException named) {
            return Instant.MIN;
        }
    }

    private static Comparator<Path> byName() {
        return Comparator.comparing(path -> path.getFileName().toString());
    }

    private List<Path> files(String pattern) throws IOException {
        var all = new ArrayList<Path>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
            found.forEach(all::add);
        }
        all.removeIf(path -> timeOf(path).equals(Instant.MIN));
        all.sort(byName());
        return all;
    }

    private StoreException unremovable(IOException refused) {
        return new StoreException(
                Trouble.UNUSABLE,
                "The unusable store file '%s' cannot be moved away (%s). Remove it by hand; the journal is not touched by that."
                        .formatted(folder.resolve(FILE), refused.getClass().getSimpleName()));
    }

    private static void refuseUnspeakable(Path folder) {
        String text = folder.toString();
        if (text.indexOf(';') >= 0 || (File.separatorChar != '\\' && text.indexOf('\\') >= 0)) {
            throw new StoreException(
                    Trouble.UNUSABLE,
                    "The store's folder '%s' has a semicolon or backslash in its name, which the database cannot take. Choose a profile folder without it."
                            .formatted(folder));
        }
    }

    private static void ownerOnly(Path folder) throws IOException {
        if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Optional<FileLock> lock;
        try {
            lock = Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException ours) {
            lock = Optional.empty();
        }
        if (lock.isEmpty()) {
            channel.close();
            throw new StoreException(Trouble.IN_USE, IN_USE);
        }
        return channel;
    }
}
