package tocsin.ui.scrub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tocsin.domain.incident.Story.ANA;
import static tocsin.domain.incident.Story.BEN;
import static tocsin.domain.incident.Story.START;
import static tocsin.domain.incident.Story.minute;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tocsin.domain.Fact;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand.AddEntry;
import tocsin.domain.incident.IncidentCommand.AssignTask;
import tocsin.domain.incident.IncidentCommand.PinEntry;
import tocsin.domain.incident.LifeFact.PhaseChanged;
import tocsin.domain.incident.LifeFact.SeverityChanged;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Story;
import tocsin.domain.roster.CrewFact.RoleAssumed;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.TimelineFact.EntryAdded;
import tocsin.domain.timeline.TimelineFact.TaskDone;
import tocsin.ui.kit.Words;

class LanesTest {
    /// An hour in six hundred pixels: ten to the minute.
    private static final Stretch HOUR = new Stretch(START, minute(60));

    private static final Words WORDS = Words.in(Locale.ENGLISH);
    private static final int WIDTH = 600;

    private final Story story = Story.incident(Severity.SEV2);

    @Test
    void statesFollowEachOtherUpToNow() {
        story.at(10)
                .fact(moved(Phase.INVESTIGATING, Phase.IDENTIFIED))
                .at(25)
                .fact(moved(Phase.IDENTIFIED, Phase.MITIGATING));
        assertThat(drawn(40).in(Lanes.Lane.STATES))
                .extracting(Lanes.Bar::name, Lanes.Bar::x, Lanes.Bar::end)
                .containsExactly(
                        tuple("Investigating", 0, 100), tuple("Identified", 100, 250), tuple("Mitigating", 250, 400));
    }

    @Test
    void aLevelNotedLateTakesItsTimeFromTheLevelBefore() {
        story.at(30).fact(new SeverityChanged(Severity.SEV2, Severity.SEV3, ""));
        story.at(40).record(List.of(new SeverityChanged(Severity.SEV3, Severity.SEV1, "")), Optional.of(minute(20)));
        assertThat(drawn(50).in(Lanes.Lane.LEVELS))
                .extracting(Lanes.Bar::ink, Lanes.Bar::x, Lanes.Bar::end)
                .containsExactly(tuple(Ink.SEV_2, 0, 200), tuple(Ink.SEV_1, 200, 500));
    }

    @Test
    void theTimeBeforeAnybodyCommandsIsAGapAndEachWhoCommandsHasABar() {
        Story reported = Story.reported();
        reported.at(10).fact(new RoleAssumed(Role.COMMANDER, ANA, Optional.empty(), Optional.empty()));
        reported.at(15).fact(new RoleAssumed(Role.COMMANDER, BEN, Optional.of(ANA), Optional.empty()));
        assertThat(Draughtsman.draw(reported.now(), HOUR, WIDTH, minute(30), WORDS)
                        .in(Lanes.Lane.COMMAND))
                .extracting(Lanes.Bar::name, Lanes.Bar::x, Lanes.Bar::end)
                .containsExactly(tuple("Ana", 100, 150), tuple("Ben", 150, 300));
    }

    @Test
    void whatIsOutsideIsLeftOutAndWhatReachesInIsCut() {
        story.at(10)
                .fact(moved(Phase.INVESTIGATING, Phase.IDENTIFIED))
                .at(90)
                .fact(moved(Phase.IDENTIFIED, Phase.MITIGATING));
        Lanes part = Draughtsman.draw(story.now(), new Stretch(minute(20), minute(80)), WIDTH, minute(100), WORDS);
        assertThat(part.in(Lanes.Lane.STATES))
                .extracting(Lanes.Bar::name, Lanes.Bar::x, Lanes.Bar::end)
                .containsExactly(tuple("Identified", 0, 600));
    }

    @Test
    void aDecisionAnActionAndAPinAreToldByTheirShape() {
        story.at(10).does(new AddEntry(EntryKind.DECISION, "roll back"));
        story.at(20).does(new AddEntry(EntryKind.ACTION, "rolling back"));
        story.at(30).does(new AddEntry(EntryKind.QUESTION, "who pays?"));
        story.at(40).does(new AddEntry(EntryKind.NOTE, "graph"));
        story.does(new PinEntry(story.last()));
        assertThat(drawn(50).marks())
                .extracting(Lanes.Mark::sign, Lanes.Mark::x)
                .containsExactly(
                        tuple(Lanes.Sign.NOTE, 300),
                        tuple(Lanes.Sign.ACTION, 200),
                        tuple(Lanes.Sign.DECISION, 100),
                        tuple(Lanes.Sign.PINNED_NOTE, 400));
    }

    @Test
    void whatActsLoggedByThemselvesIsNoDot() {
        story.at(10).fact(moved(Phase.INVESTIGATING, Phase.IDENTIFIED));
        assertThat(drawn(20).marks()).isEmpty();
    }

    @Test
    void aTaskBeyondItsBoxShowsWhereTheBoxEnded() {
        story.at(10).does(new AssignTask("pool limits", BEN, Optional.of(Duration.ofMinutes(10))));
        story.at(40).fact(new TaskDone(story.last(), "done"));
        assertThat(drawn(50).in(Lanes.Lane.TASKS))
                .extracting(Lanes.Bar::ink, Lanes.Bar::x, Lanes.Bar::end)
                .containsExactly(tuple(Ink.DONE, 100, 200), tuple(Ink.OVER, 200, 400));
    }

    @Test
    void aTaskStillInItsBoxShowsTheRestOfIt() {
        story.at(10).does(new AssignTask("pool limits", BEN, Optional.of(Duration.ofMinutes(30))));
        assertThat(drawn(20).in(Lanes.Lane.TASKS))
                .extracting(Lanes.Bar::ink, Lanes.Bar::x, Lanes.Bar::end)
                .containsExactly(tuple(Ink.TASK, 100, 200), tuple(Ink.BOX, 200, 400));
    }

    @Test
    void tasksAtTheSameTimeStandBesideEachOtherAndManyShareTheLastRow() {
        for (int count = 0; count < 5; count++) {
            story.at(10 + count).does(new AssignTask("task " + count, BEN, Optional.empty()));
        }
        Lanes drawn = drawn(30);
        assertThat(drawn.in(Lanes.Lane.TASKS)).extracting(Lanes.Bar::row).containsExactly(0, 1, 2, 2, 2);
        assertThat(drawn.tasksDeep()).isEqualTo(3);
    }

    @Test
    void anIncidentOfOneMinuteFillsThePicture() {
        Stretch whole = Stretch.whole(story.now(), minute(1));
        Lanes drawn = Draughtsman.draw(story.now(), whole, WIDTH, minute(1), WORDS);
        assertThat(whole.holds(minute(1))).isTrue();
        assertThat(drawn.in(Lanes.Lane.STATES).getFirst().width()).isGreaterThan(WIDTH / 2);
        assertThat(drawn.ticks())
                .extracting(Lanes.Tick::label)
                .contains("14:00:00", "14:01:00")
                .doesNotHaveDuplicates();
    }

    @Test
    void sixtyDaysFillThePictureWithDays() {
        Instant now = START.plus(Duration.ofDays(60));
        Stretch whole = Stretch.whole(story.now(), now);
        Lanes drawn = Draughtsman.draw(story.now(), whole, WIDTH, now, WORDS);
        assertThat(drawn.in(Lanes.Lane.STATES).getFirst().width()).isBetween(500, WIDTH);
        assertThat(drawn.ticks())
                .hasSizeBetween(3, 7)
                .allMatch(tick -> tick.kind() == Lanes.Tick.Kind.DAY)
                .extracting(Lanes.Tick::label)
                .contains("26 Mar");
    }

    @Test
    void aHundredThousandEntriesAreAFewHundredSigns() {
        Incident many = manyEntries(100_000);
        Stretch whole = Stretch.whole(many, minute(2000));
        Lanes drawn = Draughtsman.draw(many, whole, 1800, minute(2000), WORDS);
        assertThat(drawn.marks()).hasSizeBetween(300, 1100);
    }

    @Test
    void onTheDayWhenAnHourIsSkippedItHasNoTick() {
        assertThat(ticks("2026-03-29T00:00:00+01:00", "2026-03-29T06:00:00+02:00"))
                .containsExactly("29 Mar", "01:00", "03:00", "04:00", "05:00", "06:00");
    }

    @Test
    void onTheDayWhenAnHourComesTwiceItHasTwoTicks() {
        assertThat(ticks("2026-10-25T00:00:00+02:00", "2026-10-25T05:00:00+01:00"))
                .containsExactly("25 Oct", "01:00", "02:00", "02:00", "03:00", "04:00", "05:00");
    }

    @Test
    void largeStepsFollowTheHandsOfTheClockOnThatDay() {
        Stretch day = new Stretch(Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z"));
        assertThat(Ticks.of(day, 900, ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .extracting(Lanes.Tick::label)
                .containsExactly("29 Mar", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00", "30 Mar");
    }

    private static List<String> ticks(String from, String to) {
        Stretch hours = new Stretch(
                OffsetDateTime.parse(from).toInstant(), OffsetDateTime.parse(to).toInstant());
        return Ticks.of(hours, WIDTH, ZoneId.of("Europe/Berlin"), Locale.ENGLISH).stream()
                .map(Lanes.Tick::label)
                .toList();
    }

    private Lanes drawn(int minute) {
        return Draughtsman.draw(story.now(), HOUR, WIDTH, minute(minute), WORDS);
    }

    private static PhaseChanged moved(Phase from, Phase to) {
        return new PhaseChanged(from, to, "");
    }

    private Incident manyEntries(int count) {
        var facts = new ArrayList<Fact>();
        for (int i = 0; i < 100; i++) {
            facts.add(new EntryAdded(EntryKind.values()[i % 6], "line", List.of()));
        }
        for (int i = 0; i < count / 100; i++) {
            story.at(i * 2).record(facts, Optional.empty());
        }
        assertThat(story.now().zone()).isEqualTo(ZoneOffset.UTC);
        return story.now();
    }
}
