package tocsin.domain.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tocsin.domain.postmortem.MeetingNote;
import tocsin.domain.postmortem.Review;
import tocsin.domain.postmortem.ReviewFact;
import tocsin.domain.prose.ProseFact.TextInserted;
import tocsin.domain.prose.Side;

/// What comes in late, and what leaves the list of a meeting.
class AfterClosingTest {
    @Test
    void wordsOfAnotherDeskThatComeAfterTheClosingLeaveItClosedAndPlainlyNotApproved() {
        Story story = Story.incident(tocsin.domain.severity.Severity.SEV2)
                .fact(new LifeFact.PhaseChanged(Phase.INVESTIGATING, Phase.HARDENING, ""))
                .fact(new ReviewFact.PostmortemApproved())
                .fact(new LifeFact.PhaseChanged(Phase.HARDENING, Phase.CLOSED, ""));
        assertThat(story.now().editedAfterClosing()).isFalse();
        Story other = story.onTheOtherDesk()
                .fact(new TextInserted("summary", Optional.empty(), Side.AFTER, "written on a train"));
        story = story.joinedBy(other);
        assertThat(story.now().phase()).isEqualTo(Phase.CLOSED);
        assertThat(story.now().review().status()).isEqualTo(Review.Status.DRAFT);
        assertThat(story.now().editedAfterClosing()).isTrue();
    }

    @Test
    void whatWasClosedWithoutAReviewIsNotCalledEdited() {
        Story story = Story.incident(tocsin.domain.severity.Severity.SEV2)
                .fact(new LifeFact.PhaseChanged(Phase.INVESTIGATING, Phase.FALSE_ALARM, ""))
                .fact(new LifeFact.PhaseChanged(Phase.FALSE_ALARM, Phase.CLOSED, ""));
        assertThat(story.now().editedAfterClosing()).isFalse();
    }

    @Test
    void aParkedLineLeavesTheListOnceAndSaysWhy() {
        Story story = Story.incident(tocsin.domain.severity.Severity.SEV2)
                .does(new IncidentCommand.NoteMeeting(MeetingNote.Kind.PARKED, "who pays"));
        var parked = story.last();
        assertThat(story.now().review().talk().notes()).allMatch(MeetingNote::parked);
        story.does(new IncidentCommand.ClearParked(parked, "the budget round has it"));
        MeetingNote left = story.now().review().talk().notes().getFirst();
        assertThat(left.parked()).isFalse();
        assertThat(left.left()).contains("the budget round has it");
        assertThat(story.refusal(new IncidentCommand.ClearParked(parked, "again")))
                .isEqualTo("refused.parked.none");
    }

    @Test
    void aPlainNoteIsOnNoList() {
        Story story = Story.incident(tocsin.domain.severity.Severity.SEV2)
                .does(new IncidentCommand.NoteMeeting(MeetingNote.Kind.NOTE, "said"));
        assertThat(story.refusal(new IncidentCommand.ClearParked(story.last(), "x")))
                .isEqualTo("refused.parked.none");
    }
}
