package tocsin.journal;

import java.time.Instant;
import java.util.Optional;
import tocsin.base.CommandId;
import tocsin.base.IncidentId;
import tocsin.base.Limits;
import tocsin.base.PersonId;

/// A fact before the journal has given it a place, a time and a hash. The payload is not copied: leave it alone after.
@SuppressWarnings("ArrayRecordComponent")
public record Draft(
        Optional<IncidentId> incident,
        String type,
        int version,
        byte[] payload,
        Optional<Instant> occurredAt,
        PersonId actor,
        CommandId command) {

    public Draft {
        if (type.isEmpty() || type.length() > FactHeader.TYPE_CHARS) {
            throw new IllegalArgumentException("a fact's type has 1 to " + FactHeader.TYPE_CHARS + " characters");
        }
        if (payload.length > Limits.PAYLOAD_BYTES) {
            throw new IllegalArgumentException("a fact of type " + type + " has " + payload.length
                    + " bytes, the limit is " + Limits.PAYLOAD_BYTES);
        }
    }
}
