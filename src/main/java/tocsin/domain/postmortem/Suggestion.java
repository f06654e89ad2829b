package tocsin.domain.postmortem;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.prose.Side;
import tocsin.domain.prose.Spot;
import tocsin.domain.prose.Stretch;

/// Other words for a piece of the document, for its writers to take or leave.
///
/// @param quote what would go
/// @param reason why it was declined
public record Suggestion(
        FactId id,
        String section,
        List<Stretch> stretches,
        Optional<Spot> beside,
        Side side,
        String quote,
        String replacement,
        PersonId by,
        Instant at,
        Status status,
        String reason) {

    public enum Status {
        OPEN,
        ACCEPTED,
        DECLINED
    }

    public boolean open() {
        return status == Status.OPEN;
    }

    Suggestion ended(Status end, String why) {
        return open()
                ? new Suggestion(id, section, stretches, beside, side, quote, replacement, by, at, end, why)
                : this;
    }
}
