package tocsin.store;

import java.time.Instant;

/// The clock of an incident that runs out first, by its name.
public record NextDue(String clock, Instant due) {}
