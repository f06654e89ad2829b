package tocsin.casefile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads a zip that must have exactly the form [Zip] writes. What deviates is refused with the reason that tells most.
/// Every length is compared with what is really there before anything is made room for. One thread at a time.
final class ZipReader implements Closeable {
    private static final int MAX_CENTRAL_BYTES = 4 << 20;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int BUFFER = 1 << 16;
    private static final int LINK = 0xA000;
    private static final int FILE_KIND = 0xF000;

    private final SeekableByteChannel channel;
    private final long length;
    private final Map<String, Zip.Entry> entries = new LinkedHashMap<>();

    /// Where a container comes from.
    interface Source {
        ZipReader open() throws Troubled, IOException;
    }

    private ZipReader(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.length = channel.size();
    }

    static ZipReader open(Path file) throws Troubled, IOException {
        if (Files.isDirectory(file)) {
            throw new Troubled(CaseFault.Kind.NOT_A_CASE_FILE, "", "this is a folder, not a case file");
        }
        if (!Files.exists(file)) {
            throw new Troubled(CaseFault.Kind.TROUBLE, "", "there is no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw new Troubled(CaseFault.Kind.NOT_A_CASE_FILE, "", "this is a device, not a case file");
        }
        return of(FileChannel.open(file, StandardOpenOption.READ));
    }

    /// Closes the channel with itself.
    static ZipReader of(SeekableByteChannel channel) throws Troubled, IOException {
        var reader = new ZipReader(channel);
        try {
            reader.readDirectory();
            return reader;
        } catch (Troubled | IOException | RuntimeException failed) {
            reader.close();
            throw failed;
        }
    }

    List<Zip.Entry> entries() {
        return List.copyOf(entries.values());
    }

    Optional<Zip.Entry> entry(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /// The bytes of an entry; may be read several times.
    InputStream open(Zip.Entry entry) {
        return new BufferedInputStream(new Slice(entry.dataAt(), entry.end()), BUFFER);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void readDirectory() throws Troubled, IOException {
        checkSize();
        ByteBuffer end = bytes(length - Zip.END_BYTES, Zip.END_BYTES);
        if (end.getInt(0) != Zip.END_MARK || end.getShort(20) != 0) {
            throw noEnd();
        }
        int count = Short.toUnsignedInt(end.getShort(10));
        if (count > Zip.MAX_ENTRIES) {
            throw new Troubled(
                    CaseFault.Kind.TOO_LARGE, "", "it has " + count + " entries, the limit is " + Zip.MAX_ENTRIES);
        }
        long size = Integer.toUnsignedLong(end.getInt(12));
        long at = Integer.toUnsignedLong(end.getInt(16));
        if (size > MAX_CENTRAL_BYTES || at + size != length - Zip.END_BYTES) {
            throw container("its list of entries does not stand where its end says");
        }
        ByteBuffer list = bytes(at, (int) size);
        readEntries(list, count, at);
        if (!end.equals(ByteBuffer.wrap(Zip.end(count, at, size)))) {
            throw container("its last bytes are not as Tocsin writes them");
        }
    }

    private void checkSize() throws Troubled, IOException {
        if (length == 0) {
            throw new Troubled(CaseFault.Kind.NOT_A_CASE_FILE, "", "it is empty");
        }
        if (length < Zip.END_BYTES || !startsAsZip()) {
            throw new Troubled(CaseFault.Kind.NOT_A_CASE_FILE, "", "it is not a case file of Tocsin");
        }
        if (length > Zip.MAX_BYTES + MAX_CENTRAL_BYTES) {
            throw new Troubled(
                    CaseFault.Kind.TOO_LARGE, "", "it has " + length + " bytes, the limit is " + Zip.MAX_BYTES);
        }
    }

    private boolean startsAsZip() throws Troubled, IOException {
        int mark = bytes(0, Integer.BYTES).getInt(0);
        return mark == Zip.LOCAL_MARK || mark == Zip.END_MARK;
    }

    private Troubled noEnd() throws Troubled, IOException {
        int look = (int) Math.min(length, Zip.END_BYTES + LONGEST_COMMENT);
        ByteBuffer tail = bytes(length - look, look);
        for (int i = look - Zip.END_BYTES; i >= 0; i--) {
            if (tail.getInt(i) == Zip.END_MARK) {
                int behind = look - Zip.END_BYTES - i;
                return container(
                        behind == 0
                                ? "its last bytes are not as Tocsin writes them"
                                : behind + " bytes stand behind its end; ask for the file again");
            }
        }
        return container("its end is missing: it was cut short; ask for the file again");
    }

    private void readEntries(ByteBuffer list, int count, long listAt) throws Troubled, IOException {
        long at = 0;
        long total = 0;
        var folded = new HashMap<String, String>();
        Zip.Entry before = null;
        for (int i = 0; i < count; i++) {
            Zip.Entry entry = readEntry(list, at, folded);
            total += entry.size();
            if (total > Zip.MAX_BYTES) {
                throw new Troubled(
                        CaseFault.Kind.TOO_LARGE,
                        entry.name(),
                        "the entries have more than " + Zip.MAX_BYTES + " bytes together");
            }
            if (before != null && !isInOrder(before, entry)) {
                throw entry(entry.name(), "the entry stands in the wrong place");
            }
            checkLocal(entry, listAt);
            entries.put(entry.name(), entry);
            before = entry;
            at = entry.end();
        }
        if (list.hasRemaining() || at != listAt) {
            throw container("it has bytes that belong to no entry");
        }
    }

    private static Zip.Entry readEntry(ByteBuffer list, long at, Map<String, String> folded) throws Troubled {
        int start = list.position();
        if (list.remaining() < Zip.CENTRAL_BYTES || list.getInt(start) != Zip.CENTRAL_MARK) {
            throw container("its list of entries is broken");
        }
        int nameBytes = Short.toUnsignedInt(list.getShort(start + 28));
        int more = Short.toUnsignedInt(list.getShort(start + 30)) + Short.toUnsignedInt(list.getShort(start + 32));
        if (list.remaining() < Zip.CENTRAL_BYTES + nameBytes + more) {
            throw container("its list of entries is broken");
        }
        byte[] nameIs = new byte[nameBytes];
        list.get(start + Zip.CENTRAL_BYTES, nameIs);
        var name = new String(nameIs, ISO_8859_1);
        String shown = Words.shown(name);
        checkForm(list, start, shown);
        Optional<String> objection = twice(name, folded).or(() -> EntryName.objection(name));
        if (objection.isPresent()) {
            throw entry(shown, objection.get());
        }
        var entry = new Zip.Entry(name, list.getInt(start + 16), Integer.toUnsignedLong(list.getInt(start + 24)), at);
        byte[] expected = Zip.centralHeader(entry);
        if (more != 0 || !list.slice(start, expected.length).equals(ByteBuffer.wrap(expected))) {
            throw entry(shown, "the entry is not listed as Tocsin lists it: the file was changed or packed again");
        }
        list.position(start + expected.length);
        return entry;
    }

    /// Two names that are one file on some systems.
    private static Optional<String> twice(String name, Map<String, String> folded) {
        String other = folded.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
        return other == null
                ? Optional.empty()
                : Optional.of(
                        other.equals(name)
                                ? "the name is there twice"
                                : "the name differs from " + other + " by large and small letters alone");
    }

    private static void checkForm(ByteBuffer list, int start, String name) throws Troubled {
        int flags = list.getShort(start + 8);
        int kind = (list.getInt(start + 38) >>> 16) & FILE_KIND;
        if (kind == LINK) {
            throw entry(name, "the entry is a link, not a file");
        }
        if ((flags & 1) != 0) {
            throw entry(name, "the entry is encrypted");
        }
        if (list.getShort(start + 10) != Zip.STORED) {
            throw entry(
                    name,
                    "the entry is compressed, which Tocsin never does: the file was packed again; ask for the original");
        }
        if (list.getInt(start + 20) != list.getInt(start + 24)) {
            throw entry(name, "the entry claims two sizes");
        }
    }

    private void checkLocal(Zip.Entry entry, long listAt) throws Troubled, IOException {
        if (entry.end() > listAt) {
            throw entry(entry.name(), "the entry claims more bytes than the file has");
        }
        byte[] expected = Zip.localHeader(entry);
        if (!bytes(entry.at(), expected.length).equals(ByteBuffer.wrap(expected))) {
            throw entry(entry.name(), "the entry's two headers disagree");
        }
    }

    private static boolean isInOrder(Zip.Entry before, Zip.Entry after) {
        int one = EntryName.rank(before.name());
        int two = EntryName.rank(after.name());
        return one < two || (one == two && before.name().compareTo(after.name()) < 0);
    }

    private static Troubled container(String words) {
        return new Troubled(CaseFault.Kind.CONTAINER, "", words);
    }

    private static Troubled entry(String name, String words) {
        return new Troubled(CaseFault.Kind.ENTRY, name, words);
    }

    private ByteBuffer bytes(long at, int size) throws Troubled, IOException {
        if (at < 0 || size > length - at) {
            throw container("it is too short");
        }
        var buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(at);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw container("it became shorter while it was read");
            }
        }
        return buffer.flip();
    }

    /// A part of the file as a stream.
    private final class Slice extends InputStream {
        private final long end;
        private long at;

        Slice(long from, long end) {
            this.at = from;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            if (at >= end) {
                return -1;
            }
            int got = channel.position(at).read(ByteBuffer.wrap(into, from, (int) Math.min(count, end - at)));
            if (got < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
            at += got;
            return got;
        }
    }
}
