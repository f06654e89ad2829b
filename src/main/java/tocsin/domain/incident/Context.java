package tocsin.domain.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tocsin.base.PersonId;
import tocsin.domain.checklist.Checklists;

/// What a decision needs from outside: who asks, what time it is, when it happened as they say, and what the team
/// agreed on.
///
/// @param teams the names of the teams that there are, in small letters: none of them is a person
public record Context(
        PersonId actor,
        Instant now,
        Optional<Instant> occurredAt,
        Rules rules,
        Checklists checklists,
        Set<String> teams) {
    /// Where nobody is going to name an owner.
    public Context(PersonId actor, Instant now, Optional<Instant> occurredAt, Rules rules, Checklists checklists) {
        this(actor, now, occurredAt, rules, checklists, Set.of());
    }

    /// Where nobody is going to ask for a step of a checklist.
    public Context(PersonId actor, Instant now, Optional<Instant> occurredAt, Rules rules) {
        this(actor, now, occurredAt, rules, Checklists.NONE);
    }

    public Instant happenedAt() {
        return occurredAt.orElse(now);
    }
}
