package tocsin.domain.timeline;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.Recorded;
import tocsin.domain.timeline.TimelineFact.EntryAdded;
import tocsin.domain.timeline.TimelineFact.EntryCorrected;
import tocsin.domain.timeline.TimelineFact.EntryPinned;
import tocsin.domain.timeline.TimelineFact.EntryStruck;
import tocsin.domain.timeline.TimelineFact.EntryUnpinned;
import tocsin.domain.timeline.TimelineFact.HypothesisJudged;
import tocsin.domain.timeline.TimelineFact.ObjectionRaised;
import tocsin.domain.timeline.TimelineFact.PollClosed;
import tocsin.domain.timeline.TimelineFact.PollOpened;
import tocsin.domain.timeline.TimelineFact.QuestionAnswered;
import tocsin.domain.timeline.TimelineFact.TaskAssigned;
import tocsin.domain.timeline.TimelineFact.TaskDone;
import tocsin.domain.timeline.TimelineFact.TaskDropped;
import tocsin.domain.timeline.TimelineFact.TaskExtended;
import tocsin.domain.timeline.TimelineFact.TaskReadBack;
import tocsin.domain.timeline.TimelineFact.TaskReassigned;

/// Folds timeline facts, total: a fact that points at nothing changes nothing. Confined to one thread; [#timeline]
/// gives an immutable picture.
public final class TimelineFold {
    private final Growing<Entry> entries = new Growing<>();
    private final Map<FactId, Integer> places = new HashMap<>();
    private final Map<FactId, Task> tasks = new LinkedHashMap<>();
    private final Map<FactId, Decision> decisions = new LinkedHashMap<>();
    private final Map<FactId, Hypothesis> hypotheses = new LinkedHashMap<>();
    private final Map<FactId, String> answers = new LinkedHashMap<>();
    private final Map<DeskId, Instant> latest = new HashMap<>();
    private @Nullable Timeline picture;

    public void apply(Recorded recorded, TimelineFact fact) {
        picture = null;
        switch (fact) {
            case EntryAdded(var kind, var text, var _) -> added(recorded, kind, text);
            case EntryStruck(var entry, var reason) -> change(entry, old -> old.struckBy(recorded, reason));
            case EntryCorrected(var entry, var _, var text, var at) ->
                change(entry, old -> old.corrected(recorded, text, at));
            case EntryPinned(var entry) -> change(entry, old -> old.marked(Entry.Mark.PINNED));
            case EntryUnpinned(var entry) -> change(entry, old -> old.marked(Entry.Mark.NONE));
            case QuestionAnswered(var question, var answer) -> {
                answers.putIfAbsent(question, answer);
                system(recorded);
            }
            case HypothesisJudged(var hypothesis, var _, var to, var evidence) -> {
                hypotheses.computeIfPresent(hypothesis, (id, _) -> new Hypothesis(id, to, evidence));
                system(recorded);
            }
            case PollOpened(var decision) -> poll(recorded, decision, Decision::opened);
            case ObjectionRaised(var decision, var objection) ->
                poll(recorded, decision, old -> old.objected(recorded.actor(), objection));
            case PollClosed(var decision, var result) -> poll(recorded, decision, old -> old.closed(result));
            case TaskAssigned assigned -> {
                tasks.put(recorded.id(), task(recorded, assigned));
                system(recorded);
            }
            case TaskReadBack(var task) -> task(recorded, task, old -> old.readBack(recorded.happenedAt()));
            case TaskReassigned(var task, var _, var to) -> task(recorded, task, old -> old.ownedBy(to));
            case TaskExtended(var task, var more) -> task(recorded, task, old -> old.extended(more));
            case TaskDone(var task, var result) ->
                task(recorded, task, old -> old.settled(Task.Status.DONE, recorded.happenedAt(), result));
            case TaskDropped(var task, var reason) ->
                task(recorded, task, old -> old.settled(Task.Status.DROPPED, recorded.happenedAt(), reason));
        }
    }

    /// An act that logs itself: it gets its quiet line.
    public void system(Recorded recorded) {
        line(recorded, EntryKind.SYSTEM, "");
    }

    public Optional<PersonId> taskOwner(FactId task) {
        return Optional.ofNullable(tasks.get(task)).map(Task::owner);
    }

    public Optional<HypothesisStatus> hypothesisStatus(FactId hypothesis) {
        return Optional.ofNullable(hypotheses.get(hypothesis)).map(Hypothesis::status);
    }

    public Timeline timeline() {
        Timeline current = picture;
        if (current == null) {
            current = new Timeline(
                    entries.view(), copy(tasks), copy(decisions), copy(hypotheses), theories(), copy(answers));
            picture = current;
        }
        return current;
    }

    private List<Entry> theories() {
        return hypotheses.keySet().stream()
                .map(places::get)
                .filter(Objects::nonNull)
                .map(entries::get)
                .toList();
    }

    private void added(Recorded recorded, EntryKind kind, String text) {
        line(recorded, kind, text);
        if (kind == EntryKind.DECISION) {
            decisions.put(recorded.id(), Decision.of(recorded.id()));
        } else if (kind == EntryKind.HYPOTHESIS) {
            hypotheses.put(recorded.id(), new Hypothesis(recorded.id(), HypothesisStatus.OPEN, ""));
        }
    }

    private void line(Recorded recorded, EntryKind kind, String text) {
        picture = null;
        places.put(recorded.id(), entries.size());
        entries.add(new Entry(
                recorded,
                kind,
                text,
                recorded.happenedAt(),
                List.of(),
                Optional.empty(),
                Entry.Mark.NONE,
                clockwork(recorded)));
    }

    private Entry.Clockwork clockwork(Recorded recorded) {
        Instant before = latest.put(recorded.id().desk(), recorded.recordedAt());
        return before != null && recorded.recordedAt().isBefore(before)
                ? Entry.Clockwork.JUMPED_BACK
                : Entry.Clockwork.STEADY;
    }

    private void change(FactId entry, UnaryOperator<Entry> change) {
        Integer place = places.get(entry);
        if (place != null) {
            entries.set(place, change.apply(entries.get(place)));
        }
    }

    private void poll(Recorded recorded, FactId decision, UnaryOperator<Decision> change) {
        decisions.computeIfPresent(decision, (_, old) -> change.apply(old));
        system(recorded);
    }

    private void task(Recorded recorded, FactId task, UnaryOperator<Task> change) {
        tasks.computeIfPresent(task, (_, old) -> change.apply(old));
        system(recorded);
    }

    private static Task task(Recorded recorded, TaskAssigned assigned) {
        return new Task(
                recorded.id(),
                assigned.text(),
                assigned.owner(),
                recorded.actor(),
                recorded.happenedAt(),
                assigned.box(),
                Optional.empty(),
                Task.Status.OPEN,
                Optional.empty(),
                "");
    }

    private static <K, V> Map<K, V> copy(Map<K, V> map) {
        return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
