package tocsin.sync;

/// What a chunk of an attachment may be.
final class Chunks {
    /// Enough for an attachment of 4 GB.
    static final int MOST = 16_384;

    private Chunks() {}

    static void check(int number, byte[] bytes) {
        if (number < 0 || number >= MOST) {
            throw new IllegalArgumentException("chunks are numbered from 0 to " + (MOST - 1) + ": " + number);
        }
        if (bytes.length == 0 || bytes.length > Hub.CHUNK_BYTES) {
            throw new IllegalArgumentException("a chunk has 1 to " + Hub.CHUNK_BYTES + " bytes: " + bytes.length);
        }
    }
}
