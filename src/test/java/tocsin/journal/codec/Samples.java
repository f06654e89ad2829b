package tocsin.journal.codec;

import static java.util.Map.entry;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tocsin.base.CommandId;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.domain.analysis.AnalysisFact;
import tocsin.domain.analysis.Content;
import tocsin.domain.analysis.Differs;
import tocsin.domain.analysis.FactorCode;
import tocsin.domain.analysis.FactorPart;
import tocsin.domain.analysis.Figure;
import tocsin.domain.checklist.ChecklistFact;
import tocsin.domain.checklist.StepState;
import tocsin.domain.desk.DeskFact;
import tocsin.domain.incident.Audience;
import tocsin.domain.incident.EmergencyPlan;
import tocsin.domain.incident.LifeFact;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Relation;
import tocsin.domain.incident.StampName;
import tocsin.domain.incident.StepResult;
import tocsin.domain.organisation.OrganisationFact;
import tocsin.domain.postmortem.ActionKind;
import tocsin.domain.postmortem.Damage;
import tocsin.domain.postmortem.Hardening;
import tocsin.domain.postmortem.Hardens;
import tocsin.domain.postmortem.MeetingNote;
import tocsin.domain.postmortem.OldCase;
import tocsin.domain.postmortem.Priority;
import tocsin.domain.postmortem.ReviewFact;
import tocsin.domain.postmortem.Ties;
import tocsin.domain.prose.ProseFact;
import tocsin.domain.prose.Side;
import tocsin.domain.prose.Spot;
import tocsin.domain.prose.Stretch;
import tocsin.domain.roster.CrewFact;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Answer;
import tocsin.domain.severity.CustomerShare;
import tocsin.domain.severity.DataImpact;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.FunctionImpact;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.domain.severity.SeverityAnswers;
import tocsin.domain.severity.Trend;
import tocsin.domain.severity.Workaround;
import tocsin.domain.timeline.Attachment;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.HypothesisStatus;
import tocsin.domain.timeline.PollResult;
import tocsin.domain.timeline.TimelineFact;

/// One fact of every type, as the sample file of its type and version 1 must read; and more facts that try every field
/// present, absent and strange.
final class Samples {
    static final DeskId DESK = new DeskId("abcdefghijkl2345");
    static final FactId FIRST = new FactId(DESK, 1);
    static final FactId THIRD = new FactId(DESK, 3);
    static final IncidentId INCIDENT = new IncidentId("INC-2026-1121-001~abcdefgh");
    static final IncidentId OTHER = new IncidentId("INC-2026-1121-002~abcdefgh");
    static final PersonId ANA = new PersonId("Ana");
    static final PersonId BO = new PersonId("Bo Šťastný");
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456789Z");
    static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");

    private Samples() {}

    static Map<String, Fact> ofEveryType() {
        var all = new TreeMap<String, Fact>();
        all.putAll(life());
        all.putAll(timeline());
        all.putAll(crew());
        all.putAll(review());
        all.putAll(prose());
        all.putAll(analysis());
        all.putAll(desk());
        all.putAll(checklist());
        all.putAll(organisation());
        return all;
    }

    private static Map<String, Fact> life() {
        return Map.ofEntries(
                entry("life.reported", new LifeFact.Reported("Checkout is slow", PRAGUE)),
                entry(
                        "life.declared",
                        new LifeFact.Declared(
                                "Checkout is down",
                                Severity.SEV1,
                                IncidentType.OUTAGE,
                                Environment.PRODUCTION,
                                PRAGUE)),
                entry("life.titleChanged", new LifeFact.TitleChanged("Checkout is down", "Payments are down")),
                entry("life.typeChanged", new LifeFact.TypeChanged(IncidentType.OUTAGE, IncidentType.SECURITY)),
                entry(
                        "life.environmentChanged",
                        new LifeFact.EnvironmentChanged(Environment.PRODUCTION, Environment.ALL)),
                entry(
                        "life.severityChanged",
                        new LifeFact.SeverityChanged(Severity.SEV1, Severity.SEV2, "half of it is back")),
                entry(
                        "life.severityAssessed",
                        new LifeFact.SeverityAssessed(answers(), Severity.SEV1, "core function lost", 3)),
                entry(
                        "life.phaseChanged",
                        new LifeFact.PhaseChanged(Phase.INVESTIGATING, Phase.IDENTIFIED, "it is the certificate")),
                entry("life.stamped", new LifeFact.Stamped(StampName.FIX_APPLIED, BO, "rolled back")),
                entry("life.stampNotApplicable", new LifeFact.StampNotApplicable(StampName.ISOLATED, "no host")),
                entry("life.planProposed", new LifeFact.PlanProposed(plan())),
                entry(
                        "life.planStepSettled",
                        new LifeFact.PlanStepSettled(THIRD, 2, StepResult.ABANDONED, "not needed")),
                entry("life.updateSent", new LifeFact.UpdateSent(Audience.PUBLIC, "We are working on it.")),
                entry(
                        "life.gateWaived",
                        new LifeFact.GateWaived("closed.stop3", "freeze", Optional.of(BO), Optional.of(NOON))),
                entry("life.mergedInto", new LifeFact.MergedInto(OTHER, "the same cause")),
                entry("life.unmergedFrom", new LifeFact.UnmergedFrom(OTHER, "another cause")),
                entry("life.absorbed", new LifeFact.Absorbed(OTHER)),
                entry("life.released", new LifeFact.Released(OTHER)),
                entry("life.linked", new LifeFact.Linked(OTHER, Relation.CAUSED_BY)),
                entry("life.unlinked", new LifeFact.Unlinked(OTHER, Relation.CAUSED_BY)),
                entry("life.conflictSettled", new LifeFact.ConflictSettled(THIRD, "SEV2")),
                entry(
                        "life.undone",
                        new LifeFact.Undone(CommandId.of(UUID.fromString("0192f0c1-2b3c-7d4e-8f50-a1b2c3d4e5f6")))));
    }

    private static Map<String, Fact> timeline() {
        return Map.ofEntries(
                entry(
                        "timeline.entryAdded",
                        new TimelineFact.EntryAdded(
                                EntryKind.NOTE,
                                "500s on /pay \"again\" — příliš žluťoučký 🔔\n#payments @bo",
                                List.of(new Attachment("ab".repeat(32), "graph.png", 48_213, "image/png")))),
                entry("timeline.entryStruck", new TimelineFact.EntryStruck(THIRD, "wrong incident")),
                entry(
                        "timeline.entryCorrected",
                        new TimelineFact.EntryCorrected(THIRD, "at 12:40", "at 12:04", Optional.of(NOON))),
                entry("timeline.entryPinned", new TimelineFact.EntryPinned(THIRD)),
                entry("timeline.entryUnpinned", new TimelineFact.EntryUnpinned(THIRD)),
                entry("timeline.questionAnswered", new TimelineFact.QuestionAnswered(THIRD, "since Tuesday")),
                entry(
                        "timeline.hypothesisJudged",
                        new TimelineFact.HypothesisJudged(
                                THIRD, HypothesisStatus.OPEN, HypothesisStatus.REFUTED, "the graph is flat")),
                entry("timeline.pollOpened", new TimelineFact.PollOpened(THIRD)),
                entry("timeline.objectionRaised", new TimelineFact.ObjectionRaised(THIRD, "it drops the queue")),
                entry("timeline.pollClosed", new TimelineFact.PollClosed(THIRD, PollResult.GOING)),
                entry(
                        "timeline.taskAssigned",
                        new TimelineFact.TaskAssigned("Look at the load balancer", BO, Optional.of(minutes(10)))),
                entry("timeline.taskReadBack", new TimelineFact.TaskReadBack(THIRD)),
                entry("timeline.taskReassigned", new TimelineFact.TaskReassigned(THIRD, BO, ANA)),
                entry("timeline.taskExtended", new TimelineFact.TaskExtended(THIRD, minutes(5))),
                entry("timeline.taskDone", new TimelineFact.TaskDone(THIRD, "it is healthy")),
                entry("timeline.taskDropped", new TimelineFact.TaskDropped(THIRD, "found elsewhere")));
    }

    private static Map<String, Fact> crew() {
        return Map.ofEntries(
                entry(
                        "crew.roleAssumed",
                        new CrewFact.RoleAssumed(Role.CUSTOMER_LIAISON, BO, Optional.of(ANA), Optional.of("Payments"))),
                entry("crew.roleRenounced", new CrewFact.RoleRenounced(Role.SCRIBE, BO)),
                entry(
                        "crew.handoverOffered",
                        new CrewFact.HandoverOffered(Role.COMMANDER, ANA, BO, "the queue", "SEV-1, identified")),
                entry("crew.handoverAccepted", new CrewFact.HandoverAccepted(THIRD)),
                entry("crew.handoverDeclined", new CrewFact.HandoverDeclined(THIRD, "on a train")),
                entry("crew.handoverWithdrawn", new CrewFact.HandoverWithdrawn(THIRD)));
    }

    private static Map<String, Fact> prose() {
        return Map.ofEntries(
                entry(
                        "prose.textInserted",
                        new ProseFact.TextInserted(
                                "summary", Optional.of(new Spot(THIRD, 4)), Side.AFTER, "The pool ran dry 😀")),
                entry("prose.textDeleted", new ProseFact.TextDeleted("summary", List.of(new Stretch(THIRD, 4, 9)))));
    }

    private static Map<String, Fact> analysis() {
        return Map.ofEntries(
                entry(
                        "analysis.nodeAdded",
                        new AnalysisFact.NodeAdded(
                                Figure.FACTORS,
                                Optional.empty(),
                                Content.factor(
                                        FactorCode.SECRET_EXPIRY,
                                        FactorPart.LATENT,
                                        "alarm muted 😀",
                                        Optional.of(THIRD)))),
                entry(
                        "analysis.nodeChanged",
                        new AnalysisFact.NodeChanged(
                                THIRD,
                                Content.change("pool", "50", "20", Differs.YES),
                                Content.change("pool size", "50", "20", Differs.YES))),
                entry("analysis.nodeMoved", new AnalysisFact.NodeMoved(THIRD, Optional.of(FIRST), Optional.empty())),
                entry("analysis.nodeDropped", new AnalysisFact.NodeDropped(THIRD, "said twice")));
    }

    private static Map<String, Fact> review() {
        return Map.ofEntries(
                entry("review.impactMeasured", new ReviewFact.ImpactMeasured(Damage.USERS, "about 4 000 of 31 000")),
                entry("review.actionBegun", new ReviewFact.ActionBegun(THIRD)),
                entry(
                        "review.actionReworded",
                        new ReviewFact.ActionReworded(
                                THIRD, "Alarm on expiry of every certificate", "a test trips it")),
                entry("review.actionReassigned", new ReviewFact.ActionReassigned(THIRD, BO, ANA)),
                entry(
                        "review.actionMoved",
                        new ReviewFact.ActionMoved(
                                THIRD, LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 8), "freeze")),
                entry(
                        "review.actionTied",
                        new ReviewFact.ActionTied(
                                THIRD, new Ties(Optional.of(Priority.HIGH), "OPS-7", "detection-gap", Hardens.A_RULE))),
                entry("review.actionVerified", new ReviewFact.ActionVerified(THIRD, "it rang at 03:10")),
                entry(
                        "review.actionDeclined",
                        new ReviewFact.ActionDeclined(ActionKind.MITIGATE, "Buy a second site", "too dear")),
                entry("review.reviewerAsked", new ReviewFact.ReviewerAsked(BO)),
                entry("review.reviewerReleased", new ReviewFact.ReviewerReleased(BO)),
                entry("review.reviewed", new ReviewFact.Reviewed("good")),
                entry(
                        "review.hardeningDetailed",
                        new ReviewFact.HardeningDetailed(
                                THIRD,
                                new Hardening.Detail(
                                        "rules/expiry.md", Optional.of(LocalDate.of(2026, 12, 1)), "all on call"))),
                entry(
                        "review.commentMade",
                        new ReviewFact.CommentMade(
                                "summary",
                                Optional.of(new Spot(THIRD, 4)),
                                Optional.of(new Spot(THIRD, 9)),
                                "the pool",
                                "Which one?")),
                entry("review.commentAnswered", new ReviewFact.CommentAnswered(THIRD, "The one of orders")),
                entry("review.commentSettled", new ReviewFact.CommentSettled(THIRD)),
                entry("review.commentReopened", new ReviewFact.CommentReopened(THIRD)),
                entry(
                        "review.suggestionMade",
                        new ReviewFact.SuggestionMade(
                                "summary",
                                List.of(new Stretch(THIRD, 4, 9)),
                                Optional.of(new Spot(THIRD, 3)),
                                Side.AFTER,
                                "the pool",
                                "the order pool")),
                entry("review.suggestionAccepted", new ReviewFact.SuggestionAccepted(THIRD)),
                entry("review.suggestionDeclined", new ReviewFact.SuggestionDeclined(THIRD, "it is the other one")),
                entry("review.wordingIgnored", new ReviewFact.WordingIgnored("summary", "should have")),
                entry("review.wordingMinded", new ReviewFact.WordingMinded("summary", "should have")),
                entry(
                        "review.meetingNoted",
                        new ReviewFact.MeetingNoted(MeetingNote.Kind.PARKED, "who pays for the second site")),
                entry("review.parkedCleared", new ReviewFact.ParkedCleared(THIRD, "the budget round has it")),
                entry("review.meetingHeld", new ReviewFact.MeetingHeld(NOON, NOON.plus(minutes(55)))),
                entry("review.postmortemOpened", new ReviewFact.PostmortemOpened(Optional.of(BO), ANA, NOON)),
                entry("review.fullFormForced", new ReviewFact.FullFormForced("data was lost")),
                entry("review.impactStated", new ReviewFact.ImpactStated("payments", "none", "2 h of orders")),
                entry("review.causeStated", new ReviewFact.CauseStated("expiry alarm", "it was muted")),
                entry(
                        "review.actionAdded",
                        new ReviewFact.ActionAdded(
                                ActionKind.DETECT,
                                "Alarm on expiry",
                                BO,
                                LocalDate.of(2026, 12, 1),
                                "a test certificate trips it")),
                entry("review.actionDone", new ReviewFact.ActionDone(THIRD, "alarm seen")),
                entry("review.actionDropped", new ReviewFact.ActionDropped(THIRD, "host is gone")),
                entry("review.reviewRequested", new ReviewFact.ReviewRequested()),
                entry("review.postmortemReturned", new ReviewFact.PostmortemReturned("no cause")),
                entry("review.postmortemApproved", new ReviewFact.PostmortemApproved()),
                entry(
                        "review.hardeningRecorded",
                        new ReviewFact.HardeningRecorded(new Hardening(
                                "expiry alarm",
                                "30 days before",
                                Hardening.Slip.NOT_ENFORCED,
                                "30 days before, never muted",
                                "mute is refused",
                                "run 4711",
                                BO))),
                entry("review.rulesMerged", new ReviewFact.RulesMerged("3f2c1ab", NOON, OldCase.NOW_FAILS)));
    }

    private static Map<String, Fact> organisation() {
        return Map.ofEntries(
                entry(
                        "organisation.personSet",
                        new OrganisationFact.PersonSet(
                                BO,
                                "BŠ",
                                "+420 555 0100",
                                List.of(Role.COMMANDER, Role.SCRIBE),
                                Optional.of("Payments"),
                                Optional.of(THIRD))),
                entry(
                        "organisation.personRenamed",
                        new OrganisationFact.PersonRenamed(BO, new PersonId("Bo Novák"), "BN", Optional.of(THIRD))),
                entry("organisation.personLeft", new OrganisationFact.PersonLeft(BO, Optional.of(THIRD))),
                entry(
                        "organisation.teamSet",
                        new OrganisationFact.TeamSet("Payments", Optional.of(ANA), Optional.empty())),
                entry("organisation.teamDropped", new OrganisationFact.TeamDropped("Payments", Optional.of(THIRD))),
                entry(
                        "organisation.serviceSet",
                        new OrganisationFact.ServiceSet(
                                "checkout", Optional.of("Payments"), Optional.of(ANA), Optional.empty())),
                entry(
                        "organisation.serviceDropped",
                        new OrganisationFact.ServiceDropped("checkout", Optional.of(THIRD))),
                entry("organisation.settingChanged", new OrganisationFact.SettingChanged("updates.sev1", "30m", "20m")),
                entry("organisation.settingReset", new OrganisationFact.SettingReset("updates.sev1", "20m")));
    }

    private static Map<String, Fact> checklist() {
        return Map.of(
                "checklist.stepSettled",
                new ChecklistFact.StepSettled("outage.scope", StepState.OPEN, StepState.SKIPPED, "the alert names it"));
    }

    private static Map<String, Fact> desk() {
        return Map.ofEntries(
                entry(
                        "desk.deskOpened",
                        new DeskFact.DeskOpened(
                                "MCowBQYDK2VwAyEA", Optional.of(new DeskId("zyxwvutsrqpo7654")), "restored")),
                entry("desk.caseExported", new DeskFact.CaseExported(INCIDENT, "cd".repeat(32), 512)),
                entry(
                        "desk.caseImported",
                        new DeskFact.CaseImported(INCIDENT, "cd".repeat(32), List.of(FIRST, THIRD), 512)),
                entry("desk.redacted", new DeskFact.Redacted(THIRD, "a password")));
    }

    /// Every field that may be absent, absent; and values at their edges.
    static List<Fact> others() {
        var all = new ArrayList<Fact>(List.of(
                new TimelineFact.EntryAdded(EntryKind.DECISION, "", List.of()),
                new TimelineFact.EntryAdded(EntryKind.TODO, "\u0000\u001f\u007f\u2028\"\\/", List.of()),
                new TimelineFact.EntryCorrected(THIRD, "a", "b", Optional.empty()),
                new TimelineFact.TaskAssigned("a", BO, Optional.empty()),
                new TimelineFact.TaskAssigned("a", BO, Optional.of(Duration.ofSeconds(Long.MIN_VALUE))),
                new TimelineFact.TaskExtended(THIRD, Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)),
                new TimelineFact.TaskExtended(new FactId(DESK, Long.MAX_VALUE), Duration.ofNanos(-1)),
                new CrewFact.RoleAssumed(Role.COMMANDER, BO, Optional.empty(), Optional.empty()),
                new CrewFact.RoleAssumed(Role.EXPERT, BO, Optional.of(ANA), Optional.empty()),
                new CrewFact.RoleAssumed(Role.EXPERT, BO, Optional.empty(), Optional.of("")),
                new ReviewFact.ActionTied(THIRD, Ties.NONE),
                new ReviewFact.HardeningDetailed(THIRD, Hardening.Detail.NONE),
                new ReviewFact.CommentMade("", Optional.empty(), Optional.empty(), "", ""),
                new ReviewFact.SuggestionMade("", List.of(), Optional.empty(), Side.BEFORE, "", ""),
                new ReviewFact.PostmortemOpened(Optional.empty(), ANA, Instant.MIN),
                new ReviewFact.PostmortemOpened(Optional.empty(), ANA, Instant.MAX),
                new ReviewFact.ActionAdded(ActionKind.PREVENT, "", BO, LocalDate.MAX, ""),
                new ReviewFact.ActionAdded(ActionKind.PREVENT, "", BO, LocalDate.MIN, ""),
                new LifeFact.Reported("", ZoneOffset.ofHoursMinutesSeconds(1, 2, 3)),
                new LifeFact.Reported("", ZoneId.of("UTC+01:30")),
                new LifeFact.GateWaived("g", "", Optional.empty(), Optional.empty()),
                new LifeFact.GateWaived("g", "", Optional.of(BO), Optional.empty()),
                new LifeFact.GateWaived("g", "", Optional.empty(), Optional.of(Instant.EPOCH)),
                new LifeFact.PlanProposed(EmergencyPlan.ofOneLine("restart", BO, "restart again")),
                new LifeFact.PlanStepSettled(THIRD, Integer.MIN_VALUE, StepResult.DONE, ""),
                new LifeFact.SeverityAssessed(
                        SeverityAnswers.in(Environment.ALL), Severity.SEV4, "", Integer.MAX_VALUE),
                new DeskFact.DeskOpened("", Optional.empty(), ""),
                new DeskFact.Redacted(THIRD, "", Optional.of("{\"words\":\"\u2588\"}")),
                new DeskFact.CaseExported(INCIDENT, "", Long.MIN_VALUE),
                new DeskFact.CaseImported(INCIDENT, "", List.of(), Long.MAX_VALUE)));
        all.addAll(ofEveryType().values());
        return all;
    }

    private static SeverityAnswers answers() {
        return SeverityAnswers.in(Environment.PRODUCTION)
                .withFunction(Answer.known(FunctionImpact.values()[0]))
                .withWorkaround(Answer.guess(Workaround.values()[0]))
                .withCustomers(Answer.known(CustomerShare.FROM_10_TO_50))
                .withData(Answer.guess(DataImpact.NONE))
                .withTrend(Answer.known(Trend.values()[0]));
    }

    private static EmergencyPlan plan() {
        return new EmergencyPlan(
                "Swap the certificate",
                BO,
                "Put the old one back",
                Optional.of("payments work"),
                Optional.of("a minute of downtime"),
                Optional.of("a test order"),
                Optional.of(minutes(15)),
                List.of("drain", "swap", "fill"));
    }

    private static Duration minutes(int count) {
        return Duration.ofMinutes(count);
    }
}
