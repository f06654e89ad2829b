package tocsin.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.journal.Hash;
import tocsin.journal.Head;
import tocsin.journal.HeadSignature;
import tocsin.journal.StoredFact;

/// The facts of one desk as the file holds them, in order: their numbers and hashes alone.
final class DeskTally {
    private final DeskId desk;
    private final List<Head> heads = new ArrayList<>();

    DeskTally(DeskId desk) {
        this.desk = desk;
    }

    /// Why the fact does not follow those before it; empty when it does.
    Optional<String> add(StoredFact fact) {
        Optional<String> objection = objection(fact);
        heads.add(new Head(desk, fact.id().seq(), fact.hash()));
        return objection;
    }

    Optional<Hash> hash(long seq) {
        int low = 0;
        int high = heads.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long here = heads.get(middle).seq();
            if (here == seq) {
                return Optional.of(heads.get(middle).hash());
            }
            if (here < seq) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /// How many facts the desk's own signature proves: the signed one, and those before it without a gap.
    long provedBy(HeadSignature signature) {
        long proved = 0;
        long expected = signature.head().seq();
        for (Head head : heads.reversed()) {
            if (head.seq() == expected) {
                proved++;
                expected--;
            }
        }
        return proved;
    }

    long facts() {
        return heads.size();
    }

    DeskId desk() {
        return desk;
    }

    FactId last() {
        return heads.getLast().id();
    }

    Hash lastHash() {
        return heads.getLast().hash();
    }

    private Optional<String> objection(StoredFact fact) {
        long seq = fact.id().seq();
        Hash previous = fact.header().previous();
        boolean isNext = !heads.isEmpty() && heads.getLast().seq() == seq - 1;
        if ((isNext && !previous.equals(lastHash())) || (seq == 1 && !previous.equals(Hash.ZERO))) {
            return Optional.of("it does not follow the fact before it");
        }
        long named = fact.header().previousInIncident();
        if (named != 0 && hash(named).isEmpty()) {
            return Optional.of(
                    "it follows number " + named + " of its desk in this incident, which is not in the file");
        }
        return Optional.empty();
    }
}
