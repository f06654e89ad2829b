package tocsin.domain.analysis;

/// Whether something was other than when it last worked.
public enum Differs implements Marked {
    YES,
    NO,
    UNKNOWN
}
