package tocsin.domain.severity;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// What a handful of alerts that came together suggests. The worst one decides: an average would let three whispers
/// drown a scream. The average is shown as a hint of how much noise is around it.
public record AlertWeights(Severity suggested, double average) {
    /// Alerts this close together are looked at as one.
    public static final Duration CORRELATION_WINDOW = Duration.ofMinutes(5);

    /// Nothing is suggested for no alerts.
    public static Optional<AlertWeights> of(Collection<AlertLevel> alerts) {
        double average = alerts.stream().mapToInt(AlertLevel::weight).average().orElse(0);
        return alerts.stream()
                .max(Comparator.comparingInt(AlertLevel::weight))
                .map(worst -> new AlertWeights(worst.severity(), average));
    }
}
