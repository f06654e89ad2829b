package tocsin.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import tocsin.base.Feed;
import tocsin.base.IncidentId;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Rules;
import tocsin.journal.JournalException;
import tocsin.store.Filter;
import tocsin.store.IncidentRow;
import tocsin.store.StoreException;

/// Follows every incident that still owes something, if only an action, and those that ended within a day. Quick first:
/// rows of the store;
/// then whole: each incident folded from the journal, the most severe and newest leading; then every change as it
/// comes. All work is done on one thread of its own. Of many changes of one incident only the newest is kept waiting,
/// so what waits is bounded by the number of incidents.
public final class Pulses implements AutoCloseable {
    private static final Duration KEPT_AFTER_END = Duration.ofHours(24);
    private static final long BEAT_NANOS = 200_000_000L;

    private final Console console;
    private final Function<ZoneId, Rules> rules;
    private final InstantSource wall;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("tocsin-pulse").daemon().factory());
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Map<IncidentId, Incident> waiting = new ConcurrentHashMap<>();
    private final Feed<Snapshot> feed = new Feed<>();
    private final List<Feed.Subscription> subscriptions;

    /// Touched on the own thread only.
    private final Map<IncidentId, Known> known = new HashMap<>();

    private Optional<String> unread = Optional.empty();

    private volatile Snapshot newest = Snapshot.NOTHING_YET;

    /// @param facts how many facts the incident had, since news of two answers may cross on their way
    private record Known(Pulse pulse, int facts) {}

    /// Everything at one moment.
    ///
    /// @param live without any order
    /// @param ended those that ended within the last day
    /// @param owing those that ended, whenever it was, and whose actions are not all done
    /// @param facts how many facts are on disk
    /// @param trouble one line when the journal is not well
    /// @param unread one line when something could not be read, so that the lists may be old
    /// @param freeBytes what the disk last said is left; 0 as long as it said nothing
    public record Snapshot(
            List<Pulse> live,
            List<Pulse> ended,
            List<Pulse> owing,
            long facts,
            Optional<String> trouble,
            Optional<String> unread,
            long freeBytes) {
        /// Where everything that was promised is done.
        public Snapshot(
                List<Pulse> live,
                List<Pulse> ended,
                long facts,
                Optional<String> trouble,
                Optional<String> unread,
                long freeBytes) {
            this(live, ended, List.of(), facts, trouble, unread, freeBytes);
        }

        /// All in which something may be due.
        public List<Pulse> dueIn() {
            return owing.isEmpty()
                    ? live
                    : Stream.concat(live.stream(), owing.stream()).toList();
        }

        static final Snapshot NOTHING_YET =
                new Snapshot(List.of(), List.of(), 0, Optional.empty(), Optional.empty(), 0);

        /// What lists say, before anything was folded.
        public static Snapshot of(List<IncidentRow> live) {
            return new Snapshot(
                    live.stream().map(Pulse::of).toList(), List.of(), 0, Optional.empty(), Optional.empty(), 0);
        }

        /// Nobody has looked yet.
        public boolean blank() {
            return equals(NOTHING_YET);
        }
    }

    public Pulses(Console console, Function<ZoneId, Rules> rules, InstantSource wall) {
        this.console = console;
        this.rules = rules;
        this.wall = wall;
        this.subscriptions = List.of(
                console.changes().subscribe(change -> offer(change.incident())),
                console.health().subscribe(_ -> wake()));
        hand(this::begin);
    }

    /// Everything folded at once, on the caller's thread; follows nothing.
    public static Snapshot now(Console console, Function<ZoneId, Rules> rules, InstantSource wall)
            throws JournalException {
        var live = new ArrayList<Pulse>();
        var ended = new ArrayList<Pulse>();
        Instant now = wall.instant();
        var owing = new ArrayList<Pulse>();
        for (IncidentRow row : console.settledStore().incidents(Filter.ALL)) {
            if (row.phase().live()) {
                live.add(whole(console.history(row.id()).now(), rules, now).pulse());
            } else {
                if (recent(row.inPhaseSince(), now)) {
                    ended.add(Pulse.of(row));
                }
                if (owes(row)) {
                    owing.add(whole(console.history(row.id()).now(), rules, now).pulse());
                }
            }
        }
        return snapshot(live, ended, owing, console, Optional.empty());
    }

    public Snapshot newest() {
        return newest;
    }

    /// The newest snapshot, then every other, on the own thread.
    public Feed.Subscription follow(Consumer<? super Snapshot> listener) {
        // On the one thread that tells, so that an older one never comes after a newer.
        var told = new AtomicBoolean();
        Feed.Subscription subscription = feed.subscribe(snapshot -> {
            told.set(true);
            listener.accept(snapshot);
        });
        hand(() -> {
            if (!told.get() && !newest.blank()) {
                listener.accept(newest);
            }
        });
        return subscription;
    }

    @Override
    public void close() {
        subscriptions.forEach(Feed.Subscription::close);
        thread.shutdownNow();
    }

    /// On the journal's thread.
    private void offer(Incident incident) {
        waiting.merge(incident.id(), incident, (one, other) -> other.facts() >= one.facts() ? other : one);
        wake();
    }

    private void wake() {
        if (woken.compareAndSet(false, true)) {
            hand(this::takeNews);
        }
    }

    private void hand(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException closed) {
            waiting.clear();
        }
    }

    private void takeNews() {
        woken.set(false);
        drain();
        publish();
    }

    private void drain() {
        Instant now = wall.instant();
        for (IncidentId id : List.copyOf(waiting.keySet())) {
            Incident incident = waiting.remove(id);
            if (incident != null) {
                learn(whole(incident, rules, now));
            }
        }
    }

    private void begin() {
        try {
            List<IncidentRow> live = console.settledStore().incidents(Filter.LIVE);
            live.forEach(row -> learn(new Known(Pulse.of(row), 0)));
            publish();
            deepen(live);
            Instant now = wall.instant();
            List<IncidentRow> ended = console.settledStore().incidents(Filter.ALL).stream()
                    .filter(row -> row.phase().ended())
                    .toList();
            ended.stream()
                    .filter(row -> recent(row.inPhaseSince(), now) || owes(row))
                    .forEach(row -> learn(new Known(Pulse.of(row), 0)));
            publish();
            deepen(ended.stream().filter(Pulses::owes).toList());
        } catch (JournalException | StoreException unreadable) {
            unread = Optional.of(String.valueOf(unreadable.getMessage()));
        }
        publish();
    }

    private void deepen(List<IncidentRow> live) {
        List<IncidentRow> inOrder = live.stream()
                .sorted(Comparator.comparing(IncidentRow::severity)
                        .thenComparing(IncidentRow::inPhaseSince, Comparator.reverseOrder()))
                .toList();
        long published = System.nanoTime();
        for (IncidentRow row : inOrder) {
            if (thread.isShutdown()) {
                return;
            }
            deepen(row.id());
            drain();
            if (System.nanoTime() - published > BEAT_NANOS) {
                publish();
                published = System.nanoTime();
            }
        }
    }

    private void deepen(IncidentId id) {
        Known before = known.get(id);
        if (before != null && before.pulse().whole()) {
            return;
        }
        try {
            learn(whole(console.history(id).now(), rules, wall.instant()));
        } catch (JournalException unreadable) {
            unread = Optional.of(String.valueOf(unreadable.getMessage()));
        }
    }

    private void learn(Known fresh) {
        known.merge(fresh.pulse().id(), fresh, (old, other) -> other.facts() >= old.facts() ? other : old);
    }

    private static Known whole(Incident incident, Function<ZoneId, Rules> rules, Instant now) {
        return new Known(Pulse.of(incident, rules.apply(incident.zone()), now), incident.facts());
    }

    private void publish() {
        Instant now = wall.instant();
        known.values().removeIf(each -> !kept(each.pulse(), now));
        var live = new ArrayList<Pulse>();
        var ended = new ArrayList<Pulse>();
        var owing = new ArrayList<Pulse>();
        for (Known each : known.values()) {
            Pulse pulse = each.pulse();
            if (pulse.live()) {
                live.add(pulse);
            } else if (recent(pulse.inPhaseSince(), now)) {
                ended.add(pulse);
            }
            if (pulse.owes()) {
                owing.add(pulse);
            }
        }
        newest = snapshot(live, ended, owing, console, unread);
        feed.tell(newest);
    }

    private static Snapshot snapshot(
            List<Pulse> live, List<Pulse> ended, List<Pulse> owing, Console console, Optional<String> unread) {
        var health = console.journalHealth();
        return new Snapshot(
                List.copyOf(live),
                List.copyOf(ended),
                List.copyOf(owing),
                console.facts(),
                health.reason(),
                unread,
                health.usableBytes());
    }

    /// A row from the store that owes something is kept until it was folded.
    private static boolean kept(Pulse pulse, Instant now) {
        return pulse.live() || recent(pulse.inPhaseSince(), now) || pulse.owes() || !pulse.whole();
    }

    /// The only clocks of an ended incident are those of its actions.
    private static boolean owes(IncidentRow row) {
        return row.phase().ended() && row.nextDue().isPresent();
    }

    private static boolean recent(Instant ended, Instant now) {
        return ended.isAfter(now.minus(KEPT_AFTER_END));
    }
}
