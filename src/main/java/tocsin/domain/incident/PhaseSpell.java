package tocsin.domain.incident;

import java.time.Instant;
import tocsin.base.FactId;
import tocsin.base.PersonId;

/// A stay in one state, from this moment until the next spell begins.
public record PhaseSpell(Phase phase, Instant since, PersonId by, FactId fact, String reason) {}
