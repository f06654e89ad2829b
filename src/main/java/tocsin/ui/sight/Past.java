package tocsin.ui.sight;

import java.time.Instant;
import tocsin.domain.incident.View;

/// A minute that somebody looks back to, and in which of the two ways.
public record Past(Instant moment, View view) {}
