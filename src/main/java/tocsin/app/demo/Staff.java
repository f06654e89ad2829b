package tocsin.app.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tocsin.base.PersonId;
import tocsin.domain.organisation.OrganisationCommand;
import tocsin.domain.organisation.OrganisationCommand.SetPerson;
import tocsin.domain.organisation.OrganisationCommand.SetService;
import tocsin.domain.organisation.OrganisationCommand.SetTeam;
import tocsin.domain.roster.Role;

/// The people of the month as their organisation knows them, with teams and services.
final class Staff {
    private final List<OrganisationCommand> commands = new ArrayList<>();
    private final Map<String, PersonId> initials = new HashMap<>();

    private Staff() {}

    static List<OrganisationCommand> all() {
        var staff = new Staff();
        staff.team("Command", List.of(Role.COMMANDER, Role.DEPUTY), Cast.COMMANDERS);
        staff.team("Platform", List.of(Role.OPERATIONS), Cast.PLATFORM);
        staff.team("Product engineering", List.of(Role.EXPERT), Cast.EXPERTS);
        staff.team("Documentation", List.of(Role.SCRIBE, Role.DEPUTY), Cast.WRITERS);
        staff.team("Communications", List.of(Role.COMMUNICATIONS), Cast.COMMUNICATORS);
        staff.team("Support", List.of(Role.CUSTOMER_LIAISON), Cast.SUPPORT);
        staff.team("Quality", List.of(), Cast.QUALITY);
        staff.team("Service owners", List.of(Role.INTERNAL_LIAISON), Cast.OWNERS);
        staff.team(
                "Security", List.of(Role.SECURITY_LEAD, Role.CUSTODIAN), List.of(Cast.SECURITY_LEAD, Cast.CUSTODIAN));
        staff.team("Legal", List.of(Role.LEGAL, Role.PRIVACY_OFFICER), List.of(Cast.LEGAL, Cast.PRIVACY));
        staff.service("checkout", "Product engineering", Cast.OWNERS.getFirst());
        staff.service("orders", "Product engineering", Cast.OWNERS.getFirst());
        staff.service("ledger", "Platform", Cast.OWNERS.getLast());
        staff.service("identity", "Security", Cast.OWNERS.getLast());
        staff.service("catalogue", "Product engineering", Cast.OWNERS.getFirst());
        return List.copyOf(staff.commands);
    }

    private void team(String name, List<Role> trained, List<PersonId> people) {
        commands.add(new SetTeam(name, Optional.empty()));
        for (PersonId person : people) {
            commands.add(new SetPerson(person, initials(person), contact(), trained, Optional.of(name)));
        }
        commands.add(new SetTeam(name, Optional.of(people.getFirst())));
    }

    private void service(String name, String team, PersonId owner) {
        commands.add(new SetService(name, Optional.of(team), Optional.of(owner)));
    }

    /// First letters, and more of the family name where those are taken.
    private String initials(PersonId person) {
        String name = person.name();
        String family = name.substring(name.lastIndexOf(' ') + 1);
        for (int letters = 1; letters < 5; letters++) {
            String tried = (name.charAt(0) + family.substring(0, letters)).toUpperCase(Locale.ROOT);
            if (initials.putIfAbsent(tried, person) == null) {
                return tried;
            }
        }
        throw new IllegalStateException("no initials are left for " + person);
    }

    private String contact() {
        return "desk phone 555 01%02d".formatted(initials.size());
    }
}
