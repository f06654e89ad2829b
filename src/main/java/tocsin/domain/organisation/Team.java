package tocsin.domain.organisation;

import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.PersonId;

/// People who work together. `fact` is the last word about them.
public record Team(String name, Optional<PersonId> lead, FactId fact) {}
