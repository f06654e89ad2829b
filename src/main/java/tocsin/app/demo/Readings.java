package tocsin.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// What the gauges of one incident show: high while it hurts, falling once the fix is in, so that numbers written by
/// different people at different minutes hang together.
final class Readings {
    private static final double FALL_MINUTES = 7;

    private final Random dice;
    private final double calm;
    private final double peak;
    private final double seconds;
    private final Instant began;
    private @Nullable Instant eased;
    private int tickets = 3;

    Readings(Random dice, double calm, double peak, double seconds, Instant began) {
        this.dice = dice;
        this.calm = calm;
        this.peak = peak;
        this.seconds = seconds;
        this.began = began;
    }

    void ease(Instant from) {
        eased = from;
    }

    void flare() {
        eased = null;
    }

    /// Whether it is over as far as the gauges tell.
    boolean calm(Instant at) {
        Instant fixed = eased;
        return fixed != null && minutes(fixed, at) > 2 * FALL_MINUTES;
    }

    double errors(Instant at) {
        double noise = 0.9 + dice.nextDouble() * 0.2;
        double rise = Math.min(1, 0.35 + minutes(began, at) / 12);
        Instant fixed = eased;
        double left = fixed == null || at.isBefore(fixed) ? 1 : Math.exp(-minutes(fixed, at) / FALL_MINUTES);
        return Math.min(99.4, calm * noise + (peak - calm) * left * rise * noise);
    }

    double slowness(Instant at) {
        return 0.18 + seconds * errors(at) / peak;
    }

    /// Tickets only ever come in; they come quicker while it hurts.
    int tickets(Instant at) {
        tickets += (int) Math.round(errors(at) / 6) + dice.nextInt(3);
        return tickets;
    }

    private static double minutes(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds() / 60.0);
    }
}
