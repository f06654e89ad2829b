package tocsin.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.journal.Hash;
import tocsin.journal.Head;
import tocsin.journal.Heads;

/// A hub that is only memory. Its clients share one [Place], whose clock stands still until it is set.
public final class MemoryHub implements Hub {
    /// What all clients of one hub share.
    public static final class Place {
        private final Map<DeskId, List<Parcel>> facts = new TreeMap<>();
        private final Map<DeskId, Seen> present = new TreeMap<>();
        private final Map<Hash, TreeMap<Integer, byte[]>> attachments = new HashMap<>();
        private Instant now;

        public Place(Instant now) {
            this.now = now;
        }

        public MemoryHub join() {
            return new MemoryHub(this);
        }

        public synchronized void set(Instant instant) {
            now = instant;
        }

        synchronized void pass(Duration time) {
            now = now.plus(time);
        }

        /// Everything that was ever taken of a desk.
        synchronized List<Parcel> held(DeskId desk) {
            return List.copyOf(facts.getOrDefault(desk, List.of()));
        }
    }

    private record Seen(Presence presence, Instant at) {}

    private final Place place;
    private boolean closed;

    private MemoryHub(Place place) {
        this.place = place;
    }

    @Override
    public Survey survey() throws HubTrouble {
        synchronized (open()) {
            var heads = new ArrayList<Head>();
            place.facts.forEach((desk, held) ->
                    heads.add(new Head(desk, held.size(), held.getLast().hash())));
            return new Survey(Heads.of(heads), place.now);
        }
    }

    @Override
    public List<Parcel> pull(DeskId desk, long after, int most) throws HubTrouble {
        synchronized (open()) {
            var answer = new ArrayList<Parcel>();
            List<Parcel> held = place.facts.getOrDefault(desk, List.of());
            long bytes = 0;
            for (long i = after; i < held.size() && answer.size() < Math.min(most, BATCH); i++) {
                Parcel next = held.get((int) i);
                bytes += next.body().length;
                if (bytes > Batch.BYTES && !answer.isEmpty()) {
                    break;
                }
                answer.add(next);
            }
            return answer;
        }
    }

    @Override
    public Receipt push(List<Parcel> parcels) throws HubTrouble {
        var batch = new Batch(parcels);
        synchronized (open()) {
            List<Parcel> held = place.facts.getOrDefault(batch.desk(), List.of());
            Receipt receipt = batch.against(
                    held.size(), seq -> Optional.of(held.get((int) seq - 1).hash()));
            if (receipt instanceof Receipt.Taken) {
                place.facts
                        .computeIfAbsent(batch.desk(), _ -> new ArrayList<>())
                        .addAll(batch.after(held.size()));
            }
            return receipt;
        }
    }

    @Override
    public Optional<Hash> hashOf(FactId fact) throws HubTrouble {
        synchronized (open()) {
            List<Parcel> held = place.facts.getOrDefault(fact.desk(), List.of());
            return fact.seq() > held.size()
                    ? Optional.empty()
                    : Optional.of(held.get((int) fact.seq() - 1).hash());
        }
    }

    @Override
    public void announce(Presence presence) throws HubTrouble {
        synchronized (open()) {
            place.present.put(presence.desk(), new Seen(PlainText.of(presence), place.now));
        }
    }

    @Override
    public void leave(DeskId desk) throws HubTrouble {
        synchronized (open()) {
            place.present.remove(desk);
        }
    }

    @Override
    public List<Presence> present() throws HubTrouble {
        synchronized (open()) {
            return place.present.values().stream()
                    .filter(seen -> seen.at.plusSeconds(Presence.SECONDS).isAfter(place.now))
                    .map(Seen::presence)
                    .toList();
        }
    }

    @Override
    public Set<Integer> chunks(Hash attachment) throws HubTrouble {
        synchronized (open()) {
            return new TreeSet<>(
                    place.attachments.getOrDefault(attachment, new TreeMap<>()).keySet());
        }
    }

    @Override
    public void putChunk(Hash attachment, int number, byte[] bytes) throws HubTrouble {
        Chunks.check(number, bytes);
        synchronized (open()) {
            place.attachments.computeIfAbsent(attachment, _ -> new TreeMap<>()).putIfAbsent(number, bytes.clone());
        }
    }

    @Override
    public Optional<byte[]> chunk(Hash attachment, int number) throws HubTrouble {
        synchronized (open()) {
            return Optional.ofNullable(place.attachments
                            .getOrDefault(attachment, new TreeMap<>())
                            .get(number))
                    .map(byte[]::clone);
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private Place open() throws HubTrouble {
        if (closed) {
            throw new HubTrouble(HubTrouble.Kind.AWAY, "this hub was closed");
        }
        return place;
    }
}
