package tocsin.ui.timeline;

import java.util.List;
import java.util.Objects;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import tocsin.ui.kit.RowList;

/// The rows that are laid out: all of them, or of very many those around the place where somebody reads. The toolkit's
/// list sums over all of its rows many times for each frame. Lives on the JavaFX thread, knows no node.
final class Excerpt {
    static final int MOST = 5_000;

    /// So much longer it may grow at the end before its beginning is cut off, which costs more than a row.
    static final int SLACK = 1_000;

    /// Closer to its edge it has to be another one.
    static final int EDGE = 500;

    private final RowList<Row> shown = new RowList<>();
    private List<Row> all = List.of();
    private int from;

    /// Stays at the end of all rows where it was there, else with the rows that it showed.
    void show(List<Row> fresh) {
        boolean stays = atEnd();
        int half = shown.size() / 2;
        Row middle = shown.isEmpty() ? null : shown.get(half);
        all = fresh;
        int end = fresh.size();
        if (end <= MOST) {
            take(0, end);
        } else if (!stays) {
            int now = placeNear(middle, from + half);
            int start = Math.clamp(now < 0 ? end : now - half, 0, end - MOST);
            take(start, Math.min(end, start + Math.max(MOST, shown.size())));
        } else if (end - from >= MOST && end - from <= MOST + SLACK) {
            take(from, end);
        } else {
            cutOff(end - MOST);
            take(end - MOST, end);
        }
    }

    /// Before more is added, so that both are small changes.
    private void cutOff(int start) {
        if (from < start && start < from + shown.size()) {
            shown.show(List.copyOf(shown.subList(start - from, shown.size())));
        }
    }

    /// Where this row is now that others may have come before it.
    private int placeNear(@Nullable Row row, int place) {
        if (place < all.size() && same(all.get(place), row)) {
            return place;
        }
        int at = all.size() - 1;
        while (at >= 0 && !same(all.get(at), row)) {
            at--;
        }
        return at;
    }

    private void take(int start, int end) {
        from = start;
        shown.show(all.subList(start, end));
    }

    /// Whether the newest row is among them.
    boolean atEnd() {
        return from + shown.size() == all.size();
    }

    void toEnd() {
        if (!atEnd()) {
            take(Math.max(0, all.size() - MOST), all.size());
        }
    }

    /// Makes sure that this row is among them, and others on both sides. Returns whether they are other ones now.
    boolean reach(int row) {
        boolean tooHigh = from > 0 && row < from + EDGE;
        boolean tooLow = !atEnd() && row >= from + shown.size() - EDGE;
        if (tooHigh || tooLow) {
            int start = Math.clamp(row - MOST / 2, 0, all.size() - MOST);
            take(start, start + MOST);
        }
        return tooHigh || tooLow;
    }

    /// The index among all rows of the one that is at this place.
    int rowAt(int place) {
        return from + place;
    }

    /// Where this row stands; outside of `0` to the size when it is not among them.
    int placeOf(int row) {
        return row - from;
    }

    /// Where this row stands, also when its words are others now; -1 when it is not among them.
    int find(Row row) {
        for (int i = shown.size() - 1; i >= 0; i--) {
            if (same(shown.get(i), row)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean same(@Nullable Row one, @Nullable Row other) {
        if (one instanceof Row.Line(var entry, var _) && other instanceof Row.Line(var known, var _)) {
            return entry.id().equals(known.id());
        }
        return Objects.equals(one, other);
    }

    ObservableList<Row> shown() {
        return shown;
    }
}
