package tocsin.domain.roster;

import java.time.Instant;
import tocsin.base.FactId;
import tocsin.base.PersonId;

/// A handover on its way: nothing moves until the successor says yes.
public record Offer(
        FactId id,
        Role role,
        PersonId from,
        PersonId to,
        String worry,
        String brief,
        Instant offeredAt,
        Status status) {

    public enum Status {
        OPEN,
        ACCEPTED,
        DECLINED,
        WITHDRAWN
    }

    public boolean open() {
        return status == Status.OPEN;
    }

    Offer ended(Status end) {
        return open() ? new Offer(id, role, from, to, worry, brief, offeredAt, end) : this;
    }
}
