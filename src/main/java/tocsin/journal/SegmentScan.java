package tocsin.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import tocsin.base.DeskId;

/// Reads one segment from front to end in large pieces, hands out every whole record and remembers the bad places.
/// Never throws for what the bytes say; the work is bounded by the size of the file.
final class SegmentScan {
    private static final int WINDOW = 1 << 20;
    private static final byte[] DESK_LETTERS = deskLetters();

    /// Receives whole records; the buffer is only valid during the call.
    interface Sink {
        void record(byte[] bytes, int bodyAt, int bodyLength, long offset);
    }

    /// Bytes that are no record.
    record Bad(long from, long to) {}

    /// @param tornFrom where a tail starts that nobody knew as forced; the end of the file when there is none
    record Outcome(
            SegmentHeader.Reading header, long length, List<Bad> bad, long tornFrom, long records, boolean blank) {

        boolean isTorn() {
            return tornFrom < length;
        }

        List<Bad> damages() {
            return bad.stream().filter(each -> each.from() < tornFrom).toList();
        }
    }

    private final Disk.OpenFile file;
    private final int segment;
    private final RecordSeal seal;
    private final long length;
    private final byte[] window;
    private final ByteBuffer view;
    private byte[] opened;
    private final CRC32C sum = new CRC32C();
    private final List<Bad> bad = new ArrayList<>();
    private long windowAt;
    private int filled;
    private long searchBudget;
    private long records;
    private long provenForced;

    SegmentScan(Disk.OpenFile file, int segment, long length, RecordSeal seal) {
        this.file = file;
        this.seal = seal;
        this.segment = segment;
        this.length = length;
        this.window = new byte[(int) Math.min(length, WINDOW + Frame.MAX_BYTES)];
        this.view = ByteBuffer.wrap(window);
        this.opened = window;
        this.searchBudget = 2 * length + (64L << 20);
    }

    /// Scans records that start before `end`.
    Outcome run(long end, Sink sink) throws IOException {
        ensure(0, (int) Math.min(SegmentHeader.BYTES, length));
        var header = SegmentHeader.read(window, filled, seal);
        boolean blank = isBlank(Math.min(filled, SegmentHeader.BYTES));
        long at = SegmentHeader.BYTES;
        while (at < end) {
            int whole = wholeRecordAt(at);
            if (whole > 0) {
                deliver(at, whole, sink);
                at += whole;
            } else {
                long next = nextRecordAfter(at);
                bad.add(new Bad(at, next));
                at = next;
            }
        }
        return new Outcome(header, length, List.copyOf(bad), tornFrom(), records, blank);
    }

    private void deliver(long at, int whole, Sink sink) {
        int from = (int) (at - windowAt);
        long forced = Integer.toUnsignedLong(view.getInt(from + Frame.FORCED_AT));
        provenForced = Math.max(provenForced, Math.min(forced, at));
        records++;
        if (seal.isOn()) {
            sink.record(opened, 0, opened.length, at);
        } else {
            sink.record(window, from + Frame.BYTES, whole - Frame.BYTES, at);
        }
    }

    private long tornFrom() {
        for (Bad each : bad) {
            if (each.from() >= provenForced) {
                return each.from();
            }
        }
        return length;
    }

    /// The bytes of the record with its frame, or 0 when none is whole here.
    private int wholeRecordAt(long at) throws IOException {
        if (length - at < Frame.BYTES + Frame.MIN_BODY) {
            return 0;
        }
        ensure(at, Frame.BYTES);
        int body = view.getInt((int) (at - windowAt));
        if (body < Frame.MIN_BODY || body > Frame.MAX_BODY || body > length - at - Frame.BYTES) {
            return 0;
        }
        ensure(at, Frame.BYTES + body);
        int from = (int) (at - windowAt);
        return Frame.isWhole(window, from, body, view.getInt(from + 4), segment, at, sum) && holdsRecord(from, body, at)
                ? Frame.BYTES + body
                : 0;
    }

    /// Leaves what a sealed body holds for whoever takes the record.
    private boolean holdsRecord(int from, int body, long at) {
        if (!seal.isOn()) {
            return isShaped(window, view, from + Frame.BYTES, body);
        }
        int forced = view.getInt(from + Frame.FORCED_AT);
        Optional<byte[]> plain = seal.open(segment, at, forced, window, from + Frame.BYTES, body);
        plain.ifPresent(bytes -> opened = bytes);
        return plain.isPresent()
                && opened.length >= Frame.MIN_BODY
                && isShaped(opened, ByteBuffer.wrap(opened), 0, opened.length);
    }

    private long nextRecordAfter(long at) throws IOException {
        for (long next = at + 1; next + Frame.BYTES + Frame.MIN_BODY <= length && searchBudget > 0; next++) {
            ensure(next, (int) Math.min(length - next, Frame.BYTES + StoredFact.HEADER_AT + FactHeader.SEQ_AT));
            int from = (int) (next - windowAt);
            int body = view.getInt(from);
            if (body >= Frame.MIN_BODY && body <= Frame.MAX_BODY && mayBegin(from + Frame.BYTES)) {
                searchBudget -= body;
                if (wholeRecordAt(next) > 0) {
                    return next;
                }
            }
        }
        return searchBudget > 0 ? length : giveUp(at);
    }

    /// A file made to be searched for ever: everything from here on counts as damage and nothing is cut.
    private long giveUp(long at) {
        provenForced = Math.max(provenForced, at + 1);
        return length;
    }

    private boolean mayBegin(int bodyAt) {
        return seal.isOn() ? seal.mayBegin(window, bodyAt) : looksLikeOne(window, bodyAt);
    }

    private static boolean looksLikeOne(byte[] bytes, int bodyAt) {
        byte marker = bytes[bodyAt];
        if (marker == HeadSignature.MARKER || marker == Disowned.MARKER) {
            return isDesk(bytes, bodyAt + 1);
        }
        return StoredFact.isMarker(marker)
                && bytes[bodyAt + StoredFact.HEADER_AT] == FactHeader.FORMAT
                && isDesk(bytes, bodyAt + StoredFact.HEADER_AT + 1);
    }

    /// Cheap checks of what the index relies on; the sum was right, so only a forger gets past the first of them.
    private static boolean isShaped(byte[] bytes, ByteBuffer view, int bodyAt, int body) {
        if (!looksLikeOne(bytes, bodyAt)) {
            return false;
        }
        if (bytes[bodyAt] == HeadSignature.MARKER) {
            return body <= HeadSignature.MAX_BODY && view.getLong(bodyAt + 1 + DeskId.LENGTH) > 0;
        }
        if (bytes[bodyAt] == Disowned.MARKER) {
            return body == Disowned.BODY && view.getLong(bodyAt + 1 + DeskId.LENGTH) >= 0;
        }
        int header = view.getInt(bodyAt + 1);
        int headerAt = bodyAt + StoredFact.HEADER_AT;
        return body >= StoredFact.MIN_BODY
                && body <= StoredFact.MAX_BODY
                && header >= FactHeader.MIN_BYTES
                && header <= body - StoredFact.MIN_BODY + FactHeader.MIN_BYTES
                && view.getLong(headerAt + FactHeader.SEQ_AT) > 0
                && bytes[headerAt + FactHeader.INCIDENT_AT] >= 0
                && bytes[headerAt + FactHeader.INCIDENT_AT] <= 32;
    }

    private static boolean isDesk(byte[] bytes, int at) {
        for (int i = at; i < at + DeskId.LENGTH; i++) {
            if (bytes[i] < 0 || DESK_LETTERS[bytes[i]] == 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isBlank(int count) {
        for (int i = 0; i < count; i++) {
            if (window[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /// Brings `count` bytes from `at` into the window; it only slides forward.
    private void ensure(long at, int count) throws IOException {
        if (at + count <= windowAt + filled) {
            return;
        }
        int keep = (int) Math.max(0, windowAt + filled - at);
        System.arraycopy(window, filled - keep, window, 0, keep);
        windowAt = at;
        int want = (int) Math.min(window.length - keep, length - at - keep);
        int got = file.read(ByteBuffer.wrap(window, keep, want), at + keep);
        filled = keep + got;
        if (filled < count) {
            throw new IOException("segment " + segment + " became shorter while it was read");
        }
    }

    private static byte[] deskLetters() {
        byte[] letters = new byte[128];
        for (char letter : "abcdefghijklmnopqrstuvwxyz234567".toCharArray()) {
            letters[letter] = 1;
        }
        return letters;
    }
}
