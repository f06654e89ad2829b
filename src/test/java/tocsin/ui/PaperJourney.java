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
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.domain.incident.EmergencyPlan;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.StampName;
import tocsin.domain.prose.Manuscript;
import tocsin.domain.timeline.EntryKind;
import tocsin.journal.JournalException;

/// Somebody at the keys of a real window, before a postmortem.
abstract class PaperJourney extends Journey {
    static final PersonId BEN = new PersonId("Ben");
    static final PersonId EVE = new PersonId("Eve");

    /// The journey begins in the text of the postmortem of a fire that is out.
    void write(String title) throws JournalException {
        enter(title);
        resolve();
        done(Given.ANA, new IncidentCommand.OpenPostmortem(Given.ANA, Optional.empty()));
        press("Ctrl+P");
        soon().until(() -> focusOn("prose"));
        soon().until(() -> text(".postmortem .room-title").startsWith("Postmortem: "));
    }

    /// By other means: this journey begins where the fire is out.
    void resolve() {
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

    void words(String words) throws JournalException {
        type(words);
        soon().until(() -> paper("summary").endsWith(words));
    }

    String paper(String section) throws JournalException {
        return Manuscript.of(console.desk(), console.history(id).facts()).text(section);
    }

    /// Selects so many letters before the caret.
    static void selectBack(int letters) {
        for (int i = 0; i < letters; i++) {
            press("Shift+Left");
        }
    }

    /// What these keys ask, answered once the line says what it will do. The focus is in the text again afterwards.
    void does(String keys, String words, String reading) throws JournalException {
        press(keys);
        confirms(words, reading);
    }

    void chooses(String act, String words, String reading) throws JournalException {
        press("Ctrl+K");
        soon().until(() -> focusOn("prompt-line"));
        type(act);
        press(KeyCode.ENTER);
        soon().until(() -> seen(".prompt-title").stream().noneMatch("Find or do"::equals));
        confirms(words, reading);
    }

    private void confirms(String words, String reading) throws JournalException {
        soon().until(() -> focusOn("prompt-line"));
        type(words);
        try {
            awaitReading(".prompt-head .muted", reading);
        } catch (org.awaitility.core.ConditionTimeoutException vain) {
            throw new AssertionError(
                    seen(".prompt .refusal") + " " + seen(".prompt-title") + seen(".prompt .label"), vain);
        }
        int before = console.history(id).facts().size();
        press(KeyCode.ENTER);
        soon().until(() -> console.history(id).facts().size() > before);
        soon().until(() -> !focusOn("prompt-line"));
    }

    /// The facts of a kind, oldest first.
    <F extends Fact> List<F> facts(Class<F> kind) throws JournalException {
        return console.history(id).facts().stream()
                .map(tocsin.domain.Recorded::fact)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /// The last fact of a kind, once there are so many.
    <F extends Fact> F last(Class<F> kind, int count) throws JournalException {
        soon().until(() -> facts(kind).size() >= count);
        assertThat(facts(kind)).hasSize(count);
        return facts(kind).getLast();
    }
}
