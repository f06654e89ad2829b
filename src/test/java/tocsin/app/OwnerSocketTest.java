package tocsin.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.OwnerSocket.Stay;

/// The talk between the owner of a profile and those who hand it their commands, with commands of the test's own.
class OwnerSocketTest {
    @TempDir
    Path folder;

    private Profile profile;

    private record Heard(OptionalInt exit, String out, String err) {}

    @BeforeEach
    void choose() throws IOException {
        profile = new Profile(Files.createDirectory(folder.resolve("p")));
    }

    private OwnerSocket owner(ToIntFunction<Call> commands) throws IOException {
        return OwnerSocket.open(profile, commands, Stay.LONG);
    }

    private Heard call(InputStream in, String... words) throws IOException {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        OptionalInt exit = OwnerCall.call(
                profile,
                new Call(
                        List.of(words),
                        Path.of("/somewhere"),
                        "Ana",
                        in,
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8)));
        return new Heard(exit, out.toString(UTF_8), err.toString(UTF_8));
    }

    private Heard call(String... words) throws IOException {
        return call(InputStream.nullInputStream(), words);
    }

    private static int echo(Call call) {
        call.out().print(call.operator() + " in " + call.folder() + " says " + call.arguments());
        call.err().print("beside");
        return 42;
    }

    private static int cat(Call call) {
        try {
            call.in().transferTo(call.out());
            return 0;
        } catch (IOException gone) {
            return 3;
        }
    }

    @Test
    void wordsFolderOperatorOutputsAndExitCodePassThrough() throws IOException {
        try (var _ = owner(OwnerSocketTest::echo)) {
            assertThat(call("log", "", "ünï 🔥\n"))
                    .isEqualTo(new Heard(OptionalInt.of(42), "Ana in /somewhere says [log, , ünï 🔥\n]", "beside"));
        }
    }

    @Test
    void withoutAnOwnerNobodyAnswers() throws IOException {
        assertThat(call("list").exit()).isEmpty();
        owner(OwnerSocketTest::echo).close();
        assertThat(profile.socket()).doesNotExist();
        assertThat(call("list").exit()).isEmpty();
    }

    @Test
    void aSocketFileWithoutAListenerIsNobodyAndTheNextOwnerClearsItAway() throws IOException {
        Files.writeString(profile.socket(), "stale");
        assertThat(call("list").exit()).isEmpty();
        Files.writeString(profile.folder().resolve("socket.at"), "no such \0 place");
        assertThat(call("list").exit()).isEmpty();
        try (var _ = owner(OwnerSocketTest::echo)) {
            assertThat(call("list").exit()).hasValue(42);
        }
    }

    @Test
    void onlyTheOwnerOfTheProfileMayKnock() throws IOException {
        try (var _ = owner(OwnerSocketTest::echo)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(profile.socket())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aLongProfilePathIsServedFromElsewhere() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("x".repeat(90)).resolve("y".repeat(90)));
        profile = new Profile(deep);
        try (var _ = owner(OwnerSocketTest::echo)) {
            assertThat(call("list").exit()).hasValue(42);
            Path place = Path.of(Files.readString(deep.resolve("socket.at")));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.getParent())))
                    .isEqualTo("rwx------");
        }
        assertThat(deep).isEmptyDirectory();
    }

    @Test
    void muchInputAndOutputPassesWhole() throws IOException {
        byte[] much = new byte[3_000_000];
        new SplittableRandom(7).nextBytes(much);
        for (int i = 0; i < much.length; i++) {
            much[i] = (byte) ('a' + (much[i] & 15));
        }
        try (var _ = owner(OwnerSocketTest::cat)) {
            assertThat(call(new ByteArrayInputStream(much), "-").out()).isEqualTo(new String(much, UTF_8));
        }
    }

    @Test
    void noiseAtTheDoorHarmsNobody() throws IOException {
        try (var _ = owner(OwnerSocketTest::echo)) {
            var random = new SplittableRandom(11);
            var open = new ArrayList<SocketChannel>();
            for (int i = 0; i < 200; i++) {
                byte[] noise = new byte[random.nextInt(64)];
                random.nextBytes(noise);
                if (i % 3 == 0 && noise.length > 5) {
                    noise[0] = 'C';
                    noise[1] = 0;
                    noise[2] = 0;
                    noise[3] = 0;
                }
                SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                channel.connect(UnixDomainSocketAddress.of(profile.socket()));
                channel.write(ByteBuffer.wrap(noise));
                if (i % 10 == 0) {
                    open.add(channel);
                } else {
                    channel.close();
                }
            }
            assertThat(call("list").exit()).hasValue(42);
            for (SocketChannel each : open) {
                each.close();
            }
        }
    }

    @Test
    void twentyCallersAtOnceAreAllAnswered() throws Exception {
        var all = new CountDownLatch(20);
        ToIntFunction<Call> together = call -> {
            all.countDown();
            try {
                all.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            return Integer.parseInt(call.arguments().getFirst());
        };
        try (var _ = owner(together)) {
            List<CompletableFuture<OptionalInt>> calls = IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    return call(String.valueOf(i)).exit();
                                } catch (IOException gone) {
                                    throw new AssertionError(gone);
                                }
                            },
                            task -> Thread.ofPlatform().start(task)))
                    .toList();
            for (int i = 0; i < 20; i++) {
                assertThat(calls.get(i).join()).hasValue(i);
            }
        }
    }

    @Test
    void aCallerThatReadsNothingKeepsNobodyElseWaiting() throws Exception {
        ToIntFunction<Call> talkative = call -> {
            for (int i = 0; i < (call.arguments().contains("much") ? 100_000 : 1); i++) {
                call.out().print("0123456789012345678901234567890123456789\n");
            }
            return 0;
        };
        try (var _ = owner(talkative);
                var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(profile.socket()));
            var slow = new Frames(channel);
            slow.write(Frames.CALL, "/\0Ana\0much".getBytes(UTF_8));
            assertThat(call("little").exit()).hasValue(0);
            assertThat(slow.read().kind()).isEqualTo(Frames.ADMITTED);
            long bytes = 0;
            for (Frames.Frame frame = slow.read(); frame.kind() == Frames.OUTPUT; frame = slow.read()) {
                bytes += frame.bytes().length;
            }
            assertThat(bytes).isEqualTo(4_100_000);
        }
    }

    @Test
    void anOwnerThatLeavesAnswersFirstAndTakesNothingMoreOn() throws Exception {
        var began = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        ToIntFunction<Call> slow = call -> {
            began.countDown();
            try {
                go.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            return 7;
        };
        try (OwnerSocket socket = OwnerSocket.open(profile, slow, Stay.BRIEF)) {
            // Who reads standard input might stay for hours.
            assertThat(call("log", "INC", "-").exit()).isEmpty();
            var first = new CompletableFuture<OptionalInt>();
            Thread.ofPlatform().start(() -> {
                try {
                    first.complete(call("list").exit());
                } catch (IOException gone) {
                    first.completeExceptionally(gone);
                }
            });
            began.await();
            Thread leaving = Thread.ofPlatform().start(socket::drain);
            while (leaving.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            assertThat(call("list").exit()).isEmpty();
            assertThat(first).isNotDone();
            go.countDown();
            assertThat(first.get()).hasValue(7);
            leaving.join();
        }
    }

    @Test
    void anOwnerThatGoesInTheMiddleIsTroubleForItsCaller() throws Exception {
        var began = new CountDownLatch(1);
        ToIntFunction<Call> reading = call -> {
            began.countDown();
            return cat(call);
        };
        OwnerSocket socket = owner(reading);
        var never = new InputStream() {
            @Override
            public int read() {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                }
                return -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                return read();
            }
        };
        Thread closer = Thread.ofPlatform().start(() -> {
            try {
                began.await();
                socket.close();
            } catch (IOException | InterruptedException late) {
                throw new AssertionError(late);
            }
        });
        assertThatThrownBy(() -> call(never, "-"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("went away");
        closer.join();
    }
}
