package tocsin.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tocsin.journal.Disk;

/// A disk on which some files are sealed: those that are written once from front to end, such as the desk's key and
/// attachments. All others pass through as they are.
///
/// A sealed file is a header with an id of its own and chunks of 32 KiB under AES-256-GCM. Each chunk's associated data
/// are the header, its number and whether it is the last, so chunks cannot be exchanged, left out or cut off. What was
/// changed is not read at all: an [IOException] says so.
public final class SealedDisk implements Disk {
    static final int CHUNK = 32 << 10;
    private static final byte[] MAGIC = "TOCSINSF".getBytes(US_ASCII);
    private static final byte VERSION = 1;
    private static final int ID_BYTES = 16;
    static final int HEADER = MAGIC.length + 1 + ID_BYTES;
    private static final int MORE = Sealed.NONCE_BYTES + Sealed.TAG_BYTES;

    private final Disk under;
    private final byte[] key;
    private final Predicate<String> names;

    /// @param names which files are sealed, by their last name
    public SealedDisk(Disk under, byte[] key, Predicate<String> names) {
        this.under = under;
        this.key = key.clone();
        this.names = names;
    }

    @Override
    public OpenFile open(Path file, Access access) throws IOException {
        if (!names.test(String.valueOf(file.getFileName()))) {
            return under.open(file, access);
        }
        return switch (access) {
            case CREATE -> new Written(under.open(file, Access.CREATE), file);
            case READ -> new Read(under.open(file, Access.READ), file);
            case WRITE -> throw new IOException(file + " is sealed and cannot be changed in place");
        };
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        under.createFolder(folder);
    }

    @Override
    public List<String> list(Path folder) throws IOException {
        return under.list(folder);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        under.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        under.delete(file);
    }

    @Override
    public void forceDirectory(Path folder) throws IOException {
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

    private static byte[] beside(byte[] header, long number, boolean last) {
        return ByteBuffer.allocate(HEADER + Long.BYTES + 1)
                .put(header)
                .putLong(number)
                .put((byte) (last ? 1 : 0))
                .array();
    }

    private static long placeOf(long number) {
        return HEADER + number * (CHUNK + MORE);
    }

    /// Being written, front to end; what is held back is the last chunk until more comes.
    private final class Written implements OpenFile {
        private final OpenFile file;
        private final Path path;
        private final byte[] header;
        private final byte[] held = new byte[CHUNK];
        private int count;
        private long number;
        private boolean settled;

        Written(OpenFile file, Path path) throws IOException {
            this.file = file;
            this.path = path;
            this.header = ByteBuffer.allocate(HEADER)
                    .put(MAGIC)
                    .put(VERSION)
                    .put(Sealed.random(ID_BYTES))
                    .array();
            file.write(ByteBuffer.wrap(header), 0);
        }

        @Override
        public void write(ByteBuffer from, long position) throws IOException {
            if (position != length()) {
                throw new IOException(path + " is sealed and can only be written from front to end");
            }
            while (from.hasRemaining()) {
                if (count == CHUNK) {
                    put(false);
                    number++;
                    count = 0;
                }
                int part = Math.min(from.remaining(), CHUNK - count);
                from.get(held, count, part);
                count += part;
                settled = false;
            }
        }

        private void put(boolean last) throws IOException {
            byte[] nonce = Sealed.nonce();
            byte[] sealed = Sealed.seal(key, nonce, beside(header, number, last), Arrays.copyOf(held, count));
            var chunk = ByteBuffer.allocate(nonce.length + sealed.length);
            file.write(chunk.put(nonce).put(sealed).flip(), placeOf(number));
        }

        private void settle() throws IOException {
            if (!settled) {
                put(true);
                settled = true;
            }
        }

        @Override
        public void force() throws IOException {
            settle();
            file.force();
        }

        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            throw new IOException(path + " is sealed and still being written");
        }

        @Override
        public void truncate(long length) throws IOException {
            throw new IOException(path + " is sealed and cannot be cut");
        }

        @Override
        public long length() {
            return number * CHUNK + count;
        }

        @Override
        public void close() throws IOException {
            try (file) {
                settle();
            } finally {
                Arrays.fill(held, (byte) 0);
            }
        }
    }

    /// Read anywhere; keeps the chunk that was read last. Any thread may read.
    private final class Read implements OpenFile {
        private final OpenFile file;
        private final Path path;
        private final byte[] header = new byte[HEADER];
        private final long chunks;
        private final long length;
        private long heldNumber = -1;
        private byte[] held = new byte[0];

        Read(OpenFile file, Path path) throws IOException {
            this.file = file;
            this.path = path;
            boolean done = false;
            try {
                long bytes = file.length() - HEADER;
                int got = file.read(ByteBuffer.wrap(header), 0);
                boolean ours = got == HEADER
                        && Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                        && header[MAGIC.length] == VERSION;
                if (!ours || bytes < MORE) {
                    throw changed();
                }
                chunks = (bytes + CHUNK + MORE - 1) / (CHUNK + MORE);
                length = bytes - chunks * MORE;
                // The last chunk is the one that says that none is missing.
                long shown = (chunks - 1) * CHUNK + chunk(chunks - 1).length;
                if (shown != length) {
                    throw changed();
                }
                done = true;
            } finally {
                if (!done) {
                    file.close();
                }
            }
        }

        @Override
        public synchronized int read(ByteBuffer into, long position) throws IOException {
            int before = into.position();
            long at = position;
            while (into.hasRemaining() && at < length) {
                byte[] chunk = chunk(at / CHUNK);
                int from = (int) (at % CHUNK);
                int part = Math.min(into.remaining(), chunk.length - from);
                if (part <= 0) {
                    throw changed();
                }
                into.put(chunk, from, part);
                at += part;
            }
            return into.position() - before;
        }

        private byte[] chunk(long number) throws IOException {
            if (heldNumber == number) {
                return held;
            }
            var sealed = ByteBuffer.allocate(CHUNK + MORE);
            int got = file.read(sealed, placeOf(number));
            if (got < MORE) {
                throw changed();
            }
            byte[] nonce = Arrays.copyOf(sealed.array(), Sealed.NONCE_BYTES);
            byte[] rest = Arrays.copyOfRange(sealed.array(), Sealed.NONCE_BYTES, got);
            byte[] plain = Sealed.open(key, nonce, beside(header, number, number == chunks - 1), rest)
                    .orElseThrow(this::changed);
            held = plain;
            heldNumber = number;
            return plain;
        }

        private IOException changed() {
            return new IOException(path.getFileName() + " is damaged, was changed, or is sealed with another key");
        }

        @Override
        public void write(ByteBuffer from, long position) {
            throw new UnsupportedOperationException("opened for reading: " + path);
        }

        @Override
        public void force() {
            throw new UnsupportedOperationException("opened for reading: " + path);
        }

        @Override
        public void truncate(long to) {
            throw new UnsupportedOperationException("opened for reading: " + path);
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
