package tocsin.domain.postmortem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.PersonId;

/// Something to do afterwards: one person, one date, one way to see that it works.
///
/// @param outcome the evidence when it is done, the reason when it was dropped
/// @param settledAt when it was done or dropped
/// @param verified who saw that it has the effect it was meant to have
public record ActionItem(
        FactId id,
        ActionKind kind,
        String text,
        PersonId owner,
        LocalDate due,
        String measure,
        Status status,
        String outcome,
        Ties ties,
        Instant addedAt,
        Optional<Instant> settledAt,
        Optional<Verified> verified) {

    // A date from a broken desk must not break the arithmetic of everybody else.
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(8999, 12, 31);

    public enum Status {
        OPEN,
        DOING,
        DONE,
        DROPPED
    }

    public record Verified(PersonId by, Instant at, String evidence) {}

    static ActionItem added(FactId id, ActionKind kind, String text, Promise promise, Instant at) {
        return new ActionItem(
                id,
                kind,
                text,
                promise.owner(),
                promise.due(),
                promise.measure(),
                Status.OPEN,
                "",
                Ties.NONE,
                at,
                Optional.empty(),
                Optional.empty());
    }

    /// Who does it by when, and how it will show.
    record Promise(PersonId owner, LocalDate due, String measure) {}

    /// Whether it is still owed, begun or not.
    public boolean open() {
        return status == Status.OPEN || status == Status.DOING;
    }

    /// The last moment that is still in time: the end of its day where the incident's people live.
    public Instant dueEnds(ZoneId zone) {
        LocalDate day = due.isAfter(LATEST) ? LATEST : due.isBefore(EARLIEST) ? EARLIEST : due;
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public boolean overdue(Instant now, ZoneId zone) {
        return open() && !dueEnds(zone).isAfter(now);
    }

    ActionItem begun() {
        return status == Status.OPEN ? with(Status.DOING, outcome, settledAt) : this;
    }

    ActionItem settled(Status end, String words, Instant at) {
        return open() ? with(end, words, Optional.of(at)) : this;
    }

    private ActionItem with(Status newStatus, String newOutcome, Optional<Instant> newSettledAt) {
        return new ActionItem(
                id, kind, text, owner, due, measure, newStatus, newOutcome, ties, addedAt, newSettledAt, verified);
    }

    ActionItem reworded(String newText, String newMeasure) {
        return new ActionItem(
                id, kind, newText, owner, due, newMeasure, status, outcome, ties, addedAt, settledAt, verified);
    }

    ActionItem ownedBy(PersonId newOwner) {
        return new ActionItem(
                id, kind, text, newOwner, due, measure, status, outcome, ties, addedAt, settledAt, verified);
    }

    ActionItem dueOn(LocalDate newDue) {
        return new ActionItem(
                id, kind, text, owner, newDue, measure, status, outcome, ties, addedAt, settledAt, verified);
    }

    ActionItem tied(Ties newTies) {
        return new ActionItem(
                id, kind, text, owner, due, measure, status, outcome, newTies, addedAt, settledAt, verified);
    }

    /// Only what is done can have an effect.
    ActionItem verifiedBy(Verified seen) {
        return status == Status.DONE
                ? new ActionItem(
                        id,
                        kind,
                        text,
                        owner,
                        due,
                        measure,
                        status,
                        outcome,
                        ties,
                        addedAt,
                        settledAt,
                        Optional.of(seen))
                : this;
    }
}
