package tocsin.domain.clock;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Who is called when nobody acknowledges: the longer the silence, the higher the step.
public record Ladder(List<Step> steps) {
    public Ladder {
        steps = List.copyOf(steps);
    }

    /// `calls` says whom, such as `next on-call`.
    public record Step(Span after, String calls) {}

    /// A step with its hour.
    public record Rung(Instant at, Step step) {}

    /// All steps of a page that went out at `pagedAt`, in order of time.
    public List<Rung> rungs(Instant pagedAt, BusinessCalendar calendar) {
        return steps.stream()
                .map(step -> new Rung(step.after().after(pagedAt, calendar), step))
                .sorted(Comparator.comparing(Rung::at))
                .toList();
    }

    /// The step that silence has reached at `now`.
    public Optional<Rung> stepAt(Instant pagedAt, Instant now, BusinessCalendar calendar) {
        return rungs(pagedAt, calendar).stream()
                .filter(rung -> !rung.at().isAfter(now))
                .reduce((_, later) -> later);
    }

    public Optional<Rung> nextStep(Instant pagedAt, Instant now, BusinessCalendar calendar) {
        return rungs(pagedAt, calendar).stream()
                .filter(rung -> rung.at().isAfter(now))
                .findFirst();
    }
}
