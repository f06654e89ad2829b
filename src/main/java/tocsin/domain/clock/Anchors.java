package tocsin.domain.clock;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What people have stamped so far. `trigger` starts the rule at hand, `aware` is the first awareness that a ceiling
/// counts from, `sent` says which filings (by rule id) have left the house and when. Nothing here is ever inferred.
public record Anchors(Optional<Instant> trigger, Optional<Instant> aware, Map<String, Instant> sent) {
    public static final Anchors NONE = new Anchors(Optional.empty(), Optional.empty(), Map.of());

    public Anchors {
        sent = Map.copyOf(sent);
    }

    public static Anchors at(Instant trigger) {
        return new Anchors(Optional.of(trigger), Optional.empty(), Map.of());
    }

    public Anchors awareAt(Instant moment) {
        return new Anchors(trigger, Optional.of(moment), sent);
    }

    public Anchors withSent(Map<String, Instant> filings) {
        return new Anchors(trigger, aware, filings);
    }
}
