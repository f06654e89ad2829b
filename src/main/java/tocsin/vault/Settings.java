package tocsin.vault;

import java.time.Duration;
import java.util.function.LongSupplier;

/// What a vault is told when it is made or opened.
///
/// @param cost of a passphrase written from now on
/// @param least the cheapest cost that is accepted of a file
/// @param nanos a clock that only goes forward, to reckon idle time by
public record Settings(Cost cost, Cost least, LongSupplier nanos) {
    /// How long an unused vault stays open unless a person says otherwise.
    public static final Duration IDLE = Duration.ofMinutes(15);

    public static Settings standard() {
        return new Settings(Cost.SHIPPED, Cost.LEAST, System::nanoTime);
    }

    /// Both what is written and the least that is read.
    public Settings withCost(Cost other) {
        return new Settings(other, other, nanos);
    }

    public Settings withNanos(LongSupplier other) {
        return new Settings(cost, least, other);
    }
}
