package tocsin.domain.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.PersonId;

/// A piece of work with one named owner and, usually, a time box.
public record Task(
        FactId id,
        String text,
        PersonId owner,
        PersonId by,
        Instant assignedAt,
        Optional<Duration> box,
        Optional<Instant> readBackAt,
        Status status,
        Optional<Instant> settledAt,
        String outcome) {

    private static final Duration LONGEST = Duration.ofDays(3650);

    public enum Status {
        OPEN,
        DONE,
        DROPPED
    }

    public boolean open() {
        return status == Status.OPEN;
    }

    public Optional<Instant> due() {
        return box.map(length -> assignedAt.plus(sane(length)));
    }

    public Optional<Duration> left(Instant now) {
        return due().map(due -> Duration.between(now, due));
    }

    Task readBack(Instant at) {
        return new Task(
                id, text, owner, by, assignedAt, box, readBackAt.or(() -> Optional.of(at)), status, settledAt, outcome);
    }

    /// A new owner has not read it back yet.
    Task ownedBy(PersonId newOwner) {
        return new Task(id, text, newOwner, by, assignedAt, box, Optional.empty(), status, settledAt, outcome);
    }

    Task extended(Duration more) {
        return new Task(
                id,
                text,
                owner,
                by,
                assignedAt,
                Optional.of(sane(box.orElse(Duration.ZERO)).plus(sane(more))),
                readBackAt,
                status,
                settledAt,
                outcome);
    }

    /// A length from a broken desk is cut to what arithmetic can bear.
    private static Duration sane(Duration length) {
        return length.isNegative() ? Duration.ZERO : length.compareTo(LONGEST) > 0 ? LONGEST : length;
    }

    Task settled(Status newStatus, Instant at, String words) {
        return open()
                ? new Task(id, text, owner, by, assignedAt, box, readBackAt, newStatus, Optional.of(at), words)
                : this;
    }
}
