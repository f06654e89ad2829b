package tocsin.domain.timeline;

import tocsin.base.FactId;

/// A hypothesis entry with where it stands now and why.
public record Hypothesis(FactId entry, HypothesisStatus status, String evidence) {}
