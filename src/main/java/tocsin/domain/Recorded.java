package tocsin.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import tocsin.base.CommandId;
import tocsin.base.FactId;
import tocsin.base.Hlc;
import tocsin.base.PersonId;

/// A fact with its envelope: who wrote it down, when Tocsin learned it (`recordedAt`, never editable) and when it is
/// claimed to have happened (`occurredAt`).
public record Recorded(
        FactId id,
        Hlc hlc,
        Instant recordedAt,
        Optional<Instant> occurredAt,
        PersonId actor,
        CommandId command,
        Fact fact) {

    /// The order in which every desk folds: hybrid clock, then desk, then sequence.
    public static final Comparator<Recorded> ORDER =
            Comparator.comparing(Recorded::hlc).thenComparing(Recorded::id);

    /// When it happened as far as anyone has said.
    public Instant happenedAt() {
        return occurredAt.orElse(recordedAt);
    }
}
