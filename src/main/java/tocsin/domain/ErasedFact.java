package tocsin.domain;

/// A fact whose words were erased on purpose. Only its type is left; its place, time and author stay in the envelope.
public record ErasedFact(String type, int version) implements Fact {}
