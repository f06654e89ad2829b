package tocsin.store;

import java.util.Arrays;
import java.util.HexFormat;

/// The random key of a locked store. H2 derives its own from a password in ten rounds, which a person's password would
/// not stand; 256 random bits do. H2's pages carry no proof of their own: the rows' seals are what notices a change.
public final class StoreKey {
    private static final int BYTES = 32;

    private final byte[] bytes;

    private StoreKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The bytes are copied; the caller wipes theirs.
    public static StoreKey of(byte[] random) {
        if (random.length != BYTES) {
            throw new IllegalArgumentException("a store's key has " + BYTES + " bytes");
        }
        return new StoreKey(Arrays.copyOf(random, BYTES));
    }

    /// As H2 wants it: the file's password before the user's, which is empty.
    String password() {
        return HexFormat.of().formatHex(bytes) + " ";
    }
}
