package tocsin.domain.timeline;

/// Where a hypothesis stands. A refuted one is kept: it saves the next person from the same road.
public enum HypothesisStatus {
    OPEN,
    SUPPORTED,
    REFUTED
}
