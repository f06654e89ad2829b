package tocsin.domain;

/// Something that happened, in the past tense. Each room of the heart seals its own facts; a fact that this version
/// does
/// not know is an [UnknownFact] and is kept and folded over.
public interface Fact {}
