package tocsin.domain.analysis;

/// What an answer to "why?" comes to rest at.
public enum Ends implements Marked {
    /// A rule, a gate or a design: something that can be written anew.
    RULE
}
