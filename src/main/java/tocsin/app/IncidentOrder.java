package tocsin.app;

import java.time.Instant;
import java.util.Comparator;
import tocsin.domain.incident.Incident;

/// Most severe first, those that people still respond to before those that owe a review, then the one that has waited
/// longest, then by key, so that every desk lists alike.
public final class IncidentOrder {
    public static final Comparator<Incident> WORST_FIRST = Comparator.comparing(Incident::severity)
            .thenComparing(incident -> incident.phase().afterwards())
            .thenComparing(incident -> incident.declaredAt().orElse(Instant.MAX))
            .thenComparing(Incident::id);

    private IncidentOrder() {}
}
