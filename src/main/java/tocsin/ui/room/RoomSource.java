package tocsin.ui.room;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tocsin.app.Change;
import tocsin.app.Console;
import tocsin.app.Narration;
import tocsin.app.Texts;
import tocsin.base.Feed;
import tocsin.base.IncidentId;
import tocsin.domain.Recorded;
import tocsin.domain.desk.DeskFact;
import tocsin.domain.incident.History;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Rules;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.journal.JournalException;
import tocsin.ui.sight.Past;
import tocsin.ui.sight.Sight;
import tocsin.ui.timeline.Rows;
import tocsin.ui.timeline.Sieve;

/// Reads one incident on a thread of its own: once from the journal, then every new fact; and any past minute that is
/// asked for. Wishes and facts that come while it reads share the next reading.
final class RoomSource implements AutoCloseable {
    private final Console console;
    private final IncidentId id;
    private final Function<ZoneId, Rules> rules;
    private final Texts texts;
    private final Consumer<View> target;
    private final Consumer<String> trouble;
    private final ConcurrentLinkedQueue<Change> arrived = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("tocsin-room").daemon().factory());
    private final Feed.Subscription changes;
    private volatile Look look = new Look(Optional.empty(), Sieve.PEOPLE);

    /// Touched on the reading thread only.
    private @Nullable History history;

    private Rows.@Nullable Maker rows;
    private @Nullable Look pastLook;
    private @Nullable Incident pastIncident;

    /// What somebody wants to see.
    record Look(Optional<Past> past, Sieve sieve) {}

    /// A picture of the room.
    record View(Sight sight, Rows rows) {}

    RoomSource(
            Console console,
            IncidentId id,
            Function<ZoneId, Rules> rules,
            Texts texts,
            Consumer<View> target,
            Consumer<String> trouble) {
        this.console = console;
        this.id = id;
        this.rules = rules;
        this.texts = texts;
        this.target = target;
        this.trouble = trouble;
        this.changes = console.changes().subscribe(change -> {
            if (change.incident().id().equals(id)) {
                arrived.add(change);
                want();
            }
        });
        want();
    }

    void look(Look wish) {
        look = wish;
        want();
    }

    @Override
    public void close() {
        changes.close();
        thread.shutdownNow();
    }

    private void want() {
        if (wanted.compareAndSet(false, true)) {
            try {
                thread.execute(this::read);
            } catch (RejectedExecutionException closed) {
                wanted.set(false);
            }
        }
    }

    private void read() {
        wanted.set(false);
        try {
            target.accept(view());
        } catch (JournalException unreadable) {
            trouble.accept(String.valueOf(unreadable.getMessage()));
        }
    }

    private View view() throws JournalException {
        History facts = facts();
        Incident newest = facts.now();
        Look wish = look;
        Incident shown = wish.past().isEmpty() ? newest : past(facts, wish);
        Rules agreed = rules.apply(newest.zone());
        var narration = Narration.within(shown, texts);
        Rows.Maker maker = maker(newest, wish);
        Rows made = maker.of(shown.timeline().entries(), wish.sieve(), entry -> told(entry, narration));
        return new View(new Sight(shown, newest, agreed, wish.past()), made);
    }

    private static String told(Entry entry, Narration narration) {
        return entry.kind() == EntryKind.SYSTEM ? narration.tell(entry.source()) : entry.text();
    }

    /// The past has rows of its own, so that coming back to the present costs nothing.
    private Rows.Maker maker(Incident newest, Look wish) {
        if (wish.past().isPresent()) {
            return new Rows.Maker(newest.zone());
        }
        Rows.Maker known = rows;
        if (known == null) {
            known = new Rows.Maker(newest.zone());
            rows = known;
        }
        return known;
    }

    private Incident past(History facts, Look wish) {
        Incident known = pastIncident;
        if (known == null || !wish.past().equals(pastLook == null ? Optional.empty() : pastLook.past())) {
            Past past = wish.past().orElseThrow();
            known = facts.at(past.moment(), past.view());
            pastIncident = known;
            pastLook = wish;
        }
        return known;
    }

    private History facts() throws JournalException {
        History known = history;
        boolean anew = known == null;
        for (Change change = arrived.poll(); change != null; change = arrived.poll()) {
            pastIncident = null;
            if (!anew && known != null && !erases(change.fresh())) {
                change.fresh().forEach(known::add);
            } else {
                anew = true;
            }
        }
        if (anew || known == null) {
            // What was erased is gone from the journal, and must not live on in a window.
            known = console.history(id);
            history = known;
            rows = null;
        }
        return known;
    }

    private static boolean erases(List<Recorded> facts) {
        return facts.stream().anyMatch(fact -> fact.fact() instanceof DeskFact.Redacted);
    }
}
