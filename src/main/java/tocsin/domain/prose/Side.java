package tocsin.domain.prose;

/// Where a passage hangs, seen from the character it was written beside.
public enum Side {
    BEFORE,
    AFTER
}
