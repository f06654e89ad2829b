package tocsin.domain.clock;

import java.time.Duration;
import java.time.Instant;

/// Keeps calendar arithmetic total: a stamp from a broken or hostile desk is pulled into the years that a calendar can
/// count in, instead of blowing up the fold of an incident.
final class SaneTime {
    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    private SaneTime() {}

    static Instant of(Instant instant) {
        return instant.isBefore(EARLIEST) ? EARLIEST : earlier(instant, LATEST);
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    static int requireCount(int count, int most, String what) {
        if (count < 0 || count > most) {
            throw new IllegalArgumentException(what + " must be 0 to " + most + ", not " + count);
        }
        return count;
    }

    static Duration requireLength(Duration length, Duration most, String what) {
        if (length.isNegative() || length.compareTo(most) > 0) {
            throw new IllegalArgumentException(what + " must be 0 to " + most.toHours() + " hours, not " + length);
        }
        return length;
    }
}
