package tocsin.ui.crew;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import tocsin.base.FactId;
import tocsin.domain.timeline.Task;
import tocsin.domain.timeline.Timeline;
import tocsin.ui.kit.RowList;
import tocsin.ui.kit.Words;

/// What is being done, most urgent first, and how much is settled. Lives on the JavaFX thread, knows no node.
public final class TasksModel {
    /// What runs out first comes first; what has no box waits behind.
    static final Comparator<Task> URGENCY = Comparator.comparing(
                    (Task task) -> task.due().orElse(java.time.Instant.MAX))
            .thenComparing(Task::assignedAt)
            .thenComparing(Task::id);

    private static final int DIGITS = 9;

    private final Words words;
    private final RowList<TaskCard> cards = new RowList<>();
    private final ReadOnlyStringWrapper settled = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final Map<FactId, TaskCard> known = new HashMap<>();

    TasksModel(Words words) {
        this.words = words;
    }

    void show(Timeline timeline, Moments moments) {
        List<Task> open = timeline.openTasks().stream().sorted(URGENCY).toList();
        known.keySet().retainAll(open.stream().map(Task::id).toList());
        // Digits are given in the order in which the tasks came, so that two windows mostly agree.
        open.stream()
                .sorted(Comparator.comparing(Task::assignedAt).thenComparing(Task::id))
                .forEach(task -> known.computeIfAbsent(task.id(), id -> new TaskCard(id, freeDigit())));
        var shown = new ArrayList<TaskCard>();
        for (Task task : open) {
            TaskCard card = known.get(task.id());
            if (card != null) {
                card.show(task, moments);
                shown.add(card);
            }
        }
        cards.show(List.copyOf(shown));
        count.set(open.isEmpty() ? "" : words.number(open.size()));
        settled.set(settled(timeline, open.isEmpty()));
    }

    private String settled(Timeline timeline, boolean none) {
        long done = count(timeline, Task.Status.DONE);
        long dropped = count(timeline, Task.Status.DROPPED);
        if (done + dropped == 0) {
            return none ? words.get("crew.tasks.none") : "";
        }
        return words.get("crew.tasks.settled", words.number(done), words.number(dropped));
    }

    private static long count(Timeline timeline, Task.Status status) {
        return timeline.tasks().values().stream()
                .filter(task -> task.status() == status)
                .count();
    }

    private int freeDigit() {
        for (int digit = 1; digit <= DIGITS; digit++) {
            int wanted = digit;
            if (known.values().stream().noneMatch(card -> card.digit() == wanted)) {
                return digit;
            }
        }
        return 0;
    }

    /// Which task is meant by which digit now.
    Map<Integer, FactId> digits() {
        var digits = new TreeMap<Integer, FactId>();
        cards.stream().filter(card -> card.digit() > 0).forEach(card -> digits.put(card.digit(), card.id()));
        return digits;
    }

    public ObservableList<TaskCard> getCards() {
        return cards;
    }

    public String getCount() {
        return count.get();
    }

    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    public String getSettled() {
        return settled.get();
    }

    public ReadOnlyStringProperty settledProperty() {
        return settled.getReadOnlyProperty();
    }
}
