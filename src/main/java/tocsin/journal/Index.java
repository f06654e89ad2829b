package tocsin.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tocsin.base.DeskId;
import tocsin.base.IncidentId;

/// Finds facts by ordinal, by desk and sequence, and by incident or by being of none, in a few bytes for each. Rebuilt
/// at every start.
/// Not safe by itself: [Book] guards it.
final class Index {
    private final Longs positions = new Longs(1024);
    private final Map<String, DeskIndex> desks = new HashMap<>();
    private final Map<DeskIndex, Integer> deskNumbers = new HashMap<>();
    private final Map<String, IncidentIndex> incidents = new HashMap<>();
    private final Ints loose = new Ints(4);
    private final Set<DeskId> changed = new LinkedHashSet<>();
    private final byte[] lastDeskName = new byte[DeskId.LENGTH];
    private byte[] lastIncidentName = new byte[0];
    private @Nullable DeskIndex lastDesk;
    private int lastDeskNumber;
    private @Nullable IncidentIndex lastIncident;

    /// While scanning: takes the few fields it needs straight from the record's bytes.
    void addUnsettled(byte[] bytes, int bodyAt, long seq, long position) {
        int header = bodyAt + StoredFact.HEADER_AT;
        DeskIndex desk = desk(bytes, header + 1);
        int ordinal = positions.size();
        positions.add(position);
        desk.addUnsettled(seq, ordinal);
        int nameLength = bytes[header + FactHeader.INCIDENT_AT];
        if (nameLength > 0) {
            incident(bytes, header + FactHeader.INCIDENT_AT + 1, nameLength).add(ordinal, lastDeskNumber, seq);
        } else {
            loose.add(ordinal);
        }
    }

    /// After scanning. Returns how many facts stood there twice.
    int settle() {
        int repeats = 0;
        for (DeskIndex desk : desks.values()) {
            repeats += desk.settle();
        }
        return repeats;
    }

    /// Finds the heads that this desk's next fact has to name.
    void findChanged(DeskId own) {
        int lastOwn = desk(own).map(DeskIndex::lastOrdinal).orElse(-1);
        desks.values().stream()
                .filter(desk -> desk.lastOrdinal() > lastOwn && desk.contiguous() > 0)
                .map(desk -> desk.desk)
                .filter(desk -> !desk.equals(own))
                .sorted()
                .forEach(changed::add);
    }

    void add(FactHeader header, long position, DeskId own) {
        DeskId name = header.id().desk();
        DeskIndex desk = desk(name.value().getBytes(ISO_8859_1), 0);
        int ordinal = positions.size();
        positions.add(position);
        long before = desk.contiguous();
        desk.add(header.id().seq(), ordinal);
        if (header.incident().isPresent()) {
            byte[] incident = header.incident().get().value().getBytes(ISO_8859_1);
            incident(incident, 0, incident.length)
                    .add(ordinal, lastDeskNumber, header.id().seq());
        } else {
            loose.add(ordinal);
        }
        if (name.equals(own)) {
            header.seen().forEach(head -> changed.remove(head.desk()));
        } else if (desk.contiguous() > before) {
            changed.add(name);
        }
    }

    /// What stands here of the desk after that sequence is no longer served. Its places in the lists of incidents
    /// remain; they lead to nothing, because a fact is served only where its desk's list says.
    void disown(DeskId name, long after) {
        desk(name).ifPresent(desk -> desk.disown(after));
    }

    int facts() {
        return positions.size();
    }

    long position(int ordinal) {
        return positions.get(ordinal);
    }

    /// The ordinal of a fact, or -1.
    int ordinal(DeskId desk, long seq) {
        DeskIndex index = desks.get(desk.value());
        return index == null ? -1 : index.ordinal(seq);
    }

    Optional<DeskIndex> desk(DeskId desk) {
        return Optional.ofNullable(desks.get(desk.value()));
    }

    Collection<DeskIndex> desks() {
        return desks.values();
    }

    int[] ordinalsOf(IncidentId incident) {
        IncidentIndex index = incidents.get(incident.value());
        return index == null ? new int[0] : index.ordinals();
    }

    /// Facts that belong to no incident.
    int[] looseOrdinals() {
        return loose.toArray();
    }

    List<IncidentId> incidents() {
        var known = new ArrayList<IncidentId>();
        for (String name : incidents.keySet()) {
            if (IncidentId.isWellFormed(name)) {
                known.add(new IncidentId(name));
            }
        }
        known.sort(null);
        return known;
    }

    /// The last sequence a desk wrote about an incident; 0 when it wrote none.
    long lastSeq(IncidentId incident, DeskId desk) {
        IncidentIndex index = incidents.get(incident.value());
        DeskIndex of = desks.get(desk.value());
        return index == null || of == null ? 0 : index.lastSeq(number(of));
    }

    /// Desks whose head moved since this desk's last fact.
    Set<DeskId> changed() {
        return changed;
    }

    private DeskIndex desk(byte[] bytes, int at) {
        DeskIndex last = lastDesk;
        if (last != null && Arrays.equals(lastDeskName, 0, DeskId.LENGTH, bytes, at, at + DeskId.LENGTH)) {
            return last;
        }
        System.arraycopy(bytes, at, lastDeskName, 0, DeskId.LENGTH);
        String name = new String(bytes, at, DeskId.LENGTH, ISO_8859_1);
        DeskIndex found = desks.computeIfAbsent(name, it -> new DeskIndex(new DeskId(it)));
        lastDesk = found;
        lastDeskNumber = number(found);
        return found;
    }

    private int number(DeskIndex desk) {
        return deskNumbers.computeIfAbsent(desk, _ -> deskNumbers.size());
    }

    private IncidentIndex incident(byte[] bytes, int at, int length) {
        IncidentIndex last = lastIncident;
        if (last != null && Arrays.equals(lastIncidentName, 0, lastIncidentName.length, bytes, at, at + length)) {
            return last;
        }
        lastIncidentName = Arrays.copyOfRange(bytes, at, at + length);
        IncidentIndex found =
                incidents.computeIfAbsent(new String(lastIncidentName, ISO_8859_1), _ -> new IncidentIndex());
        lastIncident = found;
        return found;
    }
}
