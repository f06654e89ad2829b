package tocsin.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The few things the journal asks of a file system, so that a test can put its own disk underneath. Methods may be
/// called from any thread.
public interface Disk {
    enum Access {
        READ,
        WRITE,
        /// Makes a new file that only its owner can read; an old file of that name is emptied.
        CREATE
    }

    OpenFile open(Path file, Access access) throws IOException;

    /// Makes the folder, readable by its owner alone, when it is not there.
    void createFolder(Path folder) throws IOException;

    /// Names of the files in the folder, sorted.
    List<String> list(Path folder) throws IOException;

    void rename(Path from, Path to) throws IOException;

    void delete(Path file) throws IOException;

    /// Makes creations, renames and deletions in the folder survive a power cut, where the system offers that.
    void forceDirectory(Path folder) throws IOException;

    long usableSpace(Path folder) throws IOException;

    /// Empty when somebody else, in this process or another, holds it.
    Optional<Closeable> tryLock(Path file) throws IOException;

    /// One open file; every method names its position.
    interface OpenFile extends Closeable {
        /// Reads until the buffer is full or the file ends; returns the bytes read.
        int read(ByteBuffer into, long position) throws IOException;

        /// Writes all of the buffer.
        void write(ByteBuffer from, long position) throws IOException;

        void force() throws IOException;

        void truncate(long length) throws IOException;

        long length() throws IOException;

        @Override
        void close() throws IOException;
    }
}
