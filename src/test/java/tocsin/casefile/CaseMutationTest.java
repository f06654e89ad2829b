package tocsin.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.journal.Hash;
import tocsin.journal.Journal;

/// A valid case file with one thing changed is never accepted, and bytes of any kind get one line: quickly, without
/// much memory, and before anything is written.
class CaseMutationTest {
    private static final long SEED = Long.getLong("tocsin.seed", System.nanoTime());
    private static final Path NAME = Path.of("case");
    private static final Pattern ONE_LINE = Pattern.compile("[\\x20-\\x7e\\xa0-\\uffff]{1,500}");
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long MOST_NANOS = 1_000_000_000;
    private static final long MOST_BYTES = 32 << 20;

    @TempDir
    private static Path folder;

    private static Journal ours;
    private static Journal theirs;
    private static Journal liar;
    private static Forge whole = new Forge();
    private static List<Path> files = List.of();
    private static List<Long> facts = List.of();
    private static byte[] bytes = new byte[0];

    @BeforeAll
    static void sealOne() throws Exception {
        ours = Given.journal(folder.resolve("ours"));
        theirs = Given.journal(folder.resolve("theirs"));
        liar = Given.journal(folder.resolve("liar"));
        Given.fire(ours, theirs);
        Hash log = Given.attachment(folder.resolve("attachments"), "log of the pump");
        Path file = CaseFile.write(folder.resolve("whole"), ours, Given.export(folder.resolve("attachments"), log))
                .file();
        bytes = Files.readAllBytes(file);
        whole = Forge.of(file);
        files = everyFile();
        facts = sizes();
    }

    @AfterAll
    static void nothingWasWritten() throws IOException {
        assertThat(sizes()).isEqualTo(facts);
        assertThat(everyFile()).isEqualTo(files);
        ours.close();
        theirs.close();
        liar.close();
    }

    private static List<Long> sizes() {
        return List.of(ours.size(), theirs.size(), liar.size());
    }

    private static List<Path> everyFile() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }

    @Test
    void theUnchangedFileIsWhole() throws Exception {
        assertThat(whole.bytes()).isEqualTo(bytes);
        assertThat(CaseFile.verify(() -> ZipReader.of(new BytesChannel(bytes))).isWhole())
                .isTrue();
    }

    @Test
    void everyFlippedByteIsFound() {
        eachSeed(8_500, random -> {
            byte[] changed = bytes.clone();
            int flips = 1 + random.nextInt(3);
            for (int flip = 0; flip < flips; flip++) {
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return changed;
        });
    }

    @Test
    void everyChangeOfStructureIsFound() {
        eachSeed(1_500, random -> {
            Forge forge = whole.copy();
            change(forge, random);
            return forge.bytes();
        });
    }

    /// What makes a hostile file out of a seed.
    private interface Maker {
        byte[] make(Random random) throws IOException;
    }

    private static void eachSeed(int seeds, Maker maker) {
        IntStream.range(0, seeds * Given.SCALE).parallel().forEach(i -> {
            long seed = SEED + i;
            byte[] file = made(maker, seed);
            if (!Arrays.equals(file, bytes)) {
                assertFound(file, seed);
            }
        });
    }

    private static byte[] made(Maker maker, long seed) {
        try {
            return maker.make(new Random(seed));
        } catch (IOException failed) {
            throw new AssertionError("seed " + seed, failed);
        }
    }

    private static void change(Forge forge, Random random) throws IOException {
        List<byte[]> facts = new ArrayList<>(forge.facts());
        int place = random.nextInt(facts.size());
        switch (random.nextInt(9)) {
            case 0 -> forge.facts(without(facts, place));
            case 1 -> {
                facts.add(place, facts.get(place));
                forge.facts(facts);
            }
            case 2 -> {
                facts.add(facts.remove(place));
                forge.facts(facts);
            }
            case 3 -> {
                byte[] fact = facts.get(place).clone();
                fact[random.nextInt(fact.length)] ^= (byte) (1 + random.nextInt(255));
                facts.set(place, fact);
                forge.facts(facts);
            }
            case 4 -> forge.facts(without(facts, place)).agree().seal(liar);
            case 5 -> forge.seal(liar);
            case 6 -> {
                forge.manifest(old -> Forge.with(old, old.facts() + 1, old.root(), old.desks(), old.files()));
                forge.seal(random.nextBoolean() ? liar : theirs);
            }
            case 7 -> {
                List<String> names = List.copyOf(forge.entries.keySet());
                String one = names.get(random.nextInt(names.size()));
                String two = names.get(random.nextInt(names.size()));
                byte[] held = forge.entries.get(one);
                forge.entry(one, forge.entries.get(two)).entry(two, held);
            }
            default -> {
                List<String> names = List.copyOf(forge.entries.keySet());
                forge.without(names.get(random.nextInt(names.size())));
            }
        }
    }

    private static List<byte[]> without(List<byte[]> facts, int place) {
        facts.remove(place);
        return facts;
    }

    @Test
    void bytesOfAnyKindGetOneLine() {
        eachSeed(90_000, CaseMutationTest::noise);
    }

    /// From plain noise to noise inside a sound container, so that every layer gets its share.
    private static byte[] noise(Random random) {
        byte[] noise = new byte[random.nextInt(600)];
        random.nextBytes(noise);
        return switch (random.nextInt(8)) {
            case 0 -> noise;
            case 1 -> likeAZip(noise);
            case 2 -> noise.length == 0 ? noise : smeared(noise, random.nextInt(bytes.length));
            default -> contained(noise, random);
        };
    }

    private static byte[] likeAZip(byte[] noise) {
        byte[] start = {'P', 'K', 3, 4};
        System.arraycopy(start, 0, noise, 0, Math.min(4, noise.length));
        return noise;
    }

    private static byte[] smeared(byte[] noise, int at) {
        byte[] changed = bytes.clone();
        System.arraycopy(noise, 0, changed, at, Math.min(noise.length, changed.length - at));
        return Arrays.equals(changed, bytes) ? noise : changed;
    }

    private static byte[] contained(byte[] noise, Random random) {
        var zip = new RawZip();
        for (String name : List.of("README.txt", "facts.bin", "manifest.json", "manifest.sig")) {
            zip.add(name, random.nextInt(3) > 0 ? noise : new byte[random.nextInt(64)]);
        }
        return zip.bytes();
    }

    private static void assertFound(byte[] file, long seed) {
        long cpuNanos = THREADS.getCurrentThreadCpuTime();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        // Opening and verifying share one check: asking both of some is enough and halves the time.
        if (seed % 8 == 0) {
            assertThat(CaseFile.verify(() -> ZipReader.of(new BytesChannel(file)))
                            .isWhole())
                    .as("seed %d", seed)
                    .isFalse();
        }
        try (var open = CaseFile.open(NAME, () -> ZipReader.of(new BytesChannel(file)))) {
            throw new AssertionError("seed " + seed + " was accepted: " + open.manifest());
        } catch (CaseRefused refused) {
            assertThat(refused.getMessage())
                    .as("seed %d", seed)
                    .startsWith("case: ")
                    .matches(ONE_LINE);
        } catch (IOException failed) {
            throw new AssertionError("seed " + seed, failed);
        }
        assertThat(THREADS.getCurrentThreadCpuTime() - cpuNanos)
                .as("nanoseconds for seed %d", seed)
                .isLessThan(MOST_NANOS);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - allocated)
                .as("bytes of memory for seed %d", seed)
                .isLessThan(MOST_BYTES);
    }
}
