package tocsin.sync;

import java.util.List;
import java.util.Optional;
import tocsin.base.DeskId;
import tocsin.base.Limits;
import tocsin.journal.Hash;

/// Facts of one desk that are pushed together: in order, without a gap, chained. Because they are chained, one
/// comparison of hashes tells whether all of them are those that a hub holds.
record Batch(List<Parcel> parcels) {
    /// The largest fact: its payload, and a header that names every desk it may name.
    static final int MAX_BODY = Limits.PAYLOAD_BYTES + (128 << 10);

    static final int MAX_SEAL = 2_048;

    /// An answer or a message with more bytes than this is split.
    static final int BYTES = 4 << 20;

    /// Finds the hash that a hub holds in a place.
    interface Held<X extends Exception> {
        Optional<Hash> hash(long seq) throws X;
    }

    Batch {
        parcels = List.copyOf(parcels);
        if (parcels.isEmpty() || parcels.size() > Hub.BATCH) {
            throw new IllegalArgumentException("a batch has 1 to " + Hub.BATCH + " facts, not " + parcels.size());
        }
        Hash previous = parcels.getFirst().id().seq() == 1
                ? Hash.ZERO
                : parcels.getFirst().previous();
        long seq = parcels.getFirst().id().seq();
        for (Parcel each : parcels) {
            boolean next = each.id().seq() == seq
                    && each.id().desk().equals(parcels.getFirst().id().desk())
                    && each.previous().equals(previous);
            if (!next
                    || each.body().length > MAX_BODY
                    || each.seal().map(seal -> seal.length).orElse(0) > MAX_SEAL) {
                throw new IllegalArgumentException(each + " is too large or does not follow the one before it");
            }
            previous = each.hash();
            seq++;
        }
    }

    DeskId desk() {
        return parcels.getFirst().id().desk();
    }

    long first() {
        return parcels.getFirst().id().seq();
    }

    long last() {
        return parcels.getLast().id().seq();
    }

    /// What is left of it after that sequence.
    List<Parcel> after(long seq) {
        return seq < first()
                ? parcels
                : parcels.subList((int) Math.min(parcels.size(), seq - first() + 1), parcels.size());
    }

    /// What becomes of it where a hub holds this desk up to that sequence.
    <X extends Exception> Hub.Receipt against(long held, Held<X> hashes) throws X {
        if (first() > held + 1) {
            return new Hub.Receipt.Gap();
        }
        boolean follows = first() == 1
                || hashes.hash(first() - 1)
                        .equals(Optional.of(parcels.getFirst().previous()));
        long common = Math.min(held, last());
        boolean agrees = common < first()
                || hashes.hash(common)
                        .equals(Optional.of(
                                parcels.get((int) (common - first())).hash()));
        return follows && agrees ? new Hub.Receipt.Taken() : new Hub.Receipt.Forked();
    }
}
