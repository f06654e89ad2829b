package tocsin.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tocsin.base.DeskId;

/// What one round between this desk and its hub did.
///
/// @param queued facts of this desk that the hub does not hold yet
/// @param waiting facts of others that this desk does not hold yet
/// @param skew how far this desk's clock runs ahead of the hub's
/// @param renewed the desk that this one was before, when it found itself to be a copy
public record Round(
        Instant at,
        long pushed,
        long pulled,
        long queued,
        long waiting,
        Duration skew,
        List<Quarantined> quarantine,
        Optional<DeskId> renewed) {

    /// Whether there is more to carry at once.
    public boolean isUnfinished() {
        return queued > 0 || waiting > 0;
    }
}
