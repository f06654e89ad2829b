package tocsin.domain.analysis;

/// What became of a defence.
public enum Held implements Marked {
    HELD,
    ABSENT,
    BYPASSED,
    FAILED
}
