package tocsin.ui.scrub;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.domain.incident.Story.START;
import static tocsin.domain.incident.Story.minute;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tocsin.domain.incident.Story;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.TimelineFact.EntryAdded;

class StretchTest {
    private final Story story = Story.incident(Severity.SEV2);

    @Test
    void thePictureStandsStillWhileThereIsRoomBeforeItsEdge() {
        assertThat(Stretch.whole(story.now(), minute(52))).isEqualTo(Stretch.whole(story.now(), minute(54)));
        assertThat(Stretch.whole(story.now(), minute(52)).to()).isAfter(minute(52));
    }

    @Test
    void itBeginsWithTheFirstThingThatWasSaidToHaveHappened() {
        story.record(List.of(note()), Optional.of(START.minus(Duration.ofHours(3))));
        assertThat(Stretch.whole(story.now(), minute(5)).from())
                .isBeforeOrEqualTo(START.minus(Duration.ofHours(3)))
                .isAfter(START.minus(Duration.ofHours(4)));
    }

    @Test
    void aRemarkFromLongAgoDoesNotSqueezeIt() {
        story.record(List.of(note()), Optional.of(Instant.EPOCH));
        assertThat(Stretch.whole(story.now(), minute(5)).from()).isAfter(START.minus(Duration.ofHours(1)));
    }

    @Test
    void onceTheResponseIsOverItIsShownBeforeItsAftermath() {
        story.resolved();
        Instant weeksLater = story.time().plus(Duration.ofDays(30));
        Stretch response = Stretch.response(story.now(), weeksLater);
        assertThat(response.to()).isAfterOrEqualTo(story.now().inPhaseSince()).isBefore(START.plus(Duration.ofDays(1)));
        assertThat(Stretch.whole(story.now(), weeksLater).to()).isAfter(weeksLater);
    }

    @Test
    void zoomingKeepsTheMomentUnderThePointerAndStaysInside() {
        Stretch whole = new Stretch(START, minute(100));
        Stretch near = whole.zoomed(minute(50), 0.5, whole);
        assertThat(near).isEqualTo(new Stretch(minute(25), minute(75)));
        assertThat(near.zoomed(minute(74), 4, whole)).isEqualTo(whole);
        assertThat(whole.zoomed(minute(0), 0.0001, whole).millis()).isEqualTo(60_000);
    }

    @Test
    void aPixelStandsForAWholeMinuteOrForASecondWhereMinutesAreWide() {
        assertThat(new Stretch(START, minute(60)).at(301, 600)).isEqualTo(minute(30));
        assertThat(new Stretch(START, minute(10)).at(301, 600))
                .isEqualTo(minute(5).plusSeconds(1));
    }

    private static EntryAdded note() {
        return new EntryAdded(EntryKind.NOTE, "it began", List.of());
    }
}
