package tocsin.journal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import tocsin.base.DeskId;

/// Where the facts of one desk are. As long as they run without a gap from the first one on, only their ordinals are
/// kept; the first fact out of that run brings in a list of sequences beside them.
final class DeskIndex {
    final DeskId desk;
    private long first;
    private Ints ordinals = new Ints(4);
    private Longs seqs = new Longs(0);
    private boolean dense = true;
    private boolean sorted = true;
    private long contiguous;
    private int lastOrdinal = -1;
    private long highest;

    DeskIndex(DeskId desk) {
        this.desk = desk;
    }

    /// While a journal is read from front to end: order and repeats are put right once, by [#settle].
    void addUnsettled(long seq, int ordinal) {
        if (ordinals.size() == 0) {
            first = seq;
        } else if (dense && seq != first + ordinals.size()) {
            spreadOut();
        }
        if (!dense) {
            sorted &= seq > seqs.get(seqs.size() - 1);
            seqs.add(seq);
        }
        ordinals.add(ordinal);
        lastOrdinal = ordinal;
        highest = Math.max(highest, seq);
    }

    /// Sorts by sequence and drops repeats; returns how many repeats there were.
    int settle() {
        int before = ordinals.size();
        if (!sorted) {
            Integer[] order = IntStream.range(0, before).boxed().toArray(Integer[]::new);
            Arrays.sort(order, Comparator.comparingLong(seqs::get));
            var sortedSeqs = new Longs(before);
            var sortedOrdinals = new Ints(before);
            for (int from : order) {
                if (sortedSeqs.size() == 0 || sortedSeqs.get(sortedSeqs.size() - 1) != seqs.get(from)) {
                    sortedSeqs.add(seqs.get(from));
                    sortedOrdinals.add(ordinals.get(from));
                }
            }
            seqs = sortedSeqs;
            ordinals = sortedOrdinals;
            sorted = true;
        }
        extendContiguous();
        return before - ordinals.size();
    }

    void add(long seq, int ordinal) {
        if (ordinals.size() == 0 || seq > highest()) {
            addUnsettled(seq, ordinal);
        } else {
            if (dense) {
                spreadOut();
            }
            int at = -seqs.find(seq) - 1;
            seqs.insert(at, seq);
            ordinals.insert(at, ordinal);
            lastOrdinal = ordinal;
        }
        extendContiguous();
    }

    /// Forgets what stands here after that sequence.
    void disown(long after) {
        if (dense) {
            ordinals.cutTo(Math.clamp(after - first + 1, 0, ordinals.size()));
        } else {
            int kept = 0;
            for (int i = 0; i < ordinals.size(); i++) {
                if (seqs.get(i) <= after) {
                    seqs.set(kept, seqs.get(i));
                    ordinals.set(kept++, ordinals.get(i));
                }
            }
            seqs.cutTo(kept);
            ordinals.cutTo(kept);
        }
        contiguous = Math.min(contiguous, after);
        highest = 0;
        lastOrdinal = -1;
        for (int i = 0; i < ordinals.size(); i++) {
            highest = Math.max(highest, dense ? first + i : seqs.get(i));
            lastOrdinal = Math.max(lastOrdinal, ordinals.get(i));
        }
        if (ordinals.size() == 0) {
            dense = true;
            seqs = new Longs(0);
        }
    }

    /// The ordinal of a fact, or -1.
    int ordinal(long seq) {
        if (dense) {
            long at = seq - first;
            return at >= 0 && at < ordinals.size() ? ordinals.get((int) at) : -1;
        }
        int at = seqs.find(seq);
        return at < 0 ? -1 : ordinals.get(at);
    }

    /// The last sequence that is reached from 1 without a gap.
    long contiguous() {
        return contiguous;
    }

    long highest() {
        return highest;
    }

    int lastOrdinal() {
        return lastOrdinal;
    }

    int size() {
        return ordinals.size();
    }

    private void extendContiguous() {
        if (dense) {
            contiguous = first == 1 ? ordinals.size() : 0;
            return;
        }
        // Facts 1..contiguous stand at the first places, so the next one can only stand right behind them.
        while (contiguous < seqs.size() && seqs.get((int) contiguous) == contiguous + 1) {
            contiguous++;
        }
    }

    private void spreadOut() {
        seqs = new Longs(ordinals.size() + 4);
        for (int i = 0; i < ordinals.size(); i++) {
            seqs.add(first + i);
        }
        dense = false;
    }
}
