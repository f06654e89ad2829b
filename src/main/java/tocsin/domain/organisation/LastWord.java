package tocsin.domain.organisation;

import java.time.Instant;
import tocsin.base.PersonId;

/// Who said how something stands, and when that was written down.
public record LastWord(PersonId by, Instant at) {}
