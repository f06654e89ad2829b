package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.ui.Keyboard.focusOn;
import static tocsin.ui.Keyboard.press;
import static tocsin.ui.Keyboard.type;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.postmortem.ActionKind;
import tocsin.domain.postmortem.ReviewFact.ActionDone;
import tocsin.domain.postmortem.Ties;

/// The lessons of all incidents are sifted and worked off, and a word of a postmortem is found again, by keys alone.
class LessonsJourneyTest extends PaperJourney {
    @Test
    void actionsAreSiftedByOwnerByFactorAndByWhatIsLateAndOneIsDone() throws Exception {
        write("Orders fail");
        add("Show defaults in the diff", BEN);
        var late = add("Count the orders", EVE);
        done(
                Given.ANA,
                new IncidentCommand.TieAction(
                        late,
                        new Ties(Optional.empty(), "", "detection-gap", tocsin.domain.postmortem.Hardens.NOTHING)));
        press("Ctrl+O");
        soon().until(() -> focusOn("lesson-filter"));
        shows("Show defaults in the diff", "Count the orders");
        sifts("@ben", "Show defaults in the diff", "Count the orders");
        sifts("factor:detection", "Count the orders", "Show defaults in the diff");
        wall = wall.plus(Duration.ofDays(400));
        sifts("overdue @eve", "Count the orders", "Show defaults in the diff");

        press("Alt+2");
        press("F7");
        soon().until(() -> focusOn("prompt-line"));
        type("the board shows the count");
        awaitReading(".prompt-head .muted", "done");
        press("Enter");
        ActionDone done = last(ActionDone.class, 1);
        assertThat(done.action()).isEqualTo(late);
        assertThat(done.evidence()).isEqualTo("the board shows the count");

        soon().until(() -> focusOn("lesson-filter"));
        press("Esc");
        shows("Show defaults in the diff", "");
        press("F4");
        soon().until(() -> focusOn("prose"));
    }

    @Test
    void aWordOfAPostmortemIsFoundAndItsPlaceOpens() throws Exception {
        write("Orders fail");
        words("The pool ran dry at noon");
        press("Ctrl+1");
        soon().until(() -> focusOn("cards"));
        press("Ctrl+F");
        soon().until(() -> focusOn("prompt-line"));
        type("dry noon");
        soon().until(() -> {
            awaitReading(".prompt-head .muted", "");
            return seen(".prompt-head .muted").stream().anyMatch(line -> line.startsWith("1"));
        });
        press("Enter");
        soon().until(() -> focusOn("prose"));
        soon().until(() -> Keyboard.onScreen(() -> ((org.fxmisc.richtext.StyleClassedTextArea)
                        javafx.stage.Window.getWindows().getLast().getScene().lookup(".prose"))
                .getSelectedText()
                .contains("dry at noon")));
    }

    private tocsin.base.FactId add(String what, PersonId owner) throws Exception {
        done(
                Given.ANA,
                new IncidentCommand.AddAction(ActionKind.PREVENT, what, owner, Optional.empty(), "it is seen to work"));
        return now().review().actions().getLast().id();
    }

    private static void sifts(String typed, String seen, String gone) {
        press("Ctrl+A");
        type(typed);
        shows(seen, "");
        soon().until(() -> seen(".lesson-list .label").stream().noneMatch(gone::equals));
    }

    private static void shows(String one, String other) {
        soon().until(() -> seen(".lesson-list .label").contains(one)
                && (other.isEmpty() || seen(".lesson-list .label").contains(other)));
    }
}
