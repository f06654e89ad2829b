package tocsin.domain.incident;

import java.util.List;
import tocsin.domain.Fact;

/// What comes of a command: facts to write down, or a refusal that says what would lift it.
public sealed interface Outcome {
    record Accepted(List<Fact> facts) implements Outcome {}

    /// `kept` are facts to write down all the same: a refused person's words are not lost.
    record Refused(Refusal refusal, List<Fact> kept) implements Outcome {}

    static Outcome accept(Fact... facts) {
        return new Accepted(List.of(facts));
    }

    static Outcome accept(List<? extends Fact> facts) {
        return new Accepted(List.copyOf(facts));
    }

    static Outcome refuse(String key, Object... arguments) {
        return new Refused(Refusal.of(key, arguments), List.of());
    }
}
