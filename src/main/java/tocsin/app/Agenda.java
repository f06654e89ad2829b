package tocsin.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import tocsin.base.IncidentId;

/// What is due over very many incidents, looked at again and again: only an incident that changed, or of which
/// something turns with the time, is reckoned anew. Confined to one thread.
public final class Agenda {
    private Map<IncidentId, Reckoned> known = new HashMap<>();
    private int total;

    /// @param due the most urgent first
    /// @param from it holds from then
    /// @param turn and until then
    private record Reckoned(Pulse pulse, List<Due> due, Instant from, Instant turn) {
        static Reckoned of(Pulse pulse, Instant now) {
            return new Reckoned(pulse, Due.of(pulse, now), now, Due.turn(pulse, now));
        }

        @SuppressWarnings("ReferenceEquality") // Nearly all are the very same as a moment ago.
        boolean holds(Pulse fresh, Instant now) {
            return fresh == pulse && !now.isBefore(from) && now.isBefore(turn);
        }
    }

    public void take(Collection<Pulse> pulses, Instant now) {
        var fresh = new HashMap<IncidentId, Reckoned>(pulses.size() * 2);
        total = 0;
        for (Pulse pulse : pulses) {
            Reckoned before = known.get(pulse.id());
            Reckoned each = before != null && before.holds(pulse, now) ? before : Reckoned.of(pulse, now);
            fresh.put(pulse.id(), each);
            total += each.due().size();
        }
        known = fresh;
    }

    /// How many things are due.
    public int total() {
        return total;
    }

    /// The most urgent of all, that many, the first of them leading.
    public List<Due> first(int most) {
        var kept = new PriorityQueue<Due>(Due.MOST_URGENT.reversed());
        for (Reckoned each : known.values()) {
            for (Due due : each.due()) {
                if (kept.size() == most && Due.MOST_URGENT.compare(due, kept.element()) >= 0) {
                    // What follows of this incident is less urgent still.
                    break;
                }
                kept.add(due);
                if (kept.size() > most) {
                    kept.remove();
                }
            }
        }
        var first = new ArrayList<>(kept);
        first.sort(Due.MOST_URGENT);
        return first;
    }
}
