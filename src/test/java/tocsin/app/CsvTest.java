package tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tocsin.app.Desk.ANA;
import static tocsin.app.Desk.BERLIN;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.base.PersonId;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.organisation.OrganisationCommand;
import tocsin.domain.organisation.OrganisationCommand.SetPerson;
import tocsin.domain.organisation.OrganisationCommand.SetTeam;
import tocsin.domain.roster.Role;
import tocsin.domain.timeline.EntryKind;
import tocsin.journal.JournalException;

/// Tables that come from spreadsheets: whole or not at all, and every bad row is named.
class CsvTest {
    private static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");
    private static final String PEOPLE = """
            \uFEFFName,Initials,Contact,Roles,Team
            Ana Kovač,AK,"+385 1, ext. 5",ic;scribe,Payments

            Ben Okri,BO,,,payments
            """;

    @TempDir
    Path folder;

    @Test
    void peopleAreReadWithTheTeamsTheyBring() throws CsvRefused {
        assertThat(people(PEOPLE))
                .containsExactly(
                        new SetTeam("Payments", Optional.empty()),
                        new SetPerson(
                                new PersonId("Ana Kovač"),
                                "AK",
                                "+385 1, ext. 5",
                                List.of(Role.COMMANDER, Role.SCRIBE),
                                Optional.of("Payments")),
                        new SetPerson(new PersonId("Ben Okri"), "BO", "", List.of(), Optional.of("payments")));
    }

    @Test
    void semicolonsAreReadToo() throws CsvRefused {
        assertThat(people("name;initials\r\nAna;AK\r\n")).hasSize(1);
    }

    @Test
    void everyBadRowIsNamedWithItsLine() {
        String text = "name,initials,roles\nAna,AK,\n,B,\nCara,AK,\nDev,D E,\nAna,A2,\nEve,E,king\n";

        assertThatThrownBy(() -> people(text))
                .asInstanceOf(InstanceOfAssertFactories.type(CsvRefused.class))
                .satisfies(refused -> assertThat(refused.faults())
                        .hasSize(5)
                        .satisfiesExactly(
                                fault -> assertThat(fault).startsWith("line 3: a name has"),
                                fault -> assertThat(fault).startsWith("line 4: AK already stands for Ana"),
                                fault -> assertThat(fault).startsWith("line 5: "),
                                fault -> assertThat(fault).startsWith("line 6: Ana stands in the file twice"),
                                fault -> assertThat(fault).startsWith("line 7: no role is called \"king\"")));
    }

    @Test
    void aTableWithoutHeadingsIsRefused() {
        assertThatThrownBy(() -> people("Ana,AK\n"))
                .isInstanceOf(CsvRefused.class)
                .hasMessageContaining("headings");
        assertThatThrownBy(() -> people("")).isInstanceOf(CsvRefused.class);
        assertThatThrownBy(() -> people("name,initials\n\"Ana,AK\n")).isInstanceOf(CsvRefused.class);
    }

    @Test
    void whatIsWrittenIsReadAgainAndFormulasAreMadeHarmless() throws JournalException, CsvRefused {
        try (Desk desk = Desk.open(folder)) {
            List<OrganisationCommand> commands =
                    people("name,initials,contact,team\n=cmd(),X,+49 30 1,@ops\n\"O'Neil, Zoë\",ZO,-1,\n");
            assertThat(desk.console().organise(commands, ANA).join()).isInstanceOf(OrganisationAnswer.Done.class);
            Organisation organisation = desk.console().organisation();
            String written = PeopleCsv.write(organisation);

            assertThat(written).contains("'=cmd(),X,'+49 30 1,,'@ops").contains("\"O'Neil, Zoë\",ZO,'-1");
            assertThat(PeopleCsv.read(written, organisation, Texts.english())).isEmpty();
        }
    }

    @Test
    void timelineEntriesAreReadWithTheTimesPeopleWrite() throws CsvRefused {
        List<TimelineCsv.Line> lines = timeline("""
                time,kind,by,text
                2026-11-21 14:05,action,Ana,"rolled back, twice"
                2026-11-21T13:10:00Z,,,all quiet
                """);

        assertThat(lines.getFirst().occurredAt()).isEqualTo(Instant.parse("2026-11-21T13:05:00Z"));
        assertThat(lines.getFirst().by()).contains(new PersonId("Ana"));
        assertThat(lines.getFirst().entry().kind()).isEqualTo(EntryKind.ACTION);
        assertThat(lines.getFirst().entry().text()).isEqualTo("rolled back, twice");
        assertThat(lines.getLast().entry().kind()).isEqualTo(EntryKind.NOTE);
    }

    @Test
    void badTimelineRowsAreNamed() {
        assertThatThrownBy(() -> timeline("time,kind,text\nsoon,,x\n14:05,song,x\n14:05,,\n2031-01-01 10:00,,x\n"))
                .asInstanceOf(InstanceOfAssertFactories.type(CsvRefused.class))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(fault -> fault.substring(0, 7))
                        .containsExactly("line 2:", "line 3:", "line 4:", "line 5:"));
    }

    private static List<OrganisationCommand> people(String text) throws CsvRefused {
        return PeopleCsv.read(text, Organisation.EMPTY, Texts.english());
    }

    private static List<TimelineCsv.Line> timeline(String text) throws CsvRefused {
        return TimelineCsv.read(text, NOW, BERLIN, Texts.english());
    }
}
