package tocsin.domain.organisation;

import java.util.List;
import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.roster.Role;

/// Somebody of the organisation. `fact` is the last word about them.
public record Person(
        PersonId id, String initials, String contact, List<Role> trained, Optional<String> team, FactId fact) {
    public Person {
        trained = List.copyOf(trained);
    }

    public boolean isTrainedAs(Role role) {
        return trained.contains(role);
    }
}
