package tocsin.app;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand;

/// One thing a person did, which may ask something of several incidents: all of it happens, or none.
public record Gesture(PersonId actor, Optional<Instant> occurredAt, List<Step> steps) {

    /// What is asked of one incident.
    ///
    /// @param occurredAt when this one happened, if that is not when the others did
    public record Step(IncidentId incident, IncidentCommand command, Optional<Instant> occurredAt) {
        public Step(IncidentId incident, IncidentCommand command) {
            this(incident, command, Optional.empty());
        }
    }

    /// The beginning of an incident, which has no id yet.
    public record Opening(PersonId actor, Optional<Instant> occurredAt, ZoneId zone, IncidentCommand command) {}

    public static Gesture of(PersonId actor, IncidentId incident, IncidentCommand command) {
        return new Gesture(actor, Optional.empty(), List.of(new Step(incident, command)));
    }

    Optional<Instant> happened(Step step) {
        return step.occurredAt().or(() -> occurredAt);
    }

    public Gesture at(Optional<Instant> moment) {
        return new Gesture(actor, moment, steps);
    }
}
