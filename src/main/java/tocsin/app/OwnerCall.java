package tocsin.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;

/// The caller's side of the local socket. Uses next to nothing of the program, because `tocsin log` during an incident
/// must be quick.
public final class OwnerCall {
    /// A character is at most three bytes, and the folder's name comes along.
    private static final int MOST_CHARS = Frames.MOST_BYTES / 4;

    private OwnerCall() {}

    /// Whether the command is longer than what is handed over.
    public static boolean isTooLong(Call call) {
        long chars = call.arguments().stream().mapToLong(String::length).sum();
        return chars > MOST_CHARS;
    }

    /// Lets the owner of the profile run the command. Empty when nobody owns it, or when its owner is about to leave.
    public static OptionalInt call(Profile profile, Call call) throws IOException {
        Optional<Path> place = SocketPlace.toCall(profile);
        if (place.isEmpty()) {
            return OptionalInt.empty();
        }
        PlainSockets.choose();
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            try {
                channel.connect(UnixDomainSocketAddress.of(place.get()));
            } catch (IOException nobody) {
                // A socket file without a listener is left over from a crash; the next owner clears it away.
                return OptionalInt.empty();
            }
            var frames = new Frames(channel);
            return admitted(frames, call) ? OptionalInt.of(converse(frames, call)) : OptionalInt.empty();
        }
    }

    private static boolean admitted(Frames frames, Call call) {
        var hello = new ArrayList<String>();
        hello.add(call.folder().toString());
        hello.add(call.operator());
        hello.addAll(call.arguments());
        try {
            frames.write(Frames.CALL, String.join("\0", hello).getBytes(StandardCharsets.UTF_8));
            return frames.read().kind() == Frames.ADMITTED;
        } catch (IOException leaving) {
            // It went away before it took the command on: nothing was done.
            return false;
        }
    }

    private static int converse(Frames frames, Call call) throws IOException {
        while (true) {
            Frames.Frame frame = frames.read();
            switch (frame.kind()) {
                case Frames.OUTPUT -> {
                    call.out().write(frame.bytes());
                    call.out().flush();
                }
                case Frames.ERROR -> {
                    call.err().write(frame.bytes());
                    call.err().flush();
                }
                case Frames.WANTS_INPUT ->
                    Thread.ofPlatform().name("tocsin-input").daemon().start(() -> pump(call.in(), frames));
                case Frames.EXIT -> {
                    return frame.number();
                }
                default -> throw new IOException("the owner of the profile answered with something unknown");
            }
        }
    }

    private static void pump(InputStream in, Frames frames) {
        byte[] buffer = new byte[8192];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (count > 0) {
                    frames.write(Frames.INPUT, buffer, 0, count);
                }
            }
            frames.write(Frames.INPUT_ENDED, new byte[0]);
        } catch (IOException gone) {
            // The reading side notices the same and says so.
        }
    }
}
