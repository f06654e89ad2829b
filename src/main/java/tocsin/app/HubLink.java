package tocsin.app;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tocsin.base.Feed;
import tocsin.base.IncidentId;
import tocsin.journal.Disk;
import tocsin.journal.JournalException;
import tocsin.journal.RealDisk;
import tocsin.store.Filter;
import tocsin.store.IncidentRow;
import tocsin.store.StoreException;
import tocsin.sync.Courier;
import tocsin.sync.Hub;
import tocsin.sync.HubTrouble;
import tocsin.sync.Hubs;
import tocsin.sync.Pace;
import tocsin.sync.Porter;
import tocsin.sync.Presence;
import tocsin.sync.Round;
import tocsin.sync.SyncState;
import tocsin.sync.SyncThread;
import tocsin.vault.VaultException;

/// The hub that this profile has joined, if it has, and the thread that meets it. Methods may be called from any
/// thread; those that throw touch files or the network and do not belong on a screen's thread.
public final class HubLink implements AutoCloseable {
    private static final String FILE = "hub.properties";
    private static final long FILE_BYTES = 64L << 20;

    /// Which hub, and as whom. A folder needs nobody.
    public record Joined(String url, String user) {}

    private static final String SECRET = "hub";

    private final Console console;
    private final Path file;
    private final Disk disk = new RealDisk();
    private final Feed<SyncState> states = new Feed<>();
    private final Set<IncidentId> live = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Joined joined;
    private volatile @Nullable SyncThread thread;
    private volatile Optional<Presence> presence = Optional.empty();
    private final List<Feed.Subscription> ears = new ArrayList<>();
    private boolean wanted;
    private volatile boolean liveKnown;

    HubLink(Console console) {
        this.console = console;
        this.file = console.profile().folder().resolve(FILE);
        this.joined = read();
    }

    /// Empty while this profile keeps to itself.
    public Optional<Joined> joined() {
        return Optional.ofNullable(joined);
    }

    /// How it stands; empty while the thread does not run.
    public Optional<SyncState> state() {
        return Optional.ofNullable(thread).map(SyncThread::state);
    }

    /// Told on the sync thread.
    public Feed<SyncState> states() {
        return states;
    }

    /// Meets the hub in the background from here on, now or as soon as one is joined.
    public synchronized void start() {
        wanted = true;
        begin();
    }

    /// Who others see at this desk.
    public void show(Optional<Presence> mine) {
        presence = mine;
        SyncThread running = thread;
        if (running != null) {
            running.show(mine);
        }
    }

    /// Meets the hub as soon as the thread is free, also after [#stop].
    public void meetNow() {
        SyncThread running = thread;
        if (running != null) {
            running.resume();
        }
    }

    /// Lets the hub be until [#meetNow]; it then goes on where it was.
    public void stop() {
        SyncThread running = thread;
        if (running != null) {
            running.pause();
        }
    }

    /// Joins a hub after it has answered once. A password is kept in the vault, which must be open, and nowhere else.
    ///
    /// @param password the caller's to wipe; empty for a hub that needs none
    public void join(Joined hub, char[] password) throws HubTrouble {
        if (password.length > 0 && console.vault().state() != VaultDoor.State.OPEN) {
            throw new HubTrouble(
                    HubTrouble.Kind.REFUSED, "a hub's password is kept in the vault alone; make or unlock it first");
        }
        try (Hub opened = Hubs.open(hub.url(), hub.user(), password::clone)) {
            opened.survey();
        }
        keep(password);
        write(hub);
        synchronized (this) {
            end();
            joined = hub;
            begin();
        }
    }

    private void keep(char[] password) throws HubTrouble {
        if (password.length == 0) {
            return;
        }
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] secret = new byte[bytes.remaining()];
        bytes.get(secret);
        try {
            console.vault().put(SECRET, secret);
        } catch (VaultException refused) {
            throw new HubTrouble(HubTrouble.Kind.REFUSED, String.valueOf(refused.getMessage()), refused);
        } finally {
            Arrays.fill(secret, (byte) 0);
            bytes.clear().put(new byte[bytes.capacity()]);
        }
    }

    /// Keeps to itself again. Whatever came from the hub stays.
    public void leave() throws HubTrouble {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            throw new HubTrouble(HubTrouble.Kind.REFUSED, file + " cannot be deleted: " + kept.getMessage(), kept);
        }
        synchronized (this) {
            end();
            joined = null;
        }
    }

    /// Meets the hub on the caller's thread until both sides hold the same, or nothing moves any more.
    ///
    /// @param told after each round
    public Round meet(Consumer<Round> told) throws HubTrouble, JournalException {
        try (Hub hub = open()) {
            var courier = new Courier(hub, console.ledger(), InstantSource.system(), () -> false);
            Round round = courier.round();
            told.accept(round);
            while ((round.isUnfinished() && round.pushed() + round.pulled() > 0)
                    || round.renewed().isPresent()) {
                round = courier.round();
                told.accept(round);
            }
            var porter = new Porter(hub, console.luggage(), () -> false);
            while (porter.carry(FILE_BYTES) > 0) {
                // Until nothing more can be carried.
            }
            return round;
        }
    }

    /// How far both sides are; carries nothing.
    public Round look() throws HubTrouble, JournalException {
        try (Hub hub = open()) {
            return new Courier(hub, console.ledger(), InstantSource.system(), () -> false).look();
        }
    }

    private Hub open() throws HubTrouble {
        Optional<Joined> known = joined();
        if (known.isEmpty()) {
            throw new HubTrouble(HubTrouble.Kind.REFUSED, "this profile has joined no hub; `tocsin hub join URL` does");
        }
        if (!known.get().user().isEmpty() && console.vault().state() != VaultDoor.State.OPEN) {
            throw new HubTrouble(
                    HubTrouble.Kind.REFUSED, "the vault is locked, and the hub's password lies in it; unlock it");
        }
        return Hubs.open(known.get().url(), known.get().user(), this::password);
    }

    /// Asked for at each connection; without it the hub says that nobody may come in.
    private char[] password() {
        try {
            byte[] secret = console.vault().get(SECRET).orElse(new byte[0]);
            CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(secret));
            char[] password = new char[text.remaining()];
            text.get(password);
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(text.array(), '\0');
            return password;
        } catch (VaultException lockedJustNow) {
            return new char[0];
        }
    }

    private void begin() {
        if (wanted && joined != null && thread == null) {
            var begun = new SyncThread(
                    this::open, console.ledger(), console.luggage(), InstantSource.system(), Pace.USUAL, this::isLive);
            begun.show(presence);
            begun.states().subscribe(states::tell);
            ears.add(console.changes().subscribe(this::changed));
            ears.add(console.vault().states().subscribe(state -> {
                if (state == VaultDoor.State.OPEN) {
                    begun.retry();
                }
            }));
            ears.add(console.organisations().subscribe(_ -> nudge()));
            begun.start();
            thread = begun;
        }
    }

    private void end() {
        SyncThread running = thread;
        if (running != null) {
            ears.forEach(Feed.Subscription::close);
            ears.clear();
            live.clear();
            liveKnown = false;
            running.close();
            thread = null;
        }
    }

    /// Asked on the sync thread, which may wait for the store.
    private boolean isLive() {
        if (!liveKnown) {
            try {
                console.settledStore().incidents(Filter.LIVE).stream()
                        .filter(row -> row.phase().responding())
                        .map(IncidentRow::id)
                        .forEach(live::add);
                liveKnown = true;
            } catch (JournalException | StoreException notNow) {
                return true;
            }
        }
        return !live.isEmpty();
    }

    private void changed(Change change) {
        IncidentId id = change.incident().id();
        if (change.incident().phase().responding()) {
            live.add(id);
        } else {
            live.remove(id);
        }
        if (change.fresh().stream().anyMatch(fact -> fact.id().desk().equals(console.desk()))) {
            nudge();
        }
    }

    private void nudge() {
        SyncThread running = thread;
        if (running != null) {
            running.nudge();
        }
    }

    @Override
    public synchronized void close() {
        wanted = false;
        end();
    }

    private @Nullable Joined read() {
        try {
            var text = new Properties();
            text.load(new StringReader(Files.readString(file)));
            String url = text.getProperty("url", "");
            return url.isBlank() ? null : new Joined(url, text.getProperty("user", ""));
        } catch (NoSuchFileException none) {
            return null;
        } catch (IOException | IllegalArgumentException unreadable) {
            return null;
        }
    }

    private void write(Joined hub) throws HubTrouble {
        var text = new Properties();
        text.setProperty("url", hub.url());
        text.setProperty("user", hub.user());
        var out = new StringWriter();
        Path draft = file.resolveSibling(FILE + ".tmp");
        try {
            text.store(out, "the hub of this profile");
            try (var open = disk.open(draft, Disk.Access.CREATE)) {
                open.write(ByteBuffer.wrap(out.toString().getBytes(StandardCharsets.UTF_8)), 0);
                open.force();
            }
            disk.rename(draft, file);
            disk.forceDirectory(console.profile().folder());
        } catch (IOException failed) {
            throw new HubTrouble(HubTrouble.Kind.REFUSED, file + " cannot be written: " + failed.getMessage(), failed);
        }
    }
}
