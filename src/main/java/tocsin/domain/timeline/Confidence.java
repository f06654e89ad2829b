package tocsin.domain.timeline;

/// How sure the author of a hypothesis is, when they say so.
public enum Confidence {
    LOW,
    MEDIUM,
    HIGH
}
