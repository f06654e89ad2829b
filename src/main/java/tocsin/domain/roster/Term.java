package tocsin.domain.roster;

import java.time.Instant;
import java.util.Optional;
import tocsin.base.PersonId;

/// One person in one role from one moment to another.
public record Term(
        Role role, PersonId person, Instant assumedAt, Optional<Instant> renouncedAt, Optional<String> team) {
    public boolean current() {
        return renouncedAt.isEmpty();
    }

    public boolean heldAt(Instant moment) {
        return !moment.isBefore(assumedAt) && renouncedAt.map(moment::isBefore).orElse(true);
    }

    Term endedAt(Instant end) {
        return new Term(role, person, assumedAt, Optional.of(end.isBefore(assumedAt) ? assumedAt : end), team);
    }
}
