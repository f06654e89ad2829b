package tocsin.domain.prose;

import tocsin.base.FactId;

/// Neighbouring characters of one fact, in code points: from the first to before the last.
public record Stretch(FactId run, int from, int to) {}
