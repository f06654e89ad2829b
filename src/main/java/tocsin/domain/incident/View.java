package tocsin.domain.incident;

/// The two ways to look at a past minute.
public enum View {
    /// What we knew then: everything recorded by that minute.
    KNOWN,
    /// What was true then, as far as we know today: everything that had happened by that minute.
    TRUE
}
