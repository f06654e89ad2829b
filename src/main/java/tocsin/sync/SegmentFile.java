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
import tocsin.base.DeskId;
import tocsin.journal.Hash;

/// A run of facts of one desk in one file, which only the desk that made it writes:
/// `"TOCSINF1" desk`, then for each fact `[magic][length][crc][seq][hash][previous][seal length][seal][body]`.
/// What is not whole is not there yet; what was read once is not read again until it is asked for.
final class SegmentFile {
    static final int HEADER_BYTES = 8 + DeskId.LENGTH;
    private static final byte[] BEGINNING = "TOCSINF1".getBytes(US_ASCII);
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
        var window = new SegmentWindow(channel, from, size, grown ? BLOCK : 0);
        Optional<SegmentFrame> next = window.frame(end);
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
        byte[] header = SegmentWindow.readFully(channel, 0, (int) Math.min(size, HEADER_BYTES));
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

    private boolean follows(SegmentFrame frame) {
        return count == 0 || (frame.seq() == last() + 1 && frame.previous().equals(last));
    }

    private void add(SegmentFrame frame) {
        if (count == 0) {
            first = frame.seq();
            previous = frame.previous();
        }
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
        }
        offsets[count++] = end;
        last = frame.hash();
        end += frame.length();
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
            return Hash.of(SegmentWindow.readFully(channel, at(seq) + SegmentFrame.HASH_AT, Hash.BYTES));
        }
    }

    /// Facts from that one on, at most so many and about so many bytes, but at least one. Fewer when what was whole
    /// before is damaged now.
    List<Parcel> parcels(long from, int most, long bytes) throws IOException {
        var parcels = new ArrayList<Parcel>();
        long limit = at(from) + bytes;
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var window = new SegmentWindow(
                    channel, at(from), Math.min(end, channel.size()), (int) Math.min(BLOCK, end - at(from)));
            for (long seq = from; seq <= last() && parcels.size() < most; seq++) {
                if (!parcels.isEmpty() && after(seq) > limit) {
                    break;
                }
                Optional<SegmentFrame> frame = window.frame(at(seq));
                if (frame.isEmpty() || frame.get().seq() != seq) {
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
            write(channel, end, SegmentFrame.write(parcels));
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
            write(channel, HEADER_BYTES, SegmentFrame.write(parcels));
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
}
