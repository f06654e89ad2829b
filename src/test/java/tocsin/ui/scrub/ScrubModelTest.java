package tocsin.ui.scrub;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.domain.incident.Story.RULES;
import static tocsin.domain.incident.Story.minute;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tocsin.domain.incident.IncidentCommand.AddEntry;
import tocsin.domain.incident.LifeFact.PhaseChanged;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Story;
import tocsin.domain.incident.View;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.TimelineFact.EntryAdded;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Past;
import tocsin.ui.sight.Sight;

class ScrubModelTest {
    private final Story story = Story.incident(Severity.SEV2);
    private Instant wall = minute(50);
    private Optional<Past> wish = Optional.empty();
    private final ScrubModel model = new ScrubModel(Words.in(Locale.ENGLISH), () -> wall, this::wished);

    /// As the room does: every wish is told to all who look.
    private void wished(Optional<Past> wanted) {
        wish = wanted;
        look(wanted);
    }

    private void look(Optional<Past> wanted) {
        model.look(wanted);
    }

    @BeforeEach
    void threeEntriesAndAChange() {
        story.at(10).does(new AddEntry(EntryKind.NOTE, "one"));
        story.at(15).fact(new PhaseChanged(Phase.INVESTIGATING, Phase.IDENTIFIED, ""));
        story.at(20).does(new AddEntry(EntryKind.NOTE, "two"));
        story.at(30).record(List.of(new EntryAdded(EntryKind.NOTE, "late", List.of())), Optional.of(minute(5)));
        model.wide(550);
        show();
    }

    @Test
    void steppingBackGoesFromNowToTheNewestEntryAndOn() {
        model.back();
        assertThat(wish).contains(new Past(minute(30), View.KNOWN));
        model.back();
        assertThat(wish).contains(new Past(minute(20), View.KNOWN));
    }

    @Test
    void whatWasTrueIsSteppedThroughByWhenItHappened() {
        model.goTo(new Past(minute(20), View.TRUE));
        model.back();
        model.back();
        assertThat(wish).contains(new Past(minute(5), View.TRUE));
    }

    @Test
    void beforeTheFirstThingThereIsNoFurtherStep() {
        model.goTo(new Past(minute(2), View.KNOWN));
        model.back();
        assertThat(wish).contains(new Past(minute(2), View.KNOWN));
    }

    @Test
    void steppingForthBehindTheNewestEntryIsNow() {
        model.goTo(new Past(minute(25), View.KNOWN));
        model.forth();
        assertThat(wish).contains(new Past(minute(30), View.KNOWN));
        model.forth();
        assertThat(wish).isEmpty();
    }

    @Test
    void changesOfStateAreStepsOfTheirOwn() {
        model.goTo(new Past(minute(40), View.KNOWN));
        model.changeBack();
        assertThat(wish).contains(new Past(minute(15), View.KNOWN));
        model.changeBack();
        assertThat(wish).contains(new Past(minute(0), View.KNOWN));
    }

    @Test
    void minutesAreSteppedAndTheLastOneIsNow() {
        model.goTo(new Past(minute(48), View.KNOWN));
        model.minutes(-1);
        assertThat(wish).contains(new Past(minute(47), View.KNOWN));
        model.minutes(3);
        assertThat(wish).isEmpty();
    }

    @Test
    void aClickAtTheRightEndIsNowAndAnywhereElseItsMinute() {
        model.goTo(model.pointer().now() / 2.0);
        assertThat(wish.orElseThrow().moment()).isBetween(minute(20), minute(30));
        model.goTo(548.0);
        assertThat(wish).isEmpty();
    }

    @Test
    void aDragKeepsTheWayOfLooking() {
        model.goTo(new Past(minute(40), View.TRUE));
        model.goTo(100.0);
        assertThat(wish.orElseThrow().view()).isEqualTo(View.TRUE);
        model.turn(View.KNOWN);
        assertThat(wish.orElseThrow().view()).isEqualTo(View.KNOWN);
    }

    @Test
    void itSaysHowMuchAboutTheMinuteWasWrittenLater() {
        model.goTo(new Past(minute(20), View.KNOWN));
        assertThat(model.getLater()).isEqualTo("1 entry about this was written later");
        model.goTo(new Past(minute(30), View.KNOWN));
        assertThat(model.getLater()).isEmpty();
    }

    @Test
    void thePointerKeepsAllItsLettersWhereverItStands() {
        model.goTo(new Past(minute(9), View.KNOWN));
        int length = model.pointer().label().length();
        model.goTo(new Past(minute(44).plusSeconds(13), View.KNOWN));
        assertThat(model.pointer().label()).isEqualTo("14:44:13").hasSize(length);
    }

    @Test
    void nothingIsDrawnAnewWhileNowStaysOnItsPixel() {
        var drawn = new AtomicInteger();
        model.lanesProperty().addListener((_, _, _) -> drawn.incrementAndGet());
        model.tick(wall.plusSeconds(1));
        assertThat(drawn).hasValue(0);
        wall = wall.plusSeconds(30);
        model.tick(wall);
        assertThat(drawn).hasValue(1);
    }

    @Test
    void aMinuteOutOfSightMovesThePicture() {
        model.closer();
        model.closer();
        model.goTo(new Past(minute(3), View.KNOWN));
        assertThat(model.pointer().minute().orElseThrow()).isBetween(0, 550);
        model.all();
        assertThat(model.getBegin()).isEqualTo("14:00");
    }

    @Test
    void overSeveralDaysBothEndsSayTheirDay() {
        wall = wall.plus(Duration.ofDays(3));
        show();
        assertThat(model.getBegin()).startsWith("2026-03-0");
        assertThat(model.getEnd()).startsWith("2026-03-0").endsWith("Z");
    }

    @Test
    void theMouseReadsWhatStoodThen() {
        model.hover(model.pointer().now() / 2.0);
        assertThat(model.getReading()).contains("Identified", "SEV-2", "Ana");
        model.hover(549);
        assertThat(model.getReading()).endsWith("still ahead");
        model.leave();
        assertThat(model.isCalm()).isTrue();
    }

    private void show() {
        model.show(Sight.now(story.now(), RULES));
    }
}
