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
    private final Excerpt excerpt = new Excerpt();
    private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper none = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper filter = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper filtered = new ReadOnlyBooleanWrapper();
    private final Arrivals arrivals = new Arrivals();
    private Sieve sieve = Sieve.PEOPLE;
    private Times times;
    private int chosen = -1;

    /// @param wish told when other entries are wanted
    public TimelineModel(ZoneId zone, Words words, Consumer<Sieve> wish) {
        this.words = words;
        this.wish = wish;
        this.times = new Times(zone, words);
        filtered.bind(filter.isNotEmpty());
        rows.addListener(arrivals::changed);
    }

    public void show(Rows fresh, ZoneId zone) {
        times = new Times(zone, words);
        Optional<Entry> pointed = chosenEntry();
        rows.show(fresh.rows());
        excerpt.show(fresh.rows());
        arrivals.settle();
        chosen = pointed.map(Entry::id).map(this::indexOf).orElse(-1);
        none.set(fresh.rows().isEmpty() && sieve.narrows());
        String place = words.get("timeline.zone", zone.getId());
        String hidden = words.number(fresh.hidden());
        heading.set(
                fresh.hidden() == 0
                        ? place
                        : place + words.get(sieve.narrows() ? "timeline.sifted" : "timeline.hidden", hidden));
    }

    /// Nobody has written anything yet, and whoever looks could.
    void untouched(boolean nobodyWrote) {
        empty.set(nobodyWrote);
    }

    /// The next rows are of another minute.
    void turn() {
        arrivals.skip();
    }

    /// This one came a moment ago, and not because somebody wanted to see other rows.
    boolean arrived(FactId entry) {
        return arrivals.holds(entry);
    }

    public Sieve sieve() {
        return sieve;
    }

    public void sift(Sieve other) {
        sieve = other;
        filter.set(other.narrows() ? SievePrompt.told(other, words) : "");
        arrivals.skip();
        wish.accept(other);
    }

    /// Shows again what was held back; false when nothing was.
    boolean unsift() {
        boolean narrow = sieve.narrows();
        if (narrow) {
            sift(sieve.cleared());
        }
        return narrow;
    }

    void chooseFirst() {
        chosen = firstLine();
    }

    /// The newest of all, or nothing while there is none.
    Optional<Instant> newest() {
        return rows.isEmpty() ? Optional.empty() : Optional.of(happened(rows.size() - 1));
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

    /// The rows that are laid out.
    Excerpt excerpt() {
        return excerpt;
    }

    public String getHeading() {
        return heading.get();
    }

    public ReadOnlyStringProperty headingProperty() {
        return heading.getReadOnlyProperty();
    }

    /// What the filter lets through, in words; empty without one.
    public String getFilter() {
        return filter.get();
    }

    public ReadOnlyStringProperty filterProperty() {
        return filter.getReadOnlyProperty();
    }

    public boolean isFiltered() {
        return filtered.get();
    }

    public ReadOnlyBooleanProperty filteredProperty() {
        return filtered.getReadOnlyProperty();
    }

    /// Nothing passes the filter.
    public boolean isNone() {
        return none.get();
    }

    public ReadOnlyBooleanProperty noneProperty() {
        return none.getReadOnlyProperty();
    }

    public boolean isEmpty() {
        return empty.get();
    }

    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }
}
