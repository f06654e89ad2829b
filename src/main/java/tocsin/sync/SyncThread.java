package tocsin.sync;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tocsin.base.DeskId;
import tocsin.base.Feed;
import tocsin.journal.JournalException;

/// The one background thread that meets the hub, at its own pace. Nobody waits for it, and it is never interrupted: a
/// call that hangs ends by the hub's own time limits. Its state may be read from any thread.
public final class SyncThread implements AutoCloseable {
    /// A gesture often writes several facts; they travel together.
    private static final Duration GATHER = Duration.ofMillis(80);

    /// Facts wait behind this much of a file at most.
    private static final long BYTES_A_ROUND = 4L << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// Where the hub is found; asked again after it was away.
    @FunctionalInterface
    public interface Way {
        Hub open() throws HubTrouble;
    }

    private final Way way;
    private final Ledger ledger;
    private final Luggage luggage;
    private final InstantSource wall;
    private final Pace pace;
    private final BooleanSupplier live;
    private final Thread thread =
            Thread.ofPlatform().name("tocsin-sync").daemon().unstarted(this::run);
    private final RandomGenerator chance = RandomGenerator.getDefault();
    private final Feed<SyncState> states = new Feed<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition asked = lock.newCondition();
    private volatile SyncState state = SyncState.KNOCKING;
    private volatile Optional<Presence> presence = Optional.empty();
    private volatile boolean closing;
    private volatile boolean resting;
    private boolean nudged;
    private boolean retried;
    private @Nullable Hub hub;
    private @Nullable Courier courier;
    private @Nullable Porter porter;
    private Optional<DeskId> announced = Optional.empty();
    private int failures;

    /// @param live whether an incident is open, asked before each pause; on the sync thread
    public SyncThread(Way way, Ledger ledger, Luggage luggage, InstantSource wall, Pace pace, BooleanSupplier live) {
        this.way = way;
        this.ledger = ledger;
        this.luggage = luggage;
        this.wall = wall;
        this.pace = pace;
        this.live = live;
    }

    public void start() {
        thread.start();
    }

    /// How it stands now.
    public SyncState state() {
        return state;
    }

    /// Told on the sync thread after each round and each failure.
    public Feed<SyncState> states() {
        return states;
    }

    /// There is something to carry; from any thread, and returns at once.
    public void nudge() {
        lock.lock();
        try {
            nudged = true;
            asked.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Something has changed that may bring back a hub that was away or refused; from any thread, returns at once.
    public void retry() {
        lock.lock();
        try {
            retried = true;
            nudged = true;
            asked.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Rests until [#resume]. What is being carried ends with its batch, and later goes on from there; from any thread,
    /// and returns at once.
    public void pause() {
        resting = true;
        retry();
    }

    /// Meets the hub now, also after [#pause]; from any thread, and returns at once.
    public void resume() {
        resting = false;
        retry();
    }

    /// What others may see of this desk from the next round on; empty to be seen no more.
    public void show(Optional<Presence> mine) {
        presence = mine;
    }

    /// Lets go. A call that hangs in the network is left behind.
    @Override
    public void close() {
        closing = true;
        nudge();
        boolean interrupted = false;
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException now) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration pause = Duration.ZERO;
        while (await(pause)) {
            pause = resting ? rest() : meet();
        }
        letGo();
    }

    /// Waits; a nudge cuts it short, unless the hub is away. Returns false when it is time to go.
    private boolean await(Duration pause) {
        lock.lock();
        try {
            long nanos = pause.toNanos();
            while (nanos > 0 && !closing && !(nudged && (retried || failures == 0))) {
                nanos = asked.awaitNanos(nanos);
            }
            nanos = nudged && failures == 0 ? GATHER.toNanos() : 0;
            while (nanos > 0 && !closing) {
                nanos = asked.awaitNanos(nanos);
            }
            nudged = false;
            retried = false;
        } catch (InterruptedException nobodyMayStopThisThread) {
            nudged = false;
        } finally {
            lock.unlock();
        }
        return !closing;
    }

    private boolean isStopped() {
        return closing || resting;
    }

    private Duration rest() {
        letGo();
        failures = 0;
        become(state.resting(queued()));
        return pace.longest();
    }

    private Duration meet() {
        try {
            Courier carrying = courier();
            Round round = carrying.round();
            List<Presence> others = greet();
            long carried = carryFiles();
            failures = 0;
            become(state.after(round, wall.instant(), others));
            if (round.isUnfinished() && round.pushed() + round.pulled() > 0) {
                return Duration.ZERO;
            }
            return carried > 0 ? pace.afterBytes(carried) : pace.between(live.getAsBoolean());
        } catch (HubTrouble why) {
            return fail(why);
        } catch (JournalException stopped) {
            return fail(new HubTrouble(
                    HubTrouble.Kind.AWAY, "this desk's journal cannot be used: " + stopped.getMessage(), stopped));
        } catch (RuntimeException unforeseen) {
            // The thread must outlive whatever a hub sends; the next round begins from what both sides hold.
            return fail(new HubTrouble(
                    HubTrouble.Kind.AWAY, "a fault in Tocsin while meeting the hub: " + unforeseen, unforeseen));
        }
    }

    private long carryFiles() throws HubTrouble, JournalException {
        Hub open = hub;
        Porter carrying = porter;
        if (open != null && carrying == null) {
            carrying = new Porter(open, luggage, this::isStopped);
            porter = carrying;
        }
        return carrying == null ? 0 : carrying.carry(BYTES_A_ROUND);
    }

    private Courier courier() throws HubTrouble {
        Courier known = courier;
        if (known != null && hub != null) {
            return known;
        }
        Hub opened = way.open();
        hub = opened;
        known = new Courier(opened, ledger, wall, this::isStopped);
        courier = known;
        return known;
    }

    private Duration fail(HubTrouble why) {
        letGo();
        failures++;
        become(state.troubled(why, queued()));
        return why.kind() == HubTrouble.Kind.AWAY ? pace.afterFailure(failures, chance) : pace.longest();
    }

    /// Counted from what the hub was last known to hold.
    private long queued() {
        Courier last = courier;
        return last == null ? state.queued() : last.queued();
    }

    private List<Presence> greet() throws HubTrouble {
        Hub open = hub;
        Optional<Presence> mine = presence;
        if (open == null || (mine.isEmpty() && announced.isEmpty())) {
            return List.of();
        }
        if (announced.isPresent() && !announced.equals(mine.map(Presence::desk))) {
            open.leave(announced.get());
            announced = Optional.empty();
        }
        if (mine.isEmpty()) {
            return List.of();
        }
        open.announce(mine.get());
        announced = mine.map(Presence::desk);
        return open.present().stream()
                .filter(other -> !other.desk().equals(mine.get().desk()))
                .toList();
    }

    private void letGo() {
        Hub open = hub;
        if (open == null) {
            return;
        }
        hub = null;
        porter = null;
        try {
            if (isStopped() && announced.isPresent()) {
                open.leave(announced.get());
            }
        } catch (HubTrouble alreadyAway) {
            // It forgets us by itself.
        } finally {
            announced = Optional.empty();
            open.close();
        }
    }

    private void become(SyncState next) {
        state = next;
        states.tell(next);
    }
}
