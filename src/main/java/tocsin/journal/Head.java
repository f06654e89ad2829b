package tocsin.journal;

import tocsin.base.DeskId;
import tocsin.base.FactId;

/// The last fact of one desk as someone knows it: naming it pins everything before it, because facts are chained.
public record Head(DeskId desk, long seq, Hash hash) {
    public FactId id() {
        return new FactId(desk, seq);
    }
}
