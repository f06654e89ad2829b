package tocsin.domain.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.domain.incident.Phase.IDENTIFIED;
import static tocsin.domain.incident.Phase.INVESTIGATING;
import static tocsin.domain.incident.Phase.MITIGATING;
import static tocsin.domain.incident.Phase.POSTMORTEM;
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

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.checklist.StepState;
import tocsin.domain.incident.IncidentCommand.AddAction;
import tocsin.domain.incident.IncidentCommand.AddEntry;
import tocsin.domain.incident.IncidentCommand.AssignRole;
import tocsin.domain.incident.IncidentCommand.AssignTask;
import tocsin.domain.incident.IncidentCommand.ChangeEnvironment;
import tocsin.domain.incident.IncidentCommand.ChangeSeverity;
import tocsin.domain.incident.IncidentCommand.ChangeType;
import tocsin.domain.incident.IncidentCommand.CorrectEntry;
import tocsin.domain.incident.IncidentCommand.JudgeHypothesis;
import tocsin.domain.incident.IncidentCommand.MoveAction;
import tocsin.domain.incident.IncidentCommand.OpenPostmortem;
import tocsin.domain.incident.IncidentCommand.ReassignAction;
import tocsin.domain.incident.IncidentCommand.ReassignTask;
import tocsin.domain.incident.IncidentCommand.Retitle;
import tocsin.domain.incident.IncidentCommand.SettleConflict;
import tocsin.domain.incident.IncidentCommand.SettleStep;
import tocsin.domain.incident.IncidentCommand.StrikeEntry;
import tocsin.domain.incident.IncidentCommand.TakeCommand;
import tocsin.domain.postmortem.ActionKind;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.HypothesisStatus;

/// Two looks at the past, and two people who disagreed while apart.
class PastAndConflictTest {
    private static AddEntry note(String text) {
        return new AddEntry(EntryKind.NOTE, text);
    }

    private static List<String> lines(Incident incident) {
        return incident.timeline().entries().stream()
                .filter(entry -> entry.kind() != EntryKind.SYSTEM)
                .map(entry -> entry.struck() ? "-" + entry.text() : entry.text())
                .toList();
    }

    private static Incident known(Story story, int minute) {
        return story.history().at(minute(minute), View.KNOWN);
    }

    private static Incident trulyAt(Story story, int minute) {
        return story.history().at(minute(minute), View.TRUE);
    }

    @Test
    void aLateEntryWasTrueThenAndKnownOnlyLater() {
        Story story = incident(SEV3).at(20).whichHappenedAt(5).does(note("disk full"));
        assertThat(lines(known(story, 10))).isEmpty();
        assertThat(lines(trulyAt(story, 10))).containsExactly("disk full");
        assertThat(lines(known(story, 20))).containsExactly("disk full");
    }

    @Test
    void aStrikeWasNotKnownThenButTheStruckWasNeverTrue() {
        Story story = incident(SEV3).at(5).does(note("fire"));
        story.at(30).does(new StrikeEntry(story.last(), "no fire"));
        assertThat(lines(known(story, 10))).containsExactly("fire");
        assertThat(lines(trulyAt(story, 10))).containsExactly("-fire");
    }

    @Test
    void aCorrectionTellsTheTruthAboutItsOwnMinute() {
        Story story = incident(SEV3).at(5).does(note("5 orders lost"));
        FactId entry = story.last();
        story.at(30).does(new CorrectEntry(entry, "50 orders lost", Optional.of(minute(12))));
        assertThat(lines(known(story, 29))).containsExactly("5 orders lost");
        assertThat(lines(trulyAt(story, 12))).containsExactly("50 orders lost");
        assertThat(lines(trulyAt(story, 11))).isEmpty();
    }

    @Test
    void aBackdatedStampWasTrueBeforeItWasKnown() {
        Story story = incident(SEV3).at(40).whichHappenedAt(10).does(stamp(StampName.CONTAINED, DEV));
        assertThat(known(story, 20).stamps()).isEmpty();
        assertThat(trulyAt(story, 20)
                        .firstStamp(StampName.CONTAINED)
                        .orElseThrow()
                        .at())
                .isEqualTo(minute(10));
    }

    @Test
    void whatWasTakenBackWasKnownThenAndNeverTrue() {
        Story story = incident(SEV3).at(10).does(new Retitle("Wrong"));
        story.at(minute(10).plusSeconds(20)).does(story.undo(story.lastGesture()));
        assertThat(known(story, 10).title()).isEqualTo("Wrong");
        assertThat(trulyAt(story, 10).title()).isEqualTo("Checkout down");
        assertThat(known(story, 11).title()).isEqualTo("Checkout down");
    }

    @Test
    void levelStateAndCommandOfAnyMinuteCanBeSeenAgain() {
        Story story =
                incident(SEV3).at(10).does(new ChangeSeverity(SEV1, "")).at(20).identified();
        story.at(30).by(BEN).does(new TakeCommand(""));
        for (View view : View.values()) {
            Incident then = story.history().at(minute(15), view);
            assertThat(then.severity()).isEqualTo(SEV1);
            assertThat(then.phase()).isEqualTo(INVESTIGATING);
            assertThat(then.commander()).contains(ANA);
        }
        assertThat(story.history().at(minute(-1), View.KNOWN).phase()).isEqualTo(Phase.UNDECLARED);
    }

    @Test
    void case10AMachineClockThatJumpsBackKeepsTheOrderAndMarksTheEntry() {
        Story story = incident(SEV3)
                .at(20)
                .does(note("first"))
                .at(10)
                .does(note("second"))
                .at(11)
                .does(note("third"));
        assertThat(lines(story.now())).containsExactly("first", "second", "third");
        assertThat(story.now().timeline().entries())
                .extracting(Entry::clockwork)
                .containsExactly(
                        Entry.Clockwork.STEADY,
                        Entry.Clockwork.STEADY,
                        Entry.Clockwork.JUMPED_BACK,
                        Entry.Clockwork.STEADY);
    }

    // Conflicts

    /// A common past, what each of two desks then does alone, and the two values.
    record Quarrel(Story before, IncidentCommand here, IncidentCommand there, String standing, String wanted) {}

    static Stream<Arguments> quarrels() {
        Story task = incident(SEV3).does(new AssignTask("Drain B", DEV, Optional.empty()));
        FactId taskId = task.last();
        var alarm = new AddAction(
                ActionKind.DETECT, "Alarm on a full pool", DEV, LocalDate.of(2026, 3, 20), "it rings once");
        Story action = incident(SEV3).does(alarm);
        Story dated = incident(SEV3).does(alarm);
        FactId actionId = action.last();
        Story guess = incident(SEV3).does(hypothesis("disk"));
        FactId guessId = guess.last();
        return Stream.of(
                Arguments.of(Field.TITLE, new Quarrel(incident(SEV3), new Retitle("B"), new Retitle("C"), "B", "C")),
                Arguments.of(
                        Field.TYPE,
                        new Quarrel(
                                incident(SEV3),
                                new ChangeType(IncidentType.DATA),
                                new ChangeType(IncidentType.SECURITY),
                                "DATA",
                                "SECURITY")),
                Arguments.of(
                        Field.ENVIRONMENT,
                        new Quarrel(
                                incident(SEV3),
                                new ChangeEnvironment(Environment.STAGING),
                                new ChangeEnvironment(Environment.ALL),
                                "STAGING",
                                "ALL")),
                Arguments.of(
                        Field.SEVERITY,
                        new Quarrel(
                                incident(SEV3),
                                new ChangeSeverity(SEV1, ""),
                                new ChangeSeverity(SEV2, ""),
                                "SEV-1",
                                "SEV-2")),
                Arguments.of(
                        Field.STATE,
                        new Quarrel(
                                incident(SEV3).identified().does(oneLinePlan()),
                                to(MITIGATING),
                                to(INVESTIGATING),
                                "MITIGATING",
                                "INVESTIGATING")),
                Arguments.of(
                        Field.ROLE,
                        new Quarrel(
                                incident(SEV3),
                                new AssignRole(Role.SCRIBE, BEN, Optional.empty()),
                                new AssignRole(Role.SCRIBE, CARA, Optional.empty()),
                                "Ben",
                                "Cara")),
                Arguments.of(
                        Field.POSTMORTEM_OWNER,
                        new Quarrel(
                                incident(SEV3),
                                new OpenPostmortem(BEN, Optional.empty()),
                                new OpenPostmortem(CARA, Optional.empty()),
                                "Ben",
                                "Cara")),
                Arguments.of(
                        Field.ACTION_OWNER,
                        new Quarrel(
                                action,
                                new ReassignAction(actionId, BEN),
                                new ReassignAction(actionId, CARA),
                                "Ben",
                                "Cara")),
                Arguments.of(
                        Field.ACTION_DUE,
                        new Quarrel(
                                dated,
                                new MoveAction(actionId, LocalDate.of(2026, 4, 1), "freeze"),
                                new MoveAction(actionId, LocalDate.of(2026, 4, 8), "holiday"),
                                "2026-04-01",
                                "2026-04-08")),
                Arguments.of(
                        Field.TASK_OWNER,
                        new Quarrel(
                                task, new ReassignTask(taskId, BEN), new ReassignTask(taskId, CARA), "Ben", "Cara")),
                Arguments.of(
                        Field.HYPOTHESIS,
                        new Quarrel(
                                guess,
                                new JudgeHypothesis(guessId, HypothesisStatus.SUPPORTED, "a graph"),
                                new JudgeHypothesis(guessId, HypothesisStatus.REFUTED, "a log"),
                                "SUPPORTED",
                                "REFUTED")),
                Arguments.of(
                        Field.CHECKLIST_STEP,
                        new Quarrel(
                                incident(SEV3),
                                new SettleStep("outage.scope", StepState.DONE, ""),
                                new SettleStep("outage.scope", StepState.SKIPPED, "known"),
                                "DONE",
                                "SKIPPED")));
    }

    private static Story joined(Quarrel quarrel) {
        Story here = quarrel.before();
        Story there = here.onTheOtherDesk();
        here.at(1).does(quarrel.here());
        there.at(2).does(quarrel.there());
        return here.joinedBy(there);
    }

    @ParameterizedTest
    @MethodSource("quarrels")
    void twoDesksThatSetTheSameThingApartGetACardAndBothValuesSurvive(Field field, Quarrel quarrel) {
        Story story = joined(quarrel);
        Incident joined = story.now();
        assertThat(joined.openConflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.field()).isEqualTo(field);
            assertThat(conflict.standing()).isEqualTo(quarrel.standing());
            assertThat(conflict.wanted()).isEqualTo(quarrel.wanted());
        });
        FactId card = joined.openConflicts().getFirst().fact();
        assertThat(story.refusal(new SettleConflict(card, "\u0000nonsense")))
                .isIn("refused.conflict.value", field == Field.TITLE ? "accepted" : "refused.conflict.value");
        story.at(5).does(new SettleConflict(card, quarrel.standing()));
        assertThat(story.now().openConflicts()).isEmpty();
        assertThat(story.now().conflicts())
                .singleElement()
                .extracting(Conflict::wanted)
                .isEqualTo(quarrel.wanted());
        assertThat(valueOf(field, story.now())).isEqualTo(quarrel.standing());
        assertThat(story.refusal(new SettleConflict(card, quarrel.wanted()))).isEqualTo("refused.conflict.none");
    }

    private static String valueOf(Field field, Incident incident) {
        return switch (field) {
            case TITLE -> incident.title();
            case TYPE -> incident.type().name();
            case ENVIRONMENT -> incident.environment().name();
            case SEVERITY -> incident.severity().toString();
            case STATE -> incident.phase().name();
            case ROLE -> incident.crew().holder(Role.SCRIBE).orElseThrow().name();
            case POSTMORTEM_OWNER -> incident.review().owner().orElseThrow().name();
            case TASK_OWNER ->
                incident.timeline().openTasks().iterator().next().owner().name();
            case ACTION_OWNER -> incident.review().actions().getFirst().owner().name();
            case ACTION_DUE -> incident.review().actions().getFirst().due().toString();
            case HYPOTHESIS ->
                incident.timeline()
                        .hypotheses()
                        .values()
                        .iterator()
                        .next()
                        .status()
                        .name();
            case CHECKLIST_STEP -> incident.checklist().state("outage.scope").name();
        };
    }

    @Test
    void theSameValueFromTwoDesksIsNoConflict() {
        Story here = incident(SEV3);
        Story there = here.onTheOtherDesk();
        here.at(1)
                .does(
                        new Retitle("B"),
                        new ChangeSeverity(SEV1, ""),
                        new AssignRole(Role.SCRIBE, BEN, Optional.empty()));
        there.at(2)
                .does(
                        new Retitle("B"),
                        new ChangeSeverity(SEV1, ""),
                        new AssignRole(Role.SCRIBE, new PersonId("BEN"), Optional.empty()));
        assertThat(here.joinedBy(there).now().conflicts()).isEmpty();
    }

    @Test
    void twoDesksThatTookTheSameStepTookItOnce() {
        Story here = incident(SEV3)
                .does(new OpenPostmortem(BEN, Optional.empty()))
                .monitoring()
                .verifiedAndSoaked();
        Story there = here.onTheOtherDesk();
        here.does(to(Phase.RESOLVED));
        there.after(java.time.Duration.ofMinutes(1)).does(to(Phase.RESOLVED));
        Incident joined = here.joinedBy(there).now();
        assertThat(joined.phase()).isEqualTo(POSTMORTEM);
        assertThat(joined.conflicts()).isEmpty();
        assertThat(joined.phases().stream().filter(spell -> spell.phase() == Phase.RESOLVED))
                .hasSize(1);
    }

    @Test
    void aStepBehindTheOneThatWasTakenSinceIsNoStepBack() {
        Story here = incident(SEV3).does(hypothesis("confidence low: disk"), oneLinePlan());
        Story there = here.onTheOtherDesk();
        here.at(1).does(to(IDENTIFIED), to(MITIGATING));
        there.at(2).does(to(IDENTIFIED));
        assertThat(here.joinedBy(there).now().phase()).isEqualTo(MITIGATING);
        assertThat(here.now().conflicts()).isEmpty();
    }

    @Test
    void aCardSettledTwiceApartIsANewCard() {
        Story here = incident(SEV3);
        Story there = here.onTheOtherDesk();
        here.at(1).does(new Retitle("B"));
        there.at(2).does(new Retitle("C"));
        here.joinedBy(there);
        there.joinedBy(here);
        FactId card = here.now().openConflicts().getFirst().fact();
        here.at(5).does(new SettleConflict(card, "B"));
        there.at(6).does(new SettleConflict(card, "C"));
        here.joinedBy(there);
        assertThat(here.now().conflicts()).hasSize(2);
        assertThat(here.now().openConflicts()).singleElement().satisfies(again -> {
            assertThat(again.standing()).isEqualTo("B");
            assertThat(again.wanted()).isEqualTo("C");
        });
        assertThat(here.now()).isEqualTo(there.joinedBy(here).now());
    }

    @Test
    void aStateOnACardIsOneOfTheTwoAndNoWayAroundTheGates() {
        Story story = joined(new Quarrel(
                incident(SEV3).identified().does(oneLinePlan()), to(MITIGATING), to(INVESTIGATING), "", ""));
        FactId card = story.now().openConflicts().getFirst().fact();
        assertThat(story.refusal(new SettleConflict(card, "CLOSED"))).isEqualTo("refused.conflict.value");
        assertThat(story.refusal(new SettleConflict(card, "UNDECLARED"))).isEqualTo("refused.conflict.value");
        story.by(EVE).fact(new LifeFact.ConflictSettled(card, "CLOSED"));
        assertThat(story.now().phase()).isEqualTo(INVESTIGATING);
    }
}
