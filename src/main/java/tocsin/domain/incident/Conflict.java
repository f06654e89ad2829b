package tocsin.domain.incident;

import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.PersonId;

/// Two people set the same thing while apart. Both values stay in the log; the later one holds until somebody chooses.
///
/// @param fact the fact that found another value than its author had seen
/// @param target what the field belongs to when there are several (a role, a task, a hypothesis), else empty
public record Conflict(
        FactId fact,
        Field field,
        String target,
        String seen,
        String standing,
        String wanted,
        PersonId by,
        Optional<String> settled) {

    public boolean open() {
        return settled.isEmpty();
    }

    Conflict settledAs(String value) {
        return new Conflict(fact, field, target, seen, standing, wanted, by, Optional.of(value));
    }
}
