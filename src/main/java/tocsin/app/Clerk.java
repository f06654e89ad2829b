package tocsin.app;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tocsin.base.CommandId;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.domain.incident.Context;
import tocsin.domain.incident.History;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.LifeFact.Undone;
import tocsin.domain.incident.Outcome;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.prose.ProseFact;
import tocsin.journal.Appender;
import tocsin.journal.Draft;
import tocsin.journal.JournalException;
import tocsin.journal.codec.FactCodec;

/// Decides and writes down. Lives on the journal's thread; the histories it keeps are ahead of the disk by the batch
/// that
/// is being written, so nothing leaves here except through the journal's acknowledgement.
final class Clerk {
    /// Facts of recently used incidents kept in memory: room for one very long incident and for the others of an hour.
    private static final int MOST_FACTS = 120_000;

    private final FactCodec codec;
    private final Archive archive;
    private final Numbers numbers;
    private final Registrar registrar;
    private final Erasures erasures;
    private final Map<IncidentId, History> histories = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<IncidentId, Integer> unforced = new HashMap<>();

    /// Reads the facts of an incident that are already in the journal.
    interface Archive {
        List<Recorded> factsOf(IncidentId id) throws JournalException;
    }

    Clerk(FactCodec codec, Archive archive, Numbers numbers, Registrar registrar, Erasures erasures) {
        this.codec = codec;
        this.archive = archive;
        this.numbers = numbers;
        this.registrar = registrar;
        this.erasures = erasures;
    }

    /// What was decided, and what to publish once it is on disk.
    record Entry(Answer answer, List<Change> changes) {}

    Entry write(Appender out, Gesture gesture, CommandId command) throws JournalException {
        var decided = new ArrayList<Decided>();
        for (Gesture.Step step : gesture.steps()) {
            Outcome outcome = decide(out, gesture, step);
            if (outcome instanceof Outcome.Refused refused) {
                List<Change> kept = append(
                        out,
                        gesture,
                        command,
                        List.of(new Decided(step.incident(), refused.kept(), gesture.happened(step))));
                return new Entry(new Answer.Refused(refused.refusal(), ids(kept)), kept);
            }
            decided.add(new Decided(step.incident(), ((Outcome.Accepted) outcome).facts(), gesture.happened(step)));
        }
        List<Change> changes = append(out, gesture, command, decided);
        Incident first = history(gesture.steps().getFirst().incident()).now();
        return new Entry(new Answer.Done(first, ids(changes)), changes);
    }

    /// Reads the history of an incident before facts of it come in, so that taking them in cannot fail any more.
    void expect(IncidentId id) throws JournalException {
        History _ = history(id);
    }

    /// Takes in facts of this incident that came from elsewhere and are in the journal now.
    Change adopted(IncidentId id, List<Recorded> fresh) throws JournalException {
        History history = history(id);
        numbers.add(id);
        boolean inOrder = addAll(history, fresh);
        return new Change(history.now(), fresh, inOrder ? Change.Lateness.IN_ORDER : Change.Lateness.REFOLDED);
    }

    /// All facts of an incident as they read now, ahead of the disk by what is being written.
    List<Recorded> facts(IncidentId id) throws JournalException {
        return List.copyOf(history(id).facts());
    }

    /// The words of these facts are being erased: whoever asks from now on does not find them here either.
    Change erased(IncidentId id, Set<FactId> gone, List<Recorded> fresh) throws JournalException {
        var facts = new ArrayList<Recorded>();
        for (Recorded fact : history(id).facts()) {
            facts.add(gone.contains(fact.id()) ? erasures.blank(fact) : fact);
        }
        facts.addAll(fresh);
        History history = History.of(id, erasures.applied(facts));
        histories.put(id, history);
        if (!fresh.isEmpty()) {
            unforced.merge(id, 1, Integer::sum);
        }
        return new Change(history.now(), fresh, Change.Lateness.REFOLDED);
    }

    /// The last gesture of this person here, as the facts it left.
    List<Recorded> lastGesture(IncidentId id, PersonId person) throws JournalException {
        List<Recorded> facts = history(id).facts();
        for (int i = facts.size() - 1; i >= 0; i--) {
            Recorded last = facts.get(i);
            // An editor takes back its own words.
            if (last.actor().equals(person) && !(last.fact() instanceof ProseFact)) {
                return facts.stream()
                        .filter(fact -> fact.command().equals(last.command()))
                        .toList();
            }
        }
        return List.of();
    }

    Incident incident(IncidentId id) throws JournalException {
        return history(id).now();
    }

    Optional<Recorded> fact(IncidentId incident, FactId id) throws JournalException {
        return history(incident).facts().stream()
                .filter(fact -> fact.id().equals(id))
                .findFirst();
    }

    /// These changes are on disk now.
    void forced(List<Change> changes) {
        for (Change change : changes) {
            unforced.computeIfPresent(change.incident().id(), (_, count) -> count == 1 ? null : count - 1);
        }
    }

    /// Forgets what it keeps of an incident, for example because words in it were erased.
    void forget(IncidentId id) {
        histories.remove(id);
    }

    void forgetAll() {
        histories.clear();
        unforced.clear();
    }

    private record Decided(IncidentId incident, List<Fact> facts, Optional<Instant> occurredAt) {}

    private Outcome decide(Appender out, Gesture gesture, Gesture.Step step) throws JournalException {
        Incident incident = history(step.incident()).now();
        Organisation organisation = registrar.ahead();
        var context = new Context(
                gesture.actor(),
                out.now(),
                gesture.happened(step),
                organisation.rules(zone(incident, step)),
                organisation.checklists(ShippedChecklists.english()),
                organisation.teamNames());
        return incident.decide(step.command(), context);
    }

    private static ZoneId zone(Incident incident, Gesture.Step step) {
        return step.command() instanceof IncidentCommand.Declare declare ? declare.zone() : incident.zone();
    }

    private List<Change> append(Appender out, Gesture gesture, CommandId command, List<Decided> decided)
            throws JournalException {
        var drafts = new ArrayList<Draft>();
        for (Decided each : decided) {
            for (Fact fact : each.facts()) {
                drafts.add(
                        codec.draft(Optional.of(each.incident()), fact, each.occurredAt(), gesture.actor(), command));
            }
        }
        // Everything that may fail comes first: a job that fails is rolled back, and the histories must not be ahead of
        // it.
        Iterator<Draft> next = drafts.iterator();
        var stored = new ArrayList<List<Recorded>>();
        for (Decided each : decided) {
            var fresh = new ArrayList<Recorded>();
            for (Fact fact : each.facts()) {
                fresh.add(FactCodec.recorded(out.append(next.next()), fact));
            }
            stored.add(fresh);
        }
        var changes = new ArrayList<Change>();
        for (int i = 0; i < decided.size(); i++) {
            Decided each = decided.get(i);
            List<Recorded> fresh = stored.get(i);
            if (!fresh.isEmpty()) {
                numbers.add(each.incident());
                History history = history(each.incident());
                boolean inOrder = addAll(history, fresh);
                changes.add(new Change(
                        history.now(), fresh, inOrder ? Change.Lateness.IN_ORDER : Change.Lateness.REFOLDED));
            }
        }
        return changes;
    }

    private boolean addAll(History history, List<Recorded> fresh) {
        boolean inOrder = true;
        unforced.merge(history.id(), 1, Integer::sum);
        for (Recorded fact : fresh) {
            List<Recorded> before = history.facts();
            inOrder &= before.isEmpty() || Recorded.ORDER.compare(fact, before.getLast()) > 0;
            inOrder &= !(fact.fact() instanceof Undone);
            history.add(fact);
        }
        return inOrder;
    }

    private History history(IncidentId id) throws JournalException {
        History known = histories.get(id);
        if (known == null) {
            known = History.of(id, numbers.holds(id) ? archive.factsOf(id) : List.of());
            makeRoom(known.facts().size());
            histories.put(id, known);
        }
        return known;
    }

    /// What is not on disk yet must stay: the journal could not give it back.
    private void makeRoom(int coming) {
        int held = coming;
        for (History history : histories.values()) {
            held += history.facts().size();
        }
        Iterator<History> oldest = histories.values().iterator();
        while (held > MOST_FACTS && oldest.hasNext()) {
            History history = oldest.next();
            if (!unforced.containsKey(history.id())) {
                held -= history.facts().size();
                oldest.remove();
            }
        }
    }

    private static List<FactId> ids(List<Change> changes) {
        return changes.stream()
                .flatMap(change -> change.fresh().stream())
                .map(Recorded::id)
                .toList();
    }
}
