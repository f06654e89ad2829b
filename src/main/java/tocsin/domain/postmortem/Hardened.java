package tocsin.domain.postmortem;

import java.time.Instant;
import tocsin.base.FactId;
import tocsin.base.PersonId;

/// A hardening as it stands on record.
public record Hardened(FactId id, Hardening hardening, Hardening.Detail detail, PersonId by, Instant at) {
    Hardened detailed(Hardening.Detail newDetail) {
        return new Hardened(id, hardening, newDetail, by, at);
    }
}
