package tocsin.casefile;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The form in which Tocsin writes a zip: entries one behind the other and uncompressed, one fixed date, no extras. Any
/// tool opens it, equal input gives equal bytes on every system, and because there is one way to write it a reader can
/// ask for exactly these bytes.
final class Zip {
    static final int LOCAL_MARK = 0x04034b50;
    static final int CENTRAL_MARK = 0x02014b50;
    static final int END_MARK = 0x06054b50;
    static final int LOCAL_BYTES = 30;
    static final int CENTRAL_BYTES = 46;
    static final int END_BYTES = 22;
    static final int VERSION = 10;
    static final int STORED = 0;

    /// 1 January 1980, the first day a zip can name.
    static final int FIRST_DAY = 0x21;

    static final int MAX_ENTRIES = 10_000;
    static final long MAX_BYTES = 1L << 30;

    /// @param at where its local header starts
    record Entry(String name, int crc, long size, long at) {
        long dataAt() {
            return at + LOCAL_BYTES + name.length();
        }

        long end() {
            return dataAt() + size;
        }
    }

    private Zip() {}

    static byte[] localHeader(Entry entry) {
        var out = ByteBuffer.allocate(LOCAL_BYTES + entry.name().length());
        out.order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(LOCAL_MARK);
        putCommon(out, entry);
        out.put(entry.name().getBytes(US_ASCII));
        return out.array();
    }

    static byte[] centralHeader(Entry entry) {
        var out = ByteBuffer.allocate(CENTRAL_BYTES + entry.name().length());
        out.order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(CENTRAL_MARK).putShort((short) VERSION);
        putCommon(out, entry);
        // No comment, first disk, no attributes.
        out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        out.putInt((int) entry.at()).put(entry.name().getBytes(US_ASCII));
        return out.array();
    }

    static byte[] end(int entries, long centralAt, long centralBytes) {
        var out = ByteBuffer.allocate(END_BYTES);
        out.order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(END_MARK).putInt(0).putShort((short) entries).putShort((short) entries);
        out.putInt((int) centralBytes).putInt((int) centralAt).putShort((short) 0);
        return out.array();
    }

    private static void putCommon(ByteBuffer out, Entry entry) {
        out.putShort((short) VERSION).putShort((short) 0).putShort((short) STORED);
        out.putShort((short) 0).putShort((short) FIRST_DAY).putInt(entry.crc());
        out.putInt((int) entry.size()).putInt((int) entry.size());
        out.putShort((short) entry.name().length()).putShort((short) 0);
    }
}
