package tocsin.ui.timeline;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ListChangeListener;
import tocsin.base.FactId;

/// Which entries came a moment ago. What is only shown again was there before. Lives on the JavaFX thread.
final class Arrivals {
    private static final Duration NEW = Duration.ofSeconds(1);

    /// More at once is a timeline that is being read, not news.
    private static final int MOST = 50;

    /// Further apart, the old rows between are not looked through for it.
    private static final int FURTHEST = 5_000;

    private final Map<FactId, Long> at = new HashMap<>();
    private boolean begun;
    private boolean skipped;

    /// The next rows come because somebody wanted other ones.
    void skip() {
        skipped = true;
    }

    void settle() {
        skipped = false;
    }

    boolean holds(FactId entry) {
        Long came = at.get(entry);
        return came != null && System.nanoTime() - came < NEW.toNanos();
    }

    void changed(ListChangeListener.Change<? extends Row> change) {
        boolean news = begun && !skipped;
        begun = true;
        at.keySet().removeIf(entry -> !holds(entry));
        while (change.next()) {
            if (news && change.getAddedSize() <= FURTHEST) {
                note(ids(change.getAddedSubList()), ids(change.getRemoved()));
            }
        }
    }

    private void note(Set<FactId> now, Set<FactId> before) {
        now.removeAll(before);
        if (now.size() <= MOST) {
            now.forEach(entry -> at.put(entry, System.nanoTime()));
        }
    }

    private static Set<FactId> ids(List<? extends Row> rows) {
        var ids = new HashSet<FactId>();
        for (Row row : rows) {
            if (row instanceof Row.Line(var entry, var _)) {
                ids.add(entry.id());
            }
        }
        return ids;
    }
}
