package tocsin.journal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tocsin.base.DeskId;
import tocsin.base.FactId;

/// What was found of one desk: a row of plain longs for each fact, because there may be millions.
final class DeskEvidence {
    private static final int SEQ = 0;
    private static final int HASH = 1;
    private static final int PREVIOUS = 5;
    private static final int PREVIOUS_IN_INCIDENT = 9;
    private static final int INCIDENT_AND_ARRIVAL = 10;
    private static final int WIDTH = 11;

    final DeskId desk;
    private Longs rows = new Longs(0);
    private boolean sorted = true;
    private long highest;
    private long signedTo;

    DeskEvidence(DeskId desk) {
        this.desk = desk;
    }

    void add(FactHeader header, Hash hash, int incident, boolean isChained) {
        long seq = header.id().seq();
        sorted &= seq > highest;
        highest = Math.max(highest, seq);
        rows.add(seq);
        addHash(hash);
        addHash(header.previous());
        rows.add(header.previousInIncident());
        rows.add((long) incident << 1 | (isChained ? 1 : 0));
    }

    long highest() {
        return highest;
    }

    /// Drops the rows after that sequence; returns how many there were.
    int disown(long after) {
        var kept = new Longs(rows.size());
        highest = 0;
        int before = size();
        for (int row = 0; row < before; row++) {
            if (cell(row, SEQ) <= after) {
                for (int column = 0; column < WIDTH; column++) {
                    kept.add(cell(row, column));
                }
                highest = Math.max(highest, cell(row, SEQ));
            }
        }
        rows = kept;
        return before - size();
    }

    long signedTo() {
        return signedTo;
    }

    void signedTo(long seq) {
        signedTo = Math.max(signedTo, seq);
    }

    /// Whether the last row is this very head: the common case, which need not be remembered as a claim.
    boolean endsWith(Head head) {
        int last = size() - 1;
        return last >= 0 && cell(last, SEQ) == head.seq() && hashAt(last, HASH).equals(head.hash());
    }

    /// After [#check].
    Optional<Hash> hash(long seq) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long here = cell(middle, SEQ);
            if (here == seq) {
                return Optional.of(hashAt(middle, HASH));
            }
            if (here < seq) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /// Puts the rows in order and looks along the chain; returns how many facts stand without it.
    long check(Evidence evidence) {
        sort();
        var lastOfIncident = new HashMap<Long, long[]>();
        long sparse = 0;
        long before = 0;
        boolean broken = false;
        for (int row = 0; row < size(); row++) {
            long seq = cell(row, SEQ);
            if (row > 0 && seq == before) {
                repeated(evidence, row);
                continue;
            }
            boolean gap = seq != before + 1;
            broken |= gap;
            if (broken && isChained(row)) {
                missing(evidence, before, seq);
                broken = false;
            }
            sparse += broken ? 1 : 0;
            if (!gap) {
                checkChain(evidence, row, seq);
            }
            checkIncident(evidence, row, seq, lastOfIncident);
            before = seq;
        }
        return sparse;
    }

    private void repeated(Evidence evidence, int row) {
        FactId id = id(cell(row, SEQ));
        boolean same = hashAt(row, HASH).equals(hashAt(row - 1, HASH));
        evidence.fault(
                same ? Fault.Kind.DUPLICATE : Fault.Kind.SPLIT_VIEW,
                id.toString(),
                same ? id + " is here twice" : id + " is here with two contents");
    }

    private void missing(Evidence evidence, long before, long seq) {
        boolean here = seq == before + 1;
        evidence.fault(
                Fault.Kind.MISSING_FACT,
                desk.value(),
                here
                        ? "facts before " + id(seq) + " are missing"
                        : "facts " + (before + 1) + " to " + (seq - 1) + " of desk " + desk + " are missing");
    }

    private void checkChain(Evidence evidence, int row, long seq) {
        int predecessor = row - 1;
        Hash expected = seq == 1 ? Hash.ZERO : hashAt(predecessor, HASH);
        if (!hashAt(row, PREVIOUS).equals(expected)) {
            evidence.fault(
                    Fault.Kind.CHAIN_BROKEN, id(seq).toString(), id(seq) + " does not follow the fact before it");
        }
    }

    /// A fact written while an earlier one was damaged names the one before that; both are right.
    private void checkIncident(Evidence evidence, int row, long seq, Map<Long, long[]> lastOfIncident) {
        long incident = cell(row, INCIDENT_AND_ARRIVAL) >> 1;
        long named = cell(row, PREVIOUS_IN_INCIDENT);
        long[] last = lastOfIncident.computeIfAbsent(incident, _ -> new long[2]);
        boolean fits = incident == 0 ? named == 0 : named == last[0] || named == last[1];
        if (!fits) {
            evidence.fault(
                    Fault.Kind.INCIDENT_CHAIN_BROKEN,
                    id(seq).toString(),
                    id(seq) + " names number " + named + " as its desk's fact before it in the incident, here it is "
                            + last[0]);
        }
        last[0] = seq;
        if (isChained(row)) {
            last[1] = seq;
        }
    }

    private FactId id(long seq) {
        return new FactId(desk, seq);
    }

    private boolean isChained(int row) {
        return (cell(row, INCIDENT_AND_ARRIVAL) & 1) == 1;
    }

    private int size() {
        return rows.size() / WIDTH;
    }

    private long cell(int row, int column) {
        return rows.get(row * WIDTH + column);
    }

    private Hash hashAt(int row, int column) {
        int at = row * WIDTH + column;
        return new Hash(rows.get(at), rows.get(at + 1), rows.get(at + 2), rows.get(at + 3));
    }

    private void addHash(Hash hash) {
        rows.add(hash.a());
        rows.add(hash.b());
        rows.add(hash.c());
        rows.add(hash.d());
    }

    private void sort() {
        if (sorted) {
            return;
        }
        Integer[] order = IntStream.range(0, size()).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingLong(row -> cell(row, SEQ)));
        var inOrder = new Longs(rows.size());
        for (int row : order) {
            for (int column = 0; column < WIDTH; column++) {
                inOrder.add(cell(row, column));
            }
        }
        rows = inOrder;
        sorted = true;
    }
}
