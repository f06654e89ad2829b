package tocsin.app;

import java.time.Instant;
import java.util.Comparator;
import tocsin.store.IncidentRow;

/// Most severe first, those that people still respond to before those that owe a review, then the one that has waited
/// longest, then by key, so that every desk lists alike.
public final class IncidentOrder {
    public static final Comparator<IncidentRow> WORST_FIRST = Comparator.comparing(IncidentRow::severity)
            .thenComparing(row -> row.phase().afterwards())
            .thenComparing(row -> row.declaredAt().orElse(Instant.MAX))
            .thenComparing(IncidentRow::id);

    private IncidentOrder() {}
}
