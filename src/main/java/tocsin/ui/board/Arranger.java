package tocsin.ui.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import tocsin.app.Pulse;
import tocsin.app.Pulses;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.severity.Severity;

/// Sorts and counts incidents for a board, again and again: only what changed, or turned with the time, is worked out
/// anew. In a column come the incidents that people respond to, then those that owe a review, each with the one that
/// has waited longest on top. Confined to one thread, which is not JavaFX's.
final class Arranger {
    private static final Comparator<Pulse> LONGEST_FIRST = Comparator.comparing(
                    (Pulse pulse) -> pulse.phase().afterwards())
            .thenComparing(pulse -> pulse.declaredAt().orElse(Instant.MAX))
            .thenComparing(Pulse::id);

    private final PersonId person;
    private Map<IncidentId, Reckoned> known = Map.of();
    private List<IncidentId> order = List.of();

    Arranger(PersonId person) {
        this.person = person;
    }

    Picture arrange(Pulses.Snapshot snapshot, Set<Facet> chosen, Instant now) {
        var fresh = new HashMap<IncidentId, Reckoned>(
                2 * (snapshot.live().size() + snapshot.ended().size()));
        List<Reckoned> live = reckoned(snapshot.live(), now, fresh);
        List<Reckoned> ended = reckoned(snapshot.ended(), now, fresh);
        known = fresh;
        List<Reckoned> pool = chosen.contains(Facet.CLOSED) ? ended : live;
        var counts = new EnumMap<Facet, Long>(Facet.class);
        for (Facet facet : Facet.values()) {
            List<Reckoned> among = facet == Facet.CLOSED ? ended : live;
            counts.put(facet, among.stream().filter(facet::takes).count());
        }
        return new Picture(
                snapshot,
                chosen,
                columns(pool.stream()
                        .filter(each -> chosen.isEmpty() || Facet.all(chosen, each))
                        .map(Reckoned::pulse)
                        .toList()),
                counts,
                snapshot.live().stream().map(Pulse::type).distinct().count() > 1,
                live.stream().filter(each -> each.mine() && each.needy()).count(),
                now);
    }

    private List<Reckoned> reckoned(List<Pulse> pulses, Instant now, Map<IncidentId, Reckoned> into) {
        var all = new ArrayList<Reckoned>(pulses.size());
        for (Pulse pulse : pulses) {
            Reckoned before = known.get(pulse.id());
            Reckoned each = before != null && before.holds(pulse, now) ? before : Reckoned.of(pulse, person, now);
            into.put(pulse.id(), each);
            all.add(each);
        }
        return all;
    }

    private Map<Severity, List<Pulse>> columns(List<Pulse> shown) {
        List<Pulse> sorted = asBefore(shown);
        sorted.sort(LONGEST_FIRST);
        order = sorted.stream().map(Pulse::id).toList();
        return sorted.stream().collect(Collectors.groupingBy(Pulse::severity));
    }

    /// What is in order already, or nearly, is quickly sorted.
    private List<Pulse> asBefore(List<Pulse> shown) {
        BinaryOperator<Pulse> one = (pulse, _) -> pulse;
        Map<IncidentId, Pulse> left =
                shown.stream().collect(Collectors.toMap(Pulse::id, Function.identity(), one, HashMap::new));
        var list = new ArrayList<Pulse>(shown.size());
        for (IncidentId id : order) {
            Pulse pulse = left.remove(id);
            if (pulse != null) {
                list.add(pulse);
            }
        }
        list.addAll(left.values());
        return list;
    }
}
