package tocsin.domain.incident;

import java.time.Instant;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.severity.Severity;

/// A stay at one level, from this moment until the next spell begins.
public record SeveritySpell(Severity severity, Instant since, PersonId by, FactId fact, String reason) {}
