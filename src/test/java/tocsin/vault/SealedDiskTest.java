package tocsin.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tocsin.journal.Disk;
import tocsin.journal.MemoryDisk;

class SealedDiskTest {
    private static final byte[] KEY = Sealed.random(Sealed.KEY_BYTES);
    private static final Path FILE = Path.of("sealed");
    private static final int CHUNK = SealedDisk.CHUNK;
    private static final int PUT = CHUNK + 28;

    private final MemoryDisk under = new MemoryDisk();
    private final Disk disk = new SealedDisk(under, KEY, name -> name.startsWith("sealed"));
    private final Random random = new Random(5);

    private byte[] write(Path file, int size) throws IOException {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        try (var out = disk.open(file, Disk.Access.CREATE)) {
            for (int at = 0; at < size; ) {
                int part = Math.min(size - at, 1 + random.nextInt(50_000));
                out.write(ByteBuffer.wrap(bytes, at, part), at);
                at += part;
            }
            out.force();
        }
        return bytes;
    }

    private byte[] read(Path file) throws IOException {
        try (var in = disk.open(file, Disk.Access.READ)) {
            var all = ByteBuffer.allocate((int) in.length());
            assertThat(in.read(all, 0)).isEqualTo(all.capacity());
            return all.array();
        }
    }

    private void refused(byte[] file) {
        under.put("sealed", file);
        assertThatThrownBy(() -> read(FILE)).isInstanceOf(IOException.class).hasMessageContaining("sealed");
    }

    @Test
    void whatWasWrittenIsReadFromAnyPlace() throws IOException {
        for (int size : new int[] {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 100_000}) {
            byte[] bytes = write(FILE, size);
            assertThat(read(FILE)).isEqualTo(bytes);
            try (var in = disk.open(FILE, Disk.Access.READ)) {
                for (int i = 0; i < 20; i++) {
                    int from = random.nextInt(size + 10);
                    var some = ByteBuffer.allocate(1 + random.nextInt(40_000));
                    int got = in.read(some, from);
                    int end = Math.min(size, from + some.capacity());
                    assertThat(Arrays.copyOf(some.array(), got))
                            .isEqualTo(from < end ? Arrays.copyOfRange(bytes, from, end) : new byte[0]);
                }
            }
        }
    }

    @Test
    void nothingOfItLiesOpen() throws IOException {
        byte[] canary = "the canary sings at nine".getBytes(UTF_8);
        try (var out = disk.open(FILE, Disk.Access.CREATE)) {
            out.write(ByteBuffer.wrap(canary), 0);
        }
        assertThat(new String(under.content("sealed"), UTF_8)).doesNotContain("canary");
        try (var out = disk.open(Path.of("other"), Disk.Access.CREATE)) {
            out.write(ByteBuffer.wrap(canary), 0);
        }
        assertThat(under.content("other")).isEqualTo(canary);
    }

    @Test
    void everyFlippedBitIsFound() throws IOException {
        write(FILE, 2 * CHUNK + 100);
        byte[] file = under.content("sealed");
        for (int i = 0; i < 300; i++) {
            byte[] flipped = file.clone();
            int at = i < 60 ? i : random.nextInt(file.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            refused(flipped);
        }
    }

    @Test
    void aFileThatWasCutIsRefusedAlsoBetweenChunks() throws IOException {
        write(FILE, 3 * CHUNK);
        byte[] file = under.content("sealed");
        for (int length : new int[] {0, 5, 25, 25 + 28, 25 + PUT, 25 + 2 * PUT, file.length - 1, 25 + PUT + 10}) {
            refused(Arrays.copyOf(file, length));
        }
        refused(Arrays.copyOf(file, file.length + 1));
    }

    @Test
    void chunksCannotBeExchangedNorBorrowed() throws IOException {
        write(FILE, 3 * CHUNK);
        byte[] file = under.content("sealed");
        byte[] exchanged = file.clone();
        System.arraycopy(file, 25, exchanged, 25 + PUT, PUT);
        System.arraycopy(file, 25 + PUT, exchanged, 25, PUT);
        refused(exchanged);
        write(Path.of("sealed-2"), 3 * CHUNK);
        byte[] borrowed = file.clone();
        System.arraycopy(under.content("sealed-2"), 25, borrowed, 25, PUT);
        refused(borrowed);
    }

    @Test
    void anotherKeyOpensNothing() throws IOException {
        write(FILE, 10);
        var other = new SealedDisk(under, Sealed.random(Sealed.KEY_BYTES), _ -> true);
        assertThatThrownBy(() -> {
                    try (var in = other.open(FILE, Disk.Access.READ)) {
                        in.read(ByteBuffer.allocate(10), 0);
                    }
                })
                .isInstanceOf(IOException.class);
    }
}
