package tocsin.domain.organisation;

import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.PersonId;

/// Something the organisation runs. `fact` is the last word about it.
public record Service(String name, Optional<String> team, Optional<PersonId> owner, FactId fact) {}
