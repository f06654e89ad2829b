package tocsin.domain.organisation;

import java.util.List;
import java.util.Optional;
import tocsin.base.PersonId;
import tocsin.domain.roster.Role;

/// What a person may ask of the organisation's own data.
public sealed interface OrganisationCommand {
    /// Adds a person, or sets anew all that is known of one.
    record SetPerson(PersonId person, String initials, String contact, List<Role> trained, Optional<String> team)
            implements OrganisationCommand {}

    record LetGo(PersonId person) implements OrganisationCommand {}

    /// Calls somebody otherwise. Initials that were made from the old name follow; others stay.
    record Rename(PersonId person, PersonId to) implements OrganisationCommand {}

    record SetTeam(String team, Optional<PersonId> lead) implements OrganisationCommand {}

    record DropTeam(String team) implements OrganisationCommand {}

    record SetService(String service, Optional<String> team, Optional<PersonId> owner) implements OrganisationCommand {}

    record DropService(String service) implements OrganisationCommand {}

    record ChangeSetting(String key, String to) implements OrganisationCommand {}

    record ResetSetting(String key) implements OrganisationCommand {}
}
