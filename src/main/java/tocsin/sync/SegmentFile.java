package tocsin.sync;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.journal.Hash;

/// A run of facts of one desk in one file, which only the desk that made it writes:
/// `"TOCSINF1" desk`, then for each fact `[magic][length][crc][seq][hash][previous][seal length][seal][body]`.
/// What is not whole is not there yet; what was read once is not read again until it is asked for.
final class SegmentFile {
    static final int HEADER_BYTES = 8 + DeskId.LENGTH;
    private static final byte[] BEGINNING = "TOCSINF1".getBytes(US_ASCII);
    private static final int MAGIC = 0x7F544F43;
    private static final int FRAME_BYTES = 12;
    private static final int FIXED_BYTES = Long.BYTES + 2 * Hash.BYTES + Short.BYTES;
    private static final int MAX_FRAME = FRAME_BYTES + FIXED_BYTES + Batch.MAX_SEAL + Batch.MAX_BODY;
    private static final int BLOCK = 1 << 20;

    private final DeskId desk;
    private final Path file;
    private long[] offsets = new long[16];
    private int count;
    private long end;
    private long size;
    private long forced;
    private long first;
    private Hash previous = Hash.ZERO;
    private Hash last = Hash.ZERO;
    private Optional<String> fault = Optional.empty();

    SegmentFile(DeskId desk, Path file) {
        this.desk = desk;
        this.file = file;
    }

    Path file() {
        return file;
    }

    boolean isEmpty() {
        return count == 0;
    }

    long first() {
        return first;
    }

    long last() {
        return first + count - 1;
    }

    Hash lastHash() {
        return last;
    }

    /// The hash before its first fact.
    Hash previous() {
        return previous;
    }

    /// Where the next fact belongs; what may lie behind is not whole.
    long end() {
        return end;
    }

    boolean isWholeToTheEnd() {
        return end == size;
    }

    Optional<String> fault() {
        return fault;
    }

    /// Reads what has come since the last look. Returns the number of bytes that were read.
    long look() throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            forget();
            return 0;
        }
        long now = Files.size(file);
        if (now < end) {
            forget();
        }
        if (now == size && end == size) {
            return 0;
        }
        boolean grown = now != size;
        size = now;
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(channel, grown);
        }
    }

    private long read(FileChannel channel, boolean grown) throws IOException {
        if (end == 0 && !begins(channel)) {
            return HEADER_BYTES;
        }
        long from = end;
        var window = new Window(channel, from, size, grown ? BLOCK : 0);
        Optional<Frame> next = window.frame(end);
        while (next.isPresent() && follows(next.get())) {
            add(next.get());
            next = window.frame(end);
        }
        if (grown || end == size) {
            fault = end < size && (next.isPresent() || window.isAnythingWholeAfter(end))
                    ? Optional.of("the file " + file + " is damaged at byte " + end + ": what desk " + desk
                            + " wrote there is left out until it leaves it again")
                    : Optional.empty();
        }
        return end - from;
    }

    private boolean begins(FileChannel channel) throws IOException {
        byte[] header = readFully(channel, 0, (int) Math.min(size, HEADER_BYTES));
        byte[] expected = header(desk);
        if (header.length == HEADER_BYTES && Arrays.equals(header, expected)) {
            end = HEADER_BYTES;
            return true;
        }
        boolean blank = Arrays.equals(header, new byte[header.length]);
        boolean started = Arrays.equals(header, Arrays.copyOf(expected, header.length));
        fault = blank || started
                ? Optional.empty()
                : Optional.of("the file " + file + " is not one of desk " + desk + " and is left out");
        return false;
    }

    private boolean follows(Frame frame) {
        return count == 0 || (frame.seq == last() + 1 && frame.previous.equals(last));
    }

    private void add(Frame frame) {
        if (count == 0) {
            first = frame.seq;
            previous = frame.previous;
        }
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
        }
        offsets[count++] = end;
        last = frame.hash;
        end += frame.length;
    }

    private void forget() {
        count = 0;
        end = 0;
        size = 0;
        forced = 0;
        last = Hash.ZERO;
        fault = Optional.empty();
    }

    Hash hash(long seq) throws IOException {
        if (seq == last()) {
            return last;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return Hash.of(readFully(channel, at(seq) + FRAME_BYTES + Long.BYTES, Hash.BYTES));
        }
    }

    /// Facts from that one on, at most so many and about so many bytes, but at least one. Fewer when what was whole
    /// before is damaged now.
    List<Parcel> parcels(long from, int most, long bytes) throws IOException {
        var parcels = new ArrayList<Parcel>();
        long limit = at(from) + bytes;
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var window =
                    new Window(channel, at(from), Math.min(end, channel.size()), (int) Math.min(BLOCK, end - at(from)));
            for (long seq = from; seq <= last() && parcels.size() < most; seq++) {
                if (!parcels.isEmpty() && after(seq) > limit) {
                    break;
                }
                Optional<Frame> frame = window.frame(at(seq));
                if (frame.isEmpty() || frame.get().seq != seq) {
                    forget();
                    break;
                }
                parcels.add(frame.get().parcel(desk));
            }
        }
        return parcels;
    }

    private long at(long seq) {
        return offsets[(int) (seq - first)];
    }

    private long after(long seq) {
        return seq == last() ? end : at(seq + 1);
    }

    /// Makes everything that was read here survive a power cut.
    void force() throws IOException {
        if (forced < end) {
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(false);
            }
            forced = end;
        }
    }

    /// Puts facts behind the last one.
    void append(List<Parcel> parcels) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            write(channel, end, frames(parcels));
        }
    }

    /// Takes back everything behind that place.
    void cut(long to) throws IOException {
        if (to <= HEADER_BYTES) {
            Files.deleteIfExists(file);
        } else {
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(to);
                channel.force(true);
            }
        }
        forget();
    }

    /// Makes a new file of a desk.
    static void create(Path file, DeskId desk, List<Parcel> parcels) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            write(channel, 0, ByteBuffer.wrap(header(desk)));
            write(channel, HEADER_BYTES, frames(parcels));
        }
    }

    private static byte[] header(DeskId desk) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .put(BEGINNING)
                .put(desk.value().getBytes(US_ASCII))
                .array();
    }

    private static void write(FileChannel channel, long position, ByteBuffer bytes) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    private static ByteBuffer frames(List<Parcel> parcels) {
        int bytes = 0;
        for (Parcel each : parcels) {
            bytes += FRAME_BYTES + length(each);
        }
        var out = ByteBuffer.allocate(bytes);
        for (Parcel each : parcels) {
            byte[] seal = each.seal().orElse(new byte[0]);
            int start = out.position();
            out.putInt(MAGIC).putInt(length(each)).putInt(0).putLong(each.id().seq());
            out.put(each.hash().bytes()).put(each.previous().bytes());
            out.putShort((short) seal.length).put(seal).put(each.body());
            int from = start + FRAME_BYTES;
            out.putInt(start + 8, sum(out.array(), from, out.position() - from));
        }
        return out.flip();
    }

    private static int length(Parcel parcel) {
        return FIXED_BYTES + parcel.seal().map(seal -> seal.length).orElse(0) + parcel.body().length;
    }

    private static int sum(byte[] bytes, int from, int length) {
        var sum = new CRC32C();
        sum.update(bytes, from, length);
        return (int) sum.getValue();
    }

    private static byte[] readFully(FileChannel channel, long from, int length) throws IOException {
        var into = ByteBuffer.allocate(length);
        while (into.hasRemaining()) {
            if (channel.read(into, from + into.position()) < 0) {
                throw new IOException("a file became shorter while it was read");
            }
        }
        return into.array();
    }

    /// One fact with its frame.
    private record Frame(long seq, Hash hash, Hash previous, ByteBuffer rest, int length) {
        Parcel parcel(DeskId desk) {
            var in = rest.duplicate();
            byte[] seal = new byte[Short.toUnsignedInt(in.getShort())];
            in.get(seal);
            byte[] body = new byte[in.remaining()];
            in.get(body);
            return new Parcel(
                    new FactId(desk, seq),
                    hash,
                    previous,
                    body,
                    seal.length == 0 ? Optional.empty() : Optional.of(seal));
        }
    }

    /// Looks at a file through a part of it that slides forward.
    private static final class Window {
        private static final int SEARCHES = 1_000;

        private final FileChannel channel;
        private final long size;
        private final int block;
        private byte[] bytes = new byte[0];
        private long start;

        Window(FileChannel channel, long from, long size, int block) {
            this.channel = channel;
            this.block = block;
            this.start = from;
            this.size = size;
        }

        /// The fact that lies there, when it is whole.
        Optional<Frame> frame(long at) throws IOException {
            if (size - at < FRAME_BYTES + FIXED_BYTES) {
                return Optional.empty();
            }
            ensure(at, FRAME_BYTES);
            var head = ByteBuffer.wrap(bytes, (int) (at - start), FRAME_BYTES);
            int magic = head.getInt();
            int length = head.getInt();
            int sum = head.getInt();
            if (magic != MAGIC
                    || length < FIXED_BYTES
                    || length > MAX_FRAME - FRAME_BYTES
                    || length > size - at - FRAME_BYTES) {
                return Optional.empty();
            }
            ensure(at, FRAME_BYTES + length);
            int from = (int) (at - start) + FRAME_BYTES;
            if (sum(bytes, from, length) != sum) {
                return Optional.empty();
            }
            var in = ByteBuffer.wrap(bytes, from, length);
            long seq = in.getLong();
            Hash hash = hash(in);
            Hash previous = hash(in);
            int seal = Short.toUnsignedInt(in.getShort(in.position()));
            boolean shaped = seq > 0 && seq < Long.MAX_VALUE && seal <= in.remaining() - Short.BYTES;
            return shaped
                    ? Optional.of(new Frame(seq, hash, previous, in.slice(), FRAME_BYTES + length))
                    : Optional.empty();
        }

        /// Whether somebody wrote a whole fact behind this place; a file made to be searched for ever is given up.
        boolean isAnythingWholeAfter(long at) throws IOException {
            int searches = 0;
            for (long next = at + 1; size - next >= FRAME_BYTES + FIXED_BYTES; next++) {
                if (next - at > 2 * MAX_FRAME) {
                    return true;
                }
                ensure(next, Integer.BYTES);
                if (ByteBuffer.wrap(bytes).getInt((int) (next - start)) == MAGIC) {
                    searches++;
                    if (searches > SEARCHES || frame(next).isPresent()) {
                        return true;
                    }
                }
            }
            return false;
        }

        private void ensure(long at, int count) throws IOException {
            if (at >= start && at + count <= start + bytes.length) {
                return;
            }
            bytes = readFully(channel, at, (int) Math.min(size - at, Math.max(count, block)));
            start = at;
        }

        private static Hash hash(ByteBuffer in) {
            byte[] hash = new byte[Hash.BYTES];
            in.get(hash);
            return Hash.of(hash);
        }
    }
}
