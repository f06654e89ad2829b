package tocsin.journal;

import java.security.SecureRandom;
import java.util.Arrays;

/// Salts for payload hashes, drawn many at a time because the system's source is slow to ask.
final class Salts {
    private final SecureRandom random = new SecureRandom();
    private final byte[] pool = new byte[4_096];
    private int used = pool.length;

    byte[] next() {
        if (used == pool.length) {
            random.nextBytes(pool);
            used = 0;
        }
        used += StoredFact.SALT_BYTES;
        return Arrays.copyOfRange(pool, used - StoredFact.SALT_BYTES, used);
    }
}
