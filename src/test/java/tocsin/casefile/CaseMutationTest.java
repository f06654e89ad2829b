package tocsin.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.journal.Hash;
import tocsin.journal.Journal;

/// A valid case file with one thing changed is never accepted, and bytes of any kind get one line.
class CaseMutationTest {
    private static final long SEED = Long.getLong("tocsin.seed", System.nanoTime());

    @TempDir
    private static Path folder;

    private static Journal ours;
    private static Journal theirs;
    private static Journal liar;
    private static Path whole;
    private static byte[] bytes = new byte[0];

    @BeforeAll
    static void sealOne() throws Exception {
        ours = Given.journal(folder.resolve("ours"));
        theirs = Given.journal(folder.resolve("theirs"));
        liar = Given.journal(folder.resolve("liar"));
        Given.fire(ours, theirs);
        Hash log = Given.attachment(folder.resolve("attachments"), "log of the pump");
        whole = CaseFile.write(folder.resolve("whole"), ours, Given.export(folder.resolve("attachments"), log))
                .file();
        bytes = Files.readAllBytes(whole);
    }

    @AfterAll
    static void closeThem() {
        ours.close();
        theirs.close();
        liar.close();
    }

    @Test
    void everyFlippedByteIsFound() throws IOException {
        Path file = folder.resolve("flipped");
        for (int i = 0; i < 8_500 * Given.SCALE; i++) {
            var random = new Random(SEED + i);
            byte[] changed = bytes.clone();
            int flips = 1 + random.nextInt(3);
            for (int flip = 0; flip < flips; flip++) {
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            }
            if (!Arrays.equals(changed, bytes)) {
                Files.write(file, changed);
                assertFound(file, SEED + i);
            }
        }
    }

    @Test
    void everyChangeOfStructureIsFound() throws Exception {
        Path file = folder.resolve("structure");
        for (int i = 0; i < 1_500 * Given.SCALE; i++) {
            var random = new Random(SEED + i);
            var forge = Forge.of(whole);
            change(forge, random);
            forge.save(file);
            if (!Arrays.equals(Files.readAllBytes(file), bytes)) {
                assertFound(file, SEED + i);
            }
        }
        assertThat(liar.size()).isZero();
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
    void bytesOfAnyKindGetOneLine() throws IOException {
        Path file = folder.resolve("noise");
        for (int i = 0; i < 20_000 * Given.SCALE; i++) {
            var random = new Random(SEED + i);
            Files.write(file, noise(random));
            assertFound(file, SEED + i);
        }
    }

    /// From plain noise to noise inside a sound container, so that every layer gets its share.
    private static byte[] noise(Random random) {
        byte[] noise = new byte[random.nextInt(600)];
        random.nextBytes(noise);
        return switch (random.nextInt(4)) {
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

    private static void assertFound(Path file, long seed) {
        // Opening and verifying share one check: asking both of some is enough and halves the time.
        if (seed % 8 == 0) {
            assertThat(CaseFile.verify(file).isWhole()).as("seed %d", seed).isFalse();
        }
        try (var open = CaseFile.open(file)) {
            throw new AssertionError("seed " + seed + " was accepted: " + open.manifest());
        } catch (CaseRefused refused) {
            assertThat(refused.getMessage()).as("seed %d", seed).matches("[\\x20-\\x7e\\xa0-\\uffff]{1,500}");
        } catch (IOException failed) {
            throw new AssertionError("seed " + seed, failed);
        }
    }
}
