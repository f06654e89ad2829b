package tocsin.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.journal.Given.FOLDER;
import static tocsin.journal.Given.settings;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whatever lies in a segment file, opening and verifying end with a report or one clear line.
class FuzzTest {
    private static final int SEEDS = 100_000 * Given.SCALE;
    private static final int OPEN_EVERY = 4;
    private static final int OPEN_IN_FULL_EVERY = 100;
    private static final String FIRST = "000001.seg";
    private static final String SECOND = "000002.seg";

    @Test
    @Timeout(value = 12, unit = TimeUnit.HOURS) // the sizes scale, so the default limit does not fit
    void anyBytesEndInAReportOrOneClearLine() throws JournalException {
        var valid = new MemoryDisk();
        try (var journal = Journal.open(valid, FOLDER, settings())) {
            for (int i = 0; i < 6; i++) {
                Given.append(journal, "note " + i);
            }
        }
        byte[] segment = valid.content(FIRST);
        for (long seed = 1; seed <= SEEDS; seed++) {
            var random = new SplittableRandom(seed);
            var disk = new MemoryDisk();
            disk.put("desk.key", valid.content("desk.key"));
            disk.put(FIRST, random.nextInt(4) == 0 ? segment : bytes(segment, random));
            if (random.nextBoolean()) {
                disk.put(SECOND, bytes(segment, random));
            }
            try {
                live(disk, seed);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
                throw new AssertionError("seed " + seed, fault);
            }
        }
    }

    private static void live(MemoryDisk disk, long seed) {
        try {
            Verify.run(disk, FOLDER, Heads.NONE);
            if (seed % OPEN_IN_FULL_EVERY == 0) {
                liveInFull(disk);
            } else if (seed % OPEN_EVERY == 0) {
                var opened = Opening.open(disk, FOLDER, settings());
                opened.book().replay(-1, (_, fact) -> assertThat(fact.header()).isNotNull());
            }
        } catch (JournalException refused) {
            assertThat(refused.getMessage()).as("seed %s", seed).isNotBlank().doesNotContain("\n");
        }
    }

    private static void liveInFull(MemoryDisk disk) throws JournalException {
        try (var journal = Journal.open(disk, FOLDER, settings())) {
            StoredFact fact = Given.append(journal, "in spite of all");
            assertThat(journal.read(fact.id())).contains(fact);
        }
    }

    private static byte[] bytes(byte[] valid, SplittableRandom random) {
        byte[] bytes = random.nextInt(10) == 0 ? noise(random, random.nextInt(600)) : valid.clone();
        for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
            bytes = mutated(bytes, random);
        }
        return bytes;
    }

    private static byte[] mutated(byte[] bytes, SplittableRandom random) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(200));
        switch (random.nextInt(7)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> Arrays.fill(bytes, at, at + length, (byte) 0);
            case 2 -> System.arraycopy(noise(random, length), 0, bytes, at, length);
            case 3 -> System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
            case 4 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 5 -> {
                return Arrays.copyOf(bytes, bytes.length + length);
            }
            default -> {
                return withForgedRecord(bytes, random);
            }
        }
        return bytes;
    }

    /// A record whose sum is right and whose content is not.
    private static byte[] withForgedRecord(byte[] bytes, SplittableRandom random) {
        if (bytes.length < SegmentHeader.BYTES + Frame.BYTES) {
            return bytes;
        }
        int length = ByteBuffer.wrap(bytes).getInt(SegmentHeader.BYTES);
        if (length < Frame.MIN_BODY || length > bytes.length - SegmentHeader.BYTES - Frame.BYTES) {
            return bytes;
        }
        int from = SegmentHeader.BYTES + Frame.BYTES;
        byte[] body = Arrays.copyOfRange(bytes, from, from + length);
        for (int i = random.nextInt(6); i >= 0; i--) {
            body[random.nextInt(random.nextBoolean() ? length : 200 < length ? 200 : length)] = (byte) random.nextInt();
        }
        var out = ByteBuffer.allocate(bytes.length + Frame.BYTES + length).put(bytes);
        Frame.write(out, 1 + random.nextInt(2), bytes.length, random.nextInt(2_000), body);
        return out.array();
    }

    private static byte[] noise(SplittableRandom random, int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }
}
