package tocsin.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// How a record lies in a segment: `[length u32][crc u32][forced u32][body]`.
///
/// `forced` is how much of the segment was known to be on disk when the record was written. A bad place that a later
/// record knew as forced is damage to something acknowledged; a bad place that none did is a write the power cut tore.
/// The sum is masked with the record's place, so that bytes of a journal inside somebody's payload, or a record moved
/// elsewhere, are never taken for a record.
final class Frame {
    static final int BYTES = 12;
    static final int FORCED_AT = 8;
    static final int MIN_BODY = HeadSignature.MIN_BODY;
    static final int MAX_BODY = StoredFact.MAX_BODY + RecordSeal.OVERHEAD;
    static final int MAX_BYTES = BYTES + MAX_BODY;

    private Frame() {}

    static void write(ByteBuffer out, int segment, long at, long forced, byte[] body) {
        int start = out.position();
        out.putInt(body.length).putInt(0).putInt((int) forced).put(body);
        var bytes = out.duplicate().position(start + FORCED_AT).limit(out.position());
        var sum = new CRC32C();
        sum.update(bytes);
        out.putInt(start + 4, (int) sum.getValue() ^ mask(segment, at));
    }

    /// Whether a whole record starts at `from` of these bytes, which lies at `at` of the segment.
    static boolean isWhole(byte[] bytes, int from, int length, int storedSum, int segment, long at, CRC32C sum) {
        sum.reset();
        sum.update(bytes, from + FORCED_AT, Integer.BYTES + length);
        return ((int) sum.getValue() ^ mask(segment, at)) == storedSum;
    }

    private static int mask(int segment, long at) {
        long mixed = (at + 1) * 0x9E3779B97F4A7C15L + segment * 0xC2B2AE3D27D4EB4FL;
        return (int) (((mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L) >>> 32);
    }
}
