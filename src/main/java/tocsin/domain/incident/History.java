package tocsin.domain.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tocsin.base.CommandId;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.domain.Recorded;
import tocsin.domain.incident.LifeFact.Undone;
import tocsin.domain.timeline.TimelineFact.EntryCorrected;
import tocsin.domain.timeline.TimelineFact.EntryStruck;

/// All facts of one incident in the order every desk folds them, with the state they fold to. Facts may be added in any
/// order and more than once; a late one refolds this incident only. Confined to one thread.
public final class History {
    private final IncidentId id;
    private final List<Recorded> facts = new ArrayList<>();
    private final Set<FactId> known = new HashSet<>();
    private @Nullable IncidentFold fold;
    private final Set<CommandId> undone = new HashSet<>();

    public History(IncidentId id) {
        this.id = id;
        this.fold = new IncidentFold(id);
    }

    public static History of(IncidentId id, List<Recorded> facts) {
        var history = new History(id);
        facts.forEach(history::add);
        return history;
    }

    public IncidentId id() {
        return id;
    }

    public List<Recorded> facts() {
        return Collections.unmodifiableList(facts);
    }

    /// Returns false when the fact was here already.
    public boolean add(Recorded recorded) {
        if (!known.add(recorded.id())) {
            return false;
        }
        boolean undoes = recorded.fact() instanceof Undone(var command) && undone.add(command);
        boolean next = facts.isEmpty() || Recorded.ORDER.compare(recorded, facts.getLast()) > 0;
        if (next) {
            facts.add(recorded);
        } else {
            int place = Collections.binarySearch(facts, recorded, Recorded.ORDER);
            facts.add(place < 0 ? -place - 1 : place, recorded);
        }
        if (next && fold != null && !undoes) {
            feed(fold, recorded, undone);
        } else {
            fold = null;
        }
        return true;
    }

    public Incident now() {
        IncidentFold current = fold;
        if (current == null) {
            current = fold(_ -> true, undone);
            fold = current;
        }
        return current.incident();
    }

    /// The incident as it stood at a past moment.
    public Incident at(Instant moment, View view) {
        return switch (view) {
            case KNOWN -> knownAt(moment);
            case TRUE -> trueAt(moment);
        };
    }

    private Incident knownAt(Instant moment) {
        Set<CommandId> undoneByThen = new HashSet<>();
        for (Recorded recorded : facts) {
            if (recorded.fact() instanceof Undone(var command)
                    && !recorded.recordedAt().isAfter(moment)) {
                undoneByThen.add(command);
            }
        }
        return fold(fact -> !fact.recordedAt().isAfter(moment), undoneByThen).incident();
    }

    /// What was taken back by now was never true.
    private Incident trueAt(Instant moment) {
        // A strike or a correction tells the truth about its entry's own minute, however late it was written.
        Map<FactId, Instant> happened = new HashMap<>();
        for (Recorded recorded : facts) {
            switch (recorded.fact()) {
                case EntryStruck(var entry, var _) ->
                    happened.put(recorded.id(), happened.getOrDefault(entry, recorded.happenedAt()));
                case EntryCorrected(var entry, var _, var _, var at) -> {
                    Instant when = at.orElse(happened.getOrDefault(entry, recorded.happenedAt()));
                    happened.put(recorded.id(), when);
                    happened.put(entry, when);
                }
                default -> happened.put(recorded.id(), recorded.happenedAt());
            }
        }
        return fold(fact -> !happened.getOrDefault(fact.id(), fact.happenedAt()).isAfter(moment), undone)
                .incident();
    }

    private IncidentFold fold(Predicate<Recorded> wanted, Set<CommandId> takenBack) {
        var fresh = new IncidentFold(id);
        for (Recorded recorded : facts) {
            if (wanted.test(recorded)) {
                feed(fresh, recorded, takenBack);
            }
        }
        return fresh;
    }

    /// Whatever an undoing from elsewhere names, what has been said outside or has its own way back stays.
    private static void feed(IncidentFold fold, Recorded recorded, Set<CommandId> takenBack) {
        if (takenBack.contains(recorded.command()) && LifeFact.canBeTakenBack(recorded.fact())) {
            fold.passOver(recorded);
        } else {
            fold.apply(recorded);
        }
    }
}
