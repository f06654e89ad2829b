package tocsin.sync;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.journal.Hash;
import tocsin.journal.Heads;

/// A place where desks leave their facts and fetch those of others. It keeps what it was given, in the order of each
/// desk, and knows nothing of what it means. One thread uses it at a time; every call may block, for a bounded time,
/// and what goes wrong is a [HubTrouble]. What it answers is not trusted: the courier checks it.
public interface Hub extends AutoCloseable {
    /// The most facts of one [#push] or [#pull].
    int BATCH = 500;

    /// The most bytes of one chunk of an attachment.
    int CHUNK_BYTES = 256 << 10;

    /// How far the hub holds each desk that this one may see, and what time it is there.
    Survey survey() throws HubTrouble;

    /// Facts of one desk after that sequence, in order, without a gap, at most so many; fewer when they would be large.
    /// Empty when there is none.
    List<Parcel> pull(DeskId desk, long after, int most) throws HubTrouble;

    /// Leaves facts of one desk, in order and without a gap, all or none. The same ones may be left again, which is
    /// how an answer that was lost on its way is asked for.
    Receipt push(List<Parcel> batch) throws HubTrouble;

    /// The hash that the hub holds of a fact.
    Optional<Hash> hashOf(FactId fact) throws HubTrouble;

    /// Says that this desk is there; forgotten after [Presence#SECONDS] seconds, by the hub's clock.
    void announce(Presence presence) throws HubTrouble;

    /// Takes back what was announced of a desk.
    void leave(DeskId desk) throws HubTrouble;

    /// Who else is there now.
    List<Presence> present() throws HubTrouble;

    /// The chunks that the hub holds of an attachment, numbered from 0.
    Set<Integer> chunks(Hash attachment) throws HubTrouble;

    /// Leaves one chunk; the same one may be left again.
    void putChunk(Hash attachment, int number, byte[] bytes) throws HubTrouble;

    /// Empty when the hub does not hold it.
    Optional<byte[]> chunk(Hash attachment, int number) throws HubTrouble;

    @Override
    void close();

    /// Heads by desk, and the hub's clock.
    record Survey(Heads heads, java.time.Instant now) {}

    /// What became of a batch.
    sealed interface Receipt {
        /// It is there, to be found by everybody.
        record Taken() implements Receipt {}

        /// The hub holds other facts in their place: this desk is a copy of one that wrote elsewhere, or came back
        /// from an older state.
        record Forked() implements Receipt {}

        /// The hub misses facts before them.
        record Gap() implements Receipt {}
    }
}
