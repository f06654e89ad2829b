package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.ui.Keyboard.focusOn;
import static tocsin.ui.Keyboard.press;
import static tocsin.ui.Keyboard.text;
import static tocsin.ui.Keyboard.type;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tocsin.base.PersonId;
import tocsin.domain.incident.EmergencyPlan;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.StampName;
import tocsin.domain.postmortem.Review;
import tocsin.domain.prose.Manuscript;
import tocsin.domain.timeline.EntryKind;
import tocsin.journal.JournalException;

/// Somebody writes a postmortem and closes the incident, by the keys of a real window.
class PostmortemJourneyTest extends Journey {
    private static final PersonId BEN = new PersonId("Ben");
    private static final PersonId EVE = new PersonId("Eve");

    @Test
    void whatIsTypedIsInTheJournalAndOtherHandsWordsComeInBetween() throws JournalException {
        enter("Orders fail");
        write();

        type("The pool ran dry");
        soon().until(() -> journal("summary").equals("The pool ran dry"));
        press("Ctrl+Page Down");
        soon().until(() -> text(".paper-count").equals("0 words"));
        type("Domain");
        soon().until(() -> journal("impact").equals("Domain"));
        press("Ctrl+Page Up");
        type("!");
        soon().until(() -> journal("summary").equals("The pool ran dry!"));

        press("Ctrl+Z");
        press("Ctrl+Z");
        soon().until(() -> journal("summary").equals("The pool ran "));
        press("Ctrl+Y");
        soon().until(() -> journal("summary").equals("The pool ran dry"));
        assertThat(journal("impact")).isEqualTo("Domain");
    }

    @Test
    void anIncidentIsClosedOnlyWhenItsLessonsAreIn() throws JournalException {
        enter("Orders fail");
        resolve();
        write();

        step("Ben", "Ben writes it");
        soon().until(() -> now().phase() == Phase.POSTMORTEM);
        step("", "It goes to those who read it");
        soon().until(() -> now().review().status() == Review.Status.IN_REVIEW);
        stopped("cause");

        form("F4", List.of("checkout", "none", "412 orders"), "State the impact");
        form("F9", List.of("CR-7", "defaults are not in the diff"), "State the cause");
        form("F5", List.of("Show defaults in the diff", "Ben", "", "the old case fails in a test"), "Show defaults");
        step("", "It is approved in your name");
        soon().until(() -> now().phase() == Phase.HARDENING);

        stopped("STOP 3");
        form(
                "F8",
                List.of("changes are shown", "too weak", "defaults too", "diff gate", "run 7 fails", "Eve"),
                "Record the hardening");
        stopped("STOP 3");
        ask("F10", "3f2c1ab", "3f2c1ab is merged; the old case was not tried");
        stopped("STOP 3");
        ask("F10", "3f2c1ab fails", "the gate now fails on the old case");
        step("", "The incident is closed for good");

        soon().until(() -> now().phase() == Phase.CLOSED);
    }

    @Test
    void anEditAfterTheApprovalTakesItAway() throws JournalException {
        enter("Orders fail");
        resolve();
        done(Given.ANA, new IncidentCommand.OpenPostmortem(BEN, Optional.empty()));
        done(BEN, new IncidentCommand.StateImpact("checkout", "none", "412 orders"));
        done(BEN, new IncidentCommand.StateCause("CR-7", "too weak"));
        done(
                BEN,
                new IncidentCommand.AddAction(
                        tocsin.domain.postmortem.ActionKind.PREVENT,
                        "Show defaults in the diff",
                        BEN,
                        Optional.empty(),
                        "the old case fails"));
        done(BEN, new IncidentCommand.RequestReview());
        done(EVE, new IncidentCommand.ApprovePostmortem());
        write();
        soon().until(() -> text(".paper-line").contains("approved"));

        type("One more word");

        soon().until(() -> now().review().approval().isEmpty());
        soon().until(() -> text(".paper-line").contains("draft"));
    }

    private void write() {
        press("Ctrl+P");
        soon().until(() -> focusOn("prose"));
        soon().until(() -> text(".postmortem .room-title").startsWith("Postmortem: "));
    }

    private String journal(String section) throws JournalException {
        return Manuscript.of(console.desk(), console.history(id).facts()).text(section);
    }

    /// The next step of the document, answered and confirmed.
    private void step(String words, String reading) throws JournalException {
        press("Ctrl+Enter");
        soon().until(() -> focusOn("prompt-line"));
        confirm(words, reading);
    }

    @Override
    void ask(String keys, String words, String reading) throws JournalException {
        press(keys);
        soon().until(() -> focusOn("prompt-line"));
        confirm(words, reading);
    }

    private void confirm(String words, String reading) throws JournalException {
        type(words);
        awaitReading(".prompt-head .muted", reading);
        int before = console.history(id).facts().size();
        press(KeyCode.ENTER);
        soon().until(() -> console.history(id).facts().size() > before);
        soon().until(() -> focusOn("prose"));
    }

    /// The next step is asked for and refused: what is missing stands in the line, and Enter writes nothing.
    private void stopped(String missing) throws JournalException {
        int before = console.history(id).facts().size();
        press("Ctrl+Enter");
        soon().until(() -> focusOn("prompt-line"));
        awaitReading(".prompt .refusal", missing);
        press(KeyCode.ENTER);
        assertThat(console.history(id).facts()).hasSize(before);
        press(KeyCode.ESCAPE);
        soon().until(() -> focusOn("prose"));
    }

    /// Row by row, from the first that says nothing.
    private void form(String key, List<String> rows, String reading) throws JournalException {
        press(key);
        soon().until(() -> focusOn("prompt-line"));
        for (String row : rows) {
            type(row);
            press(KeyCode.TAB);
        }
        awaitReading(".prompt-head .muted", reading);
        int before = console.history(id).facts().size();
        press("Ctrl+Enter");
        soon().until(() -> console.history(id).facts().size() > before);
        soon().until(() -> focusOn("prose"));
    }

    /// By other means: this journey begins where the fire is out.
    private void resolve() {
        done(Given.ANA, new IncidentCommand.AddEntry(EntryKind.HYPOTHESIS, "pool exhausted, confidence low"));
        done(Given.ANA, new IncidentCommand.Move(Phase.IDENTIFIED, ""));
        done(Given.ANA, new IncidentCommand.ProposePlan(EmergencyPlan.ofOneLine("roll back", BEN, "roll forward")));
        done(Given.ANA, new IncidentCommand.Move(Phase.MITIGATING, ""));
        done(Given.ANA, new IncidentCommand.SetStamp(StampName.FIX_APPLIED, Optional.of(BEN), ""));
        done(Given.ANA, new IncidentCommand.Move(Phase.MONITORING, ""));
        done(Given.ANA, new IncidentCommand.SetStamp(StampName.STABILITY_VERIFIED, Optional.of(EVE), ""));
        done(Given.ANA, new IncidentCommand.SetStamp(StampName.IMPACT_ENDED, Optional.empty(), ""));
        wall = wall.plus(Duration.ofMinutes(61));
        done(Given.ANA, new IncidentCommand.Move(Phase.RESOLVED, ""));
    }
}
