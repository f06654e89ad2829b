package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.ui.Keyboard.focusOn;
import static tocsin.ui.Keyboard.press;
import static tocsin.ui.Keyboard.text;
import static tocsin.ui.Keyboard.type;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tocsin.base.PersonId;
import tocsin.domain.clock.Clock;
import tocsin.domain.clock.Deadline;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentClocks;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.StampName;
import tocsin.domain.roster.Offer;
import tocsin.domain.roster.Role;
import tocsin.domain.roster.Term;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.EntryKind;
import tocsin.journal.JournalException;

/// From the declaration to the end of it by keyboard alone, through the real window, each journey ending in the facts
/// that were written.
class CommandJourneyTest extends Journey {
    private static final PersonId MARA = new PersonId("Mara Lind");
    private static final PersonId ROSA = new PersonId("Rosa Okafor");
    private static final PersonId EVE = new PersonId("Eve Lang");
    private static final PersonId TOM = new PersonId("Tom Adler");

    @Test
    void anEmptyBoardIsInCommandAfterThreeKeys() throws JournalException {
        open(folder);
        press("Ctrl+N");
        press(KeyCode.ENTER);
        soon().until(() -> console.incidents().size() == 1);
        id = console.incidents().iterator().next();
        assertThat(now().severity()).isEqualTo(Severity.SEV2);
        assertThat(now().commander()).contains(Given.ANA);
        assertThat(now().declaredAt()).contains(Given.NOW);
        assertThat(now().phase()).isEqualTo(Phase.INVESTIGATING);
        soon().until(() -> focusOn("cards"));
        press(KeyCode.ENTER);
        soon().until(() -> text(".crew-name").equals("M. Duval"));
        assertThat(focusOn("entry-field")).isTrue();
    }

    @Test
    void fourRolesAreGivenOneAfterTheOther() throws JournalException {
        enter("Checkout errors");
        ask("F3", "s \"Mara Lind\"", "Mara Lind");
        ask("F3", "o \"Rosa Okafor\"", "Rosa Okafor");
        ask("F3", "c \"Eve Lang\"", "Eve Lang");
        ask("F3", "p \"Tom Adler\"", "Tom Adler");
        assertThat(now().crew().current().stream().collect(Collectors.toMap(Term::role, Term::person)))
                .isEqualTo(Map.of(
                        Role.COMMANDER, Given.ANA,
                        Role.SCRIBE, MARA,
                        Role.OPERATIONS, ROSA,
                        Role.COMMUNICATIONS, EVE,
                        Role.PLANNING, TOM));
        soon().untilAsserted(() -> assertThat(seen(".crew-rows .crew-word")).contains("Tom Adler"));
    }

    @Test
    void raisingStartsTheResponseAnewAndCanBeTakenBack() throws JournalException {
        enter("Checkout errors");
        Instant before = response().anchor();
        wall = wall.plus(Duration.ofMinutes(5));
        press("Ctrl+Up");
        soon().until(() -> now().severity() == Severity.SEV1);
        assertThat(before).isBefore(wall);
        assertThat(response().anchor()).isEqualTo(wall);
        soon().until(() -> text(".room-header .level").equals("SEV-1"));

        press("Ctrl+Z");
        soon().until(() -> now().severity() == Severity.SEV2);
        assertThat(response().anchor()).isEqualTo(before);
        soon().until(() -> text(".room-header .level").equals("SEV-2"));
        assertThat(focusOn("entry-field")).isTrue();
    }

    @Test
    void commandMovesWithTheYesOfWhoeverFollows() throws JournalException {
        enter("Checkout errors");
        ask("F6", "\"Mara Lind\"", "Ask Mara Lind to take over");
        soon().until(() -> asked("What worries you?"));
        answer("the replicas may lag", "Asks Mara Lind");
        assertThat(now().commander()).contains(Given.ANA);
        assertThat(now().crew().openOffer(Role.COMMANDER))
                .get()
                .extracting(Offer::from, Offer::to, Offer::worry)
                .containsExactly(Given.ANA, MARA, "the replicas may lag");

        done(MARA, new IncidentCommand.AcceptHandover(Role.COMMANDER));
        assertThat(now().commander()).contains(MARA);
        soon().until(() -> text(".crew-name").equals("Mara Lind"));

        done(MARA, new IncidentCommand.OfferHandover(Role.COMMANDER, Given.ANA, "nothing", "All is calm"));
        soon().until(() -> !seen(".crew-offers .label").isEmpty());
        ask("Shift+F6", "", "Accept from Mara Lind");
        assertThat(now().commander()).contains(Given.ANA);
        assertThat(now().crew().terms().stream()
                        .filter(term -> term.role() == Role.COMMANDER)
                        .map(Term::person))
                .containsExactly(Given.ANA, MARA, Given.ANA);
    }

    @Test
    void theWholeWayIsGoneAndNoGateIsPassedUnmet() throws JournalException {
        enter("Checkout errors");
        ask("F3", "o \"Rosa Okafor\"", "Rosa Okafor");
        ask("F3", "s \"Eve Lang\"", "Eve Lang");
        refused("F4", "2", "Not Identified yet");
        say("~ the pool is exhausted, confidence low");
        ask("F4", "2", "Investigating → Identified");

        refused("F4", "3", "Not Mitigating yet");
        plan("roll back to 4.1 / Rosa Okafor / roll forward / drain b; roll back b");
        ask("F4", "3", "Identified → Mitigating");

        refused("F4", "4", "Not Monitoring yet");
        ask("Ctrl+Shift+D", "1", "Done: drain b");
        ask("Ctrl+Shift+D", "2", "Done: roll back b");
        ask("F4", "4", "Mitigating → Monitoring");
        assertThat(now().standing(StampName.FIX_APPLIED).orElseThrow().person()).isEqualTo(ROSA);

        ask("F7", "impact-ended -2m", "Stamps");
        refused("F7", "stability-verified @Rosa Okafor", "Rosa Okafor");
        ask("F7", "stability-verified @Eve Lang", "Eve Lang");
        wall = wall.plus(Duration.ofMinutes(59));
        refused("F4", "5", "Not Resolved yet");
        wall = wall.plus(Duration.ofMinutes(1));
        ask("F4", "5", "Monitoring → Resolved");

        assertThat(now().phases().stream().map(spell -> spell.phase()))
                .endsWith(Phase.INVESTIGATING, Phase.IDENTIFIED, Phase.MITIGATING, Phase.MONITORING, Phase.RESOLVED);
        assertThat(now().standing(StampName.STABILITY_VERIFIED).orElseThrow().person())
                .isEqualTo(EVE);
        assertThat(now().waivers()).isEmpty();
    }

    @Test
    void aLineThatWasTooEarlyIsReadAnewWhenWhatItLackedArrives() throws JournalException {
        enter("Checkout errors");
        press("F4");
        soon().until(() -> focusOn("prompt-line"));
        type("2");
        awaitReading(".prompt .refusal", "Not Identified yet");
        done(MARA, new IncidentCommand.AddEntry(EntryKind.HYPOTHESIS, "the pool is exhausted, confidence low"));
        awaitReading(".prompt-head .muted", "Investigating → Identified");
        press(KeyCode.ENTER);
        soon().until(() -> now().phase() == Phase.IDENTIFIED);
    }

    private Deadline response() throws JournalException {
        Incident incident = now();
        Clock clock = IncidentClocks.of(incident, console.organisation().rules(incident.zone())).stream()
                .filter(each -> each.name().equals("response"))
                .findFirst()
                .orElseThrow();
        return ((Clock.Timed) clock.start()).deadline();
    }
}
