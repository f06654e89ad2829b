package tocsin.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import tocsin.base.DeskId;

/// A record that says: what stands before it here of this desk after that head was written on a copy, while others
/// know another continuation. It stays on the disk and counts no more; its words were written anew by another desk.
record Disowned(Head kept) {
    static final byte MARKER = 4;

    /// As long as the shortest other record, so that a search for records need not know more.
    static final int BODY = HeadSignature.MIN_BODY;

    byte[] encoded() {
        var out = ByteBuffer.allocate(BODY);
        out.put(MARKER).put(kept.desk().value().getBytes(US_ASCII)).putLong(kept.seq());
        kept.hash().write(out);
        return out.array();
    }

    static Disowned read(byte[] bytes, int at) {
        var in = ByteBuffer.wrap(bytes, at + 1 + DeskId.LENGTH, Long.BYTES + Hash.BYTES);
        var desk = new DeskId(new String(bytes, at + 1, DeskId.LENGTH, US_ASCII));
        return new Disowned(new Head(desk, in.getLong(), Hash.read(in)));
    }
}
