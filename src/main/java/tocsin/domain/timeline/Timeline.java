package tocsin.domain.timeline;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tocsin.base.FactId;

/// The log of one incident at one moment: immutable, in the order in which every desk folds.
///
/// @param theories the entries among them that say what may be the cause, so that nobody walks all of a long log for
///     them
public record Timeline(
        List<Entry> entries,
        Map<FactId, Task> tasks,
        Map<FactId, Decision> decisions,
        Map<FactId, Hypothesis> hypotheses,
        List<Entry> theories,
        Map<FactId, String> answers) {

    public static final Timeline EMPTY = new Timeline(List.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of());

    public Optional<Entry> entry(FactId id) {
        // From the newest: people point at what they just saw.
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).id().equals(id)) {
                return Optional.of(entries.get(i));
            }
        }
        return Optional.empty();
    }

    public Optional<Task> task(FactId id) {
        return Optional.ofNullable(tasks.get(id));
    }

    public Optional<Decision> decision(FactId id) {
        return Optional.ofNullable(decisions.get(id));
    }

    public Optional<Hypothesis> hypothesis(FactId id) {
        return Optional.ofNullable(hypotheses.get(id));
    }

    public Collection<Task> openTasks() {
        return tasks.values().stream().filter(Task::open).toList();
    }
}
