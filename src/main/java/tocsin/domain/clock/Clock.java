package tocsin.domain.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tocsin.base.PersonId;

/// One thing that runs out, with what people need in order to believe it: `why` it runs and what it is `resetBy`.
/// A value; the present moment is always handed in.
public record Clock(
        String name, Start start, Optional<Instant> metAt, Optional<Ended> ended, String why, String resetBy) {

    /// How far the clock has come toward running.
    public sealed interface Start permits NotStarted, AnchorMissing, OpenEnded, Timed {}

    /// It waits for an event, for example the filing that it follows.
    public record NotStarted(String waitsFor) implements Start {}

    /// It waits for a person's word on when it began; `act` names the word.
    public record AnchorMissing(String act) implements Start {}

    /// It runs without a limit in hours and only shows its age.
    public record OpenEnded(Instant anchor) implements Start {}

    public record Timed(Deadline deadline) implements Start {}

    /// Why a clock no longer counts although nobody met it.
    public sealed interface Ended permits Stopped, NotApplicable {
        Instant at();
    }

    public record Stopped(Instant at, String reason) implements Ended {}

    public record NotApplicable(Instant at, String reason, PersonId who) implements Ended {}

    public static Clock of(String name, Start start) {
        return new Clock(name, start, Optional.empty(), Optional.empty(), "", "");
    }

    public static Clock running(String name, Deadline deadline) {
        return of(name, new Timed(deadline));
    }

    public Clock explained(String newWhy, String newResetBy) {
        return new Clock(name, start, metAt, ended, newWhy, newResetBy);
    }

    /// Of two desks that both say it is met, the earlier is right.
    public Clock met(Instant at) {
        Instant first = metAt.map(known -> SaneTime.earlier(known, at)).orElse(at);
        return new Clock(name, start, Optional.of(first), ended, why, resetBy);
    }

    public Clock ended(Ended how) {
        return new Clock(name, start, metAt, Optional.of(how), why, resetBy);
    }

    /// What is met stays met whatever `now` says, so that a machine clock that jumps back does not reopen it.
    public ClockState stateAt(Instant now) {
        if (metAt.isPresent()) {
            return isLate(metAt.get()) ? ClockState.MET_LATE : ClockState.MET;
        }
        return ended.map(Clock::endState).orElseGet(() -> runningState(now));
    }

    private static ClockState endState(Ended ended) {
        return switch (ended) {
            case Stopped _ -> ClockState.STOPPED;
            case NotApplicable _ -> ClockState.NOT_APPLICABLE;
        };
    }

    private ClockState runningState(Instant now) {
        return switch (start) {
            case NotStarted _ -> ClockState.NOT_STARTED;
            case AnchorMissing _ -> ClockState.ANCHOR_MISSING;
            case OpenEnded _ -> ClockState.RUNNING;
            case Timed(var deadline) when deadline.isOverdue(now) -> ClockState.OVERDUE;
            case Timed(var deadline) when deadline.isDueSoon(now) -> ClockState.DUE_SOON;
            case Timed _ -> ClockState.RUNNING;
        };
    }

    /// A clock that never applied, or that was stopped in time, cannot be met late.
    private boolean isLate(Instant met) {
        return deadline()
                .filter(limit -> limit.isOverdue(met) && !endedInTime(limit))
                .isPresent();
    }

    private boolean endedInTime(Deadline limit) {
        return ended.map(how -> switch (how) {
                    case Stopped stopped -> !limit.isOverdue(stopped.at());
                    case NotApplicable _ -> true;
                })
                .orElse(false);
    }

    public Optional<Deadline> deadline() {
        return start instanceof Timed(var deadline) ? Optional.of(deadline) : Optional.empty();
    }

    public Optional<Instant> anchor() {
        return switch (start) {
            case NotStarted _, AnchorMissing _ -> Optional.empty();
            case OpenEnded(var anchor) -> Optional.of(anchor);
            case Timed(var deadline) -> Optional.of(deadline.anchor());
        };
    }

    public Optional<Instant> due() {
        return deadline().map(Deadline::due);
    }

    /// Still asks something of somebody.
    public boolean isOpen() {
        return metAt.isEmpty() && ended.isEmpty();
    }

    /// How long it has been running, up to the moment it was met or ended.
    public Duration age(Instant now) {
        Instant until = metAt.or(() -> ended.map(Ended::at)).orElse(now);
        return anchor().map(from -> Lapse.between(from, until)).orElse(Duration.ZERO);
    }

    public Optional<Duration> left(Instant now) {
        return liveDeadline().map(limit -> limit.left(now));
    }

    public Optional<Instant> nextWarning(Instant now) {
        return warnings().stream().filter(at -> at.isAfter(now)).findFirst();
    }

    public List<Instant> warningsPassed(Instant now) {
        return warnings().stream().filter(at -> !at.isAfter(now)).toList();
    }

    private List<Instant> warnings() {
        return liveDeadline().map(Deadline::warnings).orElse(List.of());
    }

    private Optional<Deadline> liveDeadline() {
        return isOpen() ? deadline() : Optional.empty();
    }
}
