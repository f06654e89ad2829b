package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.ui.Keyboard.focusOn;
import static tocsin.ui.Keyboard.press;
import static tocsin.ui.Keyboard.type;

import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import tocsin.domain.postmortem.MeetingNote;
import tocsin.domain.postmortem.ReviewFact.ActionAdded;
import tocsin.domain.postmortem.ReviewFact.MeetingHeld;
import tocsin.domain.postmortem.ReviewFact.MeetingNoted;
import tocsin.domain.postmortem.ReviewFact.ParkedCleared;
import tocsin.domain.prose.ProseFact;

/// People sit together over a postmortem, and look at what it said before, by keys alone.
class MeetingJourneyTest extends PaperJourney {
    @Test
    void aMeetingIsHeldItsLinesAreKeptAndWhatWasParkedLeavesTheList() throws Exception {
        write("Orders fail");
        press("F7");
        soon().until(() -> focusOn("prompt-line"));
        awaitReading(".prompt-head .muted", "60 minutes");
        press("Enter");
        soon().until(() -> onNote());

        note("the graph was wrong", 1);
        note("p who pays for the second region", 2);
        note("> pager rules", 3);
        assertThat(facts(MeetingNoted.class))
                .extracting(MeetingNoted::kind)
                .containsExactly(MeetingNote.Kind.NOTE, MeetingNote.Kind.PARKED, MeetingNote.Kind.PARKED);
        press("Alt+Right");
        soon().until(() -> seen(".meeting-now .muted").stream().anyMatch(line -> line.startsWith("2 of ")));

        press("Alt+P");
        soon().until(() -> focusOn("prompt-line"));
        type("1 drop the on-call round has it");
        awaitReading(".prompt-head .muted", "Off the list: pager rules");
        press("Enter");
        assertThat(last(ParkedCleared.class, 1).reason()).isEqualTo("the on-call round has it");
        soon().until(() -> seen(".meeting-line").stream().noneMatch("pager rules"::equals));

        soon().until(() -> onNote());
        press("Alt+P");
        soon().until(() -> focusOn("prompt-line"));
        type("1 action");
        awaitReading(".prompt-head .muted", "It becomes an action");
        press("Enter");
        soon().until(() -> asked("A new action"));
        type("Ben");
        press("Tab");
        press("Tab");
        type("the budget names it");
        awaitReading(".prompt-head .muted", "who pays for the second region: Ben");
        press("Ctrl+Enter");
        assertThat(last(ActionAdded.class, 1).text()).isEqualTo("who pays for the second region");
        last(ParkedCleared.class, 2);
        assertThat(now().review().talk().notes()).noneMatch(MeetingNote::parked);

        soon().until(() -> onNote());
        wall = wall.plus(Duration.ofMinutes(42));
        press("F7");
        MeetingHeld held = last(MeetingHeld.class, 1);
        assertThat(Duration.between(held.started(), held.ended())).isGreaterThanOrEqualTo(Duration.ofMinutes(41));
        soon().until(() -> focusOn("prose"));
    }

    private void note(String line, int count) throws Exception {
        type(line);
        press("Enter");
        last(MeetingNoted.class, count);
        soon().until(() -> typed().isEmpty());
    }

    @Test
    void anEarlierVersionIsOpenedComparedAndBroughtBack() throws Exception {
        write("Orders fail");
        words("The pool ran dry");
        // Written at another time, so that it is another moment.
        wall = wall.plus(Duration.ofMinutes(90));
        press("Ctrl+A");
        type("Nobody knows");
        soon().until(() -> paper("summary").equals("Nobody knows"));

        press("Ctrl+H");
        soon().until(() -> asked("Earlier versions"));
        type("2");
        awaitReading(".prompt-head .muted", "wrote");
        press("Enter");
        soon().until(() -> focusOn("paper-halves"));
        soon().until(() -> seen(".past-words").stream().anyMatch(line -> line.startsWith("Looking at the past")));

        int before = facts(ProseFact.class).size();
        press("Enter");
        soon().until(() -> facts(ProseFact.class).size() > before);
        soon().until(() -> paper("summary").equals("The pool ran dry"));
        press("Esc");
        soon().until(() -> focusOn("prose"));
    }

    private static boolean onNote() {
        return Keyboard.onScreen(() -> {
            Node focused = Window.getWindows().getLast().getScene().getFocusOwner();
            return focused instanceof TextField
                    && focused.getParent().getStyleClass().contains("meeting-note");
        });
    }

    private static String typed() {
        return Keyboard.onScreen(() ->
                ((TextField) Window.getWindows().getLast().getScene().lookup(".meeting-note .text-field")).getText());
    }
}
