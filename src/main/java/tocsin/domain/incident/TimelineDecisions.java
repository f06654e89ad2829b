package tocsin.domain.incident;

import static tocsin.domain.incident.Outcome.accept;
import static tocsin.domain.incident.Outcome.refuse;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import tocsin.base.FactId;
import tocsin.domain.incident.IncidentCommand.AddEntry;
import tocsin.domain.incident.IncidentCommand.AnswerQuestion;
import tocsin.domain.incident.IncidentCommand.AssignTask;
import tocsin.domain.incident.IncidentCommand.ClosePoll;
import tocsin.domain.incident.IncidentCommand.CorrectEntry;
import tocsin.domain.incident.IncidentCommand.DropTask;
import tocsin.domain.incident.IncidentCommand.ExtendTask;
import tocsin.domain.incident.IncidentCommand.FinishTask;
import tocsin.domain.incident.IncidentCommand.JudgeHypothesis;
import tocsin.domain.incident.IncidentCommand.OpenPoll;
import tocsin.domain.incident.IncidentCommand.PinEntry;
import tocsin.domain.incident.IncidentCommand.RaiseObjection;
import tocsin.domain.incident.IncidentCommand.ReadBackTask;
import tocsin.domain.incident.IncidentCommand.ReassignTask;
import tocsin.domain.incident.IncidentCommand.StrikeEntry;
import tocsin.domain.incident.IncidentCommand.TimelineCommand;
import tocsin.domain.incident.IncidentCommand.UnpinEntry;
import tocsin.domain.timeline.Decision;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.Hypothesis;
import tocsin.domain.timeline.Task;
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

/// What may be written in the log. Words are welcome in every state, a closed one too: nothing said is ever turned
/// away.
final class TimelineDecisions {
    private static final Duration LONGEST_BOX = Duration.ofDays(7);

    private final Incident incident;
    private final Context context;

    TimelineDecisions(Incident incident, Context context) {
        this.incident = incident;
        this.context = context;
    }

    Outcome decide(TimelineCommand command) {
        return switch (command) {
            case AddEntry(var kind, var text, var attachments) ->
                kind == EntryKind.SYSTEM
                        ? refuse("entry.system")
                        : attachments.isEmpty()
                                ? text(text, new EntryAdded(kind, text.strip(), attachments))
                                : Decisions.tooLong(text)
                                        .orElseGet(() -> accept(new EntryAdded(kind, text.strip(), attachments)));
            case StrikeEntry(var id, var reason) ->
                entry(
                        id,
                        entry -> entry.struck()
                                ? refuse("entry.alreadyStruck")
                                : Decisions.badReason(reason)
                                        .orElseGet(() -> accept(new EntryStruck(id, reason.strip()))));
            case CorrectEntry(var id, var text, var at) ->
                at.filter(time -> time.isAfter(context.now().plusSeconds(60))).isPresent()
                        ? refuse("time.future", at.get())
                        : entry(id, entry -> text(text, new EntryCorrected(id, entry.text(), text.strip(), at)));
            case PinEntry(var id) -> entry(id, _ -> accept(new EntryPinned(id)));
            case UnpinEntry(var id) -> entry(id, _ -> accept(new EntryUnpinned(id)));
            case AnswerQuestion(var id, var answer) ->
                entry(
                        id,
                        entry -> entry.kind() == EntryKind.QUESTION
                                ? text(answer, new QuestionAnswered(id, answer.strip()))
                                : refuse("entry.notA", EntryKind.QUESTION.word()));
            case JudgeHypothesis(var id, var to, var evidence) ->
                hypothesis(
                        id,
                        now -> now.status() == to
                                ? refuse("incident.same", to.name().toLowerCase(java.util.Locale.ROOT))
                                : Decisions.badReason(evidence)
                                        .orElseGet(() ->
                                                accept(new HypothesisJudged(id, now.status(), to, evidence.strip()))));
            case OpenPoll(var id) ->
                decision(id, now -> now.polled() ? refuse("poll.already") : accept(new PollOpened(id)));
            case RaiseObjection(var id, var objection) ->
                decision(
                        id,
                        now -> now.poll() == Decision.Poll.CLOSED
                                ? refuse("poll.closed")
                                : text(objection, new ObjectionRaised(id, objection.strip())));
            case ClosePoll(var id, var result) ->
                decision(
                        id,
                        now -> now.poll() == Decision.Poll.OPEN
                                ? accept(new PollClosed(id, result))
                                : refuse("poll.notOpen"));
            case AssignTask(var text, var owner, var box) ->
                incident.phase().ended()
                        ? refuse("incident.ended", incident.phase().word())
                        : badBox(box).orElseGet(() -> text(text, new TaskAssigned(text.strip(), owner, box)));
            case ReadBackTask(var id) -> openTask(id, _ -> accept(new TaskReadBack(id)));
            case ReassignTask(var id, var to) ->
                openTask(
                        id,
                        task -> task.owner().equals(to)
                                ? refuse("task.sameOwner", to)
                                : accept(new TaskReassigned(id, task.owner(), to)));
            case ExtendTask(var id, var more) ->
                openTask(id, _ -> badBox(Optional.of(more)).orElseGet(() -> accept(new TaskExtended(id, more))));
            case FinishTask(var id, var result) -> openTask(id, _ -> accept(new TaskDone(id, result.strip())));
            case DropTask(var id, var reason) ->
                openTask(
                        id,
                        _ -> Decisions.badReason(reason).orElseGet(() -> accept(new TaskDropped(id, reason.strip()))));
        };
    }

    private static Outcome text(String text, tocsin.domain.Fact fact) {
        return Decisions.badText(text).orElseGet(() -> accept(fact));
    }

    private static Optional<Outcome> badBox(Optional<Duration> box) {
        return box.filter(time -> time.isNegative() || time.isZero() || time.compareTo(LONGEST_BOX) > 0)
                .map(_ -> refuse("task.box", LONGEST_BOX.toDays()));
    }

    private Outcome entry(FactId id, Function<Entry, Outcome> then) {
        return incident.timeline()
                .entry(id)
                .filter(entry -> entry.kind() != EntryKind.SYSTEM)
                .map(then)
                .orElseGet(() -> refuse("entry.none", id));
    }

    private Outcome hypothesis(FactId id, Function<Hypothesis, Outcome> then) {
        return incident.timeline()
                .hypothesis(id)
                .map(then)
                .orElseGet(() -> refuse("entry.notA", EntryKind.HYPOTHESIS.word()));
    }

    private Outcome decision(FactId id, Function<Decision, Outcome> then) {
        return incident.timeline()
                .decision(id)
                .map(then)
                .orElseGet(() -> refuse("entry.notA", EntryKind.DECISION.word()));
    }

    private Outcome openTask(FactId id, Function<Task, Outcome> then) {
        return incident.timeline()
                .task(id)
                .map(task -> task.open()
                        ? then.apply(task)
                        : refuse("task.settled", task.status().name().toLowerCase(java.util.Locale.ROOT)))
                .orElseGet(() -> refuse("task.none", id));
    }
}
