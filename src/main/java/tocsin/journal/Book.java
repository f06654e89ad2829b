package tocsin.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.zip.CRC32C;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.IncidentId;

/// What is on disk and forced: the segments and the index into them. Any thread reads; the journal's thread adds.
final class Book {
    /// A position is a segment's slot above these bits and an offset below.
    static final int OFFSET_BITS = 40;

    private static final long OFFSET_MASK = (1L << OFFSET_BITS) - 1;
    private static final int FIRST_READ = 1_024;
    private static final int REPLAY_WINDOW = 1 << 20;

    record Segment(int number, Path path, Disk.OpenFile reader) {}

    record Signed(long seq, long position) {}

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Disk disk;
    private final RecordSeal seal;
    private final List<Segment> segments = new ArrayList<>();
    private final Map<DeskId, Head> heads = new HashMap<>();
    private final Map<DeskId, Signed> signed = new HashMap<>();
    private Index index = new Index();
    private DeskId own;
    private Hash lastHash = Hash.ZERO;

    Book(Disk disk, RecordSeal seal, DeskId own) {
        this.disk = disk;
        this.seal = seal;
        this.own = own;
    }

    static long position(int slot, long offset) {
        return (long) slot << OFFSET_BITS | offset;
    }

    RecordSeal seal() {
        return seal;
    }

    // ---- built by the opening thread, before anyone else knows the book

    Index index() {
        return index;
    }

    void forgetIndex() {
        index = new Index();
        signed.clear();
    }

    int addSegment(int number, Path path) throws IOException {
        var reader = disk.open(path, Disk.Access.READ);
        lock.writeLock().lock();
        try {
            segments.add(new Segment(number, path, reader));
            return segments.size() - 1;
        } finally {
            lock.writeLock().unlock();
        }
    }

    void noteSignature(DeskId desk, long seq, long position) {
        signed.merge(desk, new Signed(seq, position), (one, two) -> one.seq() > two.seq() ? one : two);
    }

    void disownUnsettled(Head kept) {
        index.disown(kept.desk(), kept.seq());
        signed.computeIfPresent(kept.desk(), (_, last) -> last.seq() > kept.seq() ? null : last);
    }

    /// What stands here of a desk after that head counts no more.
    void disown(Head kept) throws JournalException {
        DeskId desk = kept.desk();
        lock.writeLock().lock();
        try {
            disownUnsettled(kept);
            long contiguous = index.desk(desk).map(DeskIndex::contiguous).orElse(0L);
            Head before = heads.get(desk);
            if (before != null && contiguous < before.seq()) {
                heads.remove(desk);
                if (contiguous > 0) {
                    heads.put(
                            desk,
                            at(index.desk(desk).orElseThrow().ordinal(contiguous))
                                    .head());
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// From here on another desk writes here, and its first fact will name every head.
    void renew(DeskId desk) {
        lock.writeLock().lock();
        try {
            own = desk;
            index.findChanged(desk);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// Last step of opening: from here on the desk is known.
    void settle(DeskId desk) throws JournalException {
        own = desk;
        index.findChanged(desk);
        for (DeskIndex each : index.desks()) {
            if (each.contiguous() > 0) {
                heads.put(each.desk, at(each.ordinal(each.contiguous())).head());
            }
        }
        if (index.facts() > 0) {
            lastHash = at(index.facts() - 1).hash();
        }
    }

    // ---- called by the journal's thread alone

    void add(List<Batch.Entry> entries, long[] positions) throws JournalException {
        lock.writeLock().lock();
        try {
            for (int i = 0; i < positions.length; i++) {
                switch (entries.get(i)) {
                    case Batch.Entry.OfFact(var fact) -> add(fact, positions[i]);
                    case Batch.Entry.OfSignature(var signature) ->
                        noteSignature(signature.head().desk(), signature.head().seq(), positions[i]);
                    case Batch.Entry.OfDisowned _ -> {
                        // The book forgot those facts before the record was written.
                    }
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void add(StoredFact fact, long position) throws JournalException {
        DeskId desk = fact.id().desk();
        long before = index.desk(desk).map(DeskIndex::contiguous).orElse(0L);
        index.add(fact.header(), position, own);
        lastHash = fact.hash();
        DeskIndex after = index.desk(desk).orElseThrow();
        if (after.contiguous() == fact.id().seq()) {
            heads.put(desk, fact.head());
        } else if (after.contiguous() != before) {
            heads.put(desk, at(after.ordinal(after.contiguous())).head());
        }
    }

    /// Swaps in a rewritten segment; readers wait, because an open file cannot be replaced everywhere.
    void replaceSegment(int slot, Path by) throws IOException {
        lock.writeLock().lock();
        try {
            Segment old = segments.get(slot);
            old.reader().close();
            try {
                disk.rename(by, old.path());
            } finally {
                segments.set(slot, new Segment(old.number(), old.path(), disk.open(old.path(), Disk.Access.READ)));
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// Heads that moved since this desk's last fact, at most as many as one fact may name.
    List<DeskId> changed() {
        return new ArrayList<>(index.changed());
    }

    Hash lastHash() {
        return lastHash;
    }

    int slots() {
        return segments.size();
    }

    // ---- any thread

    int facts() {
        return reading(index::facts);
    }

    Heads heads() {
        return reading(() -> Heads.of(heads.values()));
    }

    Optional<Head> head(DeskId desk) {
        return reading(() -> Optional.ofNullable(heads.get(desk)));
    }

    long highest(DeskId desk) {
        return reading(() -> index.desk(desk).map(DeskIndex::highest).orElse(0L));
    }

    long lastSeq(IncidentId incident, DeskId desk) {
        return reading(() -> index.lastSeq(incident, desk));
    }

    List<IncidentId> incidents() {
        return reading(() -> index.incidents());
    }

    boolean holds(DeskId desk, long seq) {
        return reading(() -> index.ordinal(desk, seq)) >= 0;
    }

    Optional<Signed> signed(DeskId desk) {
        return reading(() -> Optional.ofNullable(signed.get(desk)));
    }

    Optional<HeadSignature> signature(DeskId desk) throws JournalException {
        Optional<Signed> spot = signed(desk);
        return spot.isEmpty()
                ? Optional.empty()
                : Optional.of(HeadSignature.decode(body(spot.get().position())));
    }

    Optional<StoredFact> find(FactId id) throws JournalException {
        int ordinal = reading(() -> index.ordinal(id.desk(), id.seq()));
        return ordinal < 0 ? Optional.empty() : Optional.of(at(ordinal));
    }

    Optional<Long> positionOf(FactId id) {
        return reading(() -> {
            int ordinal = index.ordinal(id.desk(), id.seq());
            return ordinal < 0 ? Optional.empty() : Optional.of(index.position(ordinal));
        });
    }

    List<StoredFact> factsOf(IncidentId incident) throws JournalException {
        return read(reading(() -> index.ordinalsOf(incident)));
    }

    List<StoredFact> looseFacts() throws JournalException {
        return read(reading(() -> index.looseOrdinals()));
    }

    private List<StoredFact> read(int[] ordinals) throws JournalException {
        var facts = new ArrayList<StoredFact>(ordinals.length);
        for (int ordinal : ordinals) {
            StoredFact fact = at(ordinal);
            if (isServed(fact, ordinal)) {
                facts.add(fact);
            }
        }
        return facts;
    }

    StoredFact at(int ordinal) throws JournalException {
        return StoredFact.decode(body(reading(() -> index.position(ordinal))));
    }

    Segment segment(int slot) {
        return reading(() -> segments.get(slot));
    }

    static int slotOf(long position) {
        return (int) (position >>> OFFSET_BITS);
    }

    static long offsetOf(long position) {
        return position & OFFSET_MASK;
    }

    /// Visits every fact after the given ordinal in the order of the journal.
    void replay(long afterOrdinal, Journal.Visitor visitor) throws JournalException {
        var window = new Window();
        int end = facts();
        for (int ordinal = (int) Math.max(0, afterOrdinal + 1); ordinal < end; ordinal++) {
            int each = ordinal;
            StoredFact fact;
            try {
                fact = StoredFact.decode(window.body(reading(() -> index.position(each))));
            } catch (JournalException unreadable) {
                visitor.unreadable(ordinal, String.valueOf(unreadable.getMessage()));
                continue;
            }
            if (isServed(fact, ordinal)) {
                visitor.fact(ordinal, fact);
            }
        }
    }

    void close() {
        for (Segment segment : segments) {
            try {
                segment.reader().close();
            } catch (IOException alreadyGone) {
                // Nothing was written through it.
            }
        }
    }

    /// A damaged journal may hold a fact twice; only the first is served.
    private boolean isServed(StoredFact fact, int ordinal) {
        return reading(() -> index.ordinal(fact.id().desk(), fact.id().seq())) == ordinal;
    }

    private byte[] body(long position) throws JournalException {
        lock.readLock().lock();
        try {
            Segment segment = segments.get(slotOf(position));
            long offset = offsetOf(position);
            byte[] bytes = new byte[FIRST_READ];
            int got = segment.reader().read(ByteBuffer.wrap(bytes), offset);
            int length = got < Frame.BYTES ? 0 : ByteBuffer.wrap(bytes).getInt(0);
            if (length >= Frame.MIN_BODY && length <= Frame.MAX_BODY && length > got - Frame.BYTES) {
                byte[] whole = new byte[Frame.BYTES + length];
                System.arraycopy(bytes, 0, whole, 0, got);
                got += segment.reader().read(ByteBuffer.wrap(whole, got, whole.length - got), offset + got);
                bytes = whole;
            }
            return cutOut(segment, bytes, 0, got, offset);
        } catch (IOException failed) {
            throw new JournalException("the journal cannot be read: " + failed.getMessage(), failed);
        } finally {
            lock.readLock().unlock();
        }
    }

    private byte[] cutOut(Segment segment, byte[] bytes, int from, int available, long offset) throws JournalException {
        int length = available < Frame.BYTES ? 0 : ByteBuffer.wrap(bytes).getInt(from);
        if (length < Frame.MIN_BODY
                || length > available - Frame.BYTES
                || !Frame.isWhole(
                        bytes,
                        from,
                        length,
                        ByteBuffer.wrap(bytes).getInt(from + 4),
                        segment.number(),
                        offset,
                        new CRC32C())) {
            throw damaged(segment, offset);
        }
        int forced = ByteBuffer.wrap(bytes).getInt(from + Frame.FORCED_AT);
        return seal.open(segment.number(), offset, forced, bytes, from + Frame.BYTES, length)
                .orElseThrow(() -> damaged(segment, offset));
    }

    private static JournalException damaged(Segment segment, long offset) {
        return new JournalException(
                "the record at " + offset + " of " + segment.path().getFileName() + " is damaged");
    }

    private <T> T reading(java.util.function.Supplier<T> look) {
        lock.readLock().lock();
        try {
            return look.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Reads ahead in large pieces; positions never move, only bytes of erased payloads change under it.
    private final class Window {
        private byte[] bytes = new byte[0];
        private int heldSlot = -1;
        private long at;
        private int filled;

        byte[] body(long position) throws JournalException {
            int slot = slotOf(position);
            long offset = offsetOf(position);
            lock.readLock().lock();
            try {
                Segment current = segments.get(slot);
                if (heldSlot != slot || !covers(offset)) {
                    heldSlot = slot;
                    at = offset;
                    widen(current.reader().length() - offset);
                    filled = current.reader().read(ByteBuffer.wrap(bytes), offset);
                }
                int from = (int) (offset - at);
                return cutOut(current, bytes, from, filled - from, offset);
            } catch (IOException failed) {
                throw new JournalException("the journal cannot be read: " + failed.getMessage(), failed);
            } finally {
                lock.readLock().unlock();
            }
        }

        /// No larger than what is left to read: most journals are small.
        private void widen(long left) {
            int wanted = (int) Math.min(REPLAY_WINDOW + Frame.MAX_BYTES, Math.max(left, 0));
            if (bytes.length < wanted) {
                bytes = new byte[wanted];
            }
        }

        private boolean covers(long offset) {
            long from = offset - at;
            return from >= 0
                    && from + Frame.BYTES <= filled
                    && from + Frame.BYTES + ByteBuffer.wrap(bytes).getInt((int) from) <= filled;
        }
    }
}
