package tocsin.domain.incident;

import java.time.Instant;
import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.severity.Severity;

/// A gate passed without its condition: who said so, why, and until when.
public record Waiver(
        FactId fact,
        String gate,
        PersonId by,
        String reason,
        Optional<PersonId> second,
        Optional<Instant> expiry,
        int round) {
    /// What was waived lightly on a small incident does not hold once the incident has grown: SEV-1 and SEV-2 ask for a
    /// second name and an end.
    public boolean holdsAt(Instant now, Severity severity) {
        boolean signed = second.filter(other -> !other.equals(by)).isPresent() && expiry.isPresent();
        return holdsAt(now) && (signed || !severity.isAtLeast(Severity.SEV2));
    }

    public boolean holdsAt(Instant now) {
        return expiry.map(now::isBefore).orElse(true);
    }
}
