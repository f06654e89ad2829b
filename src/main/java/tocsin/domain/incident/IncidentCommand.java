package tocsin.domain.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tocsin.base.CommandId;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.Recorded;
import tocsin.domain.analysis.Content;
import tocsin.domain.analysis.Figure;
import tocsin.domain.checklist.StepState;
import tocsin.domain.postmortem.ActionKind;
import tocsin.domain.postmortem.Damage;
import tocsin.domain.postmortem.Hardening;
import tocsin.domain.postmortem.MeetingNote;
import tocsin.domain.postmortem.OldCase;
import tocsin.domain.postmortem.Ties;
import tocsin.domain.prose.ProseFact;
import tocsin.domain.prose.Side;
import tocsin.domain.prose.Spot;
import tocsin.domain.prose.Stretch;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.domain.severity.SeverityAnswers;
import tocsin.domain.timeline.Attachment;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.HypothesisStatus;
import tocsin.domain.timeline.PollResult;

/// What a person may ask of an incident. Orders; what comes of them are facts or a refusal.
public sealed interface IncidentCommand {
    /// About the incident as a whole.
    sealed interface LifeCommand extends IncidentCommand {}

    /// About who does what.
    sealed interface CrewCommand extends IncidentCommand {}

    /// About what is said and done.
    sealed interface TimelineCommand extends IncidentCommand {}

    /// About what to think of.
    sealed interface ChecklistCommand extends IncidentCommand {}

    /// About what is learned.
    sealed interface ReviewCommand extends IncidentCommand {}

    /// About what is going to be done.
    sealed interface ActionCommand extends ReviewCommand {}

    /// About what people say of the document.
    sealed interface TalkCommand extends ReviewCommand {}

    /// About the words of the postmortem.
    sealed interface ProseCommand extends IncidentCommand {}

    /// About the figures of the analysis.
    sealed interface AnalysisCommand extends IncidentCommand {}

    record Report(String title, ZoneId zone) implements LifeCommand {}

    record Declare(
            String title,
            Optional<Severity> severity,
            Optional<IncidentType> type,
            Optional<Environment> environment,
            ZoneId zone)
            implements LifeCommand {}

    record Retitle(String title) implements LifeCommand {}

    record ChangeType(IncidentType type) implements LifeCommand {}

    record ChangeEnvironment(Environment environment) implements LifeCommand {}

    record ChangeSeverity(Severity to, String reason) implements LifeCommand {}

    /// Answers the six questions and takes the level they lead to.
    record AssessSeverity(SeverityAnswers answers) implements LifeCommand {}

    record Move(Phase to, String reason) implements LifeCommand {}

    record SetStamp(StampName stamp, Optional<PersonId> person, String note) implements LifeCommand {}

    record DismissStamp(StampName stamp, String reason) implements LifeCommand {}

    record ProposePlan(EmergencyPlan plan) implements LifeCommand {}

    /// Steps count from 1.
    record SettlePlanStep(int step, StepResult result, String reason) implements LifeCommand {}

    record SendUpdate(Audience audience, String text) implements LifeCommand {}

    record Waive(String gate, String reason, Optional<PersonId> second, Optional<Instant> expiry)
            implements LifeCommand {}

    record MergeInto(IncidentId target, String reason) implements LifeCommand {}

    record Unmerge(String reason) implements LifeCommand {}

    record Absorb(IncidentId source) implements LifeCommand {}

    record Release(IncidentId source) implements LifeCommand {}

    record Link(IncidentId other, Relation relation) implements LifeCommand {}

    record Unlink(IncidentId other) implements LifeCommand {}

    record SettleConflict(FactId conflict, String value) implements LifeCommand {}

    /// Takes back one gesture; `acts` are its facts as the log has them.
    record Undo(CommandId command, List<Recorded> acts) implements LifeCommand {}

    record AssignRole(Role role, PersonId person, Optional<String> team) implements CrewCommand {}

    record ReleaseRole(Role role, PersonId person) implements CrewCommand {}

    /// Somebody takes command formally, without having been offered it.
    record TakeCommand(String reason) implements CrewCommand {}

    record OfferHandover(Role role, PersonId to, String worry, String brief) implements CrewCommand {}

    record AcceptHandover(Role role) implements CrewCommand {}

    record DeclineHandover(Role role, String reason) implements CrewCommand {}

    record WithdrawHandover(Role role) implements CrewCommand {}

    record AddEntry(EntryKind kind, String text, List<Attachment> attachments) implements TimelineCommand {
        public AddEntry(EntryKind kind, String text) {
            this(kind, text, List.of());
        }
    }

    record StrikeEntry(FactId entry, String reason) implements TimelineCommand {}

    record CorrectEntry(FactId entry, String text, Optional<Instant> occurredAt) implements TimelineCommand {}

    record PinEntry(FactId entry) implements TimelineCommand {}

    record UnpinEntry(FactId entry) implements TimelineCommand {}

    record AnswerQuestion(FactId question, String answer) implements TimelineCommand {}

    record JudgeHypothesis(FactId hypothesis, HypothesisStatus to, String evidence) implements TimelineCommand {}

    record OpenPoll(FactId decision) implements TimelineCommand {}

    record RaiseObjection(FactId decision, String objection) implements TimelineCommand {}

    record ClosePoll(FactId decision, PollResult result) implements TimelineCommand {}

    record AssignTask(String text, PersonId owner, Optional<Duration> box) implements TimelineCommand {}

    record ReadBackTask(FactId task) implements TimelineCommand {}

    record ReassignTask(FactId task, PersonId to) implements TimelineCommand {}

    record ExtendTask(FactId task, Duration more) implements TimelineCommand {}

    record FinishTask(FactId task, String result) implements TimelineCommand {}

    record DropTask(FactId task, String reason) implements TimelineCommand {}

    /// The step is named by its id. Skipping one needs a reason in `note`; OPEN takes a mark away again.
    record SettleStep(String step, StepState to, String note) implements ChecklistCommand {}

    /// Without a due date the severity's own applies.
    record OpenPostmortem(PersonId owner, Optional<Instant> due) implements ReviewCommand {}

    record ForceFullForm(String trigger) implements ReviewCommand {}

    record StateImpact(String domain, String data, String business) implements ReviewCommand {}

    record StateCause(String ruleOrGate, String howItSlippedBy) implements ReviewCommand {}

    /// Names one figure of the damage; a later one of the same kind takes its place.
    record MeasureImpact(Damage figure, String text) implements ReviewCommand {}

    /// Without a due date the one of its level and kind applies. An investigation has to name its own.
    record AddAction(ActionKind kind, String text, PersonId owner, Optional<LocalDate> due, String measure)
            implements ActionCommand {
        public AddAction(ActionKind kind, String text, PersonId owner, LocalDate due, String measure) {
            this(kind, text, owner, Optional.of(due), measure);
        }
    }

    record FinishAction(FactId action, String evidence) implements ActionCommand {}

    record DropAction(FactId action, String reason) implements ActionCommand {}

    record BeginAction(FactId action) implements ActionCommand {}

    record RewordAction(FactId action, String text, String measure) implements ActionCommand {}

    record ReassignAction(FactId action, PersonId to) implements ActionCommand {}

    record MoveAction(FactId action, LocalDate due, String reason) implements ActionCommand {}

    record TieAction(FactId action, Ties ties) implements ActionCommand {}

    /// The actor saw that what was done has its effect.
    record VerifyAction(FactId action, String evidence) implements ActionCommand {}

    /// Writes down what was proposed and will not be done.
    record DeclineAction(ActionKind kind, String text, String reason) implements ActionCommand {}

    record AskReviewer(PersonId person) implements ReviewCommand {}

    record ReleaseReviewer(PersonId person) implements ReviewCommand {}

    /// The actor has read all of it.
    record FinishReview(String note) implements ReviewCommand {}

    record RequestReview() implements ReviewCommand {}

    record ReturnPostmortem(String reason) implements ReviewCommand {}

    record ApprovePostmortem() implements ReviewCommand {}

    record RecordHardening(Hardening hardening) implements ReviewCommand {}

    record DetailHardening(FactId hardening, Hardening.Detail detail) implements ReviewCommand {}

    record RecordMerge(String reference, OldCase oldCase) implements ReviewCommand {}

    /// Without spots it is about the whole section.
    record MakeComment(String section, Optional<Spot> from, Optional<Spot> to, String quote, String text)
            implements TalkCommand {}

    record AnswerComment(FactId comment, String text) implements TalkCommand {}

    record SettleComment(FactId comment) implements TalkCommand {}

    record ReopenComment(FactId comment) implements TalkCommand {}

    record Suggest(
            String section, List<Stretch> stretches, Optional<Spot> beside, Side side, String quote, String replacement)
            implements TalkCommand {}

    /// Takes a suggestion over: the edits are what it comes to now, as an editor saw it.
    record AcceptSuggestion(FactId suggestion, List<ProseFact> edits) implements TalkCommand {}

    record DeclineSuggestion(FactId suggestion, String reason) implements TalkCommand {}

    record IgnoreWording(String section, String phrase) implements TalkCommand {}

    record MindWording(String section, String phrase) implements TalkCommand {}

    record NoteMeeting(MeetingNote.Kind kind, String text) implements TalkCommand {}

    /// Takes a parked line off the list.
    record ClearParked(FactId note, String reason) implements TalkCommand {}

    record HoldMeeting(Instant started, Instant ended) implements TalkCommand {}

    /// Without a parent the node stands for itself.
    record AddNode(Figure figure, Optional<FactId> parent, Content content) implements AnalysisCommand {}

    record ChangeNode(FactId node, Content to) implements AnalysisCommand {}

    /// Before that neighbour, or as the last.
    record MoveNode(FactId node, Optional<FactId> parent, Optional<FactId> before) implements AnalysisCommand {}

    record DropNode(FactId node, String reason) implements AnalysisCommand {}

    /// What a person wrote and deleted, as an editor saw it. The facts name characters and not places, so that they
    /// mean
    /// the same whatever others wrote meanwhile.
    record Write(List<ProseFact> edits) implements ProseCommand {}
}
