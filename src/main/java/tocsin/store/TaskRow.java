package tocsin.store;

import java.time.Instant;
import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.timeline.Task;

/// A task of an incident.
public record TaskRow(
        IncidentId incident,
        FactId id,
        String text,
        PersonId owner,
        PersonId by,
        Instant assignedAt,
        Optional<Instant> due,
        Optional<Instant> readBackAt,
        Task.Status status,
        Optional<Instant> settledAt,
        String outcome) {}
