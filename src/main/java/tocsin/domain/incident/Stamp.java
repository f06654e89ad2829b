package tocsin.domain.incident;

import java.time.Instant;
import tocsin.base.FactId;
import tocsin.base.PersonId;

/// One setting of a stamp: when it happened, who did it, when it was written down. Settings are never changed; the
/// first
/// stands in the record and later ones stand beside it.
///
/// @param round how often the response had begun anew when it was written: stamps of an earlier round open no gate
/// today
public record Stamp(
        StampName name, Instant at, PersonId person, Instant recordedAt, FactId fact, String note, int round) {}
