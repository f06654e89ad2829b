package tocsin.domain.postmortem;

/// How soon an action comes before the others of its owner.
public enum Priority {
    HIGH,
    MEDIUM,
    LOW
}
