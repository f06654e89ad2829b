package tocsin.domain.postmortem;

import java.time.Instant;
import java.util.Optional;
import tocsin.base.PersonId;

/// Somebody who was asked to read the document.
public record Reviewer(PersonId person, Optional<Instant> reviewedAt, String note) {
    static Reviewer asked(PersonId person) {
        return new Reviewer(person, Optional.empty(), "");
    }

    public boolean done() {
        return reviewedAt.isPresent();
    }
}
