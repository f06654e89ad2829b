package tocsin.app.lock;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tocsin.journal.Disk;
import tocsin.journal.RealDisk;

/// The machine's disk in a process that is killed at a chosen step: that step and every later one do nothing.
final class DyingDisk implements Disk {
    private final Disk under = new RealDisk();
    private final AtomicInteger left;

    DyingDisk(int steps) {
        left = new AtomicInteger(steps);
    }

    /// Whether the end was reached before the steps were used up.
    boolean survived() {
        return left.get() > 0;
    }

    private void step() throws IOException {
        if (left.get() <= 0 || left.decrementAndGet() == 0) {
            throw new IOException("killed");
        }
    }

    @Override
    public OpenFile open(Path file, Access access) throws IOException {
        if (access != Access.READ) {
            step();
        }
        return new Dying(under.open(file, access));
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        step();
        under.createFolder(folder);
    }

    @Override
    public List<String> list(Path folder) throws IOException {
        return under.list(folder);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step();
        under.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        step();
        under.delete(file);
    }

    @Override
    public void forceDirectory(Path folder) throws IOException {
        step();
        under.forceDirectory(folder);
    }

    @Override
    public long usableSpace(Path folder) throws IOException {
        return under.usableSpace(folder);
    }

    @Override
    public Optional<Closeable> tryLock(Path file) throws IOException {
        return under.tryLock(file);
    }

    private final class Dying implements OpenFile {
        private final OpenFile file;

        Dying(OpenFile file) {
            this.file = file;
        }

        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            return file.read(into, position);
        }

        @Override
        public void write(ByteBuffer from, long position) throws IOException {
            if (left.get() == 1) {
                // Killed in the middle of it.
                ByteBuffer half = from.slice(from.position(), from.remaining() / 2);
                file.write(half, position);
            }
            step();
            file.write(from, position);
        }

        @Override
        public void force() throws IOException {
            step();
            file.force();
        }

        @Override
        public void truncate(long length) throws IOException {
            step();
            file.truncate(length);
        }

        @Override
        public long length() throws IOException {
            return file.length();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
