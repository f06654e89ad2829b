package tocsin.casefile;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import tocsin.journal.Hash;

/// Writes the form that [Zip] describes. Sums are known only after the bytes, so each header is written last. One
/// thread.
final class ZipWriter implements Closeable {
    /// What an entry is filled with.
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final FileChannel channel;
    private final List<Zip.Entry> entries = new ArrayList<>();
    private long end;

    ZipWriter(FileChannel channel) {
        this.channel = channel;
    }

    CaseEntry add(String name, Content content) throws IOException {
        var blank = new Zip.Entry(name, 0, 0, end);
        var sink = new Sink(blank.dataAt());
        MessageDigest digest = sha256();
        try (var out = new java.io.BufferedOutputStream(new DigestOutputStream(sink, digest), 1 << 16)) {
            content.writeTo(out);
        }
        var entry = new Zip.Entry(name, (int) sink.crc.getValue(), sink.at - blank.dataAt(), end);
        write(Zip.localHeader(entry), entry.at());
        entries.add(entry);
        end = entry.end();
        return new CaseEntry(name, Hash.of(digest.digest()), entry.size());
    }

    /// Takes back the entry that was added last.
    void dropLast() throws IOException {
        end = entries.removeLast().at();
        channel.truncate(end);
    }

    long size() {
        return end;
    }

    /// Writes the list of entries and forces all of it to the disk.
    void finish() throws IOException {
        long centralAt = end;
        for (Zip.Entry entry : entries) {
            byte[] header = Zip.centralHeader(entry);
            write(header, end);
            end += header.length;
        }
        write(Zip.end(entries.size(), centralAt, end - centralAt), end);
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void write(byte[] bytes, long at) throws IOException {
        write(ByteBuffer.wrap(bytes), at);
    }

    private void write(ByteBuffer bytes, long at) throws IOException {
        long to = at;
        while (bytes.hasRemaining()) {
            to += channel.write(bytes, to);
        }
    }

    private final class Sink extends OutputStream {
        private final CRC32 crc = new CRC32();
        private long at;

        Sink(long at) {
            this.at = at;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            crc.update(bytes, from, count);
            ZipWriter.this.write(ByteBuffer.wrap(bytes, from, count), at);
            at += count;
        }
    }
}
