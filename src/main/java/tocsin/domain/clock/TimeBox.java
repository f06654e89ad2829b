package tocsin.domain.clock;

import java.time.Duration;
import java.time.Instant;

/// A stretch of time that somebody was given or that must pass: the box of a task, or the soak of a fix.
public record TimeBox(Instant startedAt, Duration length) {
    public TimeBox {
        SaneTime.requireLength(length, Span.LONGEST, "a time box");
        startedAt = SaneTime.of(startedAt);
    }

    public Instant endsAt() {
        return startedAt.plus(length);
    }

    /// The end itself counts as over: a soak of 60 minutes has passed at minute 60.
    public boolean isOver(Instant now) {
        return !now.isBefore(endsAt());
    }

    /// Never negative, and never more than the whole box when the machine's clock has jumped back.
    public Duration left(Instant now) {
        Duration left = Lapse.between(now, endsAt());
        return left.compareTo(length) > 0 ? length : left;
    }

    /// A box that starts anew at `moment`, as a soak does when the alarm comes back.
    public TimeBox restartedAt(Instant moment) {
        return new TimeBox(moment, length);
    }
}
