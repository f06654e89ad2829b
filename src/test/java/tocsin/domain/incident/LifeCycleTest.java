package tocsin.domain.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.domain.incident.Phase.CLOSED;
import static tocsin.domain.incident.Phase.EXERCISE_ENDED;
import static tocsin.domain.incident.Phase.FALSE_ALARM;
import static tocsin.domain.incident.Phase.HARDENING;
import static tocsin.domain.incident.Phase.IDENTIFIED;
import static tocsin.domain.incident.Phase.INVESTIGATING;
import static tocsin.domain.incident.Phase.MERGED;
import static tocsin.domain.incident.Phase.MITIGATING;
import static tocsin.domain.incident.Phase.MONITORING;
import static tocsin.domain.incident.Phase.POSTMORTEM;
import static tocsin.domain.incident.Phase.REPORTED;
import static tocsin.domain.incident.Phase.RESOLVED;
import static tocsin.domain.incident.Phase.UNDECLARED;
import static tocsin.domain.incident.Story.ANA;
import static tocsin.domain.incident.Story.BEN;
import static tocsin.domain.incident.Story.CARA;
import static tocsin.domain.incident.Story.DEV;
import static tocsin.domain.incident.Story.EVE;
import static tocsin.domain.incident.Story.OTHER_ID;
import static tocsin.domain.incident.Story.incident;
import static tocsin.domain.incident.Story.minute;
import static tocsin.domain.incident.Story.nothingYet;
import static tocsin.domain.incident.Story.oneLinePlan;
import static tocsin.domain.incident.Story.reported;
import static tocsin.domain.incident.Story.stamp;
import static tocsin.domain.incident.Story.to;
import static tocsin.domain.severity.Severity.SEV2;
import static tocsin.domain.severity.Severity.SEV3;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tocsin.domain.Recorded;
import tocsin.domain.incident.Gate.Status;
import tocsin.domain.incident.IncidentCommand.AddEntry;
import tocsin.domain.incident.IncidentCommand.AssignRole;
import tocsin.domain.incident.IncidentCommand.Declare;
import tocsin.domain.incident.IncidentCommand.FinishAction;
import tocsin.domain.incident.IncidentCommand.MergeInto;
import tocsin.domain.incident.IncidentCommand.Move;
import tocsin.domain.incident.IncidentCommand.OpenPostmortem;
import tocsin.domain.incident.IncidentCommand.Report;
import tocsin.domain.incident.IncidentCommand.Retitle;
import tocsin.domain.incident.IncidentCommand.SendUpdate;
import tocsin.domain.incident.IncidentCommand.StateCause;
import tocsin.domain.incident.IncidentCommand.Unmerge;
import tocsin.domain.incident.IncidentCommand.Waive;
import tocsin.domain.incident.LifeFact.MergedInto;
import tocsin.domain.incident.LifeFact.PhaseChanged;
import tocsin.domain.incident.LifeFact.UnmergedFrom;
import tocsin.domain.roster.Role;
import tocsin.domain.timeline.EntryKind;

/// The spine: which way an incident may go, who may take it there, and what undoes what.
class LifeCycleTest {
    /// Every pair of states that is not here is refused.
    private static final Map<Phase, Set<Phase>> ALLOWED = Map.ofEntries(
            Map.entry(UNDECLARED, Set.of()),
            Map.entry(REPORTED, Set.of(FALSE_ALARM)),
            Map.entry(INVESTIGATING, Set.of(IDENTIFIED, MONITORING, FALSE_ALARM)),
            Map.entry(IDENTIFIED, Set.of(MITIGATING, MONITORING, INVESTIGATING, FALSE_ALARM)),
            Map.entry(MITIGATING, Set.of(MONITORING, INVESTIGATING)),
            Map.entry(MONITORING, Set.of(RESOLVED, INVESTIGATING)),
            Map.entry(RESOLVED, Set.of(POSTMORTEM, INVESTIGATING)),
            Map.entry(POSTMORTEM, Set.of(HARDENING, INVESTIGATING)),
            Map.entry(HARDENING, Set.of(CLOSED, POSTMORTEM, INVESTIGATING)),
            Map.entry(CLOSED, Set.of(INVESTIGATING)),
            Map.entry(FALSE_ALARM, Set.of(INVESTIGATING)),
            Map.entry(MERGED, Set.of()),
            Map.entry(EXERCISE_ENDED, Set.of()));

    static Stream<Arguments> pairs() {
        return Stream.of(Phase.values())
                .flatMap(from -> Stream.of(Phase.values()).map(to -> Arguments.of(from, to)));
    }

    static Story in(Phase phase) {
        return switch (phase) {
            case UNDECLARED -> nothingYet();
            case REPORTED -> reported();
            case INVESTIGATING -> incident(SEV3);
            case IDENTIFIED -> incident(SEV3).identified();
            case MITIGATING -> incident(SEV3).mitigating();
            case MONITORING -> incident(SEV3).monitoring();
            case RESOLVED -> incident(SEV3).resolved();
            case POSTMORTEM -> incident(SEV3).inPostmortem();
            case HARDENING -> incident(SEV3).hardening();
            case CLOSED -> incident(SEV3).closed();
            case FALSE_ALARM -> incident(SEV3).does(new Move(FALSE_ALARM, "a test call"));
            case MERGED -> incident(SEV3).does(new MergeInto(OTHER_ID, "the same"));
            case EXERCISE_ENDED -> incident(SEV3).fact(new PhaseChanged(INVESTIGATING, EXERCISE_ENDED, ""));
        };
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyPairOfStatesIsAllowedOrRefusedByTheTable(Phase from, Phase to) {
        Story story = in(from);
        assertThat(story.now().phase()).isEqualTo(from);
        for (String gate : Gates.waivable()) {
            if (from.live() && from != REPORTED) {
                story.does(new Waive(gate, "not what this asks about", Optional.empty(), Optional.empty()));
            }
        }
        String answer = story.refusal(new Move(to, "because"));
        if (ALLOWED.get(from).contains(to)) {
            assertThat(answer).isEqualTo("accepted");
        } else if (from == UNDECLARED) {
            assertThat(answer).isEqualTo("refused.incident.unknown");
        } else if (from == to) {
            assertThat(answer).isEqualTo("refused.state.same");
        } else if (from == REPORTED && to == INVESTIGATING) {
            assertThat(answer).isEqualTo("refused.incident.notDeclared");
        } else {
            assertThat(answer).isEqualTo("refused.state.notFrom");
        }
    }

    @Test
    void nothingButADeclarationOrAReportBeginsAnIncident() {
        assertThat(nothingYet().refusal(new Retitle("x"))).isEqualTo("refused.incident.unknown");
        assertThat(nothingYet().refusal(new AddEntry(EntryKind.NOTE, "x"))).isEqualTo("refused.incident.unknown");
        assertThat(nothingYet().refusal(new Report("x", ZoneOffset.UTC))).isEqualTo("accepted");
    }

    @Test
    void anybodyDeclaresWithNextToNothingAndCommands() {
        var declare = new Declare("Mail down", Optional.empty(), Optional.empty(), Optional.empty(), ZoneOffset.UTC);
        Incident incident = nothingYet().by(BEN).does(declare).now();
        assertThat(incident.severity()).isEqualTo(SEV2);
        assertThat(incident.commander()).contains(BEN);
        assertThat(incident.phase()).isEqualTo(INVESTIGATING);
    }

    @Test
    void aReportKeepsItsTitleWhenItIsDeclaredWithoutOne() {
        var declare = new Declare(" ", Optional.empty(), Optional.empty(), Optional.empty(), ZoneOffset.UTC);
        assertThat(reported().at(9).does(declare).now().title()).isEqualTo("Checkout slow");
        assertThat(reported().at(9).does(declare).now().declaredAt()).contains(minute(9));
        assertThat(nothingYet().refusal(declare)).isEqualTo("refused.text.blank");
    }

    @Test
    void onlyTheCommanderMovesOnExceptThatOperationsMayNameTheCause() {
        Story story = incident(SEV3)
                .does(Story.hypothesis("confidence low: disk"), new AssignRole(Role.OPERATIONS, DEV, Optional.empty()));
        assertThat(story.by(BEN).refusal(to(IDENTIFIED))).isEqualTo("refused.incident.onlyCommander");
        assertThat(story.by(DEV).refusal(to(IDENTIFIED))).isEqualTo("accepted");
        story.does(to(IDENTIFIED), oneLinePlan());
        assertThat(story.by(DEV).refusal(to(MITIGATING))).isEqualTo("refused.incident.onlyCommander");
        assertThat(story.by(DEV).refusal(to(INVESTIGATING))).isEqualTo("refused.incident.onlyCommander");
        assertThat(story.by(ANA).refusal(to(MITIGATING))).isEqualTo("accepted");
    }

    @Test
    void enteringAStateSetsTheStampItStandsFor() {
        Incident incident = incident(SEV3).monitoring().now();
        assertThat(incident.firstStamp(StampName.ISOLATED).orElseThrow().person())
                .isEqualTo(ANA);
        assertThat(incident.firstStamp(StampName.PLAN_APPROVED)).isPresent();
        assertThat(incident.firstStamp(StampName.FIX_APPLIED).orElseThrow().person())
                .isEqualTo(DEV);
    }

    @Test
    void aSpikeWhileWatchingGoesBackAndKeepsTheFirstFix() {
        Story story = incident(SEV3).at(10).monitoring();
        Stamp first = story.now().firstStamp(StampName.FIX_APPLIED).orElseThrow();
        story.at(20).by(EVE).does(new Move(INVESTIGATING, "errors again"));
        assertThat(story.now().phase()).isEqualTo(INVESTIGATING);
        assertThat(story.now().regressions()).isEqualTo(1);
        assertThat(story.now().firstStamp(StampName.FIX_APPLIED)).contains(first);
        assertThat(story.now().standing(StampName.FIX_APPLIED)).isEmpty();
        assertThat(story.now().roundBegan()).isEqualTo(minute(20));
    }

    @Test
    void whatOpenedTheGatesOfTheFirstRoundOpensNoneOfTheSecond() {
        Story story = incident(SEV3)
                .monitoring()
                .verifiedAndSoaked()
                .does(new Waive(Gates.SOAK, "we are sure", Optional.empty(), Optional.empty()))
                .does(to(INVESTIGATING));
        assertThat(story.gate(MITIGATING, Gates.PLAN).stops()).isTrue();
        story.does(to(IDENTIFIED), oneLinePlan(), to(MITIGATING), to(MONITORING));
        assertThat(story.gate(RESOLVED, Gates.VERIFIED).stops()).isTrue();
        assertThat(story.gate(RESOLVED, Gates.IMPACT_ENDED).stops()).isTrue();
        assertThat(story.gate(RESOLVED, Gates.SOAK).status()).isEqualTo(Status.WAIVER_EXPIRED);
    }

    @Test
    void stampsOfThisRoundStandEvenWhenTheMachineClockJumpsBack() {
        Story story = incident(SEV3).monitoring().at(30).does(to(INVESTIGATING)).at(20);
        story.does(to(IDENTIFIED), oneLinePlan(), to(MITIGATING), to(MONITORING));
        assertThat(story.now().standing(StampName.FIX_APPLIED)).isPresent();
    }

    @Test
    void aRefutedExplanationIsNoRegression() {
        Story story = incident(SEV3).at(5).identified().at(40).does(to(INVESTIGATING));
        assertThat(story.now().regressions()).isZero();
        assertThat(story.now().roundBegan()).isEqualTo(minute(0));
        assertThat(story.now().standing(StampName.ISOLATED)).isPresent();
    }

    @Test
    void aResolvedIncidentReopensForSevenDaysWithAReason() {
        Story story = incident(SEV3).resolved();
        story.after(Duration.ofDays(7)).by(EVE);
        assertThat(story.refusal(to(INVESTIGATING))).isEqualTo("refused.reason.needed");
        assertThat(story.refusal(new Move(INVESTIGATING, "again"))).isEqualTo("accepted");
        story.after(Duration.ofSeconds(1));
        assertThat(story.refusal(new Move(INVESTIGATING, "again"))).isEqualTo("refused.state.reopenLate");
        assertThat(story.refusalWords(new Move(INVESTIGATING, "again"))).containsExactly("7");
    }

    @Test
    void aReopeningCountsAndTakesTheSignatureFromThePostmortem() {
        Story story = incident(SEV3).closed().after(Duration.ofDays(1)).does(new Move(INVESTIGATING, "it is back"));
        assertThat(story.now().reopenings()).isEqualTo(1);
        assertThat(story.now().review().approval()).isEmpty();
        assertThat(story.now().review().cause()).isPresent();
        assertThat(story.gate(CLOSED, Gates.STOP_2).stops()).isTrue();
        assertThat(story.gate(CLOSED, Gates.STOP_1).stops()).isTrue();
    }

    @Test
    void aFalseAlarmNeedsAReasonGetsItsShortReviewAndCanComeBack() {
        Story story = incident(SEV3);
        assertThat(story.refusal(to(FALSE_ALARM))).isEqualTo("refused.reason.needed");
        story.does(new Move(FALSE_ALARM, "a monitor was wrong"));
        assertThat(story.refusal(new Retitle("x"))).isEqualTo("refused.incident.ended");
        story.does(new OpenPostmortem(BEN, Optional.empty()), new StateCause("alert 7", "its threshold was a guess"));
        assertThat(story.now().phase()).isEqualTo(FALSE_ALARM);
        story.does(new Move(INVESTIGATING, "it was real"));
        assertThat(story.now().reopenings()).isEqualTo(1);
    }

    @Test
    void wordsAreWelcomeInEveryStateThatHasBegun() {
        for (Phase phase : Phase.values()) {
            if (phase != UNDECLARED) {
                assertThat(in(phase).refusal(new AddEntry(EntryKind.NOTE, "for the record")))
                        .as(phase.word())
                        .isEqualTo("accepted");
            }
        }
    }

    @Test
    void promisedActionsAreWorkedOffAfterTheEnd() {
        Story story = incident(SEV3).closed();
        var action = story.now().review().actions().getFirst().id();
        story.does(new FinishAction(action, "the old build fails the test"));
        assertThat(story.now().review().actions().getFirst().open()).isFalse();
        assertThat(story.refusal(new StateCause("a", "b"))).isEqualTo("refused.incident.ended");
    }

    // Merge

    @Test
    void aMergeAndItsUndoingLoseNothingAndAddTwoLinks() {
        Story story = incident(SEV3).at(3).identified();
        List<Recorded> before = List.copyOf(story.history().facts());
        Incident asItWas = story.now();
        story.at(10).does(new MergeInto(OTHER_ID, "same cause"));
        assertThat(story.now().phase()).isEqualTo(MERGED);
        assertThat(story.now().mergedInto()).contains(OTHER_ID);
        assertThat(story.refusalWords(new Retitle("x"))).containsExactly(OTHER_ID.number());
        story.at(12).does(new Unmerge("another cause after all"));

        List<Recorded> facts = story.history().facts();
        assertThat(facts.subList(0, before.size())).isEqualTo(before);
        assertThat(facts.subList(before.size(), facts.size()))
                .extracting(Recorded::fact)
                .containsExactly(
                        new MergedInto(OTHER_ID, "same cause"), new UnmergedFrom(OTHER_ID, "another cause after all"));
        Incident again = story.now();
        assertThat(again.phase()).isEqualTo(IDENTIFIED);
        assertThat(again.mergedInto()).isEmpty();
        assertThat(again.stamps()).isEqualTo(asItWas.stamps());
        assertThat(again.standing(StampName.ISOLATED)).isPresent();
        assertThat(again.timeline().hypotheses()).isEqualTo(asItWas.timeline().hypotheses());
        assertThat(again.crew()).isEqualTo(asItWas.crew());
        assertThat(again.regressions() + again.reopenings()).isZero();
    }

    @Test
    void onlyTheCommanderMergesAndNothingMergesIntoItself() {
        assertThat(incident(SEV3).by(BEN).refusal(new MergeInto(OTHER_ID, "")))
                .isEqualTo("refused.incident.onlyCommander");
        assertThat(reported().by(BEN).refusal(new MergeInto(OTHER_ID, ""))).isEqualTo("accepted");
        assertThat(incident(SEV3).refusal(new MergeInto(Story.ID, ""))).isEqualTo("refused.merge.itself");
        assertThat(incident(SEV3).refusal(new Unmerge("x"))).isEqualTo("refused.merge.notMerged");
    }

    @Test
    void aStepTakenOnADeskThatMissedTheMergeIsACardAndBothSurvive() {
        Story here =
                incident(SEV3).does(Story.hypothesis("confidence low: dns")).at(5);
        Story there = here.onTheOtherDesk();
        here.does(new MergeInto(OTHER_ID, "same"));
        there.at(6).does(to(IDENTIFIED));
        Incident joined = here.joinedBy(there).now();
        assertThat(joined.phase()).isEqualTo(IDENTIFIED);
        assertThat(joined.mergedInto()).isEmpty();
        assertThat(joined.openConflicts())
                .singleElement()
                .extracting(Conflict::standing)
                .isEqualTo("MERGED");
        here.does(new IncidentCommand.SettleConflict(
                joined.openConflicts().getFirst().fact(), "MERGED"));
        assertThat(here.now().phase()).isEqualTo(MERGED);
        assertThat(here.now().mergedInto()).contains(OTHER_ID);
    }

    // Undo

    @Test
    void aSlipIsTakenBackWithinThirtySeconds() {
        Story story = incident(SEV3).at(5).does(new Retitle("Wrong"));
        var gesture = story.lastGesture();
        story.after(Duration.ofSeconds(30)).does(story.undo(gesture));
        assertThat(story.now().title()).isEqualTo("Checkout down");
        assertThat(story.history().facts()).hasSize(3);
    }

    @Test
    void afterThirtySecondsASlipIsCorrectedAndNotTakenBack() {
        Story story = incident(SEV3).at(5).does(new Retitle("Wrong"));
        var gesture = story.lastGesture();
        assertThat(story.after(Duration.ofSeconds(31)).refusal(story.undo(gesture)))
                .isEqualTo("refused.undo.tooLate");
    }

    @Test
    void oneUndoTakesBackAllThatOneGestureDid() {
        Story story = incident(SEV3).does(Story.hypothesis("confidence low: dns"));
        story.does(to(IDENTIFIED));
        story.does(story.undo(story.lastGesture()));
        assertThat(story.now().phase()).isEqualTo(INVESTIGATING);
        assertThat(story.now().stamps()).isEmpty();
    }

    @Test
    void nobodyTakesBackWhatAnotherDidNorAnUndoing() {
        Story story = incident(SEV3).does(new Retitle("B"));
        var gesture = story.lastGesture();
        assertThat(story.by(BEN).refusal(story.undo(gesture))).isEqualTo("refused.undo.notYours");
        story.by(ANA).does(story.undo(gesture));
        var undoing = story.lastGesture();
        assertThat(story.by(BEN).refusal(story.undo(undoing))).isEqualTo("refused.undo.notYours");
        assertThat(story.by(ANA).refusal(story.undo(undoing))).isEqualTo("refused.undo.outward");
    }

    @Test
    void whatWentOutsideCannotBeTakenBack() {
        Story story = incident(SEV3);
        assertThat(story.refusal(story.undo(story.lastGesture()))).isEqualTo("refused.undo.outward");
        story.does(new SendUpdate(Audience.PUBLIC, "We see errors."));
        assertThat(story.refusal(story.undo(story.lastGesture()))).isEqualTo("refused.undo.outward");
        story.does(new MergeInto(OTHER_ID, "same"));
        assertThat(story.refusal(story.undo(story.lastGesture()))).isEqualTo("refused.undo.outward");
    }

    @Test
    void anUndoingFromElsewhereCannotUnsayWhatWentOutsideNorTheBeginning() {
        Story story = incident(SEV3);
        var declared = story.lastGesture();
        story.does(new SendUpdate(Audience.PUBLIC, "We see errors."));
        var sent = story.lastGesture();
        story.fact(new LifeFact.Undone(declared), new LifeFact.Undone(sent));
        assertThat(story.now().phase()).isEqualTo(INVESTIGATING);
        assertThat(story.now().commander()).contains(ANA);
        assertThat(story.now().updates()).hasSize(1);
    }

    @Test
    void whatSomebodyBuiltUponIsNotPulledAway() {
        Story story = incident(SEV3).does(new Retitle("B"));
        var gesture = story.lastGesture();
        story.by(BEN).does(new Retitle("C"));
        assertThat(story.by(ANA).refusal(story.undo(gesture))).isEqualTo("refused.undo.builtUpon");

        story.by(ANA).does(Story.hypothesis("confidence low: dns"), to(IDENTIFIED));
        var move = story.lastGesture();
        story.does(oneLinePlan(), to(MITIGATING));
        assertThat(story.refusal(story.undo(move))).isEqualTo("refused.undo.builtUpon");
    }

    @Test
    void whoBuiltOnASlipElsewhereDisagreesWithNobody() {
        Story here = incident(SEV3).does(new Retitle("B"));
        Story there = here.onTheOtherDesk();
        here.does(here.undo(here.lastGesture()));
        there.at(1).by(BEN).does(new Retitle("C"));
        assertThat(here.joinedBy(there).now().title()).isEqualTo("C");
        assertThat(here.now().conflicts()).isEmpty();
    }

    @Test
    void aTimeInTheFutureIsASlip() {
        Story story = incident(SEV3).at(10);
        assertThat(story.whichHappenedAt(11).refusal(new AddEntry(EntryKind.NOTE, "x")))
                .isEqualTo("accepted");
        assertThat(story.whichHappenedAt(12).refusal(new AddEntry(EntryKind.NOTE, "x")))
                .isEqualTo("refused.time.future");
    }

    @Test
    void theVerifierOfOneRoundMayBeTheFixerOfNone() {
        Story story = incident(SEV3).monitoring().does(to(INVESTIGATING));
        story.does(stamp(StampName.FIX_APPLIED, EVE), to(IDENTIFIED), oneLinePlan(), to(MITIGATING), to(MONITORING));
        assertThat(story.refusal(stamp(StampName.STABILITY_VERIFIED, EVE)))
                .isEqualTo("refused.incident.verifierIsFixer");
        assertThat(story.refusal(stamp(StampName.STABILITY_VERIFIED, DEV)))
                .isEqualTo("refused.incident.verifierIsFixer");
        assertThat(story.refusal(stamp(StampName.STABILITY_VERIFIED, CARA))).isEqualTo("accepted");
    }
}
