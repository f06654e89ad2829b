package tocsin.sync;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/// Looks at a file through a part of it that slides forward.
final class SegmentWindow {
    private static final int SEARCHES = 1_000;

    private final FileChannel channel;
    private final long size;
    private final int block;
    private byte[] bytes = new byte[0];
    private long start;

    SegmentWindow(FileChannel channel, long from, long size, int block) {
        this.channel = channel;
        this.block = block;
        this.start = from;
        this.size = size;
    }

    /// The fact that lies there, when it is whole.
    Optional<SegmentFrame> frame(long at) throws IOException {
        if (size - at < SegmentFrame.MIN_BYTES) {
            return Optional.empty();
        }
        ensure(at, SegmentFrame.BYTES);
        var head = ByteBuffer.wrap(bytes, (int) (at - start), SegmentFrame.BYTES);
        Optional<Integer> length = SegmentFrame.claims(head, size - at);
        if (length.isEmpty()) {
            return Optional.empty();
        }
        ensure(at, length.get());
        return SegmentFrame.read(bytes, (int) (at - start), length.get());
    }

    /// Whether somebody wrote a whole fact behind this place; a file made to be searched for ever is given up.
    boolean isAnythingWholeAfter(long at) throws IOException {
        int searches = 0;
        for (long next = at + 1; size - next >= SegmentFrame.MIN_BYTES; next++) {
            if (next - at > 2 * SegmentFrame.MAX_BYTES) {
                return true;
            }
            ensure(next, Integer.BYTES);
            if (ByteBuffer.wrap(bytes).getInt((int) (next - start)) == SegmentFrame.MAGIC) {
                searches++;
                if (searches > SEARCHES || frame(next).isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    private void ensure(long at, int count) throws IOException {
        if (at >= start && at + count <= start + bytes.length) {
            return;
        }
        bytes = readFully(channel, at, (int) Math.min(size - at, Math.max(count, block)));
        start = at;
    }

    static byte[] readFully(FileChannel channel, long from, int length) throws IOException {
        var into = ByteBuffer.allocate(length);
        while (into.hasRemaining()) {
            if (channel.read(into, from + into.position()) < 0) {
                throw new IOException("a file became shorter while it was read");
            }
        }
        return into.array();
    }
}
