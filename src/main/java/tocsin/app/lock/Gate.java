package tocsin.app.lock;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import tocsin.app.Console;
import tocsin.app.Cover;
import tocsin.app.LockedOut;
import tocsin.app.Profile;
import tocsin.app.ProfileBusy;
import tocsin.app.Progress;
import tocsin.app.VaultDoor;
import tocsin.journal.Disk;
import tocsin.journal.JournalException;
import tocsin.journal.NotAccepted;
import tocsin.journal.RealDisk;
import tocsin.journal.RecordSeal;
import tocsin.journal.Settings;
import tocsin.vault.VaultException;

/// The way into a profile, locked or not, and what changes the lock. One process at a time stands in it, until it has
/// the
/// profile open or has finished the change; others are told that it is busy. Reads and writes the disk on the caller's
/// thread.
public final class Gate {
    private static final String KEY = "profile";
    private static final String NEXT_KEY = "profile.next";

    private final Profile profile;
    private final Disk disk;
    private final Settings settings;
    private final tocsin.vault.Settings vault;

    public Gate(Profile profile) {
        this(profile, new RealDisk(), Settings.standard(), tocsin.vault.Settings.standard());
    }

    /// The same on another disk, with another clock, with a vault of another cost.
    public Gate(Profile profile, Disk disk, Settings settings, tocsin.vault.Settings vault) {
        this.profile = profile;
        this.disk = disk;
        this.settings = settings;
        this.vault = vault;
    }

    /// Who stands before a locked profile.
    public interface Person {
        /// Asked only when the profile is locked and nobody else has it open. Empty gives up.
        ///
        /// @param trouble why the one before did not open it
        Optional<char[]> passphrase(Optional<String> trouble);

        /// Told before anything of the profile is read with it.
        default void admitted(Cover cover) {}
    }

    /// What can be done to the lock.
    public enum Change {
        LOCK,
        UNLOCK,
        REKEY
    }

    /// Whether its files are kept from eyes without a passphrase. What cannot be read is taken for locked.
    public static boolean isLocked(Profile profile) {
        try {
            return RecordSeal.isOn(new RealDisk(), profile.journal());
        } catch (IOException unreadable) {
            return true;
        }
    }

    public Console open(Person person, Progress progress) throws JournalException {
        if (!mayBeEntered()) {
            // Says why the folder cannot be made.
            return Console.open(profile, disk, settings, vault, progress);
        }
        try (var _ = turn()) {
            new Changing(profile, disk).settle();
            var door = new VaultDoor(disk, profile.vault(), vault);
            boolean entered = false;
            try {
                Cover cover = Cover.NONE;
                if (RecordSeal.isOn(disk, profile.journal())) {
                    ensureFree();
                    unlock(door, person);
                    cover = cover(door);
                }
                person.admitted(cover);
                Console console = Console.open(profile, disk, settings, door, cover, progress);
                entered = true;
                return console;
            } finally {
                if (!entered) {
                    door.close();
                }
            }
        } catch (IOException failed) {
            throw new JournalException(
                    "the profile " + profile.folder() + " cannot be opened: " + failed.getMessage()
                            + "; nothing of it is lost, look at the disk and try again",
                    failed);
        }
    }

    /// Locks, unlocks or changes the key. The profile must be free, and have a vault. Returns the number of records
    /// that
    /// were written anew.
    ///
    /// @param passphrase asked for only when the change can be made; wiped
    public long change(Change change, Supplier<char[]> passphrase) throws JournalException {
        if (!mayBeEntered()) {
            throw new NotAccepted("the profile folder " + profile.folder() + " cannot be made");
        }
        try (var _ = turn()) {
            var changing = new Changing(profile, disk);
            changing.settle();
            boolean locked = RecordSeal.isOn(disk, profile.journal());
            if (locked == (change == Change.LOCK)) {
                throw new NotAccepted(
                        locked
                                ? "the profile is locked already; `tocsin profile rekey` gives it another key"
                                : "the profile is not locked; `tocsin profile lock` does that");
            }
            ensureFree();
            try (var door = new VaultDoor(disk, profile.vault(), vault)) {
                if (door.state() == VaultDoor.State.NONE && !locked) {
                    throw new NotAccepted("the key of a locked profile lies in the vault; make one first with"
                            + " `tocsin vault create`");
                }
                unlock(door, trouble -> trouble.isEmpty() ? Optional.of(passphrase.get()) : Optional.empty());
                return change(change, changing, door, locked ? cover(door) : Cover.NONE);
            }
        } catch (IOException failed) {
            throw new JournalException(
                    "the profile could not be changed: " + failed.getMessage()
                            + "; it is whole, and the next start finishes or clears away what was begun",
                    failed);
        }
    }

    private long change(Change change, Changing changing, VaultDoor door, Cover from)
            throws IOException, JournalException {
        // A start mends what a crash left, and a copied profile takes its own desk's id.
        Console.open(profile, disk, settings, new VaultDoor(disk, profile.vault(), vault), from, Progress.SILENT)
                .close();
        byte[] key = new byte[Cover.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Cover to = change == Change.UNLOCK ? Cover.NONE : Cover.of(key);
            if (change != Change.UNLOCK) {
                door.put(change == Change.LOCK ? KEY : NEXT_KEY, key);
            }
            long records = copied(changing, from, to);
            changing.settle();
            if (change == Change.UNLOCK) {
                door.remove(KEY);
            } else {
                var _ = cover(door);
            }
            return records;
        } catch (VaultException refused) {
            throw new LockedOut(String.valueOf(refused.getMessage()));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// What was begun and cannot be decided is cleared away at once: it may lie open where all else is locked.
    private long copied(Changing changing, Cover from, Cover to) throws IOException, JournalException {
        try {
            long records = changing.prepare(from, to, settings.place());
            changing.decide();
            return records;
        } catch (IOException | JournalException | RuntimeException failed) {
            try {
                changing.settle();
            } catch (IOException nextTime) {
                failed.addSuppressed(nextTime);
            }
            throw failed;
        }
    }

    /// Asks until the vault is open.
    private void unlock(VaultDoor door, Person person) throws LockedOut {
        if (door.state() == VaultDoor.State.NONE) {
            throw new LockedOut(
                    "the profile " + profile.folder() + " is locked, and its vault is missing; put the file "
                            + profile.vault().getFileName() + " back from a backup");
        }
        Optional<String> trouble = Optional.empty();
        while (door.state() != VaultDoor.State.OPEN) {
            Optional<char[]> given = person.passphrase(trouble);
            if (given.isEmpty()) {
                throw new LockedOut(trouble.orElse("the profile is locked, and a passphrase is needed; type it, or use"
                        + " --passphrase-file or TOCSIN_PASSPHRASE"));
            }
            try {
                door.unlock(given.get()).join();
            } catch (CompletionException failed) {
                if (!(failed.getCause() instanceof VaultException refused)) {
                    throw failed;
                }
                trouble = Optional.of(String.valueOf(refused.getMessage()));
                if (refused.why() != VaultException.Why.WRONG_PASSPHRASE) {
                    throw new LockedOut(trouble.get());
                }
            }
        }
    }

    /// The key that the journal was sealed with. A change of keys that was killed has left two; one of them goes.
    private Cover cover(VaultDoor door) throws IOException, LockedOut {
        try {
            for (String name : new String[] {KEY, NEXT_KEY}) {
                Optional<byte[]> key = door.get(name);
                if (key.isPresent() && key.get().length == Cover.KEY_BYTES) {
                    Cover cover = Cover.of(key.get());
                    if (cover.seal().fits(disk, profile.journal())) {
                        if (name.equals(NEXT_KEY)) {
                            door.put(KEY, key.get());
                        }
                        door.remove(NEXT_KEY);
                        Arrays.fill(key.get(), (byte) 0);
                        return cover;
                    }
                }
            }
        } catch (VaultException refused) {
            throw new LockedOut(String.valueOf(refused.getMessage()));
        }
        throw new LockedOut("the vault holds no key for this profile; put the vault back that belongs to it");
    }

    private boolean mayBeEntered() {
        try {
            disk.createFolder(profile.folder());
            return Files.isDirectory(profile.folder());
        } catch (IOException unwritable) {
            return false;
        }
    }

    /// Nobody is asked for a passphrase that would be of no use.
    private void ensureFree() throws IOException, ProfileBusy {
        disk.createFolder(profile.journal());
        disk.tryLock(profile.journal().resolve("lock"))
                .orElseThrow(() -> new ProfileBusy(profile))
                .close();
    }

    private Closeable turn() throws IOException, ProfileBusy {
        return disk.tryLock(profile.folder().resolve("turn")).orElseThrow(() -> new ProfileBusy(profile));
    }
}
