package tocsin.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/// A file that only takes up space, to have some to give when the disk is full. Its bytes are random, because some
/// file systems store nothing for zeros.
final class Ballast {
    static final String FILE = "ballast";
    private static final int PIECE = 1 << 20;

    private final Disk disk;
    private final Path folder;
    private final long bytes;

    Ballast(Disk disk, Path folder, long bytes) {
        this.disk = disk;
        this.folder = folder;
        this.bytes = bytes;
    }

    /// Puts it there when there is plenty of space. Failing to is no trouble: it is only a comfort.
    void ensure(long usable, long lowDiskBytes) {
        Path path = folder.resolve(FILE);
        try {
            if (bytes == 0 || usable < lowDiskBytes + bytes || disk.list(folder).contains(FILE)) {
                return;
            }
            try (var file = disk.open(path, Disk.Access.CREATE)) {
                byte[] piece = new byte[(int) Math.min(PIECE, bytes)];
                RandomGenerator.getDefault().nextBytes(piece);
                for (long at = 0; at < bytes; at += piece.length) {
                    file.write(ByteBuffer.wrap(piece), at);
                }
            }
        } catch (IOException noRoom) {
            drop();
        }
    }

    void drop() {
        try {
            disk.delete(folder.resolve(FILE));
        } catch (IOException notThere) {
            // The retry that follows tells whether space was gained.
        }
    }
}
