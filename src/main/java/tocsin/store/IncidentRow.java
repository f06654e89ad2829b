package tocsin.store;

import java.time.Instant;
import java.util.Optional;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.Phase;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;

/// One incident as a list shows it.
public record IncidentRow(
        IncidentId id,
        String title,
        Severity severity,
        Phase phase,
        IncidentType type,
        Environment environment,
        Optional<PersonId> commander,
        Optional<Instant> declaredAt,
        Optional<Instant> impactStartedAt,
        Instant inPhaseSince,
        Optional<Instant> lastRecordedAt,
        int openTasks,
        int openConflicts,
        int entries,
        Optional<PersonId> postmortemOwner,
        Optional<Instant> postmortemDue,
        Optional<IncidentId> mergedInto) {

    public String number() {
        return id.number();
    }
}
