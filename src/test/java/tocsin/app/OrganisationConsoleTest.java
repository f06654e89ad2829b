package tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.app.Desk.ANA;
import static tocsin.app.Desk.BEN;
import static tocsin.app.Desk.done;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.base.IncidentId;
import tocsin.domain.checklist.StepState;
import tocsin.domain.incident.IncidentCommand.SettleStep;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.organisation.OrganisationCommand;
import tocsin.domain.organisation.OrganisationCommand.ChangeSetting;
import tocsin.domain.organisation.OrganisationCommand.SetPerson;
import tocsin.domain.organisation.OrganisationCommand.SetTeam;
import tocsin.domain.organisation.Setting;
import tocsin.journal.Appender;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;
import tocsin.journal.RealDisk;
import tocsin.journal.Settings;
import tocsin.journal.StoredFact;

/// The organisation's data in an open profile: written like everything else, found again, and obeyed.
class OrganisationConsoleTest {
    @TempDir
    Path folder;

    @Test
    void whatIsSetIsToldAndFoundAgain() throws JournalException {
        var told = new CopyOnWriteArrayList<Organisation>();
        try (Desk desk = Desk.open(folder);
                var _ = desk.console().organisations().subscribe(told::add)) {
            organised(desk, new SetTeam("Payments", Optional.empty()), person("Ana", "AK", Optional.of("Payments")));
            organised(desk, new ChangeSetting("updates.sev2", "45m"));
            assertThat(told).hasSize(2);
            assertThat(told.getLast()).isEqualTo(desk.console().organisation());
        }
        try (Desk again = Desk.open(folder)) {
            assertThat(again.console().organisation()).isEqualTo(told.getLast());
            assertThat(again.console().opened().store()).isEqualTo(Opened.StoreState.IN_STEP);
            assertThat(again.console().verify().isWhole()).isTrue();
        }
    }

    @Test
    void oneRefusedCommandOfAGestureWritesNothing() throws JournalException {
        try (Desk desk = Desk.open(folder)) {
            long before = desk.console().facts();
            List<OrganisationCommand> gesture =
                    List.of(person("Ana", "AK", Optional.empty()), person("Ben", "AK", Optional.empty()));

            assertThat(desk.console().organise(gesture, ANA).join())
                    .isInstanceOfSatisfying(OrganisationAnswer.Refused.class, refused -> {
                        assertThat(refused.place()).isEqualTo(1);
                        assertThat(refused.refusal().key()).isEqualTo("refused.person.initialsTaken");
                    });
            assertThat(desk.console().facts()).isEqualTo(before);
            assertThat(desk.console().organisation()).isEqualTo(Organisation.EMPTY);
        }
    }

    @Test
    void decisionsGoByTheRulesThatAreSet() throws JournalException {
        try (Desk desk = Desk.open(folder)) {
            IncidentId id = desk.declare("Checkout is down");
            organised(desk, new ChangeSetting("undo.within", "0s"));
            desk.log(id, "one line");
            assertThat(desk.console().undo(id, ANA).join())
                    .isInstanceOfSatisfying(
                            Answer.Refused.class,
                            refused -> assertThat(refused.refusal().key()).isEqualTo("refused.undo.tooLate"));
        }
    }

    @Test
    void anEditedChecklistTakesTheShippedOnesPlace() throws JournalException {
        try (Desk desk = Desk.open(folder)) {
            IncidentId id = desk.declare("Checkout is down");
            done(desk.act(BEN, id, step("outage.scope")));
            organised(desk, new ChangeSetting("checklist.outage", "= first 0m 15m At once\nour.bell: Ring the bell"));
            done(desk.act(BEN, id, step("our.bell")));

            assertThat(Desk.refusal(desk.act(BEN, id, step("outage.team")))).isEqualTo("refused.checklist.noStep");
            assertThat(desk.now(id).checklist().state("outage.scope")).isEqualTo(StepState.DONE);
        }
    }

    @Test
    void jsonIsTheSameWhateverIsSet() throws JournalException {
        try (Desk desk = Desk.open(folder)) {
            IncidentId id = desk.declare("Checkout is down");
            String before = desk.json(id);
            organised(desk, new ChangeSetting("updates.sev2", "45m"));

            assertThat(desk.json(id)).isEqualTo(before);
        }
    }

    @Test
    void factsOfAnotherDeskAreTakenInWhileOpen() throws JournalException {
        List<StoredFact> theirs;
        try (Desk other = Desk.open(folder.resolve("other"))) {
            organised(other, person("Cara", "CC", Optional.empty()), new ChangeSetting("soak.sev1", "2h"));
        }
        theirs = all(folder.resolve("other"));
        var told = new CopyOnWriteArrayList<Organisation>();
        try (Desk desk = Desk.open(folder.resolve("here"));
                var _ = desk.console().organisations().subscribe(told::add)) {
            organised(desk, person("Ana", "AK", Optional.empty()));
            desk.console()
                    .adopt(out -> {
                        for (StoredFact fact : theirs) {
                            out.adopt(fact, Appender.Continuity.WHOLE_CHAIN);
                        }
                        return theirs.size();
                    })
                    .join();

            assertThat(desk.console().organisation().people()).hasSize(2);
            assertThat(told.getLast().value(Setting.SOAK_1)).isEqualTo("2h");
        }
    }

    private static List<StoredFact> all(Path profile) throws JournalException {
        var all = new ArrayList<StoredFact>();
        Settings small = Settings.standard().withBallastBytes(0).withLowDiskBytes(0);
        try (Journal journal = Journal.open(new RealDisk(), new Profile(profile).journal(), small)) {
            journal.replay(-1, (_, fact) -> all.add(fact));
        }
        return all;
    }

    private static void organised(Desk desk, OrganisationCommand... commands) {
        assertThat(desk.console().organise(List.of(commands), ANA).join()).isInstanceOf(OrganisationAnswer.Done.class);
    }

    private static SettleStep step(String id) {
        return new SettleStep(id, StepState.DONE, "");
    }

    private static SetPerson person(String name, String initials, Optional<String> team) {
        return new SetPerson(new tocsin.base.PersonId(name), initials, "", List.of(), team);
    }
}
