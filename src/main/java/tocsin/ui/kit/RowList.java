package tocsin.ui.kit;

import java.util.List;
import java.util.Objects;
import javafx.collections.ObservableListBase;

/// A list whose whole content is replaced at once by one that is mostly the same: only what differs is told to whoever
/// shows it, so that the reader's place stays. Lives on the JavaFX thread.
public final class RowList<T> extends ObservableListBase<T> {
    private List<T> rows = List.of();

    /// Knows of which list it is the continuation, so that nobody has to compare what both begin with.
    public interface Continuing {
        boolean continues(List<?> before);
    }

    public void show(List<T> fresh) {
        List<T> old = rows;
        int most = Math.min(old.size(), fresh.size());
        int start = fresh instanceof Continuing rest && rest.continues(old) ? most : 0;
        while (start < most && Objects.equals(old.get(start), fresh.get(start))) {
            start++;
        }
        int end = 0;
        while (end < most - start && Objects.equals(old.get(old.size() - 1 - end), fresh.get(fresh.size() - 1 - end))) {
            end++;
        }
        int oldEnd = old.size() - end;
        int freshEnd = fresh.size() - end;
        rows = fresh;
        if (start == oldEnd && start == freshEnd) {
            return;
        }
        beginChange();
        if (start == oldEnd) {
            nextAdd(start, freshEnd);
        } else {
            nextReplace(start, freshEnd, List.copyOf(old.subList(start, oldEnd)));
        }
        endChange();
    }

    @Override
    public T get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
