package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tocsin.ui.Keyboard.focusOn;
import static tocsin.ui.Keyboard.onScreen;
import static tocsin.ui.Keyboard.press;
import static tocsin.ui.Keyboard.text;
import static tocsin.ui.Keyboard.type;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.Answer;
import tocsin.app.Console;
import tocsin.app.Gesture;
import tocsin.app.Profile;
import tocsin.app.search.Search;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.Recorded;
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
import tocsin.journal.Appender;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;
import tocsin.journal.RealDisk;
import tocsin.journal.Settings;
import tocsin.journal.StoredFact;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Toolkit;

/// From the declaration to the end of it by keyboard alone, through the real window, each journey ending in the facts
/// that were written. Nothing here points at anything.
class CommandJourneyTest {
    private static final PersonId MARA = new PersonId("Mara Lind");
    private static final PersonId ROSA = new PersonId("Rosa Okafor");
    private static final PersonId EVE = new PersonId("Eve Lang");
    private static final PersonId TOM = new PersonId("Tom Adler");

    @TempDir
    Path folder;

    private volatile Instant wall = Given.NOW;
    private Windows windows;
    private Console console;
    private IncidentId id;
    private Future<?> opened;

    @AfterEach
    void close() throws ExecutionException, InterruptedException {
        windows.shut();
        opened.get();
        console.close();
    }

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

    @Test
    void mergingAndPartingLeavesBothLogsWholeWithTheLinksBehindThem() throws JournalException {
        open(folder);
        IncidentId other = Given.declared(console, "Basket is slow", Severity.SEV3, 9);
        Given.logged(console, other, "carts time out");
        goInto(Given.declared(console, "Checkout errors", Severity.SEV2, 20));
        say("pool is full");
        List<Recorded> ours = console.history(id).facts();
        List<Recorded> theirs = console.history(other).facts();

        choose("merge into another", "Merge into another incident");
        answer("basket the same pool", "Basket is slow");
        assertThat(now().phase()).isEqualTo(Phase.MERGED);
        assertThat(now().mergedInto()).contains(other);
        assertThat(console.history(other).now().absorbed()).containsExactly(id);

        choose("take the merge back", "Take the merge back");
        answer("two causes after all", "Parts it from");
        assertThat(now().phase()).isEqualTo(Phase.INVESTIGATING);
        assertThat(now().mergedInto()).isEmpty();
        assertThat(console.history(other).now().absorbed()).isEmpty();
        assertThat(console.history(id).facts())
                .startsWith(ours.toArray(Recorded[]::new))
                .hasSize(ours.size() + 2);
        assertThat(console.history(other).facts())
                .startsWith(theirs.toArray(Recorded[]::new))
                .hasSize(theirs.size() + 2);
    }

    @Test
    void twoDesksThatDisagreeAreSettledByADigit() throws JournalException {
        Path here = folder.resolve("here");
        Path there = folder.resolve("there");
        try (Console first = Given.console(here)) {
            id = Given.declared(first, "Checkout errors", Severity.SEV2, 20);
        }
        try (Console apart = Given.console(there)) {
            take(apart, facts(here));
            done(apart, MARA, new IncidentCommand.Retitle("Payments fail"));
        }
        open(here);
        goInto(id);
        choose("change the title", "Change the title");
        press("Ctrl+A");
        answer("Checkout is down", "");
        take(console, facts(there));
        soon().until(() -> !seen(".due-quarrel .strong").isEmpty());
        assertThat(now().openConflicts()).hasSize(1);

        String wanted = now().openConflicts().getFirst().wanted();
        ask("Ctrl+Shift+C", "2", "From now on: " + wanted);
        assertThat(now().openConflicts()).isEmpty();
        assertThat(now().title()).isEqualTo(wanted);
        assertThat(now().conflicts()).hasSize(1);
        soon().until(() -> seen(".due-quarrel .strong").isEmpty());
    }

    // The hands

    private void open(Path profile) throws JournalException {
        console = Given.console(profile, () -> wall);
        windows = new Windows(new Surroundings(Given.ANA, Given.BERLIN, Locale.ENGLISH, () -> wall), console.profile());
        Toolkit.start();
        var task = new FutureTask<Void>(() -> windows.open(console, () -> Search.open(console)), null);
        opened = task;
        Thread.ofPlatform().name("opener").start(task);
        soon().until(() -> onScreen(() -> Window.getWindows().size()) == 1);
    }

    private void enter(String title) throws JournalException {
        open(folder);
        goInto(Given.declared(console, title, Severity.SEV2, 20));
    }

    private void goInto(IncidentId incident) throws JournalException {
        id = incident;
        String title = now().title();
        soon().until(() -> seen(".card-title").contains(title));
        soon().until(() -> focusOn("cards"));
        choose(title.toLowerCase(Locale.ROOT), "");
        soon().until(() -> focusOn("entry-field"));
        soon().until(() -> text(".room-header .room-title").equals(title));
    }

    private void say(String words) throws JournalException {
        type(words);
        int before = console.history(id).facts().size();
        press(KeyCode.ENTER);
        soon().until(() -> console.history(id).facts().size() > before);
    }

    /// By the palette, which opens another line under this title, or goes somewhere.
    private static void choose(String words, String title) {
        press("Ctrl+K");
        soon().until(() -> focusOn("prompt-line"));
        type(words);
        press(KeyCode.ENTER);
        if (!title.isEmpty()) {
            soon().until(() -> asked(title));
        }
    }

    private void ask(String keys, String words, String reading) throws JournalException {
        press(keys);
        soon().until(() -> focusOn("prompt-line"));
        answer(words, reading);
    }

    /// Enter, once the line says that this is what it will do.
    private void answer(String words, String reading) throws JournalException {
        type(words);
        awaitReading(".prompt-head .muted", reading);
        int before = console.history(id).facts().size();
        String title = seen(".prompt-title").getFirst();
        press(KeyCode.ENTER);
        soon().until(() -> !asked(title));
        if (seen(".prompt-title").isEmpty()) {
            assertThat(console.history(id).facts().size()).isGreaterThan(before);
            soon().until(() -> focusOn("entry-field"));
        }
    }

    /// The words stay, the reason stands under them, and Enter writes nothing.
    private void refused(String keys, String words, String why) throws JournalException {
        int before = console.history(id).facts().size();
        press(keys);
        soon().until(() -> focusOn("prompt-line"));
        type(words);
        awaitReading(".prompt .refusal", why);
        press(KeyCode.ENTER);
        assertThat(seen(".prompt .refusal").getFirst()).contains(why);
        assertThat(console.history(id).facts()).hasSize(before);
        press(KeyCode.ESCAPE);
        soon().until(() -> focusOn("entry-field"));
    }

    /// In the field of several rows Enter alone breaks the line.
    private void plan(String words) throws JournalException {
        press("Ctrl+Shift+P");
        soon().until(() -> focusOn("prompt-line"));
        type(words);
        awaitReading(".prompt-head .muted", "Ctrl+Enter");
        press("Ctrl+Enter");
        soon().until(() -> now().standingPlan().isPresent());
        soon().until(() -> focusOn("entry-field"));
    }

    private static void awaitReading(String query, String reading) {
        soon().untilAsserted(() -> assertThat(seen(query)).anyMatch(line -> line.contains(reading)));
    }

    /// Looks more often than usual: a journey has many steps.
    private static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
    }

    // What is seen, and what was written

    private static boolean asked(String title) {
        return seen(".prompt-title").contains(title);
    }

    private static List<String> seen(String query) {
        return onScreen(() -> Window.getWindows().getLast().getScene().getRoot().lookupAll(query).stream()
                .filter(CommandJourneyTest::visible)
                .filter(Labeled.class::isInstance)
                .map(node -> Objects.requireNonNullElse(((Labeled) node).getText(), ""))
                .filter(words -> !words.isEmpty())
                .toList());
    }

    private static boolean visible(Node node) {
        return node.isVisible() && (node.getParent() == null || visible(node.getParent()));
    }

    private Deadline response() throws JournalException {
        Incident incident = now();
        Clock clock = IncidentClocks.of(incident, console.organisation().rules(incident.zone())).stream()
                .filter(each -> each.name().equals("response"))
                .findFirst()
                .orElseThrow();
        return ((Clock.Timed) clock.start()).deadline();
    }

    private Incident now() throws JournalException {
        return console.history(id).now();
    }

    private void done(PersonId who, IncidentCommand command) {
        done(console, who, command);
    }

    private void done(Console at, PersonId who, IncidentCommand command) {
        assertThat(at.act(Gesture.of(who, id, command)).join()).isInstanceOf(Answer.Done.class);
    }

    private static List<StoredFact> facts(Path profile) throws JournalException {
        var facts = new ArrayList<StoredFact>();
        Settings small = Settings.standard().withBallastBytes(0).withLowDiskBytes(0);
        try (Journal journal = Journal.open(new RealDisk(), new Profile(profile).journal(), small)) {
            journal.replay(-1, (_, fact) -> facts.add(fact));
        }
        return facts;
    }

    private static void take(Console console, List<StoredFact> facts) {
        console.adopt(out -> {
                    for (StoredFact fact : facts) {
                        out.adopt(fact, Appender.Continuity.WHOLE_CHAIN);
                    }
                    return Optional.empty();
                })
                .join();
    }
}
