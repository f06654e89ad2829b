package tocsin.app;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tocsin.journal.Disk;
import tocsin.journal.RealDisk;

/// The real disk, where a test decides what becomes of each force.
public final class HeldDisk implements Disk {
    private final Disk real = new RealDisk();
    private volatile String under = "";
    private volatile Force force = () -> {};

    public interface Force {
        void before() throws IOException;
    }

    public void force(Force other) {
        forceUnder("", other);
    }

    /// Of files alone in whose path this folder stands.
    public void forceUnder(String folder, Force other) {
        under = folder;
        force = other;
    }

    @Override
    public OpenFile open(Path file, Access access) throws IOException {
        OpenFile open = real.open(file, access);
        return new OpenFile() {
            @Override
            public int read(ByteBuffer into, long position) throws IOException {
                return open.read(into, position);
            }

            @Override
            public void write(ByteBuffer from, long position) throws IOException {
                open.write(from, position);
            }

            @Override
            public void force() throws IOException {
                if (file.toString().contains(under)) {
                    force.before();
                }
                open.force();
            }

            @Override
            public void truncate(long length) throws IOException {
                open.truncate(length);
            }

            @Override
            public long length() throws IOException {
                return open.length();
            }

            @Override
            public void close() throws IOException {
                open.close();
            }
        };
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        real.createFolder(folder);
    }

    @Override
    public List<String> list(Path folder) throws IOException {
        return real.list(folder);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        real.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        real.delete(file);
    }

    @Override
    public void forceDirectory(Path folder) throws IOException {
        real.forceDirectory(folder);
    }

    @Override
    public long usableSpace(Path folder) throws IOException {
        return real.usableSpace(folder);
    }

    @Override
    public Optional<Closeable> tryLock(Path file) throws IOException {
        return real.tryLock(file);
    }
}
