package tocsin.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// A SHA-256 value, held in four longs because journals hold millions of them.
public record Hash(long a, long b, long c, long d) implements Comparable<Hash> {
    public static final int BYTES = 32;

    /// Stands where a chain has no predecessor.
    public static final Hash ZERO = new Hash(0, 0, 0, 0);

    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has " + BYTES + " bytes, not " + bytes.length);
        }
        return read(ByteBuffer.wrap(bytes));
    }

    /// The hash of all parts, one after the other.
    public static Hash sha256(byte[]... parts) {
        MessageDigest digest = digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return of(digest.digest());
    }

    /// Reads the 64 hexadecimal digits that [#hex] prints.
    public static Optional<Hash> parse(String hex) {
        if (hex.length() != 2 * BYTES || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            return Optional.empty();
        }
        return Optional.of(of(HexFormat.of().parseHex(hex)));
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    public byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        write(ByteBuffer.wrap(bytes));
        return bytes;
    }

    @Override
    public int compareTo(Hash other) {
        int first = Long.compareUnsigned(a, other.a);
        int second = first != 0 ? first : Long.compareUnsigned(b, other.b);
        int third = second != 0 ? second : Long.compareUnsigned(c, other.c);
        return third != 0 ? third : Long.compareUnsigned(d, other.d);
    }

    @Override
    public String toString() {
        return hex();
    }

    static Hash read(ByteBuffer from) {
        return new Hash(from.getLong(), from.getLong(), from.getLong(), from.getLong());
    }

    void write(ByteBuffer to) {
        to.putLong(a).putLong(b).putLong(c).putLong(d);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
