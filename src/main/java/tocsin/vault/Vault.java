package tocsin.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import tocsin.journal.Disk;

/// The secrets of a desk, open. Any thread may use it; making, opening and changing the passphrase take a fifth of a
/// second and everything that writes waits for the disk, so none of it belongs on a screen's thread.
///
/// A change is written beside the file, forced, read back and renamed over it: the file is always a whole vault.
/// Passphrases and secrets given in stay their owner's to wipe.
public final class Vault implements AutoCloseable {
    private static final Duration MOST_IDLE = Duration.ofDays(7);

    private final Disk disk;
    private final Path file;
    private final Settings settings;
    private Envelope envelope;
    private byte[] dataKey;
    private Secrets secrets;
    private boolean locked;
    private long usedNanos;

    private Vault(Disk disk, Path file, Settings settings, Envelope envelope, byte[] dataKey, Secrets secrets) {
        this.disk = disk;
        this.file = file;
        this.settings = settings;
        this.envelope = envelope;
        this.dataKey = dataKey;
        this.secrets = secrets;
        this.usedNanos = settings.nanos().getAsLong();
    }

    /// A new, empty vault where none is.
    public static Vault create(Disk disk, Path file, char[] passphrase, Settings settings) throws VaultException {
        Passphrase.check(passphrase);
        if (exists(disk, file)) {
            throw VaultException.exists(file);
        }
        var secrets = new Secrets(Settings.IDLE);
        byte[] dataKey = Sealed.random(Sealed.KEY_BYTES);
        Envelope envelope = sealed(settings, passphrase, dataKey, secrets);
        write(disk, file, envelope);
        return new Vault(disk, file, settings, envelope, dataKey, secrets);
    }

    public static Vault open(Disk disk, Path file, char[] passphrase, Settings settings) throws VaultException {
        Envelope envelope = read(disk, file, settings);
        byte[] passphraseKey = Passphrase.key(passphrase, envelope.salt(), envelope.cost());
        try {
            byte[] dataKey = envelope.dataKey(passphraseKey);
            byte[] plain = envelope.plain(dataKey, file);
            try {
                return new Vault(disk, file, settings, envelope, dataKey, Secrets.read(plain, file));
            } finally {
                Arrays.fill(plain, (byte) 0);
            }
        } finally {
            Arrays.fill(passphraseKey, (byte) 0);
        }
    }

    /// What a try of its passphrase costs, read without one.
    public static Cost cost(Disk disk, Path file, Settings settings) throws VaultException {
        return read(disk, file, settings).cost();
    }

    /// Whether a file of that name is there, be it a vault or not.
    public static boolean exists(Disk disk, Path file) throws VaultException {
        try {
            return disk.list(folder(file)).contains(String.valueOf(file.getFileName()));
        } catch (NoSuchFileException noFolderYet) {
            return false;
        } catch (IOException unreadable) {
            throw VaultException.disk(file, unreadable);
        }
    }

    /// A copy of the secret, the caller's to wipe.
    public synchronized Optional<byte[]> get(String name) throws VaultException {
        use();
        return secrets.get(name);
    }

    public synchronized Set<String> names() throws VaultException {
        use();
        return secrets.names();
    }

    /// On disk when this returns.
    public synchronized void put(String name, byte[] secret) throws VaultException {
        use();
        change(next -> next.put(name, secret));
    }

    /// Says whether there was one.
    public synchronized boolean remove(String name) throws VaultException {
        use();
        boolean held = secrets.names().contains(name);
        if (held) {
            change(next -> next.remove(name));
        }
        return held;
    }

    /// How long it stays open without use; zero stands for as long as the program runs.
    public synchronized Duration idle() throws VaultException {
        ensureOpen();
        return secrets.idle();
    }

    public synchronized void lockAfter(Duration idle) throws VaultException {
        use();
        if (idle.isNegative() || idle.compareTo(MOST_IDLE) > 0) {
            throw VaultException.tooLarge("a time of more than " + MOST_IDLE.toDays() + " days without use");
        }
        change(next -> next.idle(idle));
    }

    /// The old passphrase opens nothing any more, not even together with an older copy of the file. What it costs is
    /// brought up to date by the way.
    public synchronized void changePassphrase(char[] old, char[] fresh) throws VaultException {
        use();
        Passphrase.check(fresh);
        byte[] oldKey = Passphrase.key(old, envelope.salt(), envelope.cost());
        try {
            Arrays.fill(envelope.dataKey(oldKey), (byte) 0);
        } finally {
            Arrays.fill(oldKey, (byte) 0);
        }
        byte[] freshData = Sealed.random(Sealed.KEY_BYTES);
        Envelope next = sealed(settings, fresh, freshData, secrets);
        write(disk, file, next);
        Arrays.fill(dataKey, (byte) 0);
        dataKey = freshData;
        envelope = next;
    }

    /// Locks it when it was not used for its idle time. Returns what is left of that time; empty when it has none or is
    /// locked.
    public synchronized Optional<Duration> lockIfIdle() {
        if (locked || secrets.idle().isZero()) {
            return Optional.empty();
        }
        long unused = settings.nanos().getAsLong() - usedNanos;
        long left = secrets.idle().toNanos() - unused;
        if (left <= 0) {
            lock();
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos(left));
    }

    /// Wipes the keys and secrets; everything else asked of it is refused from now on.
    public synchronized void lock() {
        locked = true;
        Arrays.fill(dataKey, (byte) 0);
        secrets.wipe();
    }

    public synchronized boolean isLocked() {
        return locked;
    }

    @Override
    public void close() {
        lock();
    }

    private void use() throws VaultException {
        ensureOpen();
        usedNanos = settings.nanos().getAsLong();
    }

    private void ensureOpen() throws VaultException {
        if (locked) {
            throw VaultException.locked();
        }
    }

    private interface Change {
        void to(Secrets next) throws VaultException;
    }

    private void change(Change change) throws VaultException {
        Secrets next = secrets.copy();
        boolean done = false;
        try {
            change.to(next);
            byte[] plain = next.plain();
            Envelope written = envelope.holding(dataKey, plain);
            Arrays.fill(plain, (byte) 0);
            write(disk, file, written);
            envelope = written;
            done = true;
        } finally {
            (done ? secrets : next).wipe();
        }
        secrets = next;
    }

    private static Envelope sealed(Settings settings, char[] passphrase, byte[] dataKey, Secrets secrets)
            throws VaultException {
        byte[] salt = Sealed.random(Envelope.SALT_BYTES);
        byte[] passphraseKey = Passphrase.key(passphrase, salt, settings.cost());
        byte[] plain = secrets.plain();
        try {
            return Envelope.of(settings.cost(), passphraseKey, salt, dataKey, plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
            Arrays.fill(passphraseKey, (byte) 0);
        }
    }

    // ---- the file

    private static Envelope read(Disk disk, Path file, Settings settings) throws VaultException {
        if (!exists(disk, file)) {
            throw VaultException.missing(file);
        }
        try (var open = disk.open(file, Disk.Access.READ)) {
            return Envelope.read(bytes(open, file), file, settings.least());
        } catch (IOException unreadable) {
            throw VaultException.disk(file, unreadable);
        }
    }

    private static byte[] bytes(Disk.OpenFile open, Path file) throws IOException, VaultException {
        long length = open.length();
        if (length > Envelope.MOST_BYTES) {
            throw VaultException.foreign(file);
        }
        var bytes = ByteBuffer.allocate((int) length);
        int got = open.read(bytes, 0);
        return Arrays.copyOf(bytes.array(), got);
    }

    private static void write(Disk disk, Path file, Envelope envelope) throws VaultException {
        byte[] bytes = envelope.bytes();
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            disk.delete(draft);
            try (var open = disk.open(draft, Disk.Access.CREATE)) {
                open.write(ByteBuffer.wrap(bytes), 0);
                open.force();
                if (!Arrays.equals(bytes(open, draft), bytes)) {
                    throw VaultException.damaged(draft, "it reads back as something else");
                }
            }
            disk.rename(draft, file);
            disk.forceDirectory(folder(file));
        } catch (IOException failed) {
            try {
                disk.delete(draft);
            } catch (IOException leftThere) {
                failed.addSuppressed(leftThere);
            }
            throw VaultException.disk(file, failed);
        }
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().getParent() == null
                ? file
                : file.toAbsolutePath().getParent();
    }
}
