package tocsin.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentClocks;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Rules;
import tocsin.domain.incident.Stamp;
import tocsin.domain.incident.StampName;
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
        Optional<IncidentId> mergedInto,
        ZoneId zone,
        Optional<NextDue> nextDue) {

    /// What a list shows of this incident, without the store.
    public static IncidentRow of(Incident incident) {
        return new IncidentRow(
                incident.id(),
                incident.title(),
                incident.severity(),
                incident.phase(),
                incident.type(),
                incident.environment(),
                incident.commander(),
                incident.declaredAt(),
                incident.firstStamp(StampName.IMPACT_STARTED).map(Stamp::at),
                incident.inPhaseSince(),
                incident.lastRecordedAt(),
                incident.timeline().openTasks().size(),
                incident.openConflicts().size(),
                incident.timeline().entries().size(),
                incident.review().owner(),
                incident.review().due(),
                incident.mergedInto(),
                incident.zone(),
                IncidentClocks.next(incident, Rules.shipped(incident.zone()))
                        .flatMap(clock -> clock.due().map(due -> new NextDue(clock.name(), due))));
    }

    /// The same with another clock running out first.
    public IncidentRow withNextDue(Optional<NextDue> other) {
        return new IncidentRow(
                id,
                title,
                severity,
                phase,
                type,
                environment,
                commander,
                declaredAt,
                impactStartedAt,
                inPhaseSince,
                lastRecordedAt,
                openTasks,
                openConflicts,
                entries,
                postmortemOwner,
                postmortemDue,
                mergedInto,
                zone,
                other);
    }

    public String number() {
        return id.number();
    }
}
