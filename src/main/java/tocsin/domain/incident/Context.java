package tocsin.domain.incident;

import java.time.Instant;
import java.util.Optional;
import tocsin.base.PersonId;

/// What a decision needs from outside: who asks, what time it is, when it happened as they say, and what the team
/// agreed on.
public record Context(PersonId actor, Instant now, Optional<Instant> occurredAt, Rules rules) {
    public Instant happenedAt() {
        return occurredAt.orElse(now);
    }
}
