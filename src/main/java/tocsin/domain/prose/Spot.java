package tocsin.domain.prose;

import tocsin.base.FactId;

/// One character for all time: the fact that inserted it and its place among that fact's code points, from 0.
public record Spot(FactId run, int offset) {}
