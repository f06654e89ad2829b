package tocsin.domain.organisation;

import java.util.List;
import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.domain.roster.Role;

/// What can happen to the organisation. `from` is what its author saw: for a setting the value, for people, teams and
/// services the fact that held until then.
public sealed interface OrganisationFact extends Fact {
    record PersonSet(
            PersonId person,
            String initials,
            String contact,
            List<Role> trained,
            Optional<String> team,
            Optional<FactId> from)
            implements OrganisationFact {}

    record PersonLeft(PersonId person, Optional<FactId> from) implements OrganisationFact {}

    /// Is called otherwise from here on. What was said before stays under the name of then.
    record PersonRenamed(PersonId person, PersonId to, String initials, Optional<FactId> from)
            implements OrganisationFact {}

    record TeamSet(String team, Optional<PersonId> lead, Optional<FactId> from) implements OrganisationFact {}

    record TeamDropped(String team, Optional<FactId> from) implements OrganisationFact {}

    record ServiceSet(String service, Optional<String> team, Optional<PersonId> owner, Optional<FactId> from)
            implements OrganisationFact {}

    record ServiceDropped(String service, Optional<FactId> from) implements OrganisationFact {}

    record SettingChanged(String key, String from, String to) implements OrganisationFact {}

    /// Back to what is shipped.
    record SettingReset(String key, String from) implements OrganisationFact {}
}
