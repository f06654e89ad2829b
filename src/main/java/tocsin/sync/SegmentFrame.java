package tocsin.sync;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.journal.Hash;

/// One fact as it lies in a segment: `[magic][length][crc][seq][hash][previous][seal length][seal][body]`.
///
/// @param rest the seal and the body
/// @param length of all of it, in bytes
record SegmentFrame(long seq, Hash hash, Hash previous, ByteBuffer rest, int length) {
    static final int MAGIC = 0x7F544F43;
    static final int BYTES = 12;
    private static final int FIXED_BYTES = Long.BYTES + 2 * Hash.BYTES + Short.BYTES;
    static final int MAX_BYTES = BYTES + FIXED_BYTES + Batch.MAX_SEAL + Batch.MAX_BODY;
    static final int MIN_BYTES = BYTES + FIXED_BYTES;
    static final int HASH_AT = BYTES + Long.BYTES;

    Parcel parcel(DeskId desk) {
        var in = rest.duplicate();
        byte[] seal = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(seal);
        byte[] body = new byte[in.remaining()];
        in.get(body);
        return new Parcel(
                new FactId(desk, seq), hash, previous, body, seal.length == 0 ? Optional.empty() : Optional.of(seal));
    }

    /// The length of the frame that claims to begin here; empty when none can.
    static Optional<Integer> claims(ByteBuffer head, long most) {
        int magic = head.getInt();
        int length = head.getInt();
        return magic == MAGIC && length >= FIXED_BYTES && length <= MAX_BYTES - BYTES && length <= most - BYTES
                ? Optional.of(BYTES + length)
                : Optional.empty();
    }

    /// Reads a frame of that length; empty when it is not whole.
    static Optional<SegmentFrame> read(byte[] bytes, int from, int length) {
        var in = ByteBuffer.wrap(bytes, from, length);
        if (in.getInt(from + 8) != sum(bytes, from + BYTES, length - BYTES)) {
            return Optional.empty();
        }
        in.position(from + BYTES);
        long seq = in.getLong();
        Hash hash = hash(in);
        Hash previous = hash(in);
        int seal = Short.toUnsignedInt(in.getShort(in.position()));
        boolean shaped = seq > 0 && seq < Long.MAX_VALUE && seal <= in.remaining() - Short.BYTES;
        return shaped ? Optional.of(new SegmentFrame(seq, hash, previous, in.slice(), length)) : Optional.empty();
    }

    private static Hash hash(ByteBuffer in) {
        byte[] hash = new byte[Hash.BYTES];
        in.get(hash);
        return Hash.of(hash);
    }

    static ByteBuffer write(List<Parcel> parcels) {
        int bytes = 0;
        for (Parcel each : parcels) {
            bytes += BYTES + length(each);
        }
        var out = ByteBuffer.allocate(bytes);
        for (Parcel each : parcels) {
            byte[] seal = each.seal().orElse(new byte[0]);
            int start = out.position();
            out.putInt(MAGIC).putInt(length(each)).putInt(0).putLong(each.id().seq());
            out.put(each.hash().bytes()).put(each.previous().bytes());
            out.putShort((short) seal.length).put(seal).put(each.body());
            int from = start + BYTES;
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
}
