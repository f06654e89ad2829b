package tocsin.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/// Copies a whole journal that nobody has open into an empty folder, sealed otherwise: locked, unlocked, or under
/// another key. The same facts in the same order under the same desk; the source is only read. The copy is read back
/// before it counts, and may stand in for the source once that succeeded; a copy that was broken off is thrown away.
public final class Reseal {
    private static final int PIECE = 1 << 18;

    private final Side from;
    private final Side to;

    /// One of the two journals.
    ///
    /// @param disk also seals the desk's key and what is kept beside the segments, if that side is locked
    public record Side(Disk disk, Path folder, RecordSeal seal) {}

    private Reseal(Side from, Side to) {
        this.from = from;
        this.to = to;
    }

    /// The caller holds the source's profile closed. Returns the number of records.
    ///
    /// @param place tells where the copy will live; a rename of its folder must not change that
    public static long copy(Side from, Side to, Fingerprint place) throws JournalException {
        try (var _ = Opening.lock(from.disk(), from.folder())) {
            return new Reseal(from, to).run(place);
        } catch (IOException | UncheckedIOException failed) {
            throw new JournalException(
                    "the journal in " + from.folder() + " could not be copied: " + failed.getMessage()
                            + "; it is as it was",
                    failed);
        }
    }

    private long run(Fingerprint place) throws IOException, JournalException {
        to.disk().createFolder(to.folder());
        long records = 0;
        for (String name : from.disk().list(from.folder())) {
            if (SegmentHeader.isFileName(name)) {
                records += segment(name);
            } else if (name.endsWith(".old") || (name.startsWith("torn-") && name.endsWith(".bin"))) {
                beside(name);
            } else if (name.equals(DeskKey.FILE)) {
                Optional<DeskKey> key = DeskKey.load(from.disk(), from.folder());
                key.orElseThrow(() -> damaged(name))
                        .movedTo(place.of(to.folder()))
                        .save(to.disk(), to.folder());
            }
        }
        to.disk().forceDirectory(to.folder());
        return records;
    }

    private long segment(String name) throws IOException, JournalException {
        int number = SegmentHeader.numberOf(name);
        try (var source = from.disk().open(from.folder().resolve(name), Disk.Access.READ)) {
            MessageDigest written = sha256();
            long records;
            try (var copy = to.disk().open(to.folder().resolve(name), Disk.Access.CREATE)) {
                var tail = new Copied(copy, number, written);
                var outcome = scan(source, number, from.seal(), tail::record);
                SegmentHeader header = whole(name, number, outcome);
                tail.close(new SegmentHeader(
                        header.desk(), number, header.before(), to.seal().format()));
                records = outcome.records();
            }
            readBack(name, number, records, written.digest());
            return records;
        }
    }

    private void readBack(String name, int number, long records, byte[] expected) throws IOException, JournalException {
        MessageDigest found = sha256();
        try (var copy = to.disk().open(to.folder().resolve(name), Disk.Access.READ)) {
            var outcome = scan(copy, number, to.seal(), (bytes, at, length, _) -> found.update(bytes, at, length));
            whole(name, number, outcome);
            if (outcome.records() != records || !MessageDigest.isEqual(expected, found.digest())) {
                throw new JournalException("the copy of " + name + " reads back as something else; try again");
            }
        }
    }

    private static SegmentScan.Outcome scan(Disk.OpenFile file, int number, RecordSeal seal, SegmentScan.Sink sink)
            throws IOException {
        long length = file.length();
        return new SegmentScan(file, number, length, seal).run(length, sink);
    }

    /// What is damaged is repaired by other desks, and only where it lies.
    private static SegmentHeader whole(String name, int number, SegmentScan.Outcome outcome) throws JournalException {
        return switch (outcome.header()) {
            case SegmentHeader.Reading.Whole(var header)
            when header.number() == number && outcome.bad().isEmpty() -> header;
            case SegmentHeader.Reading.Locked _ ->
                throw new JournalException(name + " is locked with another key; nothing was changed");
            default -> throw damaged(name);
        };
    }

    private static JournalException damaged(String name) {
        return new JournalException(name + " is damaged; run verify, and do this when the journal is whole again");
    }

    private void beside(String name) throws IOException {
        try (var source = from.disk().open(from.folder().resolve(name), Disk.Access.READ);
                var copy = to.disk().open(to.folder().resolve(name), Disk.Access.CREATE)) {
            Tail.copyBytes(source, 0, copy, source.length());
            copy.force();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// A segment of the copy. Everything before a record is forced before anybody opens the copy, and each says so.
    private final class Copied {
        private final Disk.OpenFile file;
        private final int number;
        private final MessageDigest digest;
        private ByteBuffer buffer = ByteBuffer.allocate(PIECE);
        private long at = SegmentHeader.BYTES;
        private long written = SegmentHeader.BYTES;

        Copied(Disk.OpenFile file, int number, MessageDigest digest) {
            this.file = file;
            this.number = number;
            this.digest = digest;
        }

        void record(byte[] bytes, int bodyAt, int length, long unused) {
            digest.update(bytes, bodyAt, length);
            byte[] plain = Arrays.copyOfRange(bytes, bodyAt, bodyAt + length);
            byte[] body = to.seal().close(number, at, at, plain);
            try {
                if (buffer.remaining() < Frame.BYTES + body.length) {
                    flush();
                    if (buffer.capacity() < Frame.BYTES + body.length) {
                        buffer = ByteBuffer.allocate(Frame.MAX_BYTES);
                    }
                }
                Frame.write(buffer, number, at, at, body);
                at += Frame.BYTES + body.length;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        void close(SegmentHeader header) throws IOException {
            flush();
            file.write(header.encode(), 0);
            file.force();
        }

        private void flush() throws IOException {
            int length = buffer.flip().remaining();
            if (length > 0) {
                file.write(buffer, written);
            }
            written += length;
            buffer.clear();
        }
    }
}
