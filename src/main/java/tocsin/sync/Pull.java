package tocsin.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.journal.Adopted;
import tocsin.journal.Hash;
import tocsin.journal.Head;
import tocsin.journal.HeadSignature;
import tocsin.journal.JournalException;
import tocsin.journal.StoredFact;

/// Fetches the facts of one desk and takes in those that are proven: in order without a gap, each naming the one
/// before it, with the payload it promises, and under a signature of its desk. Until a signature comes, they wait here.
final class Pull {
    /// How far a fact may lie ahead of our clock.
    static final Duration FUTURE = Duration.ofDays(1);

    /// Facts that wait for their signature; an honest desk signs each batch.
    private static final int MOST_UNSIGNED = 10 * Hub.BATCH;

    private final Hub hub;
    private final Ledger ledger;
    private final DeskId desk;
    private final Instant latest;
    private final List<StoredFact> waiting = new ArrayList<>();
    private Optional<Quarantined> trouble = Optional.empty();
    private Optional<Quarantined> unsigned = Optional.empty();
    private Hash previous = Hash.ZERO;
    private long at;
    private long taken;
    private int batches;

    Pull(Hub hub, Ledger ledger, DeskId desk, Instant latest) {
        this.hub = hub;
        this.ledger = ledger;
        this.desk = desk;
        this.latest = latest;
    }

    /// Returns how many facts were taken in.
    long run(Head head, int mostBatches, BooleanSupplier stopped) throws HubTrouble, JournalException {
        Optional<Head> here = ledger.journal().heads().of(desk);
        at = here.map(Head::seq).orElse(0L);
        previous = here.map(Head::hash).orElse(Hash.ZERO);
        while (at < head.seq() && trouble.isEmpty() && batches < mostBatches && !stopped.getAsBoolean()) {
            // Not beyond the head, which ends a batch and is signed: more may have come since, not yet with all of it.
            List<Parcel> parcels = hub.pull(desk, at, (int) Math.min(Hub.BATCH, head.seq() - at));
            batches++;
            if (parcels.isEmpty()) {
                refuse(at + 1, "the hub claims " + head.id() + " and does not hand out " + desk + "-" + (at + 1));
            }
            for (Parcel parcel : parcels) {
                if (trouble.isEmpty()) {
                    take(parcel);
                }
            }
            if (waiting.size() > MOST_UNSIGNED) {
                refuse(at, waiting.size() + " facts of desk " + desk + " came without a signature");
            }
        }
        if (trouble.isEmpty() && !waiting.isEmpty() && at >= head.seq()) {
            unsigned = Optional.of(new Quarantined(
                    desk,
                    at,
                    Quarantined.Reason.UNSOUND,
                    "the last " + waiting.size() + " facts of desk " + desk + " are not signed"));
        }
        return taken;
    }

    int batches() {
        return batches;
    }

    Optional<Quarantined> trouble() {
        return trouble;
    }

    /// Facts at the end that no signature follows. In a folder that may be a batch whose other half is still on its
    /// way.
    Optional<Quarantined> unsigned() {
        return unsigned;
    }

    private void take(Parcel parcel) throws JournalException {
        Optional<StoredFact> sound = sound(parcel);
        if (sound.isEmpty()) {
            return;
        }
        StoredFact fact = sound.get();
        waiting.add(fact);
        at = fact.id().seq();
        previous = fact.hash();
        if (parcel.seal().isPresent()) {
            Optional<HeadSignature> seal = seal(parcel.seal().get(), fact);
            if (seal.isEmpty()) {
                refuse(at, "the signature of " + fact.id() + " was not made with its desk's key");
            } else {
                adopt(seal.get());
            }
        }
    }

    private Optional<StoredFact> sound(Parcel parcel) {
        long next = at + 1;
        StoredFact fact;
        try {
            fact = parcel.fact();
        } catch (JournalException malformed) {
            return refuse(next, String.valueOf(malformed.getMessage()));
        }
        FactId expected = new FactId(desk, next);
        if (!fact.id().equals(expected)) {
            return refuse(next, "the hub handed out " + fact.id() + " in place of " + expected);
        }
        if (!fact.header().previous().equals(previous)) {
            return split(expected);
        }
        if (!fact.isPayloadIntact()) {
            return refuse(next, "the payload of " + expected + " is not the one its header promises");
        }
        if (fact.header().hlc().millis() > latest.toEpochMilli()) {
            trouble = Optional.of(new Quarantined(
                    desk,
                    next,
                    Quarantined.Reason.FUTURE,
                    expected + " was written with a clock that stands at "
                            + Instant.ofEpochMilli(fact.header().hlc().millis())
                            + "; it waits until then, or until its desk has put its clock right"));
            return Optional.empty();
        }
        return Optional.of(fact);
    }

    private Optional<HeadSignature> seal(byte[] bytes, StoredFact fact) {
        try {
            HeadSignature seal = HeadSignature.decode(bytes);
            return seal.head().equals(fact.head()) && seal.isGenuine() ? Optional.of(seal) : Optional.empty();
        } catch (JournalException malformed) {
            return Optional.empty();
        }
    }

    private void adopt(HeadSignature seal) throws JournalException {
        Optional<Adopted> misfit = ledger.adopt(List.copyOf(waiting), seal);
        if (misfit.isPresent()) {
            switch (misfit.get()) {
                case Adopted.Forked(var id, var _, var _) -> split(id);
                case Adopted.Gap(var id, var missing) ->
                    refuse(id.seq(), id + " follows " + missing + ", which is not here");
                case Adopted.LostTail(var id) -> split(id);
                case Adopted.Refused(var id, var words) -> refuse(id.seq(), words);
                case Adopted.Added _, Adopted.Known _ -> taken += waiting.size();
            }
        } else {
            taken += waiting.size();
        }
        waiting.clear();
    }

    private Optional<StoredFact> refuse(long seq, String words) {
        trouble = Optional.of(new Quarantined(desk, seq, Quarantined.Reason.UNSOUND, words));
        return Optional.empty();
    }

    private Optional<StoredFact> split(FactId place) {
        trouble = Optional.of(new Quarantined(
                desk,
                place.seq(),
                Quarantined.Reason.SPLIT_VIEW,
                "what the hub holds before " + place + " is not what this desk holds: somebody wrote on a copy, or"
                        + " somebody lies"));
        return Optional.empty();
    }
}
