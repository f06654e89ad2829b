package tocsin.domain.postmortem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import tocsin.base.FactId;
import tocsin.base.PersonId;

/// Something to do afterwards: one person, one date, one way to see that it works.
public record ActionItem(
        FactId id,
        ActionKind kind,
        String text,
        PersonId owner,
        LocalDate due,
        String measure,
        Status status,
        String outcome) {

    // A date from a broken desk must not break the arithmetic of everybody else.
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(8999, 12, 31);

    public enum Status {
        OPEN,
        DONE,
        DROPPED
    }

    public boolean open() {
        return status == Status.OPEN;
    }

    /// The last moment that is still in time: the end of its day where the incident's people live.
    public Instant dueEnds(ZoneId zone) {
        LocalDate day = due.isAfter(LATEST) ? LATEST : due.isBefore(EARLIEST) ? EARLIEST : due;
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    ActionItem settled(Status end, String words) {
        return open() ? new ActionItem(id, kind, text, owner, due, measure, end, words) : this;
    }
}
