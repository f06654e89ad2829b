package tocsin.domain.incident;

import java.time.Instant;
import tocsin.base.FactId;
import tocsin.base.PersonId;

/// A word that went out, with its exact text.
public record Update(FactId fact, Audience audience, String text, Instant sentAt, PersonId by) {}
