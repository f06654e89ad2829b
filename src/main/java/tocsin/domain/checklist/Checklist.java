package tocsin.domain.checklist;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tocsin.domain.severity.IncidentType;

/// The steps for one type of incident, in phases. Each phase has a box of time that counts from the declaration.
public record Checklist(IncidentType type, List<Phase> phases) {
    public Checklist {
        phases = List.copyOf(phases);
    }

    /// A step; its id never changes, its words may.
    public record Step(String id, String text) {}

    /// Steps that belong together, with their box of time.
    ///
    /// @param from when the phase begins after the declaration; empty where that varies
    /// @param to when it should be through; empty where nobody can say
    public record Phase(String id, String title, Optional<Duration> from, Optional<Duration> to, List<Step> steps) {
        public Phase {
            steps = List.copyOf(steps);
        }

        public boolean isThrough(Marks marks) {
            return steps.stream().allMatch(step -> marks.state(step.id()).settled());
        }

        public long settled(Marks marks) {
            return steps.stream()
                    .filter(step -> marks.state(step.id()).settled())
                    .count();
        }

        /// An exceeded box turns amber. It never stops anybody.
        public Box box(Marks marks, Optional<Instant> declaredAt, Instant now) {
            if (isThrough(marks)) {
                return Box.THROUGH;
            }
            if (declaredAt.isEmpty()) {
                return Box.AHEAD;
            }
            Duration running = Duration.between(declaredAt.get(), now);
            if (to.filter(end -> running.compareTo(end) > 0).isPresent()) {
                return Box.EXCEEDED;
            }
            return from.filter(begin -> running.compareTo(begin) < 0).isPresent() ? Box.AHEAD : Box.RUNNING;
        }
    }

    /// Where a phase stands in its time.
    public enum Box {
        AHEAD,
        RUNNING,
        EXCEEDED,
        THROUGH
    }

    /// The phases whose time is over and whose steps are not, in their order.
    public List<Phase> exceeded(Marks marks, Optional<Instant> declaredAt, Instant now) {
        return phases.stream()
                .filter(phase -> phase.box(marks, declaredAt, now) == Box.EXCEEDED)
                .toList();
    }

    public Stream<Step> steps() {
        return phases.stream().flatMap(phase -> phase.steps().stream());
    }

    public Optional<Step> step(String id) {
        return steps().filter(step -> step.id().equals(id)).findFirst();
    }
}
