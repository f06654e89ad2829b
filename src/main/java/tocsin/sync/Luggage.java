package tocsin.sync;

import java.io.IOException;
import java.util.List;
import tocsin.journal.Hash;
import tocsin.journal.JournalException;

/// The files that facts name, as the sync thread sees them. Called by that thread alone.
public interface Luggage {
    Luggage NONE = new Luggage() {
        @Override
        public List<Piece> wanted() {
            return List.of();
        }

        @Override
        public List<Piece> owed() {
            return List.of();
        }

        @Override
        public byte[] read(Piece piece, int number) throws IOException {
            throw new IOException("there is no " + piece.hash());
        }

        @Override
        public long arrived(Piece piece) {
            return 0;
        }

        @Override
        public boolean add(Piece piece, byte[] bytes) {
            return false;
        }

        @Override
        public void delivered(Piece piece) {
            // Nothing was owed.
        }
    };

    /// One file, named by the SHA-256 of its bytes. An empty one has no chunks.
    record Piece(Hash hash, long size) {
        public int chunks() {
            return (int) ((size + Hub.CHUNK_BYTES - 1) / Hub.CHUNK_BYTES);
        }

        public int length(int number) {
            return (int) Math.min(Hub.CHUNK_BYTES, size - (long) number * Hub.CHUNK_BYTES);
        }
    }

    /// Files that facts here name and that are not here.
    List<Piece> wanted() throws JournalException;

    /// Files that facts of this desk name and that are not known to be at the hub.
    List<Piece> owed() throws JournalException;

    byte[] read(Piece piece, int number) throws IOException;

    /// How many bytes of a wanted file are here, from its beginning.
    long arrived(Piece piece) throws IOException;

    /// Adds the next bytes. With the last of them the file is put in its place if it is the one that was wanted;
    /// answers false when it is not, and forgets its bytes.
    boolean add(Piece piece, byte[] bytes) throws IOException;

    /// The hub holds all of it.
    void delivered(Piece piece);
}
