package tocsin.journal;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tocsin.base.DeskId;

/// How far someone knows each desk without a gap: the version vector that desks and hubs compare.
public final class Heads {
    public static final Heads NONE = new Heads(new TreeMap<>());

    private final SortedMap<DeskId, Head> byDesk;

    private Heads(SortedMap<DeskId, Head> byDesk) {
        this.byDesk = byDesk;
    }

    public static Heads of(Collection<Head> heads) {
        var byDesk = new TreeMap<DeskId, Head>();
        for (Head head : heads) {
            byDesk.merge(head.desk(), head, (one, two) -> one.seq() >= two.seq() ? one : two);
        }
        return new Heads(byDesk);
    }

    public Optional<Head> of(DeskId desk) {
        return Optional.ofNullable(byDesk.get(desk));
    }

    /// The last sequence known of a desk; 0 when it is unknown.
    public long seq(DeskId desk) {
        return of(desk).map(Head::seq).orElse(0L);
    }

    public Collection<Head> all() {
        return java.util.Collections.unmodifiableCollection(byDesk.values());
    }

    public boolean isEmpty() {
        return byDesk.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Heads heads && byDesk.equals(heads.byDesk);
    }

    @Override
    public int hashCode() {
        return byDesk.hashCode();
    }

    @Override
    public String toString() {
        return byDesk.values().toString();
    }
}
