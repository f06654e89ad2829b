package tocsin.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.Console;
import tocsin.app.Pulses;
import tocsin.base.PersonId;
import tocsin.domain.incident.Rules;
import tocsin.domain.organisation.OrganisationCommand;
import tocsin.domain.organisation.OrganisationCommand.SetPerson;
import tocsin.domain.organisation.OrganisationCommand.SetService;
import tocsin.domain.organisation.OrganisationCommand.SetTeam;
import tocsin.domain.organisation.Person;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Severity;
import tocsin.journal.JournalException;
import tocsin.ui.Given;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Office;

class PeopleModelTest {
    private static final PersonId MARA = new PersonId("Mara Lind");

    @TempDir
    Path folder;

    private final Words words = Words.in(Locale.ENGLISH);
    private final PeopleModel model = new PeopleModel(words, InstantSource.fixed(Given.NOW));
    private Console console;
    private PeoplePrompts prompts;

    @BeforeEach
    void open() throws JournalException {
        console = Given.console(folder);
        prompts = new PeoplePrompts(Office.of(console, Given.ANA, words), console::organisation);
        organise(
                new SetTeam("Payments", Optional.empty()),
                person("Mara Lind", "ML", "Payments", Role.SCRIBE),
                person("מיכל לוי", "מל", "Payments", Role.OPERATIONS),
                person("M. Duval", "MD", "Payments", Role.COMMANDER),
                new SetService("checkout", Optional.of("Payments"), Optional.of(MARA)));
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void aFewLettersFindPeopleByAnyOfTheirWords() {
        model.filterProperty().set("scri pay");
        assertThat(names()).containsExactly("Mara Lind");
        assertThat(model.getCount()).isEqualTo("1 of 3 people");
        model.filterProperty().set("לוי");
        assertThat(names()).containsExactly("מיכל לוי");
        model.filterProperty().set("nobody like this");
        assertThat(model.isNothingFits()).isTrue();
        assertThat(model.chosen()).isEmpty();
    }

    @Test
    void whoCommandsALiveIncidentIsSaidBesideTheirName() throws JournalException {
        Given.declared(console, "Checkout errors", Severity.SEV1, 5);
        model.show(Pulses.now(console, Rules::shipped, InstantSource.fixed(Given.NOW)));
        model.filterProperty().set("duval");
        assertThat(model.rows().getFirst().now()).isEqualTo("Commander");
        assertThat(model.holding(Given.ANA)).isEqualTo("Commander · INC-2026-1121-001");
    }

    @Test
    void arrowsPointAndTheOnePointedAtStaysWhenSomebodyIsAdded() {
        model.move(1);
        PersonId chosen = model.chosen().orElseThrow();
        organise(person("Aaron First", "AF", "Payments", Role.LEGAL));
        assertThat(model.chosen()).contains(chosen);
        model.move(-100);
        assertThat(model.chosen()).contains(new PersonId("Aaron First"));
    }

    @Test
    void threeHundredPeopleAreListedAndNarrowed() {
        organise(IntStream.range(0, 300)
                .mapToObj(number -> person("Person " + number, "P" + number, "Payments", Role.EXPERT))
                .toArray(OrganisationCommand[]::new));
        assertThat(model.rows()).hasSize(303);
        model.filterProperty().set("person 29");
        assertThat(model.rows()).hasSize(11);
    }

    @Test
    void teamsAndServicesNameWhoAnswersForThem() {
        assertThat(model.sides().get(0)).extracting(SideRow::note).containsExactly("no lead · 3 people");
        assertThat(model.sides().get(1)).extracting(SideRow::note).containsExactly("Mara Lind · Payments");
    }

    @Test
    void oneLineRenamesAndSaysWhatItsInitialsWillBe() {
        Prompt prompt = prompts.rename(console.organisation().person(MARA).orElseThrow());
        assertThat(prompt.read("Mara Lind")).isInstanceOf(Prompt.Wanting.class);
        assertThat(prompt.read("M. Duval")).isInstanceOf(Prompt.Wrong.class);
        Prompt.Ready ready = ready(prompt, "Mara Berg");
        assertThat(ready.summary()).isEqualTo("Mara Lind is called Mara Berg (MB) from now on");
        ready.run().get().join();
        assertThat(console.organisation().initials("mb").map(Person::id)).contains(new PersonId("Mara Berg"));
        assertThat(console.organisation().service("checkout").orElseThrow().owner())
                .contains(new PersonId("Mara Berg"));
    }

    @Test
    void oneLineAddsAPersonWithInitialsMadeFromTheName() {
        Prompt.Ready ready = ready(prompts.add(), "Moritz Lang, , +49 30 555, ops, Payments");
        assertThat(ready.summary()).isEqualTo("Moritz Lang (ML2) · +49 30 555 · Operations · Payments");
        ready.run().get().join();
        assertThat(console.organisation().initials("ml2").orElseThrow().trained())
                .containsExactly(Role.OPERATIONS);
    }

    @Test
    void aTeamThatIsNotThereComesWithItsFirstPerson() {
        Prompt.Ready ready = ready(prompts.add(), "Ana Kovac, AK, \"desk 4, floor 2\", , Search");
        assertThat(ready.effects()).containsExactly("The team Search is new and comes with it");
        ready.run().get().join();
        Person ana = console.organisation().person(new PersonId("ana kovac")).orElseThrow();
        assertThat(ana.contact()).isEqualTo("desk 4, floor 2");
        assertThat(prompts.change(ana).draft()).isEqualTo("AK, \"desk 4, floor 2\", , Search");
    }

    @Test
    void initialsOfSomebodyElseAreRefusedInTheLine() {
        assertThat(prompts.add().read("Ana Kovac, ML"))
                .isInstanceOfSatisfying(
                        Prompt.Wrong.class, wrong -> assertThat(wrong.line()).contains("Mara Lind"));
    }

    @Test
    void rolesAreCompletedAsTheyAreTyped() {
        assertThat(prompts.add().read("Ana Kovac, AK, , scribe cust").options())
                .extracting(Prompt.Option::fill)
                .contains("Ana Kovac, AK, , scribe customer-liaison");
    }

    @Test
    void aServiceGetsItsOwnerByInitials() {
        ready(prompts.service(Optional.empty()), "search, Payments, md")
                .run()
                .get()
                .join();
        assertThat(console.organisation().service("search").orElseThrow().owner())
                .contains(Given.ANA);
    }

    @Test
    void whoFitsTwiceIsAskedFor() {
        assertThat(prompts.team(Optional.empty()).read("Payments, m"))
                .isInstanceOfSatisfying(
                        Prompt.Wanting.class,
                        wanting -> assertThat(wanting.options()).hasSizeGreaterThan(1));
    }

    @Test
    void aTeamWithPeopleIsNotDropped() {
        assertThat(prompts.drop(model.sides().get(0).getFirst()).read("")).isInstanceOf(Prompt.Wrong.class);
    }

    @Test
    void whoLeavesWithARoleInALiveIncidentIsToldOf() {
        Prompt.Ready ready = ready(prompts.leaves(MARA, "Scribe · INC-2026-1121-001"), "");
        assertThat(ready.effects()).anyMatch(line -> line.contains("Scribe · INC-2026-1121-001"));
        ready.run().get().join();
        assertThat(console.organisation().person(MARA)).isEmpty();
    }

    private static Prompt.Ready ready(Prompt prompt, String text) {
        return (Prompt.Ready) prompt.read(text);
    }

    private static OrganisationCommand person(String name, String initials, String team, Role role) {
        return new SetPerson(new PersonId(name), initials, "", List.of(role), Optional.of(team));
    }

    private List<String> names() {
        return new ArrayList<>(model.rows()).stream().map(PersonRow::name).toList();
    }

    private void organise(OrganisationCommand... commands) {
        console.organise(List.of(commands), Given.ANA).join();
        model.show(console.organisation());
    }
}
