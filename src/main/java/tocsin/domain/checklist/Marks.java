package tocsin.domain.checklist;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.Recorded;
import tocsin.domain.checklist.ChecklistFact.StepSettled;

/// How far the checklist of an incident has come: the last mark of every step that was ever marked.
public record Marks(Map<String, Mark> byStep) {
    public static final Marks NONE = new Marks(Map.of());

    public Marks {
        byStep = Collections.unmodifiableMap(new LinkedHashMap<>(byStep));
    }

    /// Who said so, when it happened as they say, and why.
    public record Mark(StepState state, PersonId by, Instant at, String note, FactId fact) {}

    public Optional<Mark> mark(String step) {
        return Optional.ofNullable(byStep.get(step));
    }

    public StepState state(String step) {
        return mark(step).map(Mark::state).orElse(StepState.OPEN);
    }

    public Marks after(Recorded recorded, StepSettled settled) {
        var all = new LinkedHashMap<>(byStep);
        all.put(
                settled.step(),
                new Mark(settled.to(), recorded.actor(), recorded.happenedAt(), settled.note(), recorded.id()));
        return new Marks(all);
    }
}
