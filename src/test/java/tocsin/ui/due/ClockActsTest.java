package tocsin.ui.due;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.domain.incident.Story.BEN;
import static tocsin.domain.incident.Story.CARA;
import static tocsin.domain.incident.Story.minute;
import static tocsin.domain.severity.Severity.SEV1;
import static tocsin.domain.severity.Severity.SEV2;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tocsin.domain.incident.Audience;
import tocsin.domain.incident.IncidentCommand.AddEntry;
import tocsin.domain.incident.IncidentCommand.AssignRole;
import tocsin.domain.incident.IncidentCommand.AssignTask;
import tocsin.domain.incident.IncidentCommand.SendUpdate;
import tocsin.domain.incident.StampName;
import tocsin.domain.incident.Story;
import tocsin.domain.incident.Update;
import tocsin.domain.roster.Role;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.Task;
import tocsin.ui.kit.Prompt;

/// The most urgent clock: answered, let wait, handed on; and the update that most clocks ask for.
class ClockActsTest {
    private static final AssignTask TASK = new AssignTask("Roll back", BEN, Optional.of(Duration.ofMinutes(3)));

    @Test
    void answeringSilenceAcknowledges() {
        Sitting ana = Sitting.before(Story.incident(SEV2)).press(Key.ANSWER);
        assertThat(ana.story.now().standing(StampName.ACKNOWLEDGED)).isPresent();
        assertThat(ana.said).containsExactly("Acknowledged");
    }

    @Test
    void answeringATaskAsksWhatCameOfIt() {
        Sitting ana = Sitting.before(Story.incident(SEV2).does(TASK)).press(Key.ANSWER);
        assertThat(ana.prompt().title()).isEqualTo("Finish the task");
        ana.enter("rolled back");
        assertThat(ana.story.now().timeline().tasks().values())
                .extracting(Task::status, Task::outcome)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Task.Status.DONE, "rolled back"));
    }

    @Test
    void answeringAnUpdateOpensItsDraft() {
        Sitting ana = Sitting.before(acknowledged().does(new SendUpdate(Audience.PUBLIC, "We know.")));
        ana.press(Key.ANSWER);
        assertThat(ana.prompt().title()).isEqualTo("Update to people");
        assertThat(ana.prompt().lines()).isGreaterThan(1);
    }

    @Test
    void waitingGivesATaskFiveMinutesMore() {
        Sitting ana = Sitting.before(Story.incident(SEV2).does(TASK)).press(Key.SNOOZE);
        assertThat(ana.story.now().timeline().openTasks().iterator().next().due())
                .contains(minute(8));
        assertThat(ana.said).containsExactly("5 minutes more: Roll back");
    }

    @Test
    void waitingQuietensAnyOtherClockInThisWindowAndTheNextOneIsUrgent() {
        Sitting ana = Sitting.before(acknowledged());
        int facts = ana.story.now().facts();
        ana.press(Key.SNOOZE);
        assertThat(ana.said.getLast()).startsWith("First public note is quiet in this window until 14:05");
        assertThat(ana.story.now().facts()).isEqualTo(facts);
        assertThat(ana.look().clocks().getFirst().name()).isEqualTo("Update, every 30 min");
        ana.story.at(6);
        assertThat(ana.look().clocks().getFirst().name()).isEqualTo("First public note");
    }

    @Test
    void handingOnNamesTheDeputyElseTheCommanderElseWhoeverIsOnDuty() {
        Sitting ana = Sitting.before(Story.incident(SEV2).does(TASK).at(5)).press(Key.ESCALATE);
        assertThat(todo(ana)).isEqualTo("duty commander please take over: Roll back, 2:00 over");
        assertThat(ana.said.getLast()).endsWith("nobody is called by itself");
        Sitting ben = Sitting.before(ana.story, BEN).press(Key.ESCALATE);
        assertThat(todo(ben)).startsWith("@Ana please take over");
        ana.story.by(Story.ANA).does(new AssignRole(Role.DEPUTY, CARA, Optional.empty()));
        ana.look();
        assertThat(todo(ana.press(Key.ESCALATE))).startsWith("@Cara please take over");
    }

    @Test
    void theDraftIsPutTogetherFromTheFactsAndTabTurnsItToTheNextAudience() {
        Sitting ana = Sitting.before(acknowledged()
                        .does(new AddEntry(EntryKind.HYPOTHESIS, "pool exhausted"), TASK)
                        .at(10))
                .press(Key.UPDATE);
        String open = ana.prompt().draft();
        assertThat(open.lines())
                .containsExactly(
                        "public:",
                        "Checkout down",
                        "We are investigating. Since 14:00 Z.",
                        "We are looking for the cause.",
                        "Next word by 14:40 Z.");
        String executive = ana.ready(open).options().getFirst().fill();
        assertThat(executive).startsWith("executive:\nSEV-1: Checkout down\nInvestigating, since 14:00 Z.");
        String internal = ana.ready(executive).options().getFirst().fill();
        assertThat(internal.lines())
                .containsExactly(
                        "internal:",
                        "SEV-1: Checkout down",
                        "Investigating, since 14:00 Z.",
                        "We believe: pool exhausted",
                        "Being done: Roll back (Ben)",
                        "Next word by 14:40 Z.");
        assertThat(ana.ready("internal:\nown words").options().getFirst().fill())
                .isEqualTo("public:\nown words");
    }

    @Test
    void anUpdateIsNotedWithItsExactWordsAndSaysThatNothingIsSent() {
        Sitting ana = Sitting.before(acknowledged()).press(Key.UPDATE);
        assertThat(ana.ready("public: We are on it.\nMore at three.").effects())
                .containsExactly("Tocsin writes it down and sends nothing: send the words yourself");
        assertThat(ana.enter("public: We are on it.\nMore at three."))
                .isEqualTo(new Prompt.Done("Noted as sent (public)"));
        assertThat(ana.story.now().updates())
                .extracting(Update::audience, Update::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Audience.PUBLIC, "We are on it.\nMore at three."));
        assertThat(ana.wants("no colon")).startsWith("For whom?");
        assertThat(ana.wrong("internal:")).isNotBlank();
    }

    @Test
    void whoMayNotSpeakToThePublicBeginsInside() {
        Sitting ben = Sitting.before(acknowledged(), BEN).press(Key.UPDATE);
        assertThat(ben.prompt().draft()).startsWith("internal:");
        assertThat(ben.wrong("public: hello")).contains("communications");
    }

    private static Story acknowledged() {
        return Story.incident(SEV1)
                .does(new tocsin.domain.incident.IncidentCommand.SetStamp(
                        StampName.ACKNOWLEDGED, Optional.empty(), ""));
    }

    private static String todo(Sitting sitting) {
        return sitting.story.now().timeline().entries().stream()
                .filter(entry -> entry.kind() == EntryKind.TODO)
                .map(entry -> entry.text())
                .reduce((_, later) -> later)
                .orElseThrow();
    }
}
