package tocsin.app;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tocsin.base.CommandId;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.Hlc;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.ErasedFact;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.domain.UnknownFact;
import tocsin.domain.analysis.AnalysisFact;
import tocsin.domain.analysis.Category;
import tocsin.domain.analysis.Content;
import tocsin.domain.analysis.Figure;
import tocsin.domain.checklist.ChecklistFact;
import tocsin.domain.checklist.StepState;
import tocsin.domain.desk.DeskFact;
import tocsin.domain.incident.Audience;
import tocsin.domain.incident.EmergencyPlan;
import tocsin.domain.incident.History;
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
import tocsin.domain.prose.Stretch;
import tocsin.domain.roster.CrewFact;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.domain.severity.SeverityAnswers;
import tocsin.domain.timeline.Attachment;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.HypothesisStatus;
import tocsin.domain.timeline.PollResult;
import tocsin.domain.timeline.TimelineFact;

/// Facts and incidents that the tests of this room tell about.
final class Cases {
    static final DeskId DESK = new DeskId("abcdefghijklmnop");
    static final IncidentId ID = new IncidentId("INC-2026-1121-001~abcdefgh");
    static final IncidentId OTHER = new IncidentId("INC-2026-1120-007~abcdefgh");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final PersonId ANA = new PersonId("Ana");
    static final PersonId BO = new PersonId("Bo");
    static final Instant START = Instant.parse("2026-11-21T13:00:00Z");

    private Cases() {}

    /// A fact written down `minute` minutes in; its sequence is the minute plus one, so each minute names one fact.
    static Recorded at(int minute, PersonId actor, Fact fact) {
        return at(minute, actor, fact, Optional.empty());
    }

    static Recorded at(int minute, PersonId actor, Fact fact, Optional<Instant> occurredAt) {
        Instant recorded = START.plus(Duration.ofMinutes(minute));
        return new Recorded(
                id(minute),
                new Hlc(recorded.toEpochMilli(), 0),
                recorded,
                occurredAt,
                actor,
                new CommandId(1, minute),
                fact);
    }

    static FactId id(int minute) {
        return new FactId(DESK, minute + 1L);
    }

    static Recorded declared() {
        return at(
                0,
                ANA,
                new LifeFact.Declared(
                        "Checkout is down", Severity.SEV2, IncidentType.OUTAGE, Environment.PRODUCTION, BERLIN));
    }

    static History busy() {
        return History.of(
                ID,
                List.of(
                        declared(),
                        at(1, BO, new LifeFact.Stamped(StampName.ACKNOWLEDGED, BO, "")),
                        at(2, ANA, new CrewFact.RoleAssumed(Role.SCRIBE, BO, Optional.empty())),
                        at(3, BO, new TimelineFact.EntryAdded(EntryKind.NOTE, "errors at 40 % #checkout @ana")),
                        at(4, ANA, new LifeFact.SeverityChanged(Severity.SEV2, Severity.SEV1, "all customers")),
                        at(
                                25,
                                BO,
                                new TimelineFact.EntryAdded(EntryKind.NOTE, "deploy 812 went out"),
                                Optional.of(START.minus(Duration.ofHours(16)))),
                        at(
                                26,
                                ANA,
                                new TimelineFact.EntryAdded(EntryKind.HYPOTHESIS, "pool too small, confidence low")),
                        at(27, BO, new TimelineFact.EntryAdded(EntryKind.NOTE, "wrong channel")),
                        at(28, BO, new TimelineFact.EntryStruck(id(27), "meant elsewhere")),
                        at(
                                29,
                                BO,
                                new TimelineFact.EntryCorrected(
                                        id(3), "errors at 40 %", "errors at 45 % #checkout", Optional.empty())),
                        at(30, ANA, new TimelineFact.EntryPinned(id(3))),
                        at(
                                31,
                                ANA,
                                new TimelineFact.TaskAssigned(
                                        "roll back 812", BO, Optional.of(Duration.ofMinutes(20)))),
                        at(32, ANA, new LifeFact.UpdateSent(Audience.PUBLIC, "We are working on checkout.")),
                        at(33, ANA, new TimelineFact.EntryAdded(EntryKind.DECISION, "roll back")),
                        at(34, ANA, new TimelineFact.PollOpened(id(33))),
                        at(35, BO, new TimelineFact.ObjectionRaised(id(33), "the cache is cold")),
                        at(36, BO, new TimelineFact.EntryAdded(EntryKind.QUESTION, "who deployed?")),
                        at(
                                37,
                                ANA,
                                new LifeFact.PlanProposed(
                                        EmergencyPlan.ofOneLine("roll back 812", BO, "deploy 812")))));
    }

    /// One of every kind of fact that there is.
    static List<Fact> everyFact() {
        var plan = new EmergencyPlan(
                "roll back",
                BO,
                "roll forward",
                Optional.of("stop errors"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Duration.ofMinutes(20)),
                List.of("drain", "deploy"));
        return List.of(
                new LifeFact.Reported("Strange logins", BERLIN),
                declared().fact(),
                new LifeFact.TitleChanged("Checkout is down", "Payments are down"),
                new LifeFact.TypeChanged(IncidentType.OUTAGE, IncidentType.DATA),
                new LifeFact.EnvironmentChanged(Environment.STAGING, Environment.PRODUCTION),
                new LifeFact.SeverityChanged(Severity.SEV2, Severity.SEV1, "all customers"),
                new LifeFact.SeverityAssessed(
                        SeverityAnswers.in(Environment.PRODUCTION), Severity.SEV2, "unknown: all", 1),
                new LifeFact.PhaseChanged(Phase.INVESTIGATING, Phase.IDENTIFIED, ""),
                new LifeFact.Stamped(StampName.CONTAINED, BO, "flag off"),
                new LifeFact.StampNotApplicable(StampName.CONTAINED, "nothing spreads"),
                new LifeFact.PlanProposed(plan),
                new LifeFact.PlanStepSettled(id(1), 1, StepResult.DONE, ""),
                new LifeFact.UpdateSent(Audience.PUBLIC, "We are working\non it."),
                new LifeFact.GateWaived("closed.stop3", "no rule", Optional.of(BO), Optional.of(START)),
                new LifeFact.MergedInto(OTHER, "same cause"),
                new LifeFact.UnmergedFrom(OTHER, "not the same"),
                new LifeFact.Absorbed(OTHER),
                new LifeFact.Released(OTHER),
                new LifeFact.Linked(OTHER, Relation.CAUSED_BY),
                new LifeFact.Unlinked(OTHER, Relation.CAUSED_BY),
                new LifeFact.ConflictSettled(id(1), "SEV-1"),
                new LifeFact.Undone(new CommandId(1, 1)),
                new CrewFact.RoleAssumed(Role.SCRIBE, ANA, Optional.of(BO), Optional.of("Alpha")),
                new CrewFact.RoleRenounced(Role.SCRIBE, ANA),
                new CrewFact.HandoverOffered(Role.COMMANDER, ANA, BO, "the cache", "brief"),
                new CrewFact.HandoverAccepted(id(1)),
                new CrewFact.HandoverDeclined(id(1), "asleep"),
                new CrewFact.HandoverWithdrawn(id(1)),
                new TimelineFact.EntryAdded(
                        EntryKind.NOTE, "see graph", List.of(new Attachment("00", "graph.png", 5, "image/png"))),
                new TimelineFact.EntryStruck(id(1), "wrong"),
                new TimelineFact.EntryCorrected(id(1), "a", "b", Optional.of(START)),
                new TimelineFact.EntryPinned(id(1)),
                new TimelineFact.EntryUnpinned(id(1)),
                new TimelineFact.QuestionAnswered(id(1), "it was Bo"),
                new TimelineFact.HypothesisJudged(
                        id(1), HypothesisStatus.OPEN, HypothesisStatus.REFUTED, "graph is flat"),
                new TimelineFact.PollOpened(id(1)),
                new TimelineFact.ObjectionRaised(id(1), "the cache is cold"),
                new TimelineFact.PollClosed(id(1), PollResult.GOING),
                new TimelineFact.TaskAssigned("roll back", BO, Optional.of(Duration.ofMinutes(90))),
                new TimelineFact.TaskReadBack(id(1)),
                new TimelineFact.TaskReassigned(id(1), ANA, BO),
                new TimelineFact.TaskExtended(id(1), Duration.ofMinutes(5)),
                new TimelineFact.TaskDone(id(1), "rolled back"),
                new TimelineFact.TaskDropped(id(1), "not needed"),
                new ReviewFact.PostmortemOpened(Optional.empty(), BO, START),
                new ReviewFact.FullFormForced("data loss"),
                new ReviewFact.ImpactStated("checkout", "none", "lost orders"),
                new ReviewFact.CauseStated("review rule", "no load test"),
                new ReviewFact.ActionAdded(
                        ActionKind.PREVENT, "load test", BO, LocalDate.of(2026, 12, 1), "it runs nightly"),
                new ReviewFact.ActionBegun(id(1)),
                new ReviewFact.ActionReworded(id(1), "load test nightly", "it runs"),
                new ReviewFact.ActionReassigned(id(1), BO, ANA),
                new ReviewFact.ActionMoved(id(1), LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 9), "freeze"),
                new ReviewFact.ActionTied(
                        id(1), new Ties(Optional.of(Priority.HIGH), "OPS-7", "detection-gap", Hardens.A_RULE)),
                new ReviewFact.ActionVerified(id(1), "it rang"),
                new ReviewFact.ActionDeclined(ActionKind.REPAIR, "a second site", "too dear"),
                new ReviewFact.ImpactMeasured(Damage.SLA_BREACHES, "2 of 14"),
                new ReviewFact.ReviewerAsked(BO),
                new ReviewFact.ReviewerReleased(BO),
                new ReviewFact.Reviewed("good"),
                new ReviewFact.HardeningDetailed(
                        id(1), new Hardening.Detail("rules.md", Optional.of(LocalDate.of(2026, 12, 1)), "all on call")),
                new ReviewFact.CommentMade("summary", Optional.empty(), Optional.empty(), "the pool", "which one?"),
                new ReviewFact.CommentAnswered(id(1), "orders"),
                new ReviewFact.CommentSettled(id(1)),
                new ReviewFact.CommentReopened(id(1)),
                new ReviewFact.SuggestionMade(
                        "summary",
                        List.of(new Stretch(id(1), 0, 3)),
                        Optional.empty(),
                        Side.AFTER,
                        "the pool",
                        "the order pool"),
                new ReviewFact.SuggestionAccepted(id(1)),
                new ReviewFact.SuggestionDeclined(id(1), "no"),
                new ReviewFact.WordingIgnored("summary", "should have"),
                new ReviewFact.WordingMinded("summary", "should have"),
                new ReviewFact.MeetingNoted(MeetingNote.Kind.NOTE, "ask the vendor"),
                new ReviewFact.MeetingNoted(MeetingNote.Kind.PARKED, "who pays"),
                new ReviewFact.ParkedCleared(id(1), "the budget round has it"),
                new ReviewFact.MeetingHeld(START, START.plus(Duration.ofMinutes(50))),
                new ReviewFact.ActionDone(id(1), "it runs"),
                new ReviewFact.ActionDropped(id(1), "obsolete"),
                new ReviewFact.ReviewRequested(),
                new ReviewFact.PostmortemReturned("impact unclear"),
                new ReviewFact.PostmortemApproved(),
                new ReviewFact.HardeningRecorded(new Hardening(
                        "review", "look at it", Hardening.Slip.TOO_WEAK, "load test first", "pipeline", "run 7", BO)),
                new ReviewFact.RulesMerged("commit 1a2b", START, OldCase.NOW_FAILS),
                new ProseFact.TextInserted("summary", Optional.empty(), Side.AFTER, "The pool ran dry"),
                new ProseFact.TextDeleted("summary", List.of(new Stretch(id(1), 0, 3))),
                new AnalysisFact.NodeAdded(
                        Figure.FISHBONE, Optional.empty(), Content.cause(Category.CONFIG, "pool of 50")),
                new AnalysisFact.NodeChanged(id(1), Content.why("pool of 50"), Content.rule("no rule for pools")),
                new AnalysisFact.NodeMoved(id(1), Optional.empty(), Optional.of(id(2))),
                new AnalysisFact.NodeDropped(id(1), "said twice"),
                new OrganisationFact.PersonSet(
                        BO, "BO", "555", List.of(Role.SCRIBE), Optional.empty(), Optional.empty()),
                new OrganisationFact.PersonRenamed(BO, new PersonId("Bo Lund"), "BL", Optional.of(id(1))),
                new OrganisationFact.PersonLeft(BO, Optional.of(id(1))),
                new OrganisationFact.TeamSet("Payments", Optional.of(BO), Optional.empty()),
                new OrganisationFact.TeamDropped("Payments", Optional.empty()),
                new OrganisationFact.ServiceSet("checkout", Optional.empty(), Optional.of(BO), Optional.empty()),
                new OrganisationFact.ServiceDropped("checkout", Optional.empty()),
                new OrganisationFact.SettingChanged("updates.sev1", "30m", "20m"),
                new OrganisationFact.SettingReset("updates.sev1", "20m"),
                new ChecklistFact.StepSettled("outage.scope", StepState.OPEN, StepState.SKIPPED, "known"),
                new DeskFact.DeskOpened("key", Optional.empty(), ""),
                new DeskFact.DeskOpened("key", Optional.of(DESK), "copied"),
                new DeskFact.CaseExported(ID, "root", 12),
                new DeskFact.CaseImported(ID, "root", List.of(), 12),
                new DeskFact.Redacted(id(1), "a password"),
                new ErasedFact("entry-added", 1),
                new UnknownFact("weather-changed", 3));
    }
}
