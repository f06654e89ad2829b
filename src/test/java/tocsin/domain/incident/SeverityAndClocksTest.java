package tocsin.domain.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.domain.incident.Phase.INVESTIGATING;
import static tocsin.domain.incident.Story.ANA;
import static tocsin.domain.incident.Story.BEN;
import static tocsin.domain.incident.Story.DEV;
import static tocsin.domain.incident.Story.OTHER_ID;
import static tocsin.domain.incident.Story.incident;
import static tocsin.domain.incident.Story.minute;
import static tocsin.domain.incident.Story.nothingYet;
import static tocsin.domain.incident.Story.reported;
import static tocsin.domain.incident.Story.stamp;
import static tocsin.domain.incident.Story.to;
import static tocsin.domain.severity.Severity.SEV1;
import static tocsin.domain.severity.Severity.SEV2;
import static tocsin.domain.severity.Severity.SEV3;
import static tocsin.domain.severity.Severity.SEV4;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tocsin.domain.clock.Clock;
import tocsin.domain.clock.ClockState;
import tocsin.domain.incident.IncidentCommand.AddAction;
import tocsin.domain.incident.IncidentCommand.AssessSeverity;
import tocsin.domain.incident.IncidentCommand.AssignRole;
import tocsin.domain.incident.IncidentCommand.AssignTask;
import tocsin.domain.incident.IncidentCommand.ChangeSeverity;
import tocsin.domain.incident.IncidentCommand.ExtendTask;
import tocsin.domain.incident.IncidentCommand.FinishTask;
import tocsin.domain.incident.IncidentCommand.MergeInto;
import tocsin.domain.incident.IncidentCommand.Move;
import tocsin.domain.incident.IncidentCommand.SendUpdate;
import tocsin.domain.incident.IncidentCommand.SetStamp;
import tocsin.domain.incident.IncidentCommand.TakeCommand;
import tocsin.domain.incident.IncidentCommand.Unmerge;
import tocsin.domain.incident.LifeFact.PhaseChanged;
import tocsin.domain.postmortem.ActionKind;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Answer;
import tocsin.domain.severity.CustomerShare;
import tocsin.domain.severity.DataImpact;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.Severity;
import tocsin.domain.severity.SeverityAnswers;

/// Raising is everybody's and instant, lowering is slow; and every clock starts, restarts and stops when it should.
class SeverityAndClocksTest {
    private static final SendUpdate WORD = new SendUpdate(Audience.INTERNAL, "Still on it");

    private static ChangeSeverity level(Severity severity) {
        return new ChangeSeverity(severity, "what we see now");
    }

    private static Instant due(Story story, String clock) {
        return story.clock(clock).flatMap(Clock::due).orElseThrow();
    }

    @Test
    void anybodyRaisesAtOnceWithoutAWord() {
        Story story = incident(SEV3).at(5).by(BEN).does(new ChangeSeverity(SEV1, ""));
        assertThat(story.now().severity()).isEqualTo(SEV1);
        assertThat(story.refusal(level(SEV1))).isEqualTo("refused.severity.same");
        assertThat(reported().refusal(level(SEV1))).isEqualTo("refused.incident.notDeclared");
    }

    @Test
    void case7RaisingRestartsTheResponseAndBringsTheNextUpdateForward() {
        Story story =
                incident(SEV3).at(3).does(stamp(StampName.ACKNOWLEDGED, BEN)).at(50);
        assertThat(story.state("response")).isEqualTo(ClockState.MET);
        assertThat(story.clock("first public note")).isEmpty();
        story.does(level(SEV1));
        assertThat(story.state("response")).isEqualTo(ClockState.RUNNING);
        assertThat(due(story, "response")).isEqualTo(minute(65));
        assertThat(due(story, "update")).isBeforeOrEqualTo(minute(80));
        assertThat(due(story, "first public note")).isEqualTo(minute(65));
        assertThat(due(story, "call leadership")).isEqualTo(minute(65));
        assertThat(due(story, "restore")).isEqualTo(minute(50 + 240));
        assertThat(story.overdue()).isEmpty();
        story.at(55).does(stamp(StampName.ACKNOWLEDGED, BEN));
        assertThat(story.state("response")).isEqualTo(ClockState.MET);
        assertThat(story.clock("call")).isEmpty();
    }

    @Test
    void raisingAgainStartsTheResponseAgain() {
        Story story = incident(SEV3).at(10).does(level(SEV2)).at(20).does(level(SEV1));
        assertThat(due(story, "response")).isEqualTo(minute(35));
    }

    @Test
    void case8LoweringDuringTheCallIsRefusedAndItsWordsAreKept() {
        Story story = incident(SEV1).isToldNo(new ChangeSeverity(SEV3, "only one customer"));
        assertThat(story.refusal(level(SEV3))).isEqualTo("refused.severity.lowerEarly");
        assertThat(story.now().severity()).isEqualTo(SEV1);
        assertThat(story.now().timeline().entries())
                .anyMatch(entry -> entry.text().equals("Lower to SEV-3? only one customer"));
        assertThat(story.now().conflicts()).isEmpty();
    }

    @Test
    void whileWatchingTheCommanderLowersWithAReason() {
        Story story = incident(SEV1).monitoring();
        assertThat(story.refusal(new ChangeSeverity(SEV3, " "))).isEqualTo("refused.severity.reasonNeeded");
        assertThat(story.by(BEN).refusal(level(SEV3))).isEqualTo("refused.incident.onlyCommander");
        assertThat(story.by(ANA).refusal(level(SEV3))).isEqualTo("accepted");
    }

    @Test
    void theSixAnswersSetTheLevelAndAreKeptEvenWhenTheyWouldLowerIt() {
        var exposed = SeverityAnswers.in(Environment.PRODUCTION).withData(Answer.known(DataImpact.EXPOSED));
        Story story = incident(SEV3).by(BEN).does(new AssessSeverity(exposed));
        assertThat(story.now().severity()).isEqualTo(SEV1);
        assertThat(story.now().assessment().orElseThrow().explanation()).contains("exposed");
        var small = SeverityAnswers.in(Environment.PRODUCTION).withCustomers(Answer.known(CustomerShare.values()[0]));
        story.isToldNo(new AssessSeverity(small));
        assertThat(story.now().severity()).isEqualTo(SEV1);
        assertThat(story.now().assessment().orElseThrow().answers()).isEqualTo(small);
    }

    @Test
    void declaredPeakAndFinalLevelsAreAllKeptWithTheirMinutes() {
        Story story = incident(SEV3).at(10).does(level(SEV1)).at(40).monitoring();
        assertThat(story.now().finalSeverity()).isEmpty();
        story.at(50).does(level(SEV2)).verifiedAndSoaked().does(to(Phase.RESOLVED));
        Incident incident = story.at(10_000).now();
        assertThat(incident.declaredSeverity()).contains(SEV3);
        assertThat(incident.peakSeverity()).contains(SEV1);
        assertThat(incident.finalSeverity()).contains(SEV2);
        assertThat(incident.timeAtEachLevel(story.time()))
                .isEqualTo(Map.of(
                        SEV3, Duration.ofMinutes(10), SEV1, Duration.ofMinutes(40), SEV2, Duration.ofMinutes(60)));
    }

    @Test
    void aLevelNotedLateTakesItsMinutesFromTheOneItReplaces() {
        Story story = incident(SEV3)
                .at(30)
                .does(level(SEV2))
                .at(40)
                .whichHappenedAt(10)
                .does(level(SEV1))
                .at(60);
        assertThat(story.now().timeAtEachLevel(story.time()))
                .isEqualTo(Map.of(SEV3, Duration.ofMinutes(10), SEV1, Duration.ofMinutes(50)));
    }

    @Test
    void theRestBetweenResolvingAndReopeningCountsAtNoLevel() {
        Story story = incident(SEV3).at(10).resolved();
        Instant resolved = story.time();
        story.after(Duration.ofDays(2)).does(new Move(INVESTIGATING, "again")).after(Duration.ofMinutes(5));
        assertThat(story.now().timeAtEachLevel(story.time()))
                .isEqualTo(Map.of(SEV3, Duration.between(minute(0), resolved).plusMinutes(5)));
    }

    // Clocks

    @Test
    void nothingRunsBeforeADeclarationNorAfterTheEnd() {
        assertThat(IncidentClocks.of(nothingYet().now(), Story.RULES)).isEmpty();
        assertThat(IncidentClocks.of(reported().at(5000).now(), Story.RULES)).isEmpty();
        assertThat(IncidentClocks.of(
                        incident(SEV1).does(new MergeInto(OTHER_ID, "")).now(), Story.RULES))
                .isEmpty();
        assertThat(IncidentClocks.of(
                        incident(SEV1).does(new Move(Phase.FALSE_ALARM, "x")).now(), Story.RULES))
                .isEmpty();
        Story closed = incident(SEV1).closed();
        assertThat(IncidentClocks.of(closed.now(), Story.RULES))
                .allMatch(clock -> clock.name().startsWith("action"));
        assertThat(closed.overdue()).isEmpty();
    }

    @Test
    void aStateWithoutADeclarationBreaksNoClock() {
        Story story = nothingYet().fact(new PhaseChanged(Phase.UNDECLARED, INVESTIGATING, ""));
        assertThat(IncidentClocks.of(story.now(), Story.RULES)).isNotEmpty();
    }

    @Test
    void theResponseClockOfEachLevel() {
        assertThat(due(incident(SEV1), "response")).isEqualTo(minute(15));
        assertThat(due(incident(SEV2), "response")).isEqualTo(minute(60));
        // 14:00 and four business hours: three until five, one from nine on Tuesday.
        assertThat(due(incident(SEV3), "response")).isEqualTo(Instant.parse("2026-03-03T10:00:00Z"));
        assertThat(due(incident(SEV4), "response")).isEqualTo(Instant.parse("2026-03-09T17:00:00Z"));
    }

    @Test
    void silenceClimbsTheLadderUntilSomebodyAcknowledges() {
        Story story = incident(SEV1).at(6);
        assertThat(story.state("call next on-call")).isEqualTo(ClockState.OVERDUE);
        assertThat(due(story, "call duty commander")).isEqualTo(minute(10));
        story.does(stamp(StampName.ACKNOWLEDGED, BEN));
        assertThat(story.clock("call")).isEmpty();
        assertThat(story.state("response")).isEqualTo(ClockState.MET);
    }

    @Test
    void whoWorksHasAcknowledgedWithoutPressingAKey() {
        Story story = incident(SEV1).at(9).identified().at(40);
        assertThat(story.state("response")).isEqualTo(ClockState.MET);
        Story contained =
                incident(SEV1).at(9).does(stamp(StampName.CONTAINED, DEV)).at(40);
        assertThat(contained.state("response")).isEqualTo(ClockState.MET);
        assertThat(incident(SEV1).at(16).state("response")).isEqualTo(ClockState.OVERDUE);
        assertThat(incident(SEV1).at(15).state("response")).isNotEqualTo(ClockState.OVERDUE);
    }

    @Test
    void aRefutedExplanationRestartsNoClock() {
        Story story = incident(SEV1)
                .at(3)
                .does(stamp(StampName.ACKNOWLEDGED, BEN))
                .at(5)
                .identified();
        story.at(20).does(WORD).at(40).does(to(INVESTIGATING)).at(45);
        assertThat(story.state("response")).isEqualTo(ClockState.MET);
        assertThat(due(story, "update")).isEqualTo(minute(50));
    }

    @Test
    void aRegressionRestartsResponseUpdatesAndRestoring() {
        Story story = incident(SEV1)
                .at(5)
                .monitoring()
                .does(stamp(StampName.IMPACT_ENDED, ANA))
                .at(20)
                .does(WORD);
        story.at(300).does(to(INVESTIGATING));
        assertThat(due(story, "response")).isEqualTo(minute(315));
        assertThat(due(story, "update")).isEqualTo(minute(330));
        assertThat(due(story, "restore")).isEqualTo(minute(540));
        assertThat(story.clock("soak")).isEmpty();
        assertThat(story.overdue()).isEmpty();
    }

    @Test
    void aReopeningDaysLaterIsNotOverdueAtOnce() {
        Story story = incident(SEV2)
                .at(5)
                .does(new SendUpdate(Audience.PUBLIC, "We see errors"))
                .resolved();
        story.after(Duration.ofDays(5)).does(new Move(INVESTIGATING, "again"));
        assertThat(story.overdue()).isEmpty();
        assertThat(story.state("response")).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void anUnmergedIncidentIsNotOverdueAtOnce() {
        Story story =
                incident(SEV1).at(5).does(WORD, new SendUpdate(Audience.PUBLIC, "x"), new MergeInto(OTHER_ID, ""));
        story.at(3000).does(new Unmerge("not the same"));
        assertThat(story.overdue()).isEmpty();
        assertThat(due(story, "update")).isEqualTo(minute(3030));
    }

    @Test
    void everyUpdateResetsTheBeat() {
        Story story = incident(SEV1);
        assertThat(due(story, "update")).isEqualTo(minute(30));
        assertThat(due(story.at(20).does(WORD), "update")).isEqualTo(minute(50));
        assertThat(story.at(51).state("update")).isEqualTo(ClockState.OVERDUE);
        assertThat(story.does(WORD).state("update")).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void aLowerLevelKeepsTheUpdateThatWasPromised() {
        Story story =
                incident(SEV1).at(10).monitoring().at(20).does(WORD).at(25).does(level(SEV2));
        assertThat(due(story, "update")).isEqualTo(minute(50));
        assertThat(due(story.at(45).does(WORD), "update")).isEqualTo(minute(165));
    }

    @Test
    void theUpdateClockStopsAtTheEndAndBlamesNobody() {
        Story story = incident(SEV1).resolved();
        assertThat(story.state("update")).isEqualTo(ClockState.STOPPED);
        assertThat(story.after(Duration.ofDays(2)).state("update")).isEqualTo(ClockState.STOPPED);
        assertThat(story.state("first public note")).isEqualTo(ClockState.STOPPED);
    }

    @Test
    void theFirstPublicNoteIsOwedWhereCustomersSeeIt() {
        assertThat(incident(SEV3).clock("first public note")).isEmpty();
        Story story = incident(SEV2);
        assertThat(due(story, "first public note")).isEqualTo(minute(15));
        assertThat(story.at(10).does(WORD).state("first public note")).isNotEqualTo(ClockState.MET);
        story.does(new SendUpdate(Audience.PUBLIC, "We see errors"));
        assertThat(story.state("first public note")).isEqualTo(ClockState.MET);
        assertThat(story.by(BEN).refusal(new SendUpdate(Audience.PUBLIC, "x")))
                .isEqualTo("refused.update.onlyCommunications");
    }

    @Test
    void theSoakRunsWhileWatchingOnly() {
        Story story = incident(SEV2).at(5).monitoring();
        assertThat(due(story, "soak")).isEqualTo(minute(65));
        assertThat(incident(SEV2).clock("soak")).isEmpty();
    }

    @Test
    void aTaskHasItsBoxUntilItIsSettled() {
        Story story = incident(SEV3).does(new AssignTask("Drain B", DEV, Optional.of(Duration.ofMinutes(15))));
        var task = story.last();
        assertThat(due(story, "task")).isEqualTo(minute(15));
        assertThat(due(story.does(new ExtendTask(task, Duration.ofMinutes(10))), "task"))
                .isEqualTo(minute(25));
        assertThat(story.does(new FinishTask(task, "drained")).clock("task")).isEmpty();
    }

    @Test
    void theDutyOfCommandStartsAnewWithEveryCommander() {
        Story story = incident(SEV3);
        assertThat(due(story, "command duty")).isEqualTo(minute(720));
        assertThat(due(story.at(60).by(BEN).does(new TakeCommand("")), "command duty"))
                .isEqualTo(minute(780));
    }

    @Test
    void thePostmortemRunsFromItsOwnerToItsApproval() {
        Story story = incident(SEV3).inPostmortem();
        assertThat(story.state("postmortem")).isEqualTo(ClockState.RUNNING);
        assertThat(incident(SEV3).hardening().state("postmortem")).isEqualTo(ClockState.MET);
        assertThat(incident(SEV3).clock("postmortem")).isEmpty();
    }

    @Test
    void anActionIsInTimeToTheLastMinuteOfItsDayAndEvenFromABrokenDesk() {
        Story story = incident(SEV3).does(new AddAction(ActionKind.PREVENT, "x", DEV, LocalDate.of(2026, 3, 20), "y"));
        assertThat(due(story, "action")).isEqualTo(Instant.parse("2026-03-21T00:00:00Z"));
        story.does(new AddAction(ActionKind.PREVENT, "x", DEV, LocalDate.MAX, "y"));
        assertThat(IncidentClocks.of(story.now(), Story.RULES)).isNotEmpty();
    }

    @Test
    void case11AnIncidentOverMidnightAndAClockChangeLastsWhatItLasts() {
        Story story = nothingYet()
                .at(Instant.parse("2026-03-28T22:30:00Z"))
                .does(new IncidentCommand.Declare(
                        "Night",
                        Optional.of(SEV1),
                        Optional.empty(),
                        Optional.empty(),
                        java.time.ZoneId.of("Europe/Berlin")));
        story.at(Instant.parse("2026-03-29T02:30:00Z"));
        assertThat(story.now().timeAtEachLevel(story.time())).isEqualTo(Map.of(SEV1, Duration.ofHours(4)));
        assertThat(due(story, "restore")).isEqualTo(story.time());
    }

    @Test
    void awareIsStampedByPrivacyOrLegalWithAReasonAndByNobodyElse() {
        var aware = new SetStamp(StampName.AWARE, Optional.of(BEN), "records seen outside");
        Story story = incident(SEV3);
        assertThat(story.refusal(aware)).isEqualTo("refused.stamp.awareNeedsPrivacy");
        story.does(new AssignRole(Role.PRIVACY_OFFICER, BEN, Optional.empty()));
        assertThat(story.refusal(new SetStamp(StampName.AWARE, Optional.of(BEN), " ")))
                .isEqualTo("refused.reason.needed");
        assertThat(story.refusal(aware)).isEqualTo("accepted");
        assertThat(story.refusal(stamp(StampName.RULES_MERGED, BEN))).isEqualTo("refused.stamp.byAct");
        assertThat(ZoneOffset.UTC).isEqualTo(story.now().zone());
    }
}
