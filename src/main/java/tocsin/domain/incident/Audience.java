package tocsin.domain.incident;

/// Who a word about the incident was for.
public enum Audience {
    INTERNAL,
    PUBLIC,
    EXECUTIVE
}
