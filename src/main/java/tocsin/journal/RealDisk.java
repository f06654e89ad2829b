package tocsin.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The disk of this machine.
public final class RealDisk implements Disk {
    /// Locks of this process. Closing any channel on a locked file drops the process's lock on it (POSIX), so a second
    /// try must be turned away before it opens one; that is why this is known process-wide.
    private static final Set<Path> LOCKED = ConcurrentHashMap.newKeySet();

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    @Override
    public OpenFile open(Path file, Access access) throws IOException {
        return switch (access) {
            case READ -> new ReadFile(file);
            case WRITE -> new WriteFile(FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
            case CREATE -> new WriteFile(create(file));
        };
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerOnly("rwx------"));
        }
    }

    @Override
    public List<String> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void forceDirectory(Path folder) throws IOException {
        if (WINDOWS) {
            return; // a folder cannot be opened there; NTFS journals its own names
        }
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public long usableSpace(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    @Override
    public Optional<Closeable> tryLock(Path file) throws IOException {
        Path key = file.getParent() == null
                ? file.toAbsolutePath()
                : file.getParent().toRealPath().resolve(file.getFileName());
        if (!LOCKED.add(key)) {
            return Optional.empty();
        }
        try {
            FileChannel channel = create(file);
            if (channel.tryLock() != null) {
                return Optional.of(() -> {
                    channel.close();
                    LOCKED.remove(key);
                });
            }
            channel.close();
            LOCKED.remove(key);
            return Optional.empty();
        } catch (IOException | RuntimeException failed) {
            LOCKED.remove(key);
            throw failed;
        }
    }

    private static FileChannel create(Path file) throws IOException {
        Set<OpenOption> options = Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        return FileChannel.open(file, options, ownerOnly("rw-------"));
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /// Confined to one thread; an interrupt closes it and its owner opens another.
    private record WriteFile(FileChannel channel) implements OpenFile {
        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            return readFully(channel, into, position);
        }

        @Override
        public void write(ByteBuffer from, long position) throws IOException {
            long at = position;
            while (from.hasRemaining()) {
                at += channel.write(from, at);
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public void truncate(long length) throws IOException {
            channel.truncate(length);
        }

        @Override
        public long length() throws IOException {
            return channel.size();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /// Shared by all readers. An interrupted reader closes the channel under everyone, so it is opened again.
    private static final class ReadFile implements OpenFile {
        private final Path file;
        private volatile FileChannel channel;
        private volatile boolean closed;

        ReadFile(Path file) throws IOException {
            this.file = file;
            this.channel = FileChannel.open(file, StandardOpenOption.READ);
        }

        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            int start = into.position();
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        return readFully(channel, into, position);
                    } catch (ClosedChannelException byAnInterrupt) {
                        interrupted |= Thread.interrupted();
                        into.position(start);
                        reopen(byAnInterrupt);
                    }
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private synchronized void reopen(ClosedChannelException cause) throws IOException {
            if (closed) {
                throw cause;
            }
            if (!channel.isOpen()) {
                channel = FileChannel.open(file, StandardOpenOption.READ);
            }
        }

        @Override
        public void write(ByteBuffer from, long position) {
            throw new UnsupportedOperationException("opened for reading: " + file);
        }

        @Override
        public void force() {
            throw new UnsupportedOperationException("opened for reading: " + file);
        }

        @Override
        public void truncate(long length) {
            throw new UnsupportedOperationException("opened for reading: " + file);
        }

        @Override
        public long length() throws IOException {
            return java.nio.file.Files.size(file);
        }

        @Override
        public synchronized void close() throws IOException {
            closed = true;
            channel.close();
        }
    }

    private static int readFully(FileChannel channel, ByteBuffer into, long position) throws IOException {
        int total = 0;
        while (into.hasRemaining()) {
            int got = channel.read(into, position + total);
            if (got < 0) {
                break;
            }
            total += got;
        }
        return total;
    }
}
