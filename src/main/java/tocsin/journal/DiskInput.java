package tocsin.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// Reads a file of a disk from front to end. Confined to one thread at a time.
public final class DiskInput extends InputStream {
    private final Disk.OpenFile file;
    private long at;

    private DiskInput(Disk.OpenFile file) {
        this.file = file;
    }

    public static DiskInput open(Disk disk, Path path) throws IOException {
        return new DiskInput(disk.open(path, Disk.Access.READ));
    }

    /// How many bytes it will give.
    public long length() throws IOException {
        return file.length();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int got = file.read(ByteBuffer.wrap(into, from, length), at);
        at += Math.max(got, 0);
        return got <= 0 ? -1 : got;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
