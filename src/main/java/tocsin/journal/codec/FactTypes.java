package tocsin.journal.codec;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tocsin.domain.Fact;
import tocsin.domain.analysis.AnalysisFact;
import tocsin.domain.checklist.ChecklistFact;
import tocsin.domain.desk.DeskFact;
import tocsin.domain.incident.LifeFact;
import tocsin.domain.organisation.OrganisationFact;
import tocsin.domain.postmortem.ReviewFact;
import tocsin.domain.prose.ProseFact;
import tocsin.domain.roster.CrewFact;
import tocsin.domain.timeline.TimelineFact;

/// The closed list of facts that this version reads and writes. A name on it is in journals all over the world and
/// never changes; a class may.
final class FactTypes {
    static final int VERSION = 1;

    private final Map<String, Class<? extends Fact>> classes = new HashMap<>();
    private final Map<Class<?>, String> names = new HashMap<>();
    // Most sessions meet few of the types: a form is made when its type is first met.
    private final Map<String, Form<? extends Fact>> forms = new ConcurrentHashMap<>();

    FactTypes() {
        life();
        timeline();
        crew();
        review();
        prose();
        analysis();
        checklist();
        organisation();
        desk();
    }

    Set<String> names() {
        return Set.copyOf(classes.keySet());
    }

    Set<Class<?>> classes() {
        return Set.copyOf(names.keySet());
    }

    Optional<String> nameOf(Fact fact) {
        return Optional.ofNullable(names.get(fact.getClass()));
    }

    Optional<Form<? extends Fact>> form(String name) {
        Form<? extends Fact> known = forms.get(name);
        return known != null
                ? Optional.of(known)
                : Optional.ofNullable(classes.get(name))
                        .map(type -> forms.computeIfAbsent(name, _ -> new RecordForm<>(type)));
    }

    private void add(String name, Class<? extends Fact> type) {
        if (classes.put(name, type) != null || names.put(type, name) != null) {
            throw new IllegalStateException("the fact type " + name + " is listed twice");
        }
    }

    private void life() {
        add("life.reported", LifeFact.Reported.class);
        add("life.declared", LifeFact.Declared.class);
        add("life.titleChanged", LifeFact.TitleChanged.class);
        add("life.typeChanged", LifeFact.TypeChanged.class);
        add("life.environmentChanged", LifeFact.EnvironmentChanged.class);
        add("life.severityChanged", LifeFact.SeverityChanged.class);
        add("life.severityAssessed", LifeFact.SeverityAssessed.class);
        add("life.phaseChanged", LifeFact.PhaseChanged.class);
        add("life.stamped", LifeFact.Stamped.class);
        add("life.stampNotApplicable", LifeFact.StampNotApplicable.class);
        add("life.planProposed", LifeFact.PlanProposed.class);
        add("life.planStepSettled", LifeFact.PlanStepSettled.class);
        add("life.updateSent", LifeFact.UpdateSent.class);
        add("life.gateWaived", LifeFact.GateWaived.class);
        add("life.mergedInto", LifeFact.MergedInto.class);
        add("life.unmergedFrom", LifeFact.UnmergedFrom.class);
        add("life.absorbed", LifeFact.Absorbed.class);
        add("life.released", LifeFact.Released.class);
        add("life.linked", LifeFact.Linked.class);
        add("life.unlinked", LifeFact.Unlinked.class);
        add("life.conflictSettled", LifeFact.ConflictSettled.class);
        add("life.undone", LifeFact.Undone.class);
    }

    private void timeline() {
        add("timeline.entryAdded", TimelineFact.EntryAdded.class);
        add("timeline.entryStruck", TimelineFact.EntryStruck.class);
        add("timeline.entryCorrected", TimelineFact.EntryCorrected.class);
        add("timeline.entryPinned", TimelineFact.EntryPinned.class);
        add("timeline.entryUnpinned", TimelineFact.EntryUnpinned.class);
        add("timeline.questionAnswered", TimelineFact.QuestionAnswered.class);
        add("timeline.hypothesisJudged", TimelineFact.HypothesisJudged.class);
        add("timeline.pollOpened", TimelineFact.PollOpened.class);
        add("timeline.objectionRaised", TimelineFact.ObjectionRaised.class);
        add("timeline.pollClosed", TimelineFact.PollClosed.class);
        add("timeline.taskAssigned", TimelineFact.TaskAssigned.class);
        add("timeline.taskReadBack", TimelineFact.TaskReadBack.class);
        add("timeline.taskReassigned", TimelineFact.TaskReassigned.class);
        add("timeline.taskExtended", TimelineFact.TaskExtended.class);
        add("timeline.taskDone", TimelineFact.TaskDone.class);
        add("timeline.taskDropped", TimelineFact.TaskDropped.class);
    }

    private void crew() {
        add("crew.roleAssumed", CrewFact.RoleAssumed.class);
        add("crew.roleRenounced", CrewFact.RoleRenounced.class);
        add("crew.handoverOffered", CrewFact.HandoverOffered.class);
        add("crew.handoverAccepted", CrewFact.HandoverAccepted.class);
        add("crew.handoverDeclined", CrewFact.HandoverDeclined.class);
        add("crew.handoverWithdrawn", CrewFact.HandoverWithdrawn.class);
    }

    private void review() {
        add("review.postmortemOpened", ReviewFact.PostmortemOpened.class);
        add("review.fullFormForced", ReviewFact.FullFormForced.class);
        add("review.impactStated", ReviewFact.ImpactStated.class);
        add("review.causeStated", ReviewFact.CauseStated.class);
        add("review.actionAdded", ReviewFact.ActionAdded.class);
        add("review.actionDone", ReviewFact.ActionDone.class);
        add("review.actionDropped", ReviewFact.ActionDropped.class);
        add("review.reviewRequested", ReviewFact.ReviewRequested.class);
        add("review.postmortemReturned", ReviewFact.PostmortemReturned.class);
        add("review.postmortemApproved", ReviewFact.PostmortemApproved.class);
        add("review.hardeningRecorded", ReviewFact.HardeningRecorded.class);
        add("review.rulesMerged", ReviewFact.RulesMerged.class);
        add("review.impactMeasured", ReviewFact.ImpactMeasured.class);
        add("review.actionBegun", ReviewFact.ActionBegun.class);
        add("review.actionReworded", ReviewFact.ActionReworded.class);
        add("review.actionReassigned", ReviewFact.ActionReassigned.class);
        add("review.actionMoved", ReviewFact.ActionMoved.class);
        add("review.actionTied", ReviewFact.ActionTied.class);
        add("review.actionVerified", ReviewFact.ActionVerified.class);
        add("review.actionDeclined", ReviewFact.ActionDeclined.class);
        add("review.reviewerAsked", ReviewFact.ReviewerAsked.class);
        add("review.reviewerReleased", ReviewFact.ReviewerReleased.class);
        add("review.reviewed", ReviewFact.Reviewed.class);
        add("review.hardeningDetailed", ReviewFact.HardeningDetailed.class);
        add("review.commentMade", ReviewFact.CommentMade.class);
        add("review.commentAnswered", ReviewFact.CommentAnswered.class);
        add("review.commentSettled", ReviewFact.CommentSettled.class);
        add("review.commentReopened", ReviewFact.CommentReopened.class);
        add("review.suggestionMade", ReviewFact.SuggestionMade.class);
        add("review.suggestionAccepted", ReviewFact.SuggestionAccepted.class);
        add("review.suggestionDeclined", ReviewFact.SuggestionDeclined.class);
        add("review.wordingIgnored", ReviewFact.WordingIgnored.class);
        add("review.wordingMinded", ReviewFact.WordingMinded.class);
        add("review.meetingNoted", ReviewFact.MeetingNoted.class);
        add("review.parkedCleared", ReviewFact.ParkedCleared.class);
        add("review.meetingHeld", ReviewFact.MeetingHeld.class);
    }

    private void prose() {
        add("prose.textInserted", ProseFact.TextInserted.class);
        add("prose.textDeleted", ProseFact.TextDeleted.class);
    }

    private void analysis() {
        add("analysis.nodeAdded", AnalysisFact.NodeAdded.class);
        add("analysis.nodeChanged", AnalysisFact.NodeChanged.class);
        add("analysis.nodeMoved", AnalysisFact.NodeMoved.class);
        add("analysis.nodeDropped", AnalysisFact.NodeDropped.class);
    }

    private void checklist() {
        add("checklist.stepSettled", ChecklistFact.StepSettled.class);
    }

    private void organisation() {
        add("organisation.personSet", OrganisationFact.PersonSet.class);
        add("organisation.personRenamed", OrganisationFact.PersonRenamed.class);
        add("organisation.personLeft", OrganisationFact.PersonLeft.class);
        add("organisation.teamSet", OrganisationFact.TeamSet.class);
        add("organisation.teamDropped", OrganisationFact.TeamDropped.class);
        add("organisation.serviceSet", OrganisationFact.ServiceSet.class);
        add("organisation.serviceDropped", OrganisationFact.ServiceDropped.class);
        add("organisation.settingChanged", OrganisationFact.SettingChanged.class);
        add("organisation.settingReset", OrganisationFact.SettingReset.class);
    }

    private void desk() {
        add("desk.deskOpened", DeskFact.DeskOpened.class);
        add("desk.caseExported", DeskFact.CaseExported.class);
        add("desk.caseImported", DeskFact.CaseImported.class);
        add("desk.redacted", DeskFact.Redacted.class);
    }
}
