package tocsin.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import tocsin.base.PersonId;
import tocsin.domain.incident.Outcome;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.organisation.OrganisationCommand;
import tocsin.domain.organisation.OrganisationCommand.SetPerson;
import tocsin.domain.organisation.OrganisationCommand.SetTeam;
import tocsin.domain.organisation.Person;
import tocsin.domain.roster.Role;

/// People to and from a spreadsheet: name, initials, contact, roles, team. Reading names every bad row and then gives
/// nothing; a team that is not known yet is added with its first person.
public final class PeopleCsv {
    private static final String[] COLUMNS = {"name", "initials", "contact", "roles", "team"};
    private static final Pattern BETWEEN = Pattern.compile("[;|]");
    private static final String GUARD = "'";

    private PeopleCsv() {}

    /// What to ask of the organisation, teams first. People who stand there already as the file has them are left out.
    public static List<OrganisationCommand> read(String text, Organisation organisation, Texts texts)
            throws CsvRefused {
        CsvTable table = CsvTable.read(text);
        table.require("name", "initials");
        var faults = new ArrayList<String>();
        Map<String, SetTeam> teams = new LinkedHashMap<>();
        var people = new ArrayList<OrganisationCommand>();
        Set<PersonId> names = new HashSet<>();
        Map<String, PersonId> initials = new HashMap<>();
        for (CsvTable.Row row : table.rows()) {
            try {
                SetPerson person = person(row);
                if (!names.add(person.person())) {
                    throw new IllegalArgumentException(person.person() + " stands in the file twice");
                }
                PersonId other = initials.putIfAbsent(person.initials().toLowerCase(Locale.ROOT), person.person());
                if (other != null) {
                    throw new IllegalArgumentException(person.initials() + " already stands for " + other);
                }
                person.team()
                        .filter(team -> organisation.team(team).isEmpty())
                        .ifPresent(team ->
                                teams.putIfAbsent(team.toLowerCase(Locale.ROOT), new SetTeam(team, Optional.empty())));
                check(organisation, person, texts);
                if (!stands(organisation, person)) {
                    people.add(person);
                }
            } catch (IllegalArgumentException wrong) {
                faults.add("line " + row.line() + ": " + Safe.line(String.valueOf(wrong.getMessage())));
            }
        }
        if (!faults.isEmpty()) {
            throw new CsvRefused(faults);
        }
        var commands = new ArrayList<OrganisationCommand>(teams.values());
        commands.addAll(people);
        return List.copyOf(commands);
    }

    /// Everybody, by name. A cell that a spreadsheet would take for a formula gets an apostrophe in front.
    public static String write(Organisation organisation) {
        var text = new StringBuilder(line((Object[]) COLUMNS));
        for (Person person : organisation.people()) {
            text.append(line(
                    guarded(person.id().name()),
                    guarded(person.initials()),
                    guarded(person.contact()),
                    person.trained().stream().map(Role::word).collect(Collectors.joining(";")),
                    guarded(person.team().orElse(""))));
        }
        return text.toString();
    }

    static String line(Object... cells) {
        return CSVFormat.RFC4180.format(cells) + "\r\n";
    }

    private static SetPerson person(CsvTable.Row row) {
        Set<String> known = Set.of(COLUMNS);
        row.cells().forEach((column, cell) -> {
            if (!known.contains(column) && !cell.isBlank()) {
                throw new IllegalArgumentException("there is no place for the column \"" + column + "\"");
            }
        });
        String name = plain(row.cell("name"));
        if (!PersonId.isWellFormed(name)) {
            throw new IllegalArgumentException("a name has 1 to " + PersonId.MAX_LENGTH + " plain characters");
        }
        String team = plain(row.cell("team"));
        if (!team.isEmpty() && !PersonId.isWellFormed(team)) {
            throw new IllegalArgumentException("a team's name has 1 to " + PersonId.MAX_LENGTH + " plain characters");
        }
        return new SetPerson(
                new PersonId(name),
                plain(row.cell("initials")),
                plain(row.cell("contact")),
                roles(row.cell("roles")),
                team.isEmpty() ? Optional.empty() : Optional.of(team));
    }

    private static List<Role> roles(String cell) {
        var roles = new ArrayList<Role>();
        for (String word : BETWEEN.split(cell, -1)) {
            if (!word.isBlank()) {
                roles.add(Role.ofWord(word)
                        .orElseThrow(() -> new IllegalArgumentException("no role is called \"" + word.strip()
                                + "\"; there are "
                                + Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining(", ")))));
            }
        }
        return List.copyOf(roles);
    }

    /// By the rules themselves; the team may be one that the file brings. Initials that only change hands within the
    /// file are looked at when all of it is written.
    private static void check(Organisation organisation, SetPerson person, Texts texts) {
        var alone =
                new SetPerson(person.person(), person.initials(), person.contact(), person.trained(), Optional.empty());
        if (organisation.decide(alone) instanceof Outcome.Refused(var refusal, var _)) {
            throw new IllegalArgumentException(texts.refusal(refusal));
        }
    }

    private static boolean stands(Organisation organisation, SetPerson person) {
        return organisation
                .person(person.person())
                .filter(known -> known.initials().equals(person.initials())
                        && known.contact().equals(person.contact())
                        && Set.copyOf(known.trained()).equals(Set.copyOf(person.trained()))
                        && known.team()
                                .map(team -> team.toLowerCase(Locale.ROOT))
                                .equals(person.team().map(team -> team.toLowerCase(Locale.ROOT))))
                .isPresent();
    }

    static String guarded(String cell) {
        return isFormula(cell) ? GUARD + cell : cell;
    }

    /// Takes the apostrophe off again that stands before a formula's sign.
    static String plain(String cell) {
        return cell.startsWith(GUARD) && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    }
}
