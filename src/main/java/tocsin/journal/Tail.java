package tocsin.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import tocsin.base.DeskId;

/// The end of the journal, where records are written and forced. Lives on the journal's thread.
final class Tail {
    static final String DRAFT_SEGMENT = "segment.tmp";
    private static final int BUFFER = 256 << 10;

    /// The system could not force: what was written may or may not be on disk, and asking again may get a false yes.
    static final class ForceFailed extends IOException {
        private static final long serialVersionUID = 1;

        ForceFailed(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private final Disk disk;
    private final Path folder;
    private final Book book;
    private DeskId desk;
    private final long segmentBytes;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private Disk.OpenFile file;
    private int slot;
    private int number;
    private long forced;

    private Tail(Disk disk, Path folder, Book book, DeskId desk, long segmentBytes, Disk.OpenFile file) {
        this.disk = disk;
        this.folder = folder;
        this.book = book;
        this.desk = desk;
        this.segmentBytes = segmentBytes;
        this.file = file;
    }

    /// Goes on at the end of the last segment.
    static Tail resume(Disk disk, Path folder, Book book, DeskId desk, long segmentBytes, long length)
            throws IOException {
        int slot = book.slots() - 1;
        Book.Segment last = book.segment(slot);
        var tail = new Tail(disk, folder, book, desk, segmentBytes, disk.open(last.path(), Disk.Access.WRITE));
        tail.slot = slot;
        tail.number = last.number();
        tail.forced = length;
        return tail;
    }

    /// Begins a segment with the given number.
    static Tail begin(Disk disk, Path folder, Book book, DeskId desk, long segmentBytes, int number)
            throws IOException {
        var file = createSegment(
                disk,
                folder,
                new SegmentHeader(desk, number, book.lastHash(), book.seal().format()));
        var tail = new Tail(disk, folder, book, desk, segmentBytes, file);
        tail.slot = book.addSegment(number, folder.resolve(SegmentHeader.fileName(number)));
        tail.number = number;
        tail.forced = SegmentHeader.BYTES;
        return tail;
    }

    /// Writes and forces; returns where each record lies.
    long[] append(List<Batch.Entry> entries) throws IOException {
        if (forced >= segmentBytes) {
            roll();
        }
        long[] positions = new long[entries.size()];
        buffer.clear();
        long at = forced;
        long written = forced;
        for (int i = 0; i < positions.length; i++) {
            byte[] body = book.seal().close(number, at, forced, entries.get(i).body());
            if (buffer.remaining() < Frame.BYTES + body.length) {
                written = flush(written);
                widen(Frame.BYTES + body.length);
            }
            positions[i] = Book.position(slot, at);
            Frame.write(buffer, number, at, forced, body);
            at += Frame.BYTES + body.length;
        }
        flush(written);
        force(file);
        forced = at;
        return positions;
    }

    /// Removes what was written and not forced.
    void cutBack() throws IOException {
        file.truncate(forced);
    }

    /// After an interrupt closed the file.
    void reopen() throws IOException {
        closeQuietly(file);
        file = disk.open(folder.resolve(SegmentHeader.fileName(number)), Disk.Access.WRITE);
        cutBack();
    }

    /// Copies the segment of a fact with its payload blanked and puts the copy in its place. Positions stay.
    void erase(long position) throws IOException, JournalException {
        int erasedSlot = Book.slotOf(position);
        Book.Segment segment = book.segment(erasedSlot);
        long length = erasedSlot == slot ? forced : segment.reader().length();
        Path draft = folder.resolve("erase.tmp");
        try (var copy = disk.open(draft, Disk.Access.CREATE)) {
            copyBytes(segment.reader(), 0, copy, length);
            blank(segment, copy, Book.offsetOf(position));
            force(copy);
        }
        if (erasedSlot == slot) {
            closeQuietly(file);
        }
        try {
            book.replaceSegment(erasedSlot, draft);
        } finally {
            if (erasedSlot == slot) {
                file = disk.open(segment.path(), Disk.Access.WRITE);
            }
        }
        forceFolder(disk, folder);
    }

    void close() throws IOException {
        file.close();
    }

    private void blank(Book.Segment segment, Disk.OpenFile copy, long offset) throws IOException, JournalException {
        var frame = ByteBuffer.allocate(Frame.BYTES);
        segment.reader().read(frame, offset);
        int forcedThen = frame.getInt(Frame.FORCED_AT);
        byte[] lying = new byte[frame.getInt(0)];
        segment.reader().read(ByteBuffer.wrap(lying), offset + Frame.BYTES);
        byte[] body = book.seal()
                .open(segment.number(), offset, forcedThen, lying, 0, lying.length)
                .orElseThrow(() -> new JournalException("the record at " + offset + " cannot be unsealed"));
        byte[] erased = book.seal()
                .close(
                        segment.number(),
                        offset,
                        forcedThen,
                        StoredFact.decode(body).erasedCopy().encoded());
        var record = ByteBuffer.allocate(Frame.BYTES + erased.length);
        Frame.write(record, segment.number(), offset, forcedThen, erased);
        copy.write(record.flip(), offset);
    }

    static void copyBytes(Disk.OpenFile from, long start, Disk.OpenFile to, long length) throws IOException {
        var piece = ByteBuffer.allocate(1 << 20);
        for (long at = 0; at < length; ) {
            piece.clear().limit((int) Math.min(piece.capacity(), length - at));
            int got = from.read(piece, start + at);
            if (got <= 0) {
                throw new IOException("a segment became shorter while it was copied");
            }
            to.write(piece.flip(), at);
            at += got;
        }
    }

    /// Writes a segment that holds all of these or does not exist, and goes on behind them in the name of this desk.
    long[] appendWhole(List<Batch.Entry> entries, DeskId writer) throws IOException {
        desk = writer;
        int next = number + 1;
        Path draft = folder.resolve(DRAFT_SEGMENT);
        long[] offsets = new long[entries.size()];
        long at = SegmentHeader.BYTES;
        try (var whole = disk.open(draft, Disk.Access.CREATE)) {
            whole.write(
                    new SegmentHeader(desk, next, book.lastHash(), book.seal().format()).encode(), 0);
            for (int i = 0; i < offsets.length; i++) {
                byte[] body = book.seal().close(next, at, at, entries.get(i).body());
                var record = ByteBuffer.allocate(Frame.BYTES + body.length);
                Frame.write(record, next, at, at, body);
                whole.write(record.flip(), at);
                offsets[i] = at;
                at += Frame.BYTES + body.length;
            }
            force(whole);
        }
        Path path = folder.resolve(SegmentHeader.fileName(next));
        disk.rename(draft, path);
        forceFolder(disk, folder);
        goOn(next, disk.open(path, Disk.Access.WRITE), at);
        return LongStream.of(offsets).map(offset -> Book.position(slot, offset)).toArray();
    }

    private void roll() throws IOException {
        int next = number + 1;
        var fresh = createSegment(
                disk,
                folder,
                new SegmentHeader(desk, next, book.lastHash(), book.seal().format()));
        goOn(next, fresh, SegmentHeader.BYTES);
    }

    private void goOn(int next, Disk.OpenFile fresh, long length) throws IOException {
        slot = book.addSegment(next, folder.resolve(SegmentHeader.fileName(next)));
        closeQuietly(file);
        file = fresh;
        number = next;
        forced = length;
    }

    private static Disk.OpenFile createSegment(Disk disk, Path folder, SegmentHeader header) throws IOException {
        Path draft = folder.resolve(DRAFT_SEGMENT);
        Path path = folder.resolve(SegmentHeader.fileName(header.number()));
        try (var file = disk.open(draft, Disk.Access.CREATE)) {
            file.write(header.encode(), 0);
            force(file);
        }
        disk.rename(draft, path);
        forceFolder(disk, folder);
        return disk.open(path, Disk.Access.WRITE);
    }

    private static void force(Disk.OpenFile file) throws IOException {
        try {
            file.force();
        } catch (ClosedChannelException interrupted) {
            throw interrupted;
        } catch (IOException failed) {
            throw new ForceFailed(failed);
        }
    }

    private static void forceFolder(Disk disk, Path folder) throws IOException {
        try {
            disk.forceDirectory(folder);
        } catch (ClosedChannelException interrupted) {
            throw interrupted;
        } catch (IOException failed) {
            throw new ForceFailed(failed);
        }
    }

    private long flush(long at) throws IOException {
        int length = buffer.flip().remaining();
        if (length > 0) {
            file.write(buffer, at);
        }
        buffer.clear();
        return at + length;
    }

    private void widen(int needed) {
        if (buffer.capacity() < needed) {
            buffer = ByteBuffer.allocateDirect(Frame.MAX_BYTES);
        }
    }

    private static void closeQuietly(Disk.OpenFile file) {
        try {
            file.close();
        } catch (IOException nothingToLose) {
            // Everything written through it is forced or will be cut.
        }
    }
}
