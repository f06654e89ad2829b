package tocsin.domain.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.clock.Clock;
import tocsin.domain.clock.Lapse;
import tocsin.domain.roster.Role;
import tocsin.domain.roster.Term;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.HypothesisStatus;
import tocsin.domain.timeline.Task;

/// What somebody who takes over has to know, composed from the facts at one moment. The person who leaves adds only
/// what worries them.
///
/// @param constraints what limits the response; nothing states them yet
public record Brief(
        IncidentId incident,
        String title,
        Severity severity,
        Phase phase,
        Instant at,
        Duration running,
        Past past,
        Optional<Incident.Plan> plan,
        List<Lead> hypotheses,
        List<Term> roles,
        List<Role> vacancies,
        List<Work> tasks,
        List<Ask> questions,
        Comms comms,
        List<Clock> clocks,
        List<Gate> gates,
        List<String> constraints) {

    /// What has happened so far, counted.
    public record Past(int entries, int decisions, int updates, int tasksDone, int regressions, int reopenings) {}

    /// An explanation that nobody has refuted. Supported ones come first.
    public record Lead(FactId entry, String text, HypothesisStatus status, String evidence) {}

    /// `left` is negative when the box is over, and absent when there is none.
    public record Work(FactId task, String text, PersonId owner, Optional<Duration> left) {}

    /// Something asked that nobody has answered, or left to do.
    public record Ask(FactId entry, EntryKind kind, String text, PersonId by) {}

    public record Comms(Optional<Update> last, Optional<Instant> nextDue) {}

    public static Brief of(Incident incident, Rules rules, Instant now) {
        List<Clock> clocks = IncidentClocks.of(incident, rules);
        return new Brief(
                incident.id(),
                incident.title(),
                incident.severity(),
                incident.phase(),
                now,
                incident.declaredAt().map(began -> Lapse.between(began, now)).orElse(Duration.ZERO),
                past(incident),
                incident.standingPlan(),
                leads(incident),
                incident.crew().current(),
                Vacancies.needed(incident, now),
                tasks(incident, now),
                questions(incident),
                new Comms(incident.lastUpdate(), nextDue(clocks)),
                clocks.stream().filter(Clock::isOpen).toList(),
                nextGates(incident, rules, now),
                List.of());
    }

    private static Past past(Incident incident) {
        return new Past(
                spoken(incident).size(),
                incident.timeline().decisions().size(),
                incident.updates().size(),
                (int) incident.timeline().tasks().values().stream()
                        .filter(task -> task.status() == Task.Status.DONE)
                        .count(),
                incident.regressions(),
                incident.reopenings());
    }

    private static List<Entry> spoken(Incident incident) {
        return incident.timeline().entries().stream()
                .filter(entry -> entry.kind() != EntryKind.SYSTEM && !entry.struck())
                .toList();
    }

    private static List<Lead> leads(Incident incident) {
        return spoken(incident).stream()
                .flatMap(entry -> incident.timeline().hypothesis(entry.id()).stream()
                        .filter(standing -> standing.status() != HypothesisStatus.REFUTED)
                        .map(standing -> new Lead(entry.id(), entry.text(), standing.status(), standing.evidence())))
                .sorted(Comparator.comparing(lead -> lead.status() != HypothesisStatus.SUPPORTED))
                .toList();
    }

    private static List<Work> tasks(Incident incident, Instant now) {
        return incident.timeline().openTasks().stream()
                .map(task -> new Work(task.id(), task.text(), task.owner(), task.left(now)))
                .toList();
    }

    private static List<Ask> questions(Incident incident) {
        return spoken(incident).stream()
                .filter(entry -> entry.kind() == EntryKind.TODO
                        || (entry.kind() == EntryKind.QUESTION
                                && !incident.timeline().answers().containsKey(entry.id())))
                .map(entry -> new Ask(entry.id(), entry.kind(), entry.text(), entry.by()))
                .toList();
    }

    private static Optional<Instant> nextDue(List<Clock> clocks) {
        return clocks.stream()
                .filter(clock -> clock.name().equals("update") && clock.isOpen())
                .findFirst()
                .flatMap(Clock::due);
    }

    /// What stands between here and the next state.
    private static List<Gate> nextGates(Incident incident, Rules rules, Instant now) {
        int next = incident.phase().ordinal() + 1;
        return incident.phase().live()
                ? Gates.before(Phase.values()[next], incident, now, rules.policy()).stream()
                        .filter(Gate::open)
                        .toList()
                : List.of();
    }
}
