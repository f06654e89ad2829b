package tocsin.ui.timeline;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import tocsin.base.FactId;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.ui.kit.RowList;
import tocsin.ui.kit.Words;

/// What the timeline shows and which entry is pointed at. Lives on the JavaFX thread, knows no node.
public final class TimelineModel {
    private final Words words;
    private final Consumer<Sieve> wish;
    private final RowList<Row> rows = new RowList<>();
    private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper();
    private Sieve sieve = Sieve.PEOPLE;
    private Times times;
    private int chosen = -1;

    /// @param wish told when other entries are wanted
    public TimelineModel(ZoneId zone, Words words, Consumer<Sieve> wish) {
        this.words = words;
        this.wish = wish;
        this.times = new Times(zone, words);
    }

    public void show(Rows fresh, ZoneId zone) {
        times = new Times(zone, words);
        Optional<Entry> pointed = chosenEntry();
        rows.show(fresh.rows());
        chosen = pointed.map(Entry::id).map(this::indexOf).orElse(-1);
        empty.set(fresh.rows().isEmpty());
        String place = words.get("timeline.zone", zone.getId());
        heading.set(fresh.hidden() == 0 ? place : place + words.get("timeline.hidden", words.number(fresh.hidden())));
    }

    public Sieve sieve() {
        return sieve;
    }

    public void sift(Sieve other) {
        sieve = other;
        wish.accept(other);
    }

    /// Shows or hides what acts logged by themselves.
    public void toggleSystem() {
        sift(sieve.with(EntryKind.SYSTEM));
    }

    /// Points at the entry that many rows further; beyond the newest, at none.
    public void move(int step) {
        int from = chosen < 0 ? rows.size() : chosen;
        int at = from + step;
        while (at >= 0 && at < rows.size() && !(rows.get(at) instanceof Row.Line)) {
            at += Integer.signum(step);
        }
        chosen = at >= rows.size() ? -1 : Math.max(at, firstLine());
    }

    public void choose(int index) {
        chosen = index >= 0 && index < rows.size() && rows.get(index) instanceof Row.Line ? index : -1;
    }

    /// Points at this entry; false when it is not among the rows.
    boolean choose(FactId entry) {
        int at = indexOf(entry);
        if (at >= 0) {
            chosen = at;
        }
        return at >= 0;
    }

    /// Points at the first entry that happened at this moment or later.
    public void chooseAt(Instant moment) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            Instant then = happened(middle);
            if (then.isBefore(moment)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        choose(low < rows.size() && rows.get(low) instanceof Row.Day ? low + 1 : low);
    }

    private Instant happened(int index) {
        return switch (rows.get(index)) {
            case Row.Line(var entry, var _) -> entry.occurredAt();
            case Row.Day(var date) -> date.atStartOfDay(times.zone()).toInstant();
        };
    }

    int chosen() {
        return chosen;
    }

    public Optional<Entry> chosenEntry() {
        return chosen >= 0 && chosen < rows.size() && rows.get(chosen) instanceof Row.Line(var entry, var _)
                ? Optional.of(entry)
                : Optional.empty();
    }

    private int firstLine() {
        return rows.size() > 1 ? 1 : -1;
    }

    private int indexOf(FactId entry) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (rows.get(i) instanceof Row.Line(var each, var _) && each.id().equals(entry)) {
                return i;
            }
        }
        return -1;
    }

    Times times() {
        return times;
    }

    Words words() {
        return words;
    }

    public ObservableList<Row> getRows() {
        return rows;
    }

    public String getHeading() {
        return heading.get();
    }

    public ReadOnlyStringProperty headingProperty() {
        return heading.getReadOnlyProperty();
    }

    public boolean isEmpty() {
        return empty.get();
    }

    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }
}
