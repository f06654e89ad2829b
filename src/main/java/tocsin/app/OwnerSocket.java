package tocsin.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToIntFunction;

/// The owner's side of the local socket: other processes hand it their commands. One accepting thread, one thread a
/// caller,
/// a bounded number at once. The file can be reached by the profile's user alone.
public final class OwnerSocket implements AutoCloseable {
    private static final int MOST_CALLERS = 64;

    private final Profile profile;
    private final Path place;
    private final ServerSocketChannel server;
    private final ToIntFunction<Call> commands;
    private final Stay stay;
    private final Semaphore room = new Semaphore(MOST_CALLERS);
    private final Set<Frames> callers = ConcurrentHashMap.newKeySet();
    private final ReentrantLock turn = new ReentrantLock();
    private final Condition idle = turn.newCondition();
    private int underway;
    private boolean leaving;

    /// How long the owner means to be there.
    public enum Stay {
        /// For one command of its own. Commands that read standard input, perhaps for hours, must come again.
        BRIEF,
        LONG
    }

    private OwnerSocket(
            Profile profile, Path place, ServerSocketChannel server, ToIntFunction<Call> commands, Stay stay) {
        this.profile = profile;
        this.place = place;
        this.server = server;
        this.commands = commands;
        this.stay = stay;
    }

    /// Starts to listen. The caller owns the profile, so whatever socket file lies there is a dead one.
    public static OwnerSocket open(Profile profile, ToIntFunction<Call> commands, Stay stay) throws IOException {
        Path place = SocketPlace.toListen(profile);
        ServerSocketChannel server;
        try {
            server = bound(place);
        } catch (IOException noSocketsHere) {
            // Some file systems know no sockets; that of the temporary folder mostly does.
            place = SocketPlace.elsewhere(profile);
            server = bound(place);
        }
        var socket = new OwnerSocket(profile, place, server, commands, stay);
        Thread.ofPlatform().name("tocsin-socket").daemon().start(socket::accept);
        return socket;
    }

    private static ServerSocketChannel bound(Path place) throws IOException {
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(place));
            ownerOnly(place);
            return server;
        } catch (IOException refused) {
            server.close();
            throw refused;
        }
    }

    /// Takes on nothing more and waits until everything that was taken on is answered.
    public void drain() {
        turn.lock();
        try {
            leaving = true;
            while (underway > 0) {
                idle.awaitUninterruptibly();
            }
        } finally {
            turn.unlock();
        }
    }

    /// Ends what is underway; whoever waits for an answer is told that the owner went away.
    @Override
    public void close() throws IOException {
        server.close();
        for (Frames caller : callers) {
            caller.close();
        }
        SocketPlace.clear(profile, place);
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel channel = server.accept();
                room.acquireUninterruptibly();
                Thread.ofVirtual().name("tocsin-caller").start(() -> serve(channel));
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException passing) {
                // Too many open files, for example: the next caller may find room.
                Thread.onSpinWait();
            }
        }
    }

    private void serve(SocketChannel channel) {
        var frames = new Frames(channel);
        callers.add(frames);
        try (frames) {
            Frames.Frame hello = frames.read();
            if (hello.kind() == Frames.CALL) {
                answer(frames, hello.bytes());
            }
        } catch (IOException gone) {
            // The caller went away; what it asked for is in the journal or was never acknowledged.
        } finally {
            callers.remove(frames);
            room.release();
        }
    }

    private void answer(Frames frames, byte[] hello) throws IOException {
        List<String> words = List.of(new String(hello, StandardCharsets.UTF_8).split("\0", -1));
        if (words.size() < 2 || !admit(words)) {
            return;
        }
        try {
            frames.write(Frames.ADMITTED, new byte[0]);
            run(frames, words);
        } finally {
            done();
        }
    }

    private void run(Frames frames, List<String> words) throws IOException {
        var out = new PrintStream(new FrameOutput(frames, Frames.OUTPUT), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FrameOutput(frames, Frames.ERROR), false, StandardCharsets.UTF_8);
        var call = new Call(
                words.subList(2, words.size()), Path.of(words.get(0)), words.get(1), new FrameInput(frames), out, err);
        int exit = commands.applyAsInt(call);
        out.flush();
        err.flush();
        frames.write(Frames.EXIT, exit);
    }

    private boolean admit(List<String> words) {
        turn.lock();
        try {
            boolean stays = stay == Stay.LONG || !words.subList(2, words.size()).contains("-");
            if (leaving || !stays) {
                return false;
            }
            underway++;
            return true;
        } finally {
            turn.unlock();
        }
    }

    private void done() {
        turn.lock();
        try {
            underway--;
            idle.signalAll();
        } finally {
            turn.unlock();
        }
    }

    private static void ownerOnly(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
    }

    /// Asks the caller for input only when the command wants some.
    private static final class FrameInput extends InputStream {
        private final Frames frames;
        private InputStream chunk = new ByteArrayInputStream(new byte[0]);
        private boolean asked;
        private boolean ended;

        FrameInput(Frames frames) {
            this.frames = frames;
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
            int count = chunk.read(into, from, length);
            while (count <= 0 && !ended) {
                next();
                count = chunk.read(into, from, length);
            }
            return count;
        }

        private void next() throws IOException {
            if (!asked) {
                frames.write(Frames.WANTS_INPUT, new byte[0]);
                asked = true;
            }
            Frames.Frame frame = frames.read();
            switch (frame.kind()) {
                case Frames.INPUT -> chunk = new ByteArrayInputStream(frame.bytes());
                case Frames.INPUT_ENDED -> ended = true;
                default -> throw new IOException("the caller sent something that is no input");
            }
        }
    }

    private static final class FrameOutput extends OutputStream {
        private final Frames frames;
        private final byte kind;
        private final byte[] held = new byte[8192];
        private int count;

        FrameOutput(Frames frames, byte kind) {
            this.frames = frames;
            this.kind = kind;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int done = 0;
            while (done < length) {
                int part = Math.min(length - done, held.length - count);
                System.arraycopy(bytes, from + done, held, count, part);
                count += part;
                done += part;
                if (count == held.length) {
                    flush();
                }
            }
        }

        @Override
        public void flush() throws IOException {
            if (count > 0) {
                frames.write(kind, Arrays.copyOf(held, count));
                count = 0;
            }
        }
    }
}
