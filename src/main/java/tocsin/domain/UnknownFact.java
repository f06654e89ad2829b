package tocsin.domain;

/// A fact written by a newer Tocsin. Nothing here understands it; it keeps its place in the log untouched.
public record UnknownFact(String type, int version) implements Fact {}
