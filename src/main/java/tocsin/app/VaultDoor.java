package tocsin.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tocsin.base.Feed;
import tocsin.journal.Disk;
import tocsin.vault.Cost;
import tocsin.vault.Settings;
import tocsin.vault.Vault;
import tocsin.vault.VaultException;

/// The way to the profile's vault for everybody in this process. What asks for a passphrase runs on `tocsin-vault`, one
/// after the other, and its future fails with a [VaultException]; that thread also locks a vault that nobody used.
/// Secrets are read and written on the caller's thread, which must be allowed to wait for a disk.
///
/// Passphrases given in are wiped when they have been used.
public final class VaultDoor implements AutoCloseable {
    private static final long THREAD_STAYS_SECONDS = 5;
    private static final long PATIENCE_SECONDS = 10;

    private final Disk disk;
    private final Path file;
    private final Settings settings;
    private final Feed<State> states = new Feed<>();
    private final ScheduledThreadPoolExecutor thread;
    private volatile @Nullable Vault vault;
    private volatile State state;

    public enum State {
        /// There is no vault yet.
        NONE,
        LOCKED,
        OPEN
    }

    public VaultDoor(Disk disk, Path file, Settings settings) {
        this.disk = disk;
        this.file = file;
        this.settings = settings;
        thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("tocsin-vault").daemon().factory());
        thread.setKeepAliveTime(THREAD_STAYS_SECONDS, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        state = shut();
    }

    public Path file() {
        return file;
    }

    public State state() {
        return state;
    }

    /// Told on the thread that changed it, mostly `tocsin-vault`.
    public Feed<State> states() {
        return states;
    }

    /// Makes a vault and leaves it open.
    public CompletableFuture<State> create(char[] passphrase) {
        return done(() -> opened(Vault.create(disk, file, passphrase, settings)), passphrase);
    }

    public CompletableFuture<State> unlock(char[] passphrase) {
        return done(() -> opened(Vault.open(disk, file, passphrase, settings)), passphrase);
    }

    public CompletableFuture<State> changePassphrase(char[] old, char[] fresh) {
        return done(
                () -> {
                    Vault open = vault;
                    if (open == null || open.isLocked()) {
                        opened(Vault.open(disk, file, old, settings));
                    }
                    open().changePassphrase(old, fresh);
                },
                old,
                fresh);
    }

    /// Forgets every secret at once; on the caller's thread.
    public void lock() {
        Vault open = vault;
        if (open != null) {
            open.lock();
            vault = null;
            become(State.LOCKED);
        }
    }

    /// Locks the vault by itself after this time without use; zero stands for never.
    public CompletableFuture<State> lockAfter(Duration idle) {
        return done(() -> {
            open().lockAfter(idle);
            watch();
        });
    }

    /// Empty while it is not open.
    public Optional<Duration> idle() {
        try {
            Vault open = vault;
            return open == null ? Optional.empty() : Optional.of(open.idle());
        } catch (VaultException lockedJustNow) {
            return Optional.empty();
        }
    }

    /// What a try of the passphrase costs; reads the disk.
    public Cost cost() throws VaultException {
        return Vault.cost(disk, file, settings);
    }

    /// A copy, the caller's to wipe.
    public Optional<byte[]> get(String name) throws VaultException {
        return open().get(name);
    }

    public Set<String> names() throws VaultException {
        return open().names();
    }

    /// On disk when it returns.
    public void put(String name, byte[] secret) throws VaultException {
        open().put(name, secret);
    }

    /// Says whether there was one.
    public boolean remove(String name) throws VaultException {
        return open().remove(name);
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            // What is being written is written whole, and what was opened meanwhile is locked.
            var _ = thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        lock();
    }

    private Vault open() throws VaultException {
        Vault open = vault;
        if (open == null) {
            throw state == State.NONE ? VaultException.missing(file) : VaultException.locked();
        }
        return open;
    }

    private void opened(Vault fresh) {
        lock();
        vault = fresh;
        become(State.OPEN);
        watch();
    }

    private void become(State now) {
        state = now;
        states.tell(now);
    }

    /// Looks again when its time without use could be over.
    private void watch() {
        Vault open = vault;
        if (open == null) {
            return;
        }
        Optional<Duration> left = open.lockIfIdle();
        if (left.isPresent()) {
            var _ = thread.schedule(this::watch, Math.max(1, left.get().toNanos()), TimeUnit.NANOSECONDS);
        } else if (open.isLocked()) {
            lock();
        }
    }

    private State shut() {
        try {
            return Vault.exists(disk, file) ? State.LOCKED : State.NONE;
        } catch (VaultException unreadable) {
            return State.LOCKED;
        }
    }

    private interface Work {
        void run() throws VaultException;
    }

    private CompletableFuture<State> done(Work work, char[]... passphrases) {
        try {
            return CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            work.run();
                            return state;
                        } catch (VaultException refused) {
                            throw new CompletionException(refused);
                        } finally {
                            wipe(passphrases);
                        }
                    },
                    thread);
        } catch (RejectedExecutionException closed) {
            wipe(passphrases);
            return CompletableFuture.failedFuture(closed);
        }
    }

    private static void wipe(char[]... passphrases) {
        for (char[] passphrase : passphrases) {
            Arrays.fill(passphrase, '\0');
        }
    }
}
