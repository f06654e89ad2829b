package tocsin.domain.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.domain.incident.Phase.CLOSED;
import static tocsin.domain.incident.Phase.HARDENING;
import static tocsin.domain.incident.Phase.IDENTIFIED;
import static tocsin.domain.incident.Phase.INVESTIGATING;
import static tocsin.domain.incident.Phase.MITIGATING;
import static tocsin.domain.incident.Phase.MONITORING;
import static tocsin.domain.incident.Phase.POSTMORTEM;
import static tocsin.domain.incident.Phase.RESOLVED;
import static tocsin.domain.incident.Story.ANA;
import static tocsin.domain.incident.Story.BEN;
import static tocsin.domain.incident.Story.CARA;
import static tocsin.domain.incident.Story.DEV;
import static tocsin.domain.incident.Story.EVE;
import static tocsin.domain.incident.Story.hypothesis;
import static tocsin.domain.incident.Story.incident;
import static tocsin.domain.incident.Story.minute;
import static tocsin.domain.incident.Story.oneLinePlan;
import static tocsin.domain.incident.Story.stamp;
import static tocsin.domain.incident.Story.to;
import static tocsin.domain.severity.Severity.SEV1;
import static tocsin.domain.severity.Severity.SEV2;
import static tocsin.domain.severity.Severity.SEV3;
import static tocsin.domain.severity.Severity.SEV4;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tocsin.domain.incident.Gate.Status;
import tocsin.domain.incident.Gate.Strength;
import tocsin.domain.incident.IncidentCommand.AddAction;
import tocsin.domain.incident.IncidentCommand.AddEntry;
import tocsin.domain.incident.IncidentCommand.ApprovePostmortem;
import tocsin.domain.incident.IncidentCommand.AssignRole;
import tocsin.domain.incident.IncidentCommand.ChangeSeverity;
import tocsin.domain.incident.IncidentCommand.ChangeType;
import tocsin.domain.incident.IncidentCommand.DismissStamp;
import tocsin.domain.incident.IncidentCommand.JudgeHypothesis;
import tocsin.domain.incident.IncidentCommand.OpenPoll;
import tocsin.domain.incident.IncidentCommand.OpenPostmortem;
import tocsin.domain.incident.IncidentCommand.ProposePlan;
import tocsin.domain.incident.IncidentCommand.RecordHardening;
import tocsin.domain.incident.IncidentCommand.RecordMerge;
import tocsin.domain.incident.IncidentCommand.RequestReview;
import tocsin.domain.incident.IncidentCommand.SendUpdate;
import tocsin.domain.incident.IncidentCommand.SetStamp;
import tocsin.domain.incident.IncidentCommand.SettlePlanStep;
import tocsin.domain.incident.IncidentCommand.StateCause;
import tocsin.domain.incident.IncidentCommand.StateImpact;
import tocsin.domain.incident.IncidentCommand.StrikeEntry;
import tocsin.domain.incident.IncidentCommand.Waive;
import tocsin.domain.incident.LifeFact.Stamped;
import tocsin.domain.postmortem.ActionKind;
import tocsin.domain.postmortem.Hardening;
import tocsin.domain.postmortem.OldCase;
import tocsin.domain.postmortem.ReviewFact.PostmortemApproved;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.HypothesisStatus;

/// Each gate: shut, met by what it asks for, and waived.
class GatesTest {
    private static final EmergencyPlan THREE_STEPS = new EmergencyPlan(
            "Move traffic",
            DEV,
            "Move it back",
            Optional.of("errors under 1 %"),
            Optional.of("the other site is small"),
            Optional.of("error rate"),
            Optional.of(Duration.ofMinutes(20)),
            List.of("drain", "switch", "watch"));

    private static Hardening rule() {
        return new Hardening("G1", "old", Hardening.Slip.ABSENT, "new", "build", "old case fails", EVE);
    }

    /// A story that stands before exactly one shut hard gate.
    static Stream<Arguments> shutGates() {
        return Stream.of(
                Arguments.of(incident(SEV3), IDENTIFIED, Gates.HYPOTHESIS),
                Arguments.of(incident(SEV3).identified(), MITIGATING, Gates.PLAN),
                Arguments.of(
                        incident(SEV3, IncidentType.SECURITY).identified().does(oneLinePlan()),
                        MITIGATING,
                        Gates.SECURITY_LEAD),
                Arguments.of(incident(SEV3), MONITORING, Gates.CONTAINMENT_PLAN),
                Arguments.of(
                        incident(SEV3).identified().does(new ProposePlan(THREE_STEPS), to(MITIGATING)),
                        MONITORING,
                        Gates.STEPS),
                Arguments.of(
                        incident(SEV3).monitoring().after(Duration.ofHours(1)).does(stamp(StampName.IMPACT_ENDED, ANA)),
                        RESOLVED,
                        Gates.VERIFIED),
                Arguments.of(
                        incident(SEV3)
                                .monitoring()
                                .after(Duration.ofMinutes(29))
                                .does(stamp(StampName.IMPACT_ENDED, ANA), stamp(StampName.STABILITY_VERIFIED, EVE)),
                        RESOLVED,
                        Gates.SOAK),
                Arguments.of(
                        incident(SEV3)
                                .monitoring()
                                .after(Duration.ofHours(1))
                                .does(stamp(StampName.STABILITY_VERIFIED, EVE)),
                        RESOLVED,
                        Gates.IMPACT_ENDED),
                Arguments.of(
                        secureAndSoaked().does(stamp(StampName.CREDENTIALS_ROTATED, EVE)), RESOLVED, Gates.ERADICATED),
                Arguments.of(secureAndSoaked().does(stamp(StampName.ERADICATED, EVE)), RESOLVED, Gates.CREDENTIALS),
                Arguments.of(incident(SEV3).resolved(), POSTMORTEM, Gates.OWNER));
    }

    private static Story secureAndSoaked() {
        return incident(SEV3, IncidentType.SECURITY)
                .does(new AssignRole(Role.SECURITY_LEAD, CARA, Optional.empty()))
                .monitoring()
                .verifiedAndSoaked()
                .after(Duration.ofHours(24));
    }

    @ParameterizedTest
    @MethodSource("shutGates")
    void aShutGateIsNamedAndAWaiverWithAReasonOpensIt(Story story, Phase to, String gate) {
        assertThat(story.refusal(to(to))).isEqualTo("refused.gates");
        assertThat(story.refusalWords(to(to))).containsExactly(to.word(), gate);
        assertThat(story.gate(to, gate).status()).isEqualTo(Status.OPEN);
        assertThat(story.gate(to, gate).strength()).isEqualTo(Strength.HARD);

        assertThat(story.refusal(new Waive(gate, " ", Optional.empty(), Optional.empty())))
                .isEqualTo("refused.reason.needed");
        assertThat(story.by(BEN).refusal(new Waive(gate, "x", Optional.empty(), Optional.empty())))
                .isEqualTo("refused.incident.onlyCommander");
        story.by(ANA).does(new Waive(gate, "the owner accepts it", Optional.empty(), Optional.empty()));
        assertThat(story.gate(to, gate).status()).isEqualTo(Status.WAIVED);
        assertThat(story.now().waivers())
                .singleElement()
                .extracting(Waiver::reason)
                .isEqualTo("the owner accepts it");
        assertThat(story.refusal(to(to))).isEqualTo("accepted");
    }

    // 1 -> 2

    @Test
    void aHypothesisNeedsALinkOrEvidenceOrTheHonestWordsConfidenceLow() {
        Story story = incident(SEV3).does(hypothesis("It is the cache"));
        var bare = story.last();
        assertThat(story.refusal(to(IDENTIFIED))).isEqualTo("refused.gates");
        assertThat(incident(SEV3).does(hypothesis("cache, confidence low")).refusal(to(IDENTIFIED)))
                .isEqualTo("accepted");
        assertThat(incident(SEV3).does(hypothesis("cache https://graphs/1")).refusal(to(IDENTIFIED)))
                .isEqualTo("accepted");
        story.does(new JudgeHypothesis(bare, HypothesisStatus.SUPPORTED, "hit rate fell at 13:58"));
        assertThat(story.refusal(to(IDENTIFIED))).isEqualTo("accepted");
    }

    @Test
    void aRefutedOrStruckHypothesisLeadsNowhere() {
        Story refuted = incident(SEV3).does(hypothesis("cache, confidence low"));
        refuted.does(new JudgeHypothesis(refuted.last(), HypothesisStatus.REFUTED, "hit rate is fine"));
        assertThat(refuted.refusal(to(IDENTIFIED))).isEqualTo("refused.gates");
        Story struck = incident(SEV3).does(hypothesis("cache, confidence low"));
        struck.does(new StrikeEntry(struck.last(), "wrong incident"));
        assertThat(struck.refusal(to(IDENTIFIED))).isEqualTo("refused.gates");
    }

    @Test
    void warningsAreSaidInOneLineAndStopNothing() {
        Story story = incident(SEV1).does(hypothesis("cache, confidence low"));
        assertThat(story.gates(IDENTIFIED).stream().filter(Gate::open).map(Gate::name))
                .containsExactly("contained", "identified.communications");
        assertThat(story.refusal(to(IDENTIFIED))).isEqualTo("accepted");
        story.does(stamp(StampName.CONTAINED, DEV), new AssignRole(Role.COMMUNICATIONS, CARA, Optional.empty()));
        assertThat(story.gates(IDENTIFIED)).noneMatch(Gate::open);
        assertThat(incident(SEV3).gates(IDENTIFIED)).extracting(Gate::name).doesNotContain("identified.communications");
    }

    @Test
    void containmentThatDoesNotApplySatisfiesTheWarningButNotTheShortWay() {
        Story story = incident(SEV3).does(new DismissStamp(StampName.CONTAINED, "nothing to stop"));
        assertThat(story.gate(IDENTIFIED, "contained").status()).isEqualTo(Status.MET);
        assertThat(story.gate(MONITORING, Gates.CONTAINMENT_PLAN).stops()).isTrue();
    }

    // 2 -> 3

    @Test
    void oneLineIsEnoughOfAPlanAndItsBlanksAreWarnings() {
        Story story = incident(SEV3).identified().does(oneLinePlan());
        assertThat(story.refusal(to(MITIGATING))).isEqualTo("accepted");
        assertThat(story.gates(MITIGATING).stream().filter(Gate::open).map(Gate::name))
                .containsExactly(
                        "mitigating.goal",
                        "mitigating.risk",
                        "mitigating.verification",
                        "mitigating.box",
                        "mitigating.poll",
                        "contained");
        story.does(new ProposePlan(THREE_STEPS), new AddEntry(EntryKind.DECISION, "Move traffic"));
        story.does(new OpenPoll(story.last()), stamp(StampName.CONTAINED, DEV));
        assertThat(story.gates(MITIGATING)).noneMatch(Gate::open);
    }

    @Test
    void aPlanWithoutAWayBackIsNoPlan() {
        assertThat(incident(SEV3).refusal(new ProposePlan(EmergencyPlan.ofOneLine("x", DEV, " "))))
                .isEqualTo("refused.plan.incomplete");
        assertThat(incident(SEV3).resolved().refusal(oneLinePlan())).isEqualTo("refused.plan.notNow");
    }

    @Test
    void securityIsCommandedJointly() {
        Story story = incident(SEV3, IncidentType.SECURITY).identified().does(oneLinePlan());
        assertThat(story.refusalWords(to(MITIGATING))).containsExactly("mitigating", Gates.SECURITY_LEAD);
        story.does(new AssignRole(Role.SECURITY_LEAD, CARA, Optional.empty()));
        assertThat(story.refusal(to(MITIGATING))).isEqualTo("accepted");
    }

    // 3 -> 4 and 1 -> 4

    @Test
    void everyStepOfThePlanIsDoneOrAbandonedBeforeWatching() {
        Story story = incident(SEV3).identified().does(new ProposePlan(THREE_STEPS), to(MITIGATING));
        story.does(new SettlePlanStep(1, StepResult.DONE, ""), new SettlePlanStep(2, StepResult.DONE, ""));
        assertThat(story.refusal(to(MONITORING))).isEqualTo("refused.gates");
        assertThat(story.refusal(new SettlePlanStep(3, StepResult.ABANDONED, "")))
                .isEqualTo("refused.reason.needed");
        assertThat(story.refusal(new SettlePlanStep(2, StepResult.DONE, ""))).isEqualTo("refused.plan.stepSettled");
        assertThat(story.refusal(new SettlePlanStep(4, StepResult.DONE, ""))).isEqualTo("refused.plan.noStep");
        story.does(new SettlePlanStep(3, StepResult.ABANDONED, "no need"));
        assertThat(story.refusal(to(MONITORING))).isEqualTo("accepted");
    }

    @Test
    void whereAStatusPageIsOwedItsLastWordMustNotBeOlderThanTheState() {
        Story story = incident(SEV2)
                .does(new SendUpdate(Audience.PUBLIC, "We see errors"))
                .at(5)
                .mitigating();
        assertThat(story.gate(MONITORING, "monitoring.public-text").status()).isEqualTo(Status.OPEN);
        assertThat(story.refusal(to(MONITORING))).isEqualTo("accepted");
        story.at(6).does(new SendUpdate(Audience.PUBLIC, "A repair is on its way"));
        assertThat(story.gate(MONITORING, "monitoring.public-text").status()).isEqualTo(Status.MET);
        assertThat(incident(SEV2, IncidentType.DATA).gates(MONITORING))
                .extracting(Gate::name)
                .doesNotContain("monitoring.public-text");
        assertThat(incident(SEV3).gates(MONITORING)).extracting(Gate::name).doesNotContain("monitoring.public-text");
    }

    @Test
    void theShortWayNeedsContainmentNowAndAnExplanationLater() {
        Story story = incident(SEV3)
                .does(
                        new AddEntry(EntryKind.NOTE, "rolled back, errors gone"),
                        new SetStamp(StampName.CONTAINED, Optional.of(DEV), "rolled back"));
        story.does(to(MONITORING));
        assertThat(story.now().firstStamp(StampName.FIX_APPLIED).orElseThrow().person())
                .isEqualTo(DEV);
        story.verifiedAndSoaked()
                .does(to(RESOLVED), new OpenPostmortem(BEN, Optional.empty()))
                .written();
        assertThat(story.by(CARA).refusalWords(new ApprovePostmortem()))
                .containsExactly("hardening", Gates.EXPLANATION);
        story.does(hypothesis("The deploy"));
        story.does(new JudgeHypothesis(story.last(), HypothesisStatus.SUPPORTED, "seen in a test bed"));
        assertThat(story.refusal(new ApprovePostmortem())).isEqualTo("accepted");
    }

    @Test
    void aContainedIncidentThatWentTheLongWayOwesNoSuchExplanation() {
        Story story = incident(SEV3).does(stamp(StampName.CONTAINED, DEV)).inPostmortem();
        assertThat(story.gates(HARDENING)).extracting(Gate::name).doesNotContain(Gates.EXPLANATION);
    }

    // 4 -> 5

    @Test
    void theOneWhoFixedItCannotVerifyIt() {
        Story story = incident(SEV3).monitoring();
        assertThat(story.refusal(stamp(StampName.STABILITY_VERIFIED, DEV)))
                .isEqualTo("refused.incident.verifierIsFixer");
        story.fact(new Stamped(StampName.STABILITY_VERIFIED, DEV, "from a desk that did not know"));
        assertThat(story.gate(RESOLVED, Gates.VERIFIED).stops()).isTrue();
        story.does(stamp(StampName.STABILITY_VERIFIED, EVE));
        story.fact(new Stamped(StampName.STABILITY_VERIFIED, DEV, "again"));
        assertThat(story.gate(RESOLVED, Gates.VERIFIED).status()).isEqualTo(Status.MET);
    }

    @Test
    void whoLaysHandsOnItAfterVerifyingHasUndoneTheVerification() {
        Story story = incident(SEV3).monitoring().does(stamp(StampName.STABILITY_VERIFIED, EVE));
        story.does(stamp(StampName.FIX_APPLIED, EVE));
        assertThat(story.gate(RESOLVED, Gates.VERIFIED).stops()).isTrue();
    }

    @Test
    void aFixThatIsNotInPlaceCannotHaveHeld() {
        assertThat(incident(SEV3).mitigating().refusal(stamp(StampName.STABILITY_VERIFIED, EVE)))
                .isEqualTo("refused.stamp.tooEarly");
    }

    @Test
    void theSoakDependsOnLevelAndType() {
        assertThat(soakOf(SEV1, IncidentType.OUTAGE)).isEqualTo(Duration.ofMinutes(60));
        assertThat(soakOf(SEV2, IncidentType.OUTAGE)).isEqualTo(Duration.ofMinutes(60));
        assertThat(soakOf(SEV3, IncidentType.OUTAGE)).isEqualTo(Duration.ofMinutes(30));
        assertThat(soakOf(SEV4, IncidentType.OUTAGE)).isEqualTo(Duration.ZERO);
        assertThat(soakOf(SEV4, IncidentType.SECURITY)).isEqualTo(Duration.ofHours(24));
    }

    private static Duration soakOf(tocsin.domain.severity.Severity severity, IncidentType type) {
        Story story = incident(severity, type).does(new AssignRole(Role.SECURITY_LEAD, CARA, Optional.empty()));
        Instant began = story.monitoring().now().inPhaseSince();
        return Duration.between(began, Gates.soakEnds(story.now(), Story.RULES.policy()));
    }

    @Test
    void theSoakIsOverAtItsLastMinuteAndNotBefore() {
        Story story = incident(SEV3).monitoring();
        story.after(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(story.gate(RESOLVED, Gates.SOAK).stops()).isTrue();
        story.after(Duration.ofSeconds(1));
        assertThat(story.gate(RESOLVED, Gates.SOAK).stops()).isFalse();
    }

    @Test
    void eradicationMayNotApplyWithAReason() {
        Story story = secureAndSoaked();
        story.does(
                new DismissStamp(StampName.ERADICATED, "nothing was planted"),
                new DismissStamp(StampName.CREDENTIALS_ROTATED, "no secret was readable"));
        assertThat(story.refusal(to(RESOLVED))).isEqualTo("accepted");
        assertThat(story.refusal(new DismissStamp(StampName.STABILITY_VERIFIED, "x")))
                .isEqualTo("refused.stamp.needed");
    }

    // 5 -> 6 -> 7

    @Test
    void withAnOwnerNamedDuringTheCallResolvingLeadsStraightToThePostmortem() {
        Story story =
                incident(SEV3).does(new OpenPostmortem(BEN, Optional.empty())).resolved();
        assertThat(story.now().phase()).isEqualTo(POSTMORTEM);
        assertThat(story.now().phases()).extracting(PhaseSpell::phase).contains(RESOLVED);
    }

    @Test
    void thePostmortemIsApprovedWithAllItsPartsByAnother() {
        Story story = incident(SEV2).inPostmortem().by(CARA);
        assertThat(story.refusal(new ApprovePostmortem())).isEqualTo("refused.review.notInReview");
        story.does(new RequestReview());
        assertThat(story.refusalWords(new ApprovePostmortem()))
                .containsExactly("hardening", Gates.REVIEW_CAUSE, Gates.REVIEW_IMPACT, Gates.REVIEW_ACTIONS);
        story.does(new StateCause("gate 3", "absent"), new StateImpact("a", "b", "c"));
        story.does(new AddAction(ActionKind.RESPOND, "Write a runbook", DEV, LocalDate.of(2026, 4, 1), "a drill"));
        assertThat(story.refusalWords(new ApprovePostmortem())).containsExactly("hardening", Gates.REVIEW_ACTIONS);
        story.does(new AddAction(ActionKind.DETECT, "Alert on queues", DEV, LocalDate.of(2026, 4, 1), "it fires"));
        assertThat(story.by(BEN).refusal(new ApprovePostmortem())).isEqualTo("refused.review.approverIsAuthor");
        story.by(CARA).does(new ApprovePostmortem());
        assertThat(story.now().phase()).isEqualTo(HARDENING);
    }

    @Test
    void aChangeAfterTheApprovalTakesTheApprovalAway() {
        Story story = incident(SEV3).hardening().hardened().does(new StateImpact("more", "b", "c"));
        assertThat(story.refusalWords(to(CLOSED))).containsExactly("closed", Gates.STOP_2);
        story.does(new RequestReview()).by(CARA).does(new ApprovePostmortem()).by(ANA);
        assertThat(story.refusal(to(CLOSED))).isEqualTo("accepted");
    }

    // STOP

    @Test
    void stopOneIsAStableSystemVerifiedByAnother() {
        Story story = incident(SEV3).monitoring().after(Duration.ofHours(1)).does(stamp(StampName.IMPACT_ENDED, ANA));
        story.does(new Waive(Gates.VERIFIED, "night shift", Optional.empty(), Optional.empty()), to(RESOLVED));
        story.does(new OpenPostmortem(BEN, Optional.empty())).written();
        story.by(CARA).does(new ApprovePostmortem()).by(ANA).hardened();
        assertThat(story.refusalWords(to(CLOSED))).containsExactly("closed", Gates.STOP_1);
        story.does(stamp(StampName.STABILITY_VERIFIED, EVE));
        assertThat(story.refusal(to(CLOSED))).isEqualTo("accepted");
    }

    @Test
    void stopThreeIsARuleOnRecordMergedPushedAndTriedOnTheOldCase() {
        Story story = incident(SEV1).hardening();
        assertThat(story.refusalWords(to(CLOSED))).containsExactly("closed", Gates.STOP_3);
        story.does(new RecordMerge("commit 1", OldCase.NOW_FAILS));
        assertThat(story.refusal(to(CLOSED))).isEqualTo("refused.gates");
        story.does(new RecordHardening(rule()));
        assertThat(story.refusal(to(CLOSED))).isEqualTo("accepted");
        story.does(new RecordMerge("commit 2", OldCase.NOT_TRIED));
        assertThat(story.refusal(to(CLOSED))).isEqualTo("refused.gates");
    }

    @Test
    void openActionsPastTheirDayAreAWarningOnSevOne() {
        Story story = incident(SEV1).hardening().hardened();
        assertThat(story.gate(CLOSED, "closed.actions").status()).isEqualTo(Status.MET);
        story.at(Instant.parse("2026-03-21T00:00:01Z"));
        assertThat(story.gate(CLOSED, "closed.actions").status()).isEqualTo(Status.OPEN);
        assertThat(story.refusal(to(CLOSED))).isEqualTo("accepted");
    }

    // Waivers

    @Test
    void onSevOneAWaiverNeedsASecondNameAndAnEnd() {
        Story story = incident(SEV1);
        assertThat(story.refusal(new Waive(Gates.HYPOTHESIS, "x", Optional.empty(), Optional.empty())))
                .isEqualTo("refused.waiver.secondNeeded");
        assertThat(story.refusal(new Waive(Gates.HYPOTHESIS, "x", Optional.of(ANA), Optional.empty())))
                .isEqualTo("refused.waiver.secondNeeded");
        assertThat(story.refusal(new Waive(Gates.HYPOTHESIS, "x", Optional.of(BEN), Optional.of(minute(0)))))
                .isEqualTo("refused.waiver.expired");
        assertThat(story.refusal(new Waive("identified.hypotesis", "x", Optional.of(BEN), Optional.empty())))
                .isEqualTo("refused.waiver.noGate");
        story.does(new Waive(Gates.HYPOTHESIS, "x", Optional.of(BEN), Optional.empty()));
        assertThat(story.now().waivers().getFirst().expiry()).contains(minute(7 * 24 * 60));
    }

    @Test
    void aWaiverGivenLightlyDoesNotHoldOnceTheIncidentHasGrown() {
        Story story = incident(SEV3).does(new Waive(Gates.HYPOTHESIS, "small", Optional.empty(), Optional.empty()));
        assertThat(story.gate(IDENTIFIED, Gates.HYPOTHESIS).stops()).isFalse();
        story.does(new ChangeSeverity(SEV1, "all sites"));
        assertThat(story.gate(IDENTIFIED, Gates.HYPOTHESIS).stops()).isTrue();
    }

    @Test
    void aTypeChangeBringsItsGatesAlong() {
        Story story = incident(SEV3).monitoring().verifiedAndSoaked().does(new ChangeType(IncidentType.SECURITY));
        assertThat(story.refusalWords(to(RESOLVED)))
                .containsExactly("resolved", Gates.SOAK, Gates.ERADICATED, Gates.CREDENTIALS);
    }

    @Test
    void goingBackToInvestigatingHasNoGates() {
        assertThat(incident(SEV1).monitoring().gates(INVESTIGATING)).isEmpty();
    }

    // The vectors of the field practice that live in the heart

    @Test
    void case1ClosingASevOneWithoutAMergeReferenceIsRefusedAndNamesStopThree() {
        Story story = incident(SEV1).hardening().does(new RecordHardening(rule()));
        assertThat(story.refusal(to(CLOSED))).isEqualTo("refused.gates");
        assertThat(story.refusalWords(to(CLOSED))).containsExactly("closed", "closed.stop3");
    }

    @Test
    void case2TheSameWithATwoPersonWaiverClosesAndTheWaiverIsOnRecord() {
        Story story = incident(SEV1).hardening();
        story.does(new Waive(Gates.STOP_3, "the rule lives at the vendor", Optional.of(BEN), Optional.empty()));
        story.does(to(CLOSED));
        assertThat(story.now().phase()).isEqualTo(CLOSED);
        assertThat(story.now().waivers()).singleElement().satisfies(waiver -> {
            assertThat(waiver.by()).isEqualTo(ANA);
            assertThat(waiver.second()).contains(BEN);
            assertThat(waiver.gate()).isEqualTo("closed.stop3");
        });
    }

    @Test
    void case14WhenAWaiverRunsOutItsGateIsShutAgain() {
        Story story = incident(SEV1).hardening();
        Instant end = story.time().plus(Duration.ofHours(2));
        story.does(new Waive(Gates.STOP_3, "tomorrow", Optional.of(BEN), Optional.of(end)));
        story.at(end.minusSeconds(1));
        assertThat(story.gate(CLOSED, Gates.STOP_3).status()).isEqualTo(Status.WAIVED);
        story.at(end);
        assertThat(story.gate(CLOSED, Gates.STOP_3).status()).isEqualTo(Status.WAIVER_EXPIRED);
        assertThat(story.refusal(to(CLOSED))).isEqualTo("refused.gates");
    }

    @Test
    void anApprovalByTheOwnerFromADeskThatDidNotKnowIsNone() {
        Story story = incident(SEV3).inPostmortem().by(BEN).fact(new PostmortemApproved());
        assertThat(story.gate(HARDENING, Gates.APPROVED).stops()).isTrue();
    }
}
