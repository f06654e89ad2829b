package tocsin.app;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.clock.Clock;
import tocsin.domain.clock.ClockState;
import tocsin.domain.incident.Gate.Status;
import tocsin.domain.incident.Gates;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentClocks;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Rules;
import tocsin.domain.incident.Stamp;
import tocsin.domain.incident.StampName;
import tocsin.domain.incident.Vacancies;
import tocsin.domain.postmortem.ActionItem;
import tocsin.domain.roster.Role;
import tocsin.domain.roster.Term;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.Task;
import tocsin.store.IncidentRow;

/// What a list has to know of one incident. A value: what depends on the present moment is asked with it.
///
/// @param clocks those that are still open
/// @param asks the words and the person behind a clock, by the name of the clock
/// @param crew everybody who holds a role
/// @param vacancies roles that were asked for and empty when the incident last changed
/// @param stopsMet how many of the three STOP gates are met or waived
public record Pulse(
        IncidentId id,
        String title,
        Severity severity,
        Phase phase,
        IncidentType type,
        Optional<PersonId> commander,
        Optional<PersonId> operations,
        Optional<PersonId> communications,
        Set<PersonId> crew,
        List<Role> vacancies,
        Optional<Instant> declaredAt,
        Optional<Instant> impactStartedAt,
        Instant inPhaseSince,
        int openTasks,
        int openConflicts,
        List<Clock> clocks,
        Map<String, Ask> asks,
        int stopsMet,
        Optional<IncidentId> mergedInto,
        Optional<Instant> lastRecordedAt,
        Depth depth) {

    public static final int STOPS = 3;
    private static final String TASK = "task ";
    private static final String ACTION = "action ";
    private static final String POSTMORTEM = "postmortem";

    public enum Depth {
        /// From the store alone: quick, and without clocks, crew and gates.
        ROW,
        /// From all facts.
        WHOLE
    }

    /// What one clock asks for in people's own words, and of whom.
    public record Ask(String words, PersonId of) {}

    static Pulse of(IncidentRow row) {
        return new Pulse(
                row.id(),
                row.title(),
                row.severity(),
                row.phase(),
                row.type(),
                row.commander(),
                Optional.empty(),
                Optional.empty(),
                Set.copyOf(row.commander().stream().toList()),
                List.of(),
                row.declaredAt(),
                row.impactStartedAt(),
                row.inPhaseSince(),
                row.openTasks(),
                row.openConflicts(),
                List.of(),
                Map.of(),
                0,
                row.mergedInto(),
                row.lastRecordedAt(),
                Depth.ROW);
    }

    public static Pulse of(Incident incident, Rules rules, Instant now) {
        return new Pulse(
                incident.id(),
                incident.title(),
                incident.severity(),
                incident.phase(),
                incident.type(),
                incident.commander(),
                incident.crew().holder(Role.OPERATIONS),
                incident.crew().holder(Role.COMMUNICATIONS),
                Set.copyOf(new HashSet<>(
                        incident.crew().current().stream().map(Term::person).toList())),
                Vacancies.needed(incident, now),
                incident.declaredAt(),
                incident.firstStamp(StampName.IMPACT_STARTED).map(Stamp::at),
                incident.inPhaseSince(),
                incident.timeline().openTasks().size(),
                incident.openConflicts().size(),
                IncidentClocks.of(incident, rules).stream()
                        .filter(Clock::isOpen)
                        .toList(),
                asks(incident),
                stopsMet(incident, rules, now),
                incident.mergedInto(),
                incident.lastRecordedAt(),
                Depth.WHOLE);
    }

    private static Map<String, Ask> asks(Incident incident) {
        var asks = new HashMap<String, Ask>();
        for (Task task : incident.timeline().openTasks()) {
            asks.put(TASK + task.id(), new Ask(task.text(), task.owner()));
        }
        for (ActionItem action : incident.review().openActions()) {
            asks.put(ACTION + action.id(), new Ask(action.text(), action.owner()));
        }
        incident.review().owner().ifPresent(owner -> asks.put(POSTMORTEM, new Ask("", owner)));
        return Map.copyOf(asks);
    }

    private static int stopsMet(Incident incident, Rules rules, Instant now) {
        if (!incident.phase().afterwards()) {
            return 0;
        }
        return (int) Gates.before(Phase.CLOSED, incident, now, rules.policy()).stream()
                .filter(gate ->
                        List.of(Gates.STOP_1, Gates.STOP_2, Gates.STOP_3).contains(gate.name()))
                .filter(gate -> gate.status() == Status.MET || gate.status() == Status.WAIVED)
                .count();
    }

    public String number() {
        return id.number();
    }

    public boolean whole() {
        return depth == Depth.WHOLE;
    }

    public boolean live() {
        return phase.live();
    }

    /// Ended, but something that was promised afterwards is not done yet.
    public boolean owes() {
        return !live() && !clocks.isEmpty();
    }

    /// What the large figure counts from: the impact where somebody stamped it, else the declaration.
    public Optional<Instant> began() {
        return impactStartedAt.or(() -> declaredAt);
    }

    public int tasksOverBox(Instant now) {
        return (int) clocks.stream()
                .filter(clock -> clock.name().startsWith(TASK) && clock.stateAt(now) == ClockState.OVERDUE)
                .count();
    }

    /// Something is late, empty or disagreed upon, so that somebody has to say something.
    public boolean needsAWord(Instant now) {
        return openConflicts > 0
                || !vacancies.isEmpty()
                || Due.of(this, now).stream().anyMatch(due -> due.state() == ClockState.OVERDUE);
    }

    public boolean concerns(PersonId person) {
        return crew.contains(person)
                || asks.values().stream().anyMatch(ask -> ask.of().equals(person));
    }
}
