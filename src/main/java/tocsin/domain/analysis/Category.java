package tocsin.domain.analysis;

/// The bones of a fishbone.
public enum Category implements Marked {
    CHANGE,
    CODE,
    CONFIG,
    CAPACITY,
    DEPENDENCY,
    DATA,
    DETECTION,
    PROCESS,
    PEOPLE,
    ENVIRONMENT
}
