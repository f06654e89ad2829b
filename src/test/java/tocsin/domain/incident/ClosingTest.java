package tocsin.domain.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.domain.incident.Phase.CLOSED;
import static tocsin.domain.incident.Phase.FALSE_ALARM;
import static tocsin.domain.incident.Phase.HARDENING;
import static tocsin.domain.incident.Phase.INVESTIGATING;
import static tocsin.domain.incident.Phase.POSTMORTEM;
import static tocsin.domain.incident.Story.ANA;
import static tocsin.domain.incident.Story.BEN;
import static tocsin.domain.incident.Story.CARA;
import static tocsin.domain.incident.Story.DEV;
import static tocsin.domain.incident.Story.EVE;
import static tocsin.domain.incident.Story.hypothesis;
import static tocsin.domain.incident.Story.incident;
import static tocsin.domain.incident.Story.stamp;
import static tocsin.domain.incident.Story.to;
import static tocsin.domain.severity.Severity.SEV1;
import static tocsin.domain.severity.Severity.SEV2;
import static tocsin.domain.severity.Severity.SEV3;
import static tocsin.domain.severity.Severity.SEV4;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tocsin.base.FactId;
import tocsin.domain.incident.IncidentCommand.AddAction;
import tocsin.domain.incident.IncidentCommand.ApprovePostmortem;
import tocsin.domain.incident.IncidentCommand.ChangeSeverity;
import tocsin.domain.incident.IncidentCommand.DropAction;
import tocsin.domain.incident.IncidentCommand.JudgeHypothesis;
import tocsin.domain.incident.IncidentCommand.MergeInto;
import tocsin.domain.incident.IncidentCommand.Move;
import tocsin.domain.incident.IncidentCommand.OpenPostmortem;
import tocsin.domain.incident.IncidentCommand.RecordHardening;
import tocsin.domain.incident.IncidentCommand.RecordMerge;
import tocsin.domain.incident.IncidentCommand.RequestReview;
import tocsin.domain.incident.IncidentCommand.SetStamp;
import tocsin.domain.incident.IncidentCommand.SettleConflict;
import tocsin.domain.incident.IncidentCommand.StateCause;
import tocsin.domain.incident.IncidentCommand.StateImpact;
import tocsin.domain.incident.IncidentCommand.Unmerge;
import tocsin.domain.incident.IncidentCommand.Waive;
import tocsin.domain.incident.LifeFact.PhaseChanged;
import tocsin.domain.incident.LifeFact.Stamped;
import tocsin.domain.postmortem.ActionKind;
import tocsin.domain.postmortem.Hardening;
import tocsin.domain.postmortem.OldCase;
import tocsin.domain.postmortem.ReviewFact.PostmortemApproved;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.HypothesisStatus;

/// An incident is not closed before its three stops are met, whichever way somebody goes.
class ClosingTest {
    private static final Hardening RULE =
            new Hardening("Gate 12", "large changes", Hardening.Slip.TOO_WEAK, "every change", "ci", "run 8", EVE);

    private static AddAction action(ActionKind kind, String text) {
        return new AddAction(kind, text, DEV, LocalDate.of(2026, 3, 20), "the old build fails it");
    }

    @ParameterizedTest
    @EnumSource(Severity.class)
    void everyGateOnTheWayRefusesByNameUntilItIsMet(Severity level) {
        Story story = incident(level).monitoring().verifiedAndSoaked().does(to(Phase.RESOLVED));
        assertThat(story.refusalWords(to(POSTMORTEM))).containsExactly("postmortem", Gates.OWNER);
        story.does(new OpenPostmortem(BEN, Optional.empty()));
        assertThat(story.now().phase()).isEqualTo(POSTMORTEM);
        assertThat(story.refusalWords(to(HARDENING)))
                .containsExactly(
                        "hardening", Gates.REVIEW_CAUSE, Gates.REVIEW_IMPACT, Gates.REVIEW_ACTIONS, Gates.APPROVED);
        story.does(new RequestReview()).by(CARA);
        assertThat(story.refusalWords(new ApprovePostmortem()))
                .containsExactly("hardening", Gates.REVIEW_CAUSE, Gates.REVIEW_IMPACT, Gates.REVIEW_ACTIONS);
        story.by(ANA).does(new StateCause("Gate 12", "never run"));
        assertThat(story.refusalWords(to(HARDENING))).doesNotContain(Gates.REVIEW_CAUSE);
        story.does(new StateImpact("checkout", "none", "40 orders"));
        assertThat(story.refusalWords(to(HARDENING)))
                .containsExactly("hardening", Gates.REVIEW_ACTIONS, Gates.APPROVED);
        story.does(action(ActionKind.PREVENT, "Run the load test on every merge"));
        assertThat(story.refusalWords(to(HARDENING))).containsExactly("hardening", Gates.APPROVED);
        assertThat(story.refusal(to(CLOSED))).isEqualTo("refused.state.notFrom");
        assertThat(story.by(BEN).refusal(new ApprovePostmortem())).isEqualTo("refused.review.approverIsAuthor");
        story.by(CARA).does(new ApprovePostmortem()).by(ANA);
        assertThat(story.now().phase()).isEqualTo(HARDENING);
        assertThat(story.refusalWords(to(CLOSED))).containsExactly("closed", Gates.STOP_3);
        story.does(new RecordMerge("commit 4f1c", OldCase.NOW_FAILS));
        assertThat(story.refusalWords(to(CLOSED))).containsExactly("closed", Gates.STOP_3);
        story.does(new RecordHardening(RULE), new RecordMerge("commit 4f1c", OldCase.NOT_TRIED));
        assertThat(story.refusalWords(to(CLOSED))).containsExactly("closed", Gates.STOP_3);
        story.does(new RecordMerge("commit 4f1c", OldCase.NOW_FAILS), to(CLOSED));
        assertThat(story.now().phase()).isEqualTo(CLOSED);
    }

    @Test
    void stopOneAsksAgainWhenItsVerifierTurnsOutToBeTheFixer() {
        Story story = incident(SEV2).hardening().hardened();
        assertThat(story.gates(CLOSED)).noneMatch(Gate::stops);
        story.does(stamp(StampName.FIX_APPLIED, EVE));
        assertThat(story.refusalWords(to(CLOSED))).containsExactly("closed", Gates.STOP_1);
        story.does(stamp(StampName.STABILITY_VERIFIED, CARA), to(CLOSED));
    }

    @Test
    void stopTwoAsksAgainWhenTheApproverBecomesTheOwner() {
        Story story = incident(SEV2).hardening().hardened().does(new OpenPostmortem(CARA, Optional.empty()));
        assertThat(story.refusalWords(to(CLOSED))).containsExactly("closed", Gates.STOP_2);
    }

    @Test
    void anIncidentThatCameByContainmentAloneIsExplainedFirst() {
        Story story = incident(SEV3)
                .does(hypothesis("the flag"), stamp(StampName.CONTAINED, DEV), to(Phase.MONITORING))
                .verifiedAndSoaked();
        FactId guess = story.now().timeline().hypotheses().keySet().iterator().next();
        story.does(to(Phase.RESOLVED), new OpenPostmortem(BEN, Optional.empty()))
                .written();
        assertThat(story.refusalWords(to(HARDENING))).containsExactly("hardening", Gates.EXPLANATION, Gates.APPROVED);
        assertThat(story.by(CARA).refusalWords(new ApprovePostmortem()))
                .containsExactly("hardening", Gates.EXPLANATION);
        story.does(new JudgeHypothesis(guess, HypothesisStatus.SUPPORTED, "off is well"), new ApprovePostmortem());
        assertThat(story.now().phase()).isEqualTo(HARDENING);
    }

    // Actions that count

    @ParameterizedTest
    @ValueSource(strings = {"Train the reviewers", "Retrain everybody on call", "Das Team schulen"})
    void trainingAloneDoesNotPreventASevereOne(String text) {
        Story story = incident(SEV2).inPostmortem().does(action(ActionKind.PREVENT, text));
        assertThat(story.gate(HARDENING, Gates.REVIEW_ACTIONS).stops()).isTrue();
        story.does(action(ActionKind.DETECT, "Alarm on a full pool"));
        assertThat(story.gate(HARDENING, Gates.REVIEW_ACTIONS).stops()).isFalse();
    }

    @Test
    void whatWasDroppedMeetsNoGate() {
        Story story = incident(SEV2).inPostmortem().does(action(ActionKind.PREVENT, "Limit the pool"));
        FactId id = story.last();
        story.does(action(ActionKind.REPAIR, "Clean the table"));
        assertThat(story.gate(HARDENING, Gates.REVIEW_ACTIONS).stops()).isFalse();
        story.does(new DropAction(id, "too dear"));
        assertThat(story.gate(HARDENING, Gates.REVIEW_ACTIONS).stops()).isTrue();
    }

    // Waivers

    @ParameterizedTest
    @ValueSource(strings = {Gates.STOP_1, Gates.STOP_2, Gates.STOP_3})
    void aSevereOneNeedsASecondNameForEachStop(String gate) {
        Story story = incident(SEV1).hardening();
        assertThat(story.refusal(new Waive(gate, "vendor", Optional.empty(), Optional.empty())))
                .isEqualTo("refused.waiver.secondNeeded");
        assertThat(story.refusal(new Waive(gate, "vendor", Optional.of(ANA), Optional.empty())))
                .isEqualTo("refused.waiver.secondNeeded");
        assertThat(story.by(DEV).refusal(new Waive(gate, "vendor", Optional.of(BEN), Optional.empty())))
                .isEqualTo("refused.incident.onlyCommander");
        story.by(ANA).does(new Waive(gate, "vendor", Optional.of(BEN), Optional.empty()));
        assertThat(story.refusalWords(to(CLOSED))).doesNotContain(gate);
    }

    @Test
    void loweringItAtTheEndDoesNotMakeOneNameEnough() {
        Story story = incident(SEV1).hardening().does(new ChangeSeverity(SEV4, "it was small after all"));
        assertThat(story.refusal(new Waive(Gates.STOP_3, "no rule", Optional.empty(), Optional.empty())))
                .isEqualTo("refused.waiver.secondNeeded");
        Story small = incident(SEV3).hardening();
        small.does(new Waive(Gates.STOP_3, "no rule", Optional.empty(), Optional.empty()), to(CLOSED));
        assertThat(small.now().phase()).isEqualTo(CLOSED);
    }

    // Other ways

    @Test
    void whatWasMergedBeforeTheTroubleCameBackClosesNothing() {
        Story story = incident(SEV3).hardening().hardened().does(new Move(INVESTIGATING, "it is back"));
        story.monitoring().verifiedAndSoaked().does(to(Phase.RESOLVED));
        assertThat(story.now().phase()).isEqualTo(POSTMORTEM);
        story.does(new RequestReview()).by(CARA).does(new ApprovePostmortem()).by(ANA);
        assertThat(story.refusalWords(to(CLOSED))).containsExactly("closed", Gates.STOP_3);
        story.does(new RecordMerge("commit 9a", OldCase.NOW_FAILS), to(CLOSED));
    }

    @Test
    void whatClosedItCannotBeTakenBackFromUnderIt() {
        Story story = incident(SEV3).hardening().does(new RecordHardening(RULE)).by(DEV);
        story.does(new RecordMerge("commit 4f1c", OldCase.NOW_FAILS));
        var merge = story.undo(story.lastGesture());
        story.by(ANA).does(to(CLOSED));
        assertThat(story.by(DEV).refusal(merge)).isEqualTo("refused.undo.builtUpon");
        Story waived = incident(SEV3).hardening();
        waived.does(new Waive(Gates.STOP_3, "no rule", Optional.empty(), Optional.empty()));
        var waiver = waived.undo(waived.lastGesture());
        waived.does(to(CLOSED));
        assertThat(waived.refusal(waiver)).isEqualTo("refused.undo.builtUpon");
    }

    @Test
    void takingBackTheLastEvidenceBeforeTheEndShutsTheGateAgain() {
        Story story = incident(SEV3).hardening().hardened();
        story.does(story.undo(story.lastGesture()));
        assertThat(story.refusalWords(to(CLOSED))).containsExactly("closed", Gates.STOP_3);
    }

    @Test
    void whatWasResolvedWasNoFalseAlarm() {
        Story story = incident(SEV1).hardening().does(new Move(INVESTIGATING, "it is back"));
        assertThat(story.refusal(new Move(FALSE_ALARM, "never mind"))).isEqualTo("refused.state.notFalse");
        assertThat(incident(SEV1).refusal(new Move(FALSE_ALARM, "a test"))).isEqualTo("accepted");
    }

    @Test
    void comingBackFromAMergeFindsTheGatesAsTheyWere() {
        Story story = incident(SEV1).hardening().does(new MergeInto(Story.OTHER_ID, "same cause"));
        assertThat(story.refusal(to(CLOSED))).isEqualTo("refused.state.notFrom");
        story.does(new Unmerge("another cause"));
        assertThat(story.now().phase()).isEqualTo(HARDENING);
        assertThat(story.refusalWords(to(CLOSED))).containsExactly("closed", Gates.STOP_3);
    }

    @Test
    void aDisagreementAboutTheStateIsNoWayAroundTheStops() {
        Story here = incident(SEV3).hardening().hardened();
        Story there = here.onTheOtherDesk();
        here.does(new Move(INVESTIGATING, "it is back"));
        there.after(Duration.ofMinutes(1)).does(to(CLOSED));
        here.joinedBy(there).after(Duration.ofMinutes(5)).does(new Move(INVESTIGATING, "it is really back"));
        FactId card = here.now().openConflicts().getFirst().fact();
        assertThat(here.refusal(new SettleConflict(card, "CLOSED"))).isEqualTo("refused.gates");
        here.does(new SettleConflict(card, "INVESTIGATING"));
    }

    @Test
    void anApprovalFromADeskThatDidNotKnowIsCheckedHere() {
        Story story = incident(SEV3).inPostmortem().written().by(BEN);
        story.fact(
                new PostmortemApproved(),
                new Stamped(StampName.POSTMORTEM_APPROVED, BEN, ""),
                new PhaseChanged(POSTMORTEM, HARDENING, ""));
        story.by(ANA).hardened();
        assertThat(story.refusalWords(to(CLOSED))).containsExactly("closed", Gates.STOP_2);
    }

    @Test
    void theStampsOfTheActsAreNotSetByHand() {
        Story story = incident(SEV3).hardening();
        for (StampName name : List.of(StampName.RULES_MERGED, StampName.POSTMORTEM_APPROVED)) {
            assertThat(story.refusal(new SetStamp(name, Optional.empty(), "done")))
                    .isEqualTo("refused.stamp.byAct");
        }
    }

    @Test
    void nobodyButTheCommanderCloses() {
        Story story = incident(SEV3).hardening().hardened().by(DEV);
        assertThat(story.refusal(to(CLOSED))).isEqualTo("refused.incident.onlyCommander");
    }
}
