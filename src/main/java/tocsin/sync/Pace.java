package tocsin.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long the sync thread waits between two rounds.
///
/// @param live while an incident is open
/// @param quiet when none is
/// @param longest between two attempts at a hub that is away
/// @param bytesPerSecond the most that files may take of the network, one way or the other
public record Pace(Duration live, Duration quiet, Duration longest, long bytesPerSecond) {
    public static final Pace USUAL =
            new Pace(Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofSeconds(60), 8L << 20);

    Duration between(boolean isLive) {
        return isLive ? live : quiet;
    }

    /// Files leave room for everything else on the line.
    Duration afterBytes(long carried) {
        return Duration.ofMillis(Math.min(longest.toMillis(), carried * 1_000 / bytesPerSecond));
    }

    /// Any time up to a bound that doubles: desks that lost their hub together do not come back together.
    Duration afterFailure(int failures, RandomGenerator chance) {
        long bound = Math.min(longest.toMillis(), live.toMillis() << Math.min(failures, 16));
        return Duration.ofMillis(chance.nextLong(bound / 10, bound + 1));
    }
}
