package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.ui.Keyboard.focusOn;
import static tocsin.ui.Keyboard.press;
import static tocsin.ui.Keyboard.type;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.postmortem.ActionKind;
import tocsin.domain.postmortem.Review.Status;
import tocsin.domain.postmortem.ReviewFact.CommentAnswered;
import tocsin.domain.postmortem.ReviewFact.CommentMade;
import tocsin.domain.postmortem.ReviewFact.CommentSettled;
import tocsin.domain.postmortem.ReviewFact.Reviewed;
import tocsin.domain.postmortem.ReviewFact.ReviewerAsked;
import tocsin.domain.postmortem.ReviewFact.SuggestionAccepted;
import tocsin.domain.postmortem.ReviewFact.SuggestionDeclined;
import tocsin.domain.postmortem.ReviewFact.SuggestionMade;

/// People talk a postmortem through and read it, by keys alone.
class TalkJourneyTest extends PaperJourney {
    @Test
    void selectedWordsAreCommentedAnsweredAndSettled() throws Exception {
        write("Orders fail");
        words("The pool ran dry");
        selectBack(3);

        does("Ctrl+Shift+K", "when exactly?", "It is said in your name");
        CommentMade made = last(CommentMade.class, 1);
        assertThat(made.quote()).isEqualTo("dry");
        assertThat(made.text()).isEqualTo("when exactly?");
        assertThat(made.from()).isPresent();

        does("Ctrl+Shift+T", "1 answer at noon", "answer: when exactly?");
        assertThat(last(CommentAnswered.class, 1).text()).isEqualTo("at noon");
        does("Ctrl+Shift+T", "1 settle", "settle: when exactly?");
        last(CommentSettled.class, 1);
        assertThat(now().review().talk().comments().getFirst().open()).isFalse();
    }

    @Test
    void otherWordsAreProposedTakenAndTurnedDown() throws Exception {
        write("Orders fail");
        words("The pool ran dry");
        selectBack(3);
        suggests("dry", "empty");
        assertThat(last(SuggestionMade.class, 1).replacement()).isEqualTo("empty");

        does("Ctrl+Shift+T", "1 accept", "\"dry\" → \"empty\"");
        last(SuggestionAccepted.class, 1);
        soon().until(() -> paper("summary").equals("The pool ran empty"));

        press("Ctrl+End");
        selectBack(5);
        suggests("empty", "out");
        does("Ctrl+Shift+T", "1 decline the metric says empty", "decline");
        assertThat(last(SuggestionDeclined.class, 1).reason()).isEqualTo("the metric says empty");
        assertThat(paper("summary")).isEqualTo("The pool ran empty");
    }

    private void suggests(String old, String better) throws Exception {
        press("Ctrl+Shift+E");
        soon().until(() -> focusOn("prompt-line"));
        press("Ctrl+A");
        type(better);
        awaitReading(".prompt-head .muted", "\"" + old + "\" → \"" + better + "\"");
        int before = facts(SuggestionMade.class).size();
        press("Enter");
        soon().until(() -> facts(SuggestionMade.class).size() > before);
        soon().until(() -> focusOn("prose"));
    }

    @Test
    void readersAreAskedAnotherPersonApprovesAndAnEditOpensItAgain() throws Exception {
        write("Orders fail");
        done(Given.ANA, new IncidentCommand.OpenPostmortem(BEN, Optional.empty()));
        done(BEN, new IncidentCommand.StateImpact("checkout", "none", "412 orders"));
        done(BEN, new IncidentCommand.StateCause("CR-7", "too weak"));
        done(
                BEN,
                new IncidentCommand.AddAction(
                        ActionKind.PREVENT, "Show defaults in the diff", BEN, Optional.empty(), "the old case fails"));
        assertThat(seen(".due-head .section-head")).contains("Readers");

        does("Ctrl+Shift+U", "Eve", "Ask Eve to read it");
        assertThat(last(ReviewerAsked.class, 1).person()).isEqualTo(EVE);
        does("Ctrl+Shift+U", "M. Duval", "Ask M. Duval");
        does("Ctrl+Enter", "", "It goes to those who read it");
        does("Ctrl+Shift+Y", "clear to me", "Say that you have read it");
        assertThat(last(Reviewed.class, 1).note()).isEqualTo("clear to me");
        soon().until(() -> now().review().status() == Status.IN_REVIEW);
        done(EVE, new IncidentCommand.FinishReview("fine"));
        soon().until(() -> now().review().status() == Status.REVIEWED);

        does("Ctrl+Enter", "", "It is approved in your name");
        soon().until(() -> now().review().status() == Status.APPROVED);
        press("Ctrl+End");
        words("One more word");
        soon().until(() -> now().review().status() == Status.DRAFT);
        assertThat(now().review().reviewers()).noneMatch(tocsin.domain.postmortem.Reviewer::done);
    }
}
