package tocsin.journal.codec;

import tocsin.domain.Fact;
import tocsin.domain.UnknownFact;

/// What a stored payload turned out to be.
public sealed interface Decoded {
    /// What the folds see.
    Fact fact();

    record Understood(Fact fact) implements Decoded {}

    /// Written by a newer Tocsin.
    record Newer(String type, int version) implements Decoded {
        @Override
        public Fact fact() {
            return new UnknownFact(type, version);
        }
    }

    /// Of a known type, but not what that type looks like. The reason is one line.
    record Malformed(String type, int version, String reason) implements Decoded {
        @Override
        public Fact fact() {
            return new UnknownFact(type, version);
        }
    }
}
