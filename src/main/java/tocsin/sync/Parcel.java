package tocsin.sync;

import java.util.Arrays;
import java.util.Optional;
import tocsin.base.FactId;
import tocsin.journal.Hash;
import tocsin.journal.HeadSignature;
import tocsin.journal.JournalException;
import tocsin.journal.StoredFact;

/// One fact as it travels: its bytes, and now and then its desk's signature over it and all before it. The id and the
/// hashes stand beside the bytes so that a hub can hold the chain without reading facts; the courier compares them.
///
/// @param seal the bytes of a [HeadSignature] over this fact
@SuppressWarnings("ArrayRecordComponent") // never changed, never used as a key
public record Parcel(FactId id, Hash hash, Hash previous, byte[] body, Optional<byte[]> seal) {

    public static Parcel of(StoredFact fact, Optional<HeadSignature> signature) {
        return new Parcel(
                fact.id(),
                fact.hash(),
                fact.header().previous(),
                fact.travelling(),
                signature.map(HeadSignature::encoded));
    }

    /// Reads the fact and holds it against what stood beside it.
    public StoredFact fact() throws JournalException {
        StoredFact fact = StoredFact.decode(body);
        if (!fact.id().equals(id)
                || !fact.hash().equals(hash)
                || !fact.header().previous().equals(previous)) {
            throw new JournalException("the bytes of " + id + " are those of another fact");
        }
        return fact;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parcel that
                && id.equals(that.id)
                && hash.equals(that.hash)
                && previous.equals(that.previous)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return "parcel " + id;
    }
}
