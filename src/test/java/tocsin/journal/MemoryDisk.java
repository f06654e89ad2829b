package tocsin.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// A disk of one folder that remembers what was forced, can be full or fail, and can show what it would hold if the
/// power went now.
public final class MemoryDisk implements Disk {
    private static final int BLOCK = 4_096;

    /// May throw to make an operation fail.
    public interface Hook {
        void before(String operation, String file) throws IOException;
    }

    private static final class Node {
        private byte[] data = new byte[0];
        private int length;
        private byte[] forced = new byte[0];

        byte[] content() {
            return Arrays.copyOf(data, length);
        }

        void resize(int to) {
            if (to > data.length) {
                data = Arrays.copyOf(data, Math.max(to, data.length * 2));
            }
            if (to < length) {
                Arrays.fill(data, to, length, (byte) 0);
            }
            length = to;
        }
    }

    private TreeMap<String, Node> entries = new TreeMap<>();
    private final List<TreeMap<String, Node>> possibleEntries = new ArrayList<>();
    private final Set<String> locks = new HashSet<>();
    private long quota = Long.MAX_VALUE;
    private Hook hook = (_, _) -> {};

    public MemoryDisk() {
        possibleEntries.add(new TreeMap<>());
    }

    public synchronized void quota(long bytes) {
        quota = bytes;
    }

    public synchronized void hook(Hook other) {
        hook = other;
    }

    public synchronized byte[] content(String name) {
        return node(name).content();
    }

    public synchronized void put(String name, byte[] content) {
        var node = new Node();
        node.resize(content.length);
        System.arraycopy(content, 0, node.data, 0, content.length);
        node.forced = content.clone();
        entries.put(name, node);
        possibleEntries.clear();
        possibleEntries.add(new TreeMap<>(entries));
    }

    public synchronized void remove(String name) {
        entries.remove(name);
        possibleEntries.clear();
        possibleEntries.add(new TreeMap<>(entries));
    }

    public synchronized List<String> names() {
        return List.copyOf(entries.keySet());
    }

    public synchronized boolean has(String name) {
        return entries.containsKey(name);
    }

    synchronized long used() {
        return entries.values().stream().mapToLong(node -> node.length).sum();
    }

    public synchronized MemoryDisk copy() {
        var copy = new MemoryDisk();
        entries.forEach((name, node) -> copy.put(name, node.content()));
        return copy;
    }

    /// What may be found after a power cut: everything forced, and of the rest whatever chance leaves.
    public synchronized MemoryDisk afterPowerCut(RandomGenerator random) {
        var image = new MemoryDisk();
        Map<String, Node> names = possibleEntries.get(random.nextInt(possibleEntries.size()));
        names.forEach((name, node) -> image.put(name, remains(node, random)));
        return image;
    }

    private static byte[] remains(Node node, RandomGenerator random) {
        byte[] now = node.content();
        byte[] forced = node.forced;
        if (Arrays.equals(now, forced)) {
            return now;
        }
        return switch (random.nextInt(5)) {
            case 0 -> forced;
            case 1 -> now;
            case 2 -> torn(forced, now, random);
            case 3 -> Arrays.copyOf(forced, Math.max(forced.length, now.length));
            default -> someBlocks(forced, now, random);
        };
    }

    private static byte[] torn(byte[] forced, byte[] now, RandomGenerator random) {
        int from = firstDifference(forced, now);
        int to = from + random.nextInt(Math.max(1, now.length - from + 1));
        byte[] torn = Arrays.copyOf(forced, Math.max(forced.length, to));
        System.arraycopy(now, from, torn, from, Math.min(to, now.length) - from);
        return torn;
    }

    private static byte[] someBlocks(byte[] forced, byte[] now, RandomGenerator random) {
        int block = random.nextBoolean() ? BLOCK : 512;
        byte[] some = Arrays.copyOf(forced, Math.max(forced.length, now.length));
        for (int at = 0; at < now.length; at += block) {
            if (random.nextBoolean()) {
                System.arraycopy(now, at, some, at, Math.min(block, now.length - at));
            }
        }
        return random.nextBoolean() ? some : Arrays.copyOf(some, keptLength(forced, now, random));
    }

    private static int keptLength(byte[] forced, byte[] now, RandomGenerator random) {
        int less = Math.min(forced.length, now.length);
        return less + random.nextInt(Math.abs(forced.length - now.length) + 1);
    }

    private static int firstDifference(byte[] one, byte[] two) {
        int at = Arrays.mismatch(one, two);
        return at < 0 ? one.length : at;
    }

    @Override
    public synchronized OpenFile open(Path file, Access access) throws IOException {
        String name = name(file);
        hook.before("open " + access, name);
        if (access == Access.CREATE) {
            entries.put(name, new Node());
            note();
        }
        if (!entries.containsKey(name)) {
            throw new NoSuchFileException(name);
        }
        return new MemoryFile(name, node(name));
    }

    @Override
    public void createFolder(Path folder) {
        // The only folder is always there.
    }

    @Override
    public synchronized List<String> list(Path folder) {
        return names();
    }

    @Override
    public synchronized void rename(Path from, Path to) throws IOException {
        hook.before("rename", name(to));
        Node node = entries.remove(name(from));
        if (node == null) {
            throw new NoSuchFileException(name(from));
        }
        entries.put(name(to), node);
        note();
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        hook.before("delete", name(file));
        entries.remove(name(file));
        note();
    }

    @Override
    public synchronized void forceDirectory(Path folder) throws IOException {
        hook.before("force", ".");
        possibleEntries.clear();
        note();
    }

    @Override
    public synchronized long usableSpace(Path folder) {
        return Math.max(0, quota - used());
    }

    @Override
    public synchronized Optional<Closeable> tryLock(Path file) {
        String name = name(file);
        return locks.add(name) ? Optional.of(() -> unlock(name)) : Optional.empty();
    }

    private synchronized void unlock(String name) {
        locks.remove(name);
    }

    private void note() {
        possibleEntries.add(new TreeMap<>(entries));
    }

    private Node node(String name) {
        Node node = entries.get(name);
        if (node == null) {
            throw new IllegalArgumentException("no file " + name);
        }
        return node;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private final class MemoryFile implements OpenFile {
        private final String name;
        private final Node node;

        MemoryFile(String name, Node node) {
            this.name = name;
            this.node = node;
        }

        @Override
        public int read(ByteBuffer into, long position) {
            synchronized (MemoryDisk.this) {
                int count = (int) Math.max(0, Math.min(into.remaining(), node.length - position));
                if (count > 0) {
                    into.put(node.data, (int) position, count);
                }
                return count;
            }
        }

        @Override
        public void write(ByteBuffer from, long position) throws IOException {
            synchronized (MemoryDisk.this) {
                hook.before("write", name);
                long grown = Math.max(0, position + from.remaining() - node.length);
                int count = (int) Math.max(0, from.remaining() - Math.max(0, used() + grown - quota));
                if (count > 0) {
                    node.resize((int) Math.max(node.length, position + count));
                    int length = from.remaining();
                    from.get(node.data, (int) position, count);
                    if (count == length) {
                        return;
                    }
                }
                if (grown > 0) {
                    throw new IOException("No space left on device");
                }
            }
        }

        @Override
        public void force() throws IOException {
            synchronized (MemoryDisk.this) {
                hook.before("force", name);
                node.forced = node.content();
            }
        }

        @Override
        public void truncate(long length) throws IOException {
            synchronized (MemoryDisk.this) {
                hook.before("truncate", name);
                if (length < node.length) {
                    node.resize((int) length);
                }
            }
        }

        @Override
        public long length() {
            synchronized (MemoryDisk.this) {
                return node.length;
            }
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
