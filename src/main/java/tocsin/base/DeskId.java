package tocsin.base;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Names one writer of facts. It is cut from the hash of the desk's public key, so that nobody can sign as another
/// desk without owning its key: whoever shows the key shows the id.
public record DeskId(String value) implements Comparable<DeskId> {
    public static final int LENGTH = 16;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    public DeskId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("a desk id is " + LENGTH + " letters or digits 2-7: " + value);
        }
    }

    public static DeskId ofPublicKey(byte[] encodedKey) {
        byte[] digest = sha256(encodedKey);
        var text = new StringBuilder(LENGTH);
        long bits = 0;
        int held = 0;
        for (int next = 0; text.length() < LENGTH; ) {
            if (held < 5) {
                bits = (bits << 8) | (digest[next++] & 0xff);
                held += 8;
            }
            held -= 5;
            text.append(ALPHABET.charAt((int) (bits >> held & 31)));
        }
        return new DeskId(text.toString());
    }

    public static boolean isWellFormed(String text) {
        return text.length() == LENGTH && isOfLetters(text);
    }

    /// A loop, because every fact that is read passes here.
    private static boolean isOfLetters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            boolean digit = c >= '2' && c <= '7';
            if (!letter && !digit) {
                return false;
            }
        }
        return true;
    }

    /// The few letters that tell desks apart in an incident's key and on a screen.
    public String tag() {
        return value.substring(0, 8);
    }

    @Override
    public int compareTo(DeskId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
