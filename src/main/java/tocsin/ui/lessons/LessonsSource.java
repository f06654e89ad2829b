package tocsin.ui.lessons;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import tocsin.app.Console;
import tocsin.app.HardeningFailed;
import tocsin.app.Safe;
import tocsin.base.Feed;
import tocsin.base.IncidentId;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Rules;
import tocsin.journal.JournalException;
import tocsin.store.Filter;
import tocsin.store.IncidentRow;
import tocsin.store.StoreException;

/// Reads every incident on a thread of its own: the rows of the store at once, then each folded from the log, those
/// that owe something leading, then every change as it comes.
final class LessonsSource implements AutoCloseable {
    private static final long BEAT_NANOS = 300_000_000L;

    private final Console console;
    private final Function<ZoneId, Rules> rules;
    private final InstantSource wall;
    private final Consumer<Learned> target;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("tocsin-lessons").daemon().factory());
    private final Map<IncidentId, Incident> waiting = new ConcurrentHashMap<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Feed.Subscription changes;

    /// Touched on the own thread only.
    private final Map<IncidentId, Case> known = new HashMap<>();

    private Learned.Depth depth = Learned.Depth.ROWS;
    private String trouble = "";

    /// @param target told on the own thread
    LessonsSource(Console console, Function<ZoneId, Rules> rules, InstantSource wall, Consumer<Learned> target) {
        this.console = console;
        this.rules = rules;
        this.wall = wall;
        this.target = target;
        // Followed before it is read: what comes both ways is taken once.
        changes = console.changes().subscribe(change -> offer(change.incident()));
        slowly(this::begin);
    }

    private void slowly(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException closed) {
            waiting.clear();
        }
    }

    /// On the journal's thread.
    private void offer(Incident incident) {
        waiting.merge(incident.id(), incident, (one, other) -> other.facts() >= one.facts() ? other : one);
        if (woken.compareAndSet(false, true)) {
            slowly(() -> {
                woken.set(false);
                drain();
                tell();
            });
        }
    }

    private void begin() {
        try {
            List<IncidentRow> rows = console.settledStore().incidents(Filter.ALL).stream()
                    .filter(row -> row.declaredAt().isPresent())
                    .toList();
            rows.forEach(row -> learn(Case.of(row)));
            tell();
            deepen(rows);
        } catch (JournalException | StoreException unreadable) {
            trouble = Safe.line(String.valueOf(unreadable.getMessage()));
        }
        depth = Learned.Depth.WHOLE;
        tell();
    }

    private void deepen(List<IncidentRow> rows) throws JournalException {
        List<IncidentId> order = rows.stream()
                .sorted(Comparator.comparing((IncidentRow row) -> !Case.of(row).owed())
                        .thenComparing(IncidentRow::inPhaseSince, Comparator.reverseOrder()))
                .map(IncidentRow::id)
                .toList();
        long told = System.nanoTime();
        for (IncidentId id : order) {
            if (thread.isShutdown()) {
                return;
            }
            Case before = known.get(id);
            if (before == null || !before.whole()) {
                learn(console.history(id).now());
            }
            drain();
            if (System.nanoTime() - told > BEAT_NANOS) {
                tell();
                told = System.nanoTime();
            }
        }
    }

    private void drain() {
        for (IncidentId id : List.copyOf(waiting.keySet())) {
            Incident incident = waiting.remove(id);
            if (incident != null && incident.declaredAt().isPresent()) {
                learn(incident);
            }
        }
    }

    private void learn(Incident incident) {
        learn(Case.of(incident, rules.apply(incident.zone()), wall.instant()));
    }

    private void learn(Case fresh) {
        known.merge(fresh.lesson().incident(), fresh, (old, other) -> other.facts() >= old.facts() ? other : old);
    }

    private void tell() {
        Map<IncidentId, List<HardeningFailed>> failed =
                HardeningFailed.among(known.values().stream().map(Case::lesson).toList()).stream()
                        .collect(Collectors.groupingBy(HardeningFailed::later));
        target.accept(new Learned(List.copyOf(known.values()), failed, depth, trouble));
    }

    @Override
    public void close() {
        changes.close();
        thread.shutdownNow();
    }
}
