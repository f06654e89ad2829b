package tocsin.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import tocsin.base.DeskId;

/// The first bytes of a segment file.
///
/// @param before the hash of the last fact in the journal before this segment: shows a cut end of the one before
/// @param format whether its records lie open, or are sealed and by which key
record SegmentHeader(DeskId desk, int number, Hash before, int format) {
    static final byte[] MAGIC = "TOCSIN\r\n".getBytes(US_ASCII);
    /// Records lie open.
    static final int OPEN = 1;

    /// Records are sealed; the other three bytes of the format are the mark of the key.
    static final int SEALED = 2;

    static final int BYTES = 8 + 4 + DeskId.LENGTH + 4 + Hash.BYTES + 4;

    /// What the first bytes of a file turned out to be.
    sealed interface Reading {
        record Whole(SegmentHeader header) implements Reading {}

        record Newer(int format) implements Reading {}

        /// Sealed, and the key for it is not the one at hand.
        record Locked() implements Reading {}

        /// Open, where all should be sealed.
        record Unlocked() implements Reading {}

        /// Starts like a segment, but its sum is wrong.
        record Broken() implements Reading {}

        record Foreign() implements Reading {}
    }

    static String fileName(int number) {
        return String.format(java.util.Locale.ROOT, "%06d.seg", number);
    }

    static boolean isFileName(String name) {
        return name.length() == 10
                && name.endsWith(".seg")
                && name.chars().limit(6).allMatch(c -> c >= '0' && c <= '9');
    }

    static int numberOf(String name) {
        return Integer.parseInt(name.substring(0, 6));
    }

    ByteBuffer encode() {
        var out = ByteBuffer.allocate(BYTES);
        out.put(MAGIC).putInt(format).put(desk.value().getBytes(US_ASCII)).putInt(number);
        before.write(out);
        out.putInt(sum(out.array()));
        return out.flip();
    }

    static Reading read(byte[] bytes, int length, RecordSeal seal) {
        if (length < MAGIC.length || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return new Reading.Foreign();
        }
        if (length < BYTES) {
            return new Reading.Broken();
        }
        var in = ByteBuffer.wrap(bytes, MAGIC.length, BYTES - MAGIC.length);
        int format = in.getInt();
        if (in.getInt(BYTES - 4) != sum(bytes)) {
            return new Reading.Broken();
        }
        if (format != seal.format()) {
            return format == OPEN
                    ? new Reading.Unlocked()
                    : (format & 0xff) == SEALED ? new Reading.Locked() : new Reading.Newer(format);
        }
        byte[] desk = new byte[DeskId.LENGTH];
        in.get(desk);
        String name = new String(desk, US_ASCII);
        return DeskId.isWellFormed(name)
                ? new Reading.Whole(new SegmentHeader(new DeskId(name), in.getInt(), Hash.read(in), format))
                : new Reading.Broken();
    }

    private static int sum(byte[] bytes) {
        var sum = new CRC32C();
        sum.update(bytes, 0, BYTES - 4);
        return (int) sum.getValue();
    }
}
