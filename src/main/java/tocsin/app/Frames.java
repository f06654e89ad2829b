package tocsin.app;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// What two processes of one profile say to each other: a kind, a length, bytes. Reading and writing may happen on two
/// threads; each side alone is confined to one.
final class Frames implements AutoCloseable {
    static final byte CALL = 'C';
    static final byte INPUT = 'I';
    static final byte INPUT_ENDED = 'E';
    static final byte OUTPUT = 'O';
    static final byte ERROR = 'X';
    static final byte WANTS_INPUT = 'R';
    static final byte EXIT = 'Q';
    /// The owner has taken the command on. Without this nothing was done, and the command may be asked again.
    static final byte ADMITTED = 'A';
    static final int MOST_BYTES = 1 << 20;

    private final SocketChannel channel;
    private final DataInputStream in;
    private final DataOutputStream out;

    @SuppressWarnings("ArrayRecordComponent") // Read once and thrown away.
    record Frame(byte kind, byte[] bytes) {
        int number() {
            return bytes.length == 4 ? ByteBuffer.wrap(bytes).getInt() : 0;
        }
    }

    Frames(SocketChannel channel) {
        this.channel = channel;
        this.in = new DataInputStream(new ChannelInput(channel));
        this.out = new DataOutputStream(new ChannelOutput(channel));
    }

    void write(byte kind, byte[] bytes, int from, int length) throws IOException {
        var frame = ByteBuffer.allocate(5 + length);
        frame.put(kind).putInt(length).put(bytes, from, length);
        synchronized (out) {
            out.write(frame.array());
            out.flush();
        }
    }

    void write(byte kind, byte[] bytes) throws IOException {
        write(kind, bytes, 0, bytes.length);
    }

    void write(byte kind, int number) throws IOException {
        write(kind, ByteBuffer.allocate(4).putInt(number).array());
    }

    Frame read() throws IOException {
        int kind = in.read();
        if (kind < 0) {
            throw new EOFException("the other side went away");
        }
        int length = in.readInt();
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("the other side said something that is no command of ours");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the other side went away");
        }
        return new Frame((byte) kind, bytes);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /// The channel's own stream adapters share one lock for both directions; these do not.
    private static final class ChannelInput extends InputStream {
        private final SocketChannel channel;

        ChannelInput(SocketChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return channel.read(ByteBuffer.wrap(into, from, length));
        }
    }

    private static final class ChannelOutput extends OutputStream {
        private final SocketChannel channel;

        ChannelOutput(SocketChannel channel) {
            this.channel = channel;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            var buffer = ByteBuffer.wrap(bytes, from, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }
}
