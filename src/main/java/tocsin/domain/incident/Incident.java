package tocsin.domain.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.analysis.Analysis;
import tocsin.domain.checklist.Marks;
import tocsin.domain.incident.LifeFact.SeverityAssessed;
import tocsin.domain.postmortem.Review;
import tocsin.domain.roster.Crew;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.Timeline;

/// One incident as folded from its facts: an immutable picture of one moment.
public record Incident(
        IncidentId id,
        String title,
        IncidentType type,
        Environment environment,
        ZoneId zone,
        List<PhaseSpell> phases,
        List<SeveritySpell> severities,
        Optional<SeverityAssessed> assessment,
        Map<StampName, List<Stamp>> stamps,
        Map<StampName, String> stampsNotApplicable,
        Optional<Plan> plan,
        List<Update> updates,
        List<Waiver> waivers,
        Crew crew,
        Timeline timeline,
        Marks checklist,
        Review review,
        Analysis analysis,
        Optional<IncidentId> mergedInto,
        Set<IncidentId> absorbed,
        Map<IncidentId, Relation> links,
        List<Conflict> conflicts,
        int regressions,
        int reopenings,
        int facts,
        int unknownFacts,
        Optional<Instant> lastRecordedAt) {

    /// A plan with how far its steps have come.
    public record Plan(FactId fact, EmergencyPlan plan, PersonId by, Map<Integer, StepResult> settled, int round) {
        public boolean finished() {
            return settled.size() >= plan.steps().size();
        }
    }

    public Phase phase() {
        return phases.isEmpty() ? Phase.UNDECLARED : phases.getLast().phase();
    }

    public Severity severity() {
        return severities.isEmpty() ? Severity.SEV2 : severities.getLast().severity();
    }

    public Optional<Severity> declaredSeverity() {
        return severities.isEmpty()
                ? Optional.empty()
                : Optional.of(severities.getFirst().severity());
    }

    public Optional<Severity> peakSeverity() {
        return severities.stream().map(SeveritySpell::severity).min(Severity::compareTo);
    }

    /// Set when the responders stand down; debated no earlier.
    public Optional<Severity> finalSeverity() {
        return phase().afterwards() ? Optional.of(severity()) : Optional.empty();
    }

    public Optional<Instant> declaredAt() {
        return phases.stream()
                .filter(spell -> spell.phase() == Phase.INVESTIGATING)
                .findFirst()
                .map(PhaseSpell::since);
    }

    public Instant inPhaseSince() {
        return phases.isEmpty() ? Instant.EPOCH : phases.getLast().since();
    }

    /// Words that came from another desk after the closing have taken the approval away: what stands there now, nobody
    /// has approved.
    public boolean editedAfterClosing() {
        return phase() == Phase.CLOSED
                && review.status() != Review.Status.APPROVED
                && phases.stream().anyMatch(spell -> spell.phase() == Phase.HARDENING);
    }

    public Optional<PersonId> commander() {
        return crew.commander();
    }

    /// How often the response has begun anew. Stamps, plans and waivers from before do not open today's gates.
    public int round() {
        return regressions + reopenings;
    }

    /// When the response last began anew: declared, regressed, reopened or un-merged. A refuted explanation is none of
    /// these: people have been at work all along.
    public Instant roundBegan() {
        for (int i = phases.size() - 1; i > 0; i--) {
            if (beginsRound(phases.get(i - 1).phase(), phases.get(i).phase())) {
                return phases.get(i).since();
            }
        }
        return phases.isEmpty() ? Instant.EPOCH : phases.getFirst().since();
    }

    private static boolean beginsRound(Phase before, Phase now) {
        boolean fromRest = before == Phase.REPORTED
                || before == Phase.MONITORING
                || before == Phase.FALSE_ALARM
                || before.afterwards();
        return (now == Phase.INVESTIGATING && fromRest) || (before == Phase.MERGED && now != Phase.MERGED);
    }

    public Optional<Stamp> firstStamp(StampName name) {
        return stamps.getOrDefault(name, List.of()).stream().findFirst();
    }

    public Optional<Stamp> lastStamp(StampName name) {
        List<Stamp> all = stamps.getOrDefault(name, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /// The stamp if it was written since the present round began.
    public Optional<Stamp> standing(StampName name) {
        return lastStamp(name).filter(stamp -> stamp.round() == round());
    }

    /// The plan of the present round; one that did not hold is history.
    public Optional<Plan> standingPlan() {
        return plan.filter(proposed -> proposed.round() == round());
    }

    public Optional<Waiver> waiver(String gate, Instant now) {
        return waivers.stream()
                .filter(waiver -> waiver.gate().equals(gate)
                        && waiver.round() == round()
                        && waiver.holdsAt(now, waiverLevel(gate)))
                .reduce((_, later) -> later);
    }

    /// The level that says how many names a waiver needs. What closes is the incident as bad as it ever was: lowering
    /// it at the end does not make one name enough.
    Severity waiverLevel(String gate) {
        boolean closing = gate.equals(Gates.STOP_1) || gate.equals(Gates.STOP_2) || gate.equals(Gates.STOP_3);
        return closing ? peakSeverity().orElse(severity()) : severity();
    }

    public List<Conflict> openConflicts() {
        return conflicts.stream().filter(Conflict::open).toList();
    }

    public Optional<Update> lastUpdate() {
        return updates.isEmpty() ? Optional.empty() : Optional.of(updates.getLast());
    }

    /// How long it stood at each level while people responded, up to now. A level noted late counts from when it is
    /// said
    /// to have begun, and then takes that time from the levels it replaces: the parts always add up to the whole.
    public Map<Severity, Duration> timeAtEachLevel(Instant now) {
        var totals = new EnumMap<Severity, Duration>(Severity.class);
        for (int i = 0; i < phases.size(); i++) {
            if (phases.get(i).phase().responding()) {
                Instant from = phases.get(i).since();
                Instant to = i + 1 < phases.size() ? phases.get(i + 1).since() : now;
                addLevels(totals, from, to);
            }
        }
        return totals;
    }

    private void addLevels(Map<Severity, Duration> totals, Instant from, Instant to) {
        Instant end = to;
        for (int i = severities.size() - 1; i >= 0 && from.isBefore(end); i--) {
            Instant since = i == 0 ? from : severities.get(i).since();
            Instant begin = since.isAfter(from) ? since : from;
            if (begin.isBefore(end)) {
                totals.merge(severities.get(i).severity(), Duration.between(begin, end), Duration::plus);
                end = begin;
            }
        }
    }

    /// Strict: what a person may do now, and what comes of it.
    public Outcome decide(IncidentCommand command, Context context) {
        return Decisions.decide(this, command, context);
    }
}
