package tocsin.domain.clock;

import java.time.Duration;
import java.time.Instant;

/// How long one person may hold command before Tocsin first suggests, then warns, then insists on a handover.
public record DutyTime(Duration suggestAfter, Duration warnAfter, Duration insistAfter) {
    public static final DutyTime STANDARD =
            new DutyTime(Duration.ofHours(4), Duration.ofHours(8), Duration.ofHours(12));

    /// What to say to the person on duty.
    public enum Advice {
        NONE,
        SUGGEST,
        WARN,
        INSIST
    }

    public DutyTime {
        if (suggestAfter.isNegative()
                || suggestAfter.compareTo(warnAfter) > 0
                || warnAfter.compareTo(insistAfter) > 0) {
            throw new IllegalArgumentException("duty times must rise: suggest after " + suggestAfter + ", warn after "
                    + warnAfter + ", insist after " + insistAfter);
        }
    }

    public Advice adviceAt(Instant tookOver, Instant now) {
        Duration onDuty = Lapse.between(tookOver, now);
        if (onDuty.compareTo(insistAfter) >= 0) {
            return Advice.INSIST;
        }
        if (onDuty.compareTo(warnAfter) >= 0) {
            return Advice.WARN;
        }
        return onDuty.compareTo(suggestAfter) >= 0 ? Advice.SUGGEST : Advice.NONE;
    }
}
