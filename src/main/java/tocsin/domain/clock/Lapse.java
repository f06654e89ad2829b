package tocsin.domain.clock;

import java.time.Duration;
import java.time.Instant;

/// The time that passed between two stamps. A machine clock that jumps back must not make a duration negative.
public final class Lapse {
    private Lapse() {}

    public static Duration between(Instant from, Instant to) {
        return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
    }
}
