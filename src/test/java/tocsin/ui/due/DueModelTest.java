package tocsin.ui.due;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.domain.incident.Story.ANA;
import static tocsin.domain.incident.Story.BEN;
import static tocsin.domain.incident.Story.minute;
import static tocsin.domain.severity.Severity.SEV1;
import static tocsin.domain.severity.Severity.SEV2;
import static tocsin.domain.severity.Severity.SEV3;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tocsin.domain.checklist.StepState;
import tocsin.domain.incident.Audience;
import tocsin.domain.incident.EmergencyPlan;
import tocsin.domain.incident.IncidentCommand.AddEntry;
import tocsin.domain.incident.IncidentCommand.AssignTask;
import tocsin.domain.incident.IncidentCommand.ChangeSeverity;
import tocsin.domain.incident.IncidentCommand.Move;
import tocsin.domain.incident.IncidentCommand.ProposePlan;
import tocsin.domain.incident.IncidentCommand.SendUpdate;
import tocsin.domain.incident.IncidentCommand.SetStamp;
import tocsin.domain.incident.IncidentCommand.SettleStep;
import tocsin.domain.incident.IncidentCommand.Waive;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.StampName;
import tocsin.domain.incident.Story;
import tocsin.domain.incident.View;
import tocsin.domain.timeline.EntryKind;
import tocsin.ui.kit.DueLine;
import tocsin.ui.kit.Flag;
import tocsin.ui.kit.Tone;
import tocsin.ui.sight.Past;
import tocsin.ui.sight.Sight;

class DueModelTest {
    @Test
    void whatRunsOutFirstStandsFirstAndSaysSoInWords() {
        Sitting ana = Sitting.before(
                Story.incident(SEV1).does(new AssignTask("Roll back", BEN, Optional.of(Duration.ofMinutes(12)))));
        DueModel due = ana.look();
        assertThat(due.clocks()).extracting(DueLine::name).startsWith("If silent, call next on-call");
        ana.story
                .does(new SetStamp(StampName.ACKNOWLEDGED, Optional.empty(), ""))
                .at(32)
                .after(Duration.ofSeconds(10));
        due = ana.look();
        assertThat(due.clocks().getFirst())
                .extracting(DueLine::name, DueLine::value, DueLine::tone, DueLine::cap)
                .containsExactly("Roll back", "20:10 over", Tone.OVERDUE, "F8");
        assertThat(line(due, "update"))
                .extracting(DueLine::name, DueLine::value, DueLine::tone)
                .containsExactly("Update, every 30 min", "2:10 over", Tone.OVERDUE);
        assertThat(line(due, "response"))
                .extracting(DueLine::name, DueLine::value, DueLine::tone)
                .containsExactly("Response within 15 min", "met, 0:00", Tone.MET);
        assertThat(line(due, "restore").value()).isEqualTo("3 h 27 min left");
        assertThat(line(due, "command duty").value()).isEqualTo("suggest 18:00");
    }

    @Test
    void theNearEndIsAmberAndTheSecondsRunWithoutNewFacts() {
        Sitting ana = Sitting.before(Story.incident(SEV1));
        DueModel due = ana.look();
        assertThat(line(due, "update").tone()).isEqualTo(Tone.CALM);
        due.tick(minute(25));
        assertThat(line(due, "update"))
                .extracting(DueLine::value, DueLine::tone)
                .containsExactly("in 5:00", Tone.SOON);
        due.tick(minute(25).plusSeconds(1));
        assertThat(line(due, "update").value()).isEqualTo("in 4:59");
    }

    @Test
    void aClockTellsWhyItRunsWhatResetsItAndWhatItDoesNextWhenAsked() {
        Sitting ana = Sitting.before(Story.incident(SEV1));
        assertThat(line(ana.look(), "update").notes()).isEmpty();
        ana.press(Key.WHY);
        assertThat(line(ana.look(), "update").notes())
                .containsExactly(
                        "People were promised a word at this beat",
                        "Sending an update starts the next beat",
                        "Amber at 14:24, red after 14:30");
        ana.acts.model().explainAll(ana.story.time());
        ana.acts.model().explain("restore", ana.story.time());
        assertThat(line(ana.look(), "restore").notes()).hasSize(3);
        assertThat(line(ana.look(), "update").notes()).isEmpty();
    }

    @Test
    void noClockIsTalkedOfByTheNameThatProgramsGiveIt() {
        Sitting ana =
                Sitting.before(Story.incident(SEV1).does(new AssignTask("x", BEN, Optional.of(Duration.ofHours(1)))));
        assertThat(ana.look().clocks())
                .extracting(DueLine::name)
                .noneMatch(name -> name.contains("task ") || name.startsWith("call ") || name.equals("command duty"));
    }

    @Test
    void theNextGateSaysWhatIsMissingAndTheKeyForIt() {
        Sitting ana = Sitting.before(Story.incident(SEV2));
        DueModel due = ana.look();
        assertThat(due.getGateHead()).isEqualTo("NEXT GATE: IDENTIFIED");
        assertThat(due.gates())
                .extracting(DueLine::id, DueLine::tone, DueLine::cap)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("identified.hypothesis", Tone.OPEN, "~"),
                        org.assertj.core.groups.Tuple.tuple("contained", Tone.WARNING, "F7"),
                        org.assertj.core.groups.Tuple.tuple("identified.communications", Tone.WARNING, "F3"));
        assertThat(due.getGateNote()).isEqualTo("Short way to Monitoring: 1 open");
        ana.story.does(new AddEntry(EntryKind.HYPOTHESIS, "pool exhausted, confidence low"));
        due = ana.look();
        assertThat(due.gates().getFirst())
                .extracting(DueLine::tone, DueLine::notes)
                .containsExactly(Tone.MET, List.of("pool exhausted, confidence low · 14:00"));
        assertThat(due.getGateNote()).isEqualTo("The way is free: F4, then 2");
    }

    @Test
    void aWaivedGateNamesBothPeopleAndTheEndAndShutsAgainByItself() {
        Sitting ana = Sitting.before(Story.incident(SEV2)
                .does(new Waive("identified.hypothesis", "no time", Optional.of(BEN), Optional.of(minute(60)))));
        DueModel due = ana.look();
        assertThat(due.gates().getFirst())
                .extracting(DueLine::tone, DueLine::notes)
                .containsExactly(Tone.WAIVED, List.of("waived by Ana, Ben: no time, until 15:00"));
        due.tick(minute(61));
        assertThat(due.gates().getFirst())
                .extracting(DueLine::tone, DueLine::value)
                .containsExactly(Tone.OPEN, "the waiver has run out");
    }

    @Test
    void theWatchOverTheFixEndsWithoutAnyFact() {
        Sitting ana = Sitting.before(monitoring());
        DueModel due = ana.look();
        assertThat(gate(due, "resolved.soak").notes()).containsExactly("over at 14:30");
        due.tick(minute(30));
        assertThat(gate(due, "resolved.soak").tone()).isEqualTo(Tone.MET);
    }

    @Test
    void theChecklistShowsThePhaseThatIsOnAndTurnsAmberWhenItsTimeIsOver() {
        Sitting ana =
                Sitting.before(Story.incident(SEV2).at(5).does(new SettleStep("outage.scope", StepState.DONE, "")));
        DueModel due = ana.look();
        assertThat(due.getListHead()).isEqualTo("CHECKLIST: OUTAGE, AT ONCE");
        assertThat(due.getListNote()).isEqualTo("1 of 2 settled · by 15 min after the declaration");
        assertThat(due.steps())
                .extracting(DueLine::name, DueLine::tone)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("1  Confirm the scope", Tone.MET),
                        org.assertj.core.groups.Tuple.tuple("2  Call the team", Tone.OPEN));
        assertThat(due.steps().getFirst().notes()).containsExactly("Ana · 14:05");
        assertThat(due.isExceeded()).isFalse();
        due.tick(minute(20));
        assertThat(due.getListHead()).isEqualTo("CHECKLIST: OUTAGE, LOOK");
        assertThat(due.isExceeded()).isTrue();
        assertThat(due.steps().getLast().name()).isEqualTo("Left open earlier: 1, Ctrl+L lists them");
    }

    @Test
    void whatIsHiddenBehindATabIsCountedThereWithTheWorstOfItsKind() {
        Sitting ana = Sitting.before(Story.incident(SEV1)
                .does(new AssignTask("Roll back", BEN, Optional.of(Duration.ofMinutes(12))))
                .does(new SetStamp(StampName.ACKNOWLEDGED, Optional.empty(), "")));
        DueModel due = ana.look();
        assertThat(due.getClocksFlag()).isEqualTo(Flag.NONE);
        assertThat(due.getGatesFlag()).isEqualTo(new Flag(Flag.Urgency.OPEN, 1));
        assertThat(due.getStepsFlag()).isEqualTo(new Flag(Flag.Urgency.CALM, 2));
        due.tick(minute(13));
        assertThat(due.getClocksFlag()).isEqualTo(new Flag(Flag.Urgency.OVERDUE, 1));
        due.tick(minute(31));
        assertThat(due.getClocksFlag()).isEqualTo(new Flag(Flag.Urgency.OVERDUE, 3));
        assertThat(due.getStepsFlag().urgency()).isEqualTo(Flag.Urgency.SOON);
        assertThat(due.isQuarrelled()).isFalse();
    }

    @Test
    void aDisagreementTellsWhoSawWhatAndOffersBothValues() {
        Story here = Story.incident(SEV3);
        Story there = here.onTheOtherDesk().by(BEN);
        here.at(1).does(new ChangeSeverity(SEV1, ""));
        there.at(2).does(new ChangeSeverity(SEV2, ""));
        Sitting ana = Sitting.before(here.joinedBy(there));
        assertThat(ana.look().getQuarrelsFlag()).isEqualTo(new Flag(Flag.Urgency.SOON, 1));
        assertThat(ana.look().quarrels()).singleElement().satisfies(quarrel -> {
            assertThat(quarrel.title()).isEqualTo("Two desks differ on severity");
            assertThat(quarrel.words()).isEqualTo("Ben saw SEV-3 and set SEV-2; meanwhile it had become SEV-1.");
            assertThat(List.of(quarrel.first().name(), quarrel.second().name())).containsExactly("SEV-1", "SEV-2");
        });
    }

    @Test
    void thePastShowsWhatStoodThen() {
        Story story = Story.incident(SEV1).at(20).does(new SendUpdate(Audience.INTERNAL, "working"));
        var due = Sitting.before(story).look();
        var past = new Past(minute(10), View.KNOWN);
        due.show(
                new Sight(story.history().at(minute(10), View.KNOWN), story.now(), Story.RULES, Optional.of(past)),
                Instant.MAX.minusSeconds(1));
        assertThat(line(due, "update").value()).isEqualTo("in 20:00");
    }

    @Test
    void whatPeopleWroteCannotTurnTheReadingDirection() {
        Sitting ana = Sitting.before(
                Story.incident(SEV2).does(new AssignTask("a\u202eb", ANA, Optional.of(Duration.ofMinutes(3)))));
        assertThat(ana.look().clocks()).extracting(DueLine::name).contains("a<U+202E>b");
    }

    static Story monitoring() {
        return Story.incident(SEV3)
                .does(
                        new AddEntry(EntryKind.HYPOTHESIS, "disk, confidence low"),
                        new Move(Phase.IDENTIFIED, ""),
                        new ProposePlan(EmergencyPlan.ofOneLine("roll back", BEN, "none")),
                        new Move(Phase.MITIGATING, ""),
                        new Move(Phase.MONITORING, ""));
    }

    private static DueLine line(DueModel due, String id) {
        return due.clocks().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static DueLine gate(DueModel due, String id) {
        return due.gates().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
