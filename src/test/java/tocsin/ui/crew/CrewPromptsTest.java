package tocsin.ui.crew;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.ui.crew.Desks.BEN;
import static tocsin.ui.crew.Desks.DUVAL;
import static tocsin.ui.crew.Desks.MARA;
import static tocsin.ui.crew.Desks.enter;
import static tocsin.ui.crew.Desks.fills;
import static tocsin.ui.crew.Desks.summary;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.organisation.OrganisationCommand;
import tocsin.domain.roster.Offer;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.Task;
import tocsin.journal.JournalException;
import tocsin.ui.kit.Prompt;

/// What is typed after F2, F3, F6 and Ctrl+J, and what it does.
class CrewPromptsTest {
    @TempDir
    Path folder;

    private Desks desks;

    @BeforeEach
    void open() throws JournalException {
        desks = new Desks(folder, Severity.SEV2);
        desks.did(MARA, new IncidentCommand.AddEntry(EntryKind.NOTE, "I am here"), 20);
        desks.did(BEN, new IncidentCommand.AddEntry(EntryKind.NOTE, "so am I"), 19);
    }

    @AfterEach
    void close() {
        desks.close();
    }

    private Prompt.Reading assign(String text) {
        return new RolePrompts(desks.desk()).assign("").read(text);
    }

    @Test
    void sixKeysAssignARole() {
        Prompt.Reading reading = assign("smar");
        assertThat(summary(reading)).isEqualTo("Scribe: Mara Lind");
        assertThat(enter(reading)).isEqualTo(new Prompt.Done("Scribe: Mara Lind"));
        assertThat(desks.incident().crew().holder(Role.SCRIBE)).contains(MARA);
    }

    @Test
    void aBlankBetweenRoleAndNameIsAsGood() {
        assertThat(summary(assign("s mar"))).isEqualTo("Scribe: Mara Lind");
        assertThat(summary(assign("scribe lind"))).isEqualTo("Scribe: Mara Lind");
        assertThat(summary(assign("cl ben"))).isEqualTo("Customer liaison: Ben Okafor");
    }

    @Test
    void theListBeginsWithWhatIsVacant() {
        desks.assigned(Role.SCRIBE, MARA);
        assertThat(assign("").options().subList(0, 3))
                .extracting(Prompt.Option::name, Prompt.Option::note, Prompt.Option::cap)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Operations", "vacant", "O"),
                        org.assertj.core.groups.Tuple.tuple("Communications", "vacant", "C"),
                        org.assertj.core.groups.Tuple.tuple("Scribe", "Mara Lind since 13:52", "S"));
    }

    @Test
    void whoeverHeldItIsNamedBeforeItIsDone() {
        desks.assigned(Role.SCRIBE, MARA);
        assertThat(assign("s ben"))
                .isInstanceOfSatisfying(
                        Prompt.Ready.class,
                        ready -> assertThat(ready.effects()).containsExactly("Mara Lind lays it down"));
    }

    @Test
    void twoWhoBeginAlikeAreBothOffered() {
        desks.did(new PersonId("Mark Twain"), new IncidentCommand.AddEntry(EntryKind.NOTE, "hello"), 5);
        Prompt.Reading reading = assign("s mar");
        assertThat(summary(reading)).startsWith("? Several");
        assertThat(fills(reading)).containsExactlyInAnyOrder("s \"Mara Lind\"", "s \"Mark Twain\"");
        assertThat(summary(assign("s \"Mark Twain\""))).isEqualTo("Scribe: Mark Twain");
    }

    @Test
    void somebodyNewIsOfferedAndNeverMadeByASlip() {
        Prompt.Reading reading = assign("s Zoë");
        assertThat(summary(reading)).isEqualTo("? Nobody here is called “Zoë”");
        assertThat(fills(reading)).containsExactly("s \"Zoë\"");
        enter(assign(fills(reading).getFirst()));
        assertThat(desks.incident().crew().holder(Role.SCRIBE)).contains(new PersonId("Zoë"));
    }

    @Test
    void theOrganisationsPeopleAreFoundByNameAndInitials() {
        desks.console()
                .organise(
                        new OrganisationCommand.SetPerson(
                                new PersonId("Søren Ångström"), "SQ", "", List.of(Role.SCRIBE), Optional.empty()),
                        DUVAL)
                .join();
        assertThat(summary(assign("s ang"))).isEqualTo("Scribe: Søren Ångström");
        assertThat(summary(assign("s sq"))).isEqualTo("Scribe: Søren Ångström");
        assertThat(assign("s ").options().getFirst().note()).isEqualTo("trained");
    }

    @Test
    void aDashFreesTheRole() {
        desks.assigned(Role.SCRIBE, MARA);
        assertThat(summary(assign("s -"))).isEqualTo("Mara Lind lays down Scribe");
        enter(assign("s-"));
        assertThat(desks.incident().crew().holder(Role.SCRIBE)).isEmpty();
        assertThat(summary(assign("s -"))).isEqualTo("! Nobody like that holds Scribe");
    }

    @Test
    void aSlashNamesTheSubTeam() {
        Prompt.Reading reading = assign("t ben /alpha");
        assertThat(summary(reading)).isEqualTo("Team lead: Ben Okafor, team alpha");
        enter(reading);
        assertThat(desks.incident().crew().current())
                .anySatisfy(term -> assertThat(term.team()).contains("alpha"));
    }

    @Test
    void commandIsNotAssignedAndRefusalsAreSaidBeforeEnter() {
        assertThat(summary(assign("ic ben"))).startsWith("! Command moves only with a yes");
        assertThat(summary(assign("s duv"))).startsWith("! On SEV-2 the commander keeps both hands free");
        assertThat(summary(assign("xyz"))).startsWith("! No role begins with");
    }

    private Prompt.Reading give(String text) {
        return new TaskPrompts(desks.desk(), TreeMap::new).give().read(text);
    }

    @Test
    void aTaskIsAnOwnerMinutesAndWords() {
        Prompt.Reading reading = give("mar 15 check the replicas");
        assertThat(summary(reading)).isEqualTo("Mara Lind, 15 min: check the replicas");
        enter(reading);
        Task task = desks.incident().timeline().openTasks().iterator().next();
        assertThat(task.owner()).isEqualTo(MARA);
        assertThat(task.box()).contains(Duration.ofMinutes(15));
        assertThat(task.text()).isEqualTo("check the replicas");
    }

    @Test
    void whatIsNoLengthBelongsToTheWords() {
        assertThat(summary(give("mar 3rd replica is slow"))).isEqualTo("Mara Lind, no time box: 3rd replica is slow");
        assertThat(summary(give("ben 1h30m watch"))).isEqualTo("Ben Okafor, 1 h 30 min: watch");
        assertThat(summary(give("mar 15"))).isEqualTo("? Mara Lind, 15 min: what is to be done?");
    }

    @Test
    void whoAsksSomebodyIsTold() {
        assertThat(give("mar 15 can someone look at the pool"))
                .isInstanceOfSatisfying(
                        Prompt.Ready.class,
                        ready -> assertThat(ready.effects())
                                .containsExactly("This asks nobody in particular: say to Mara Lind what to do"));
    }

    @Test
    void aNameThatIsChosenKeepsMinutesAndWords() {
        assertThat(fills(give("Zoë 10 call the bank"))).containsExactly("\"Zoë\" 10 call the bank");
        assertThat(summary(give("\"Zoë\" 10 call the bank"))).isEqualTo("Zoë, 10 min: call the bank");
    }

    private Prompt.Reading settle(FactId task, String text) {
        var digits = new TreeMap<Integer, FactId>();
        digits.put(2, task);
        return new TaskPrompts(desks.desk(), () -> digits).settle("").read(text);
    }

    @Test
    void aDigitAndALetterSettleATask() {
        FactId task = desks.task("roll back", BEN, 10, 5);
        assertThat(fills(settle(task, ""))).containsExactly("2 ");
        assertThat(fills(settle(task, "2"))).containsExactly("2 r ", "2 d ", "2 x ", "2 + ", "2 > ");
        enter(settle(task, "2 r"));
        assertThat(fills(settle(task, "2 "))).doesNotContain("2 r ");
        enter(settle(task, "2 +10"));
        enter(settle(task, "2 > mar"));
        enter(settle(task, "2 done rolled back"));
        Task settled = desks.incident().timeline().task(task).orElseThrow();
        assertThat(settled.status()).isEqualTo(Task.Status.DONE);
        assertThat(settled.outcome()).isEqualTo("rolled back");
        assertThat(settled.owner()).isEqualTo(MARA);
        assertThat(settled.box()).contains(Duration.ofMinutes(20));
    }

    @Test
    void aTaskIsDroppedOnlyWithAReason() {
        FactId task = desks.task("roll back", BEN, 10, 5);
        assertThat(summary(settle(task, "2 drop"))).isEqualTo("? Drops “roll back”: why?");
        enter(settle(task, "2 x the pool was it"));
        assertThat(desks.incident().timeline().task(task).orElseThrow().outcome())
                .isEqualTo("the pool was it");
        assertThat(summary(settle(task, "3 d"))).isEqualTo("! No open task has the digit 3");
    }

    @Test
    void commandIsHandedOverWithABriefAndAWorryAndMovesWithTheYes() {
        var prompts = new CommandPrompts(desks.desk());
        Prompt.Reading named = prompts.handOver(Role.COMMANDER).read("ben");
        assertThat(summary(named)).isEqualTo("Ask Ben Okafor to take over: Commander");
        Prompt worry = ((Prompt.Next) enter(named)).prompt();
        assertThat(worry.read(""))
                .isInstanceOfSatisfying(
                        Prompt.Ready.class,
                        ready -> assertThat(ready.effects()).anyMatch(line -> line.contains("Checkout errors")));
        enter(worry.read("the pool may fill again"));
        assertThat(desks.incident().commander()).contains(DUVAL);
        Offer offer = desks.incident().crew().openOffer(Role.COMMANDER).orElseThrow();
        assertThat(offer.worry()).isEqualTo("the pool may fill again");
        assertThat(offer.brief()).contains("Checkout errors");

        Prompt.Reading accept = new CommandPrompts(desks.operatedBy(BEN).desk())
                .answer()
                .orElseThrow()
                .read("");
        assertThat(accept)
                .isInstanceOfSatisfying(
                        Prompt.Ready.class,
                        ready -> assertThat(ready.effects().getFirst()).isEqualTo("Worry: the pool may fill again"));
        enter(accept);
        assertThat(desks.incident().commander()).contains(BEN);
    }

    @Test
    void wordsDeclineAnOfferAndWhoeverOfferedMayWithdraw() {
        var offer = new IncidentCommand.OfferHandover(Role.COMMANDER, BEN, "", "brief");
        desks.did(offer, 1);
        enter(new CommandPrompts(desks.operatedBy(BEN).desk())
                .answer()
                .orElseThrow()
                .read("I am on the night shift"));
        assertThat(desks.incident().crew().openOffer(Role.COMMANDER)).isEmpty();
        desks.did(offer, 0);
        enter(new CommandPrompts(desks.operatedBy(DUVAL).desk())
                .answer()
                .orElseThrow()
                .read(""));
        assertThat(desks.incident().crew().openOffer(Role.COMMANDER)).isEmpty();
        assertThat(new CommandPrompts(desks.operatedBy(MARA).desk()).answer()).isEmpty();
        assertThat(desks.incident().commander()).contains(DUVAL);
    }

    @Test
    void whoTakesCommandSeesWhatItCosts() {
        desks.assigned(Role.OPERATIONS, BEN);
        Prompt.Reading reading =
                new CommandPrompts(desks.operatedBy(BEN).desk()).take().read("the line is dead");
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Prompt.Ready.class,
                        ready -> assertThat(ready.effects())
                                .containsExactly("M. Duval no longer commands", "You lay down: Operations"));
        enter(reading);
        assertThat(desks.incident().commander()).contains(BEN);
    }

    @Test
    void whoWasInCommandAtAnyMinuteIsAnswered() {
        desks.did(BEN, new IncidentCommand.TakeCommand("swoop"), 10);
        assertThat(at("14:07"))
                .isEqualTo("At 2026-11-21 14:07:00 Europe/Berlin M. Duval was Commander, from 13:39 to 14:12");
        assertThat(at("14:20")).endsWith("Ben Okafor was Commander, since 14:12");
        assertThat(at("13:00")).endsWith("nobody was Commander");
        assertThat(at("14:07 scribe")).endsWith("nobody was Scribe");
        assertThat(at("25:99")).startsWith("! ");
    }

    private String at(String text) {
        return summary(new CommandPrompts(desks.desk()).whoAt().read(text));
    }
}
