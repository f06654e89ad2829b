package tocsin.ui.timeline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tocsin.domain.timeline.Entry;
import tocsin.ui.kit.RowList;

/// The rows of one timeline in the order in which things happened, with a line between two days. Immutable.
///
/// @param hidden how many entries the sieve holds back
public record Rows(List<Row> rows, int hidden) {
    public static final Rows NONE = new Rows(List.of(), 0);

    private static final Comparator<Entry> HAPPENED = Comparator.comparing(Entry::occurredAt);

    /// Makes rows again and again for one timeline, and tells again only what is new: a room of 100,000 entries gets
    /// one more fifty times a second. Confined to one thread.
    public static final class Maker {
        private final ZoneId zone;
        private List<Entry> entries = List.of();
        private @Nullable Sieve sieve;
        private Row[] rows = new Row[64];
        private int count;
        private int hidden;
        private Object origin = new Object();
        private @Nullable Entry last;

        public Maker(ZoneId zone) {
            this.zone = zone;
        }

        public Rows of(List<Entry> all, Sieve wanted, Function<Entry, String> told) {
            int known = wanted.equals(sieve) && continues(all) ? entries.size() : 0;
            if (known == 0) {
                rows = new Row[Math.max(64, all.size() + all.size() / 8)];
                origin = new Object();
                count = 0;
                hidden = 0;
                last = null;
                sieve = wanted;
                all.stream().sorted(HAPPENED).forEach(entry -> add(entry, wanted, told));
            } else {
                // What was handed out is read elsewhere, so it is never written again, only continued.
                all.subList(known, all.size()).forEach(entry -> add(entry, wanted, told));
            }
            entries = all;
            return new Rows(new Front(origin, rows, count), hidden);
        }

        private boolean continues(List<Entry> all) {
            if (all.size() < entries.size() || entries.isEmpty()) {
                return false;
            }
            for (int i = entries.size() - 1; i >= 0; i--) {
                // Nearly always the very same object, which is quick to see.
                if (!Objects.equals(all.get(i), entries.get(i))) {
                    return false;
                }
            }
            Entry before = last;
            for (int i = entries.size(); i < all.size(); i++) {
                if (before != null && all.get(i).occurredAt().isBefore(before.occurredAt())) {
                    return false;
                }
                before = all.get(i);
            }
            return true;
        }

        private void add(Entry entry, Sieve wanted, Function<Entry, String> told) {
            if (!wanted.passes(entry)) {
                hidden++;
                return;
            }
            LocalDate day = LocalDate.ofInstant(entry.occurredAt(), zone);
            Entry before = last;
            if (before == null || !day.equals(LocalDate.ofInstant(before.occurredAt(), zone))) {
                append(new Row.Day(day));
            }
            append(new Row.Line(entry, told.apply(entry)));
            last = entry;
        }

        private void append(Row row) {
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, count * 2);
            }
            rows[count++] = row;
        }
    }

    /// The first so many of an array that is only written behind them.
    private static final class Front extends AbstractList<Row> implements RandomAccess, RowList.Continuing {
        private final Object origin;
        private final Row[] all;
        private final int size;

        Front(Object origin, Row[] all, int size) {
            this.origin = origin;
            this.all = all;
            this.size = size;
        }

        /// The array grows into larger ones, but their beginnings stay the same until everything is made anew.
        @Override
        @SuppressWarnings("ReferenceEquality") // The very same making is meant.
        public boolean continues(List<?> before) {
            return before instanceof Front other && other.origin == origin && other.size <= size;
        }

        @Override
        public Row get(int index) {
            return all[Objects.checkIndex(index, size)];
        }

        @Override
        public int size() {
            return size;
        }
    }
}
