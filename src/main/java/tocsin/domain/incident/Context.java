package tocsin.domain.incident;

import java.time.Instant;
import java.util.Optional;
import tocsin.base.PersonId;
import tocsin.domain.checklist.Checklists;

/// What a decision needs from outside: who asks, what time it is, when it happened as they say, and what the team
/// agreed on.
public record Context(PersonId actor, Instant now, Optional<Instant> occurredAt, Rules rules, Checklists checklists) {
    /// Where nobody is going to ask for a step of a checklist.
    public Context(PersonId actor, Instant now, Optional<Instant> occurredAt, Rules rules) {
        this(actor, now, occurredAt, rules, Checklists.NONE);
    }

    public Instant happenedAt() {
        return occurredAt.orElse(now);
    }
}
