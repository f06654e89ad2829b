package tocsin.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tocsin.journal.Given.FOLDER;
import static tocsin.journal.Given.append;
import static tocsin.journal.Given.await;
import static tocsin.journal.Given.note;
import static tocsin.journal.Given.texts;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tocsin.vault.SealedDisk;

/// What every journal promises, sealed; and what a seal adds.
class JournalLockedTest extends JournalContract {
    private static final byte[] KEY = "thirty-two bytes make up one key".getBytes(UTF_8);
    private static final RecordSeal SEAL = RecordSeal.of(KEY);
    private static final String FIRST = "000001.seg";
    private static final String CANARY = "the canary sings at nine";

    private final Map<String, Disk> disks = new HashMap<>();

    @Override
    RecordSeal seal() {
        return SEAL;
    }

    @Override
    Disk disk(String name) {
        return disks.computeIfAbsent(name, _ -> sealed(new MemoryDisk()));
    }

    @Override
    Path folder(String name) {
        return Path.of(name);
    }

    private static Disk sealed(Disk under) {
        return new SealedDisk(under, KEY, name -> name.startsWith("desk"));
    }

    private Journal open(MemoryDisk disk) throws JournalException {
        return Journal.open(sealed(disk), FOLDER, settings());
    }

    private Verdict verify(MemoryDisk disk) throws JournalException {
        return Verify.run(sealed(disk), FOLDER, Heads.NONE, SEAL);
    }

    private MemoryDisk written(int facts) throws JournalException {
        var disk = new MemoryDisk();
        try (var journal = Journal.open(sealed(disk), FOLDER, settings().withSegmentBytes(4_000))) {
            for (int i = 0; i < facts; i++) {
                append(journal, CANARY + " " + i);
            }
        }
        return disk;
    }

    @Test
    void noFileHoldsAWordOrTheDesksKey() throws JournalException {
        var disk = written(30);
        try (var journal = open(disk)) {
            await(journal, appender -> {
                appender.erase(Given.id(journal, 3));
                return true;
            });
        }
        var open = new MemoryDisk();
        Journal.open(open, FOLDER, Given.settings()).close();
        assertThat(new String(open.content("desk.key"), ISO_8859_1)).contains("tocsin desk key");
        for (String name : disk.names()) {
            String bytes = new String(disk.content(name), ISO_8859_1);
            for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
                for (String word : List.of(CANARY, "INC-2026", "tocsin desk key")) {
                    assertThat(bytes).as(name).doesNotContain(new String(word.getBytes(charset), ISO_8859_1));
                }
            }
        }
    }

    @Test
    void withoutItsKeyNothingIsReadAndNothingIsChanged() throws JournalException {
        var disk = written(30);
        Map<String, String> before = contents(disk);
        var other = settings().withSeal(RecordSeal.of(Arrays.copyOf(CANARY.getBytes(UTF_8), 32)));
        for (Settings wrong : List.of(Given.settings(), other)) {
            assertThatThrownBy(() -> Journal.open(sealed(disk), FOLDER, wrong))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("is locked");
            assertThat(Verify.run(sealed(disk), FOLDER, Heads.NONE, wrong.seal())
                            .isWhole())
                    .isFalse();
            assertThat(contents(disk)).isEqualTo(before);
        }
    }

    @Test
    void anOpenSegmentIsNotTakenIntoALockedJournal() throws JournalException {
        var open = new MemoryDisk();
        try (var journal = Journal.open(open, FOLDER, Given.settings())) {
            append(journal, "forged");
        }
        Map<String, String> before = contents(open);
        assertThatThrownBy(() -> Journal.open(open, FOLDER, settings()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("is not locked");
        assertThat(contents(open)).isEqualTo(before);
    }

    @Test
    void everyFlippedBitIsFoundAndCostsAtMostOneFact() throws JournalException {
        int facts = 20;
        var disk = written(facts);
        List<String> segments =
                disk.names().stream().filter(SegmentHeader::isFileName).toList();
        var random = new SplittableRandom(7);
        for (int i = 0; i < 1_000 * Given.SCALE; i++) {
            String name = segments.get(random.nextInt(segments.size()));
            byte[] bytes = disk.content(name);
            int bit = random.nextInt(bytes.length * 8);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            var flipped = disk.copy();
            flipped.put(name, bytes);
            String where = "bit " + bit + " of " + name;
            assertThat(verify(flipped).faults()).as(where).isNotEmpty();
            try (var journal = open(flipped)) {
                assertThat(journal.opened().damages().isEmpty()
                                && journal.opened().torn().isEmpty())
                        .as(where)
                        .isFalse();
                assertThat(texts(journal)).as(where).hasSizeGreaterThanOrEqualTo(facts - 1);
            } catch (JournalForeign refused) {
                assertThat(refused).hasMessageContaining(".seg");
            }
        }
    }

    @Test
    void aForgerWhoMendsTheSumsIsFoundByTheSeal() throws JournalException {
        var disk = written(5);
        byte[] bytes = disk.content(FIRST);
        int length = ByteBuffer.wrap(bytes).getInt(SegmentHeader.BYTES);
        var body = Arrays.copyOfRange(
                bytes, SegmentHeader.BYTES + Frame.BYTES, SegmentHeader.BYTES + Frame.BYTES + length);
        body[body.length / 2] ^= 1;
        var record = ByteBuffer.allocate(Frame.BYTES + length);
        Frame.write(
                record,
                1,
                SegmentHeader.BYTES,
                ByteBuffer.wrap(bytes).getInt(SegmentHeader.BYTES + Frame.FORCED_AT),
                body);
        System.arraycopy(record.array(), 0, bytes, SegmentHeader.BYTES, record.capacity());
        disk.put(FIRST, bytes);
        assertThat(verify(disk).faults()).extracting(Fault::kind).contains(Fault.Kind.DAMAGE);
        try (var journal = open(disk)) {
            assertThat(texts(journal)).hasSize(4);
            assertThat(journal.opened().damages()).isNotEmpty();
        }
    }

    @Test
    void aRecordOpensInItsOwnPlaceAlone() {
        byte[] body = "a body".getBytes(UTF_8);
        byte[] sealed = SEAL.close(3, 700, 650, body);
        assertThat(SEAL.open(3, 700, 650, sealed, 0, sealed.length)).contains(body);
        assertThat(SEAL.open(4, 700, 650, sealed, 0, sealed.length)).isEmpty();
        assertThat(SEAL.open(3, 701, 650, sealed, 0, sealed.length)).isEmpty();
        assertThat(SEAL.open(3, 700, 651, sealed, 0, sealed.length)).isEmpty();
        assertThat(RecordSeal.of(new byte[32]).open(3, 700, 650, sealed, 0, sealed.length))
                .isEmpty();
        for (int length = 0; length < sealed.length; length++) {
            assertThat(SEAL.open(3, 700, 650, sealed, 0, length)).isEmpty();
        }
    }

    @Test
    void noNonceIsUsedTwiceAlsoWhenAPlaceIsWrittenAgain() {
        var seen = new HashSet<ByteBuffer>();
        int count = 10_000 * Given.SCALE;
        for (int i = 0; i < count; i++) {
            seen.add(ByteBuffer.wrap(SEAL.close(1, 72, 72, new byte[0]), 1, 12).slice());
        }
        assertThat(seen).hasSize(count);
    }

    @Test
    void aTornEndIsCutAndWhatWasAcknowledgedIsKept() throws JournalException {
        var disk = written(10);
        List<String> all;
        try (var journal = open(disk)) {
            all = texts(journal);
        }
        String last =
                disk.names().stream().filter(SegmentHeader::isFileName).toList().getLast();
        byte[] bytes = disk.content(last);
        var random = new SplittableRandom(3);
        for (int round = 0; round < 50; round++) {
            byte[] more = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(3_000));
            if (round % 3 != 0) {
                random.nextBytes(more);
                System.arraycopy(bytes, 0, more, 0, bytes.length);
            }
            var torn = disk.copy();
            torn.put(last, more);
            try (var journal = open(torn)) {
                assertThat(journal.opened().damages()).isEmpty();
                assertThat(journal.opened().torn()).isPresent();
                assertThat(texts(journal)).isEqualTo(all);
                append(journal, "on");
            }
            assertThat(verify(torn).faults()).isEmpty();
        }
    }

    @Test
    void afterAPowerCutEveryAcknowledgedFactIsThere() throws JournalException {
        for (long seed = 1; seed <= 15L * Given.SCALE; seed++) {
            var random = new SplittableRandom(seed);
            var disk = new MemoryDisk();
            var known = new ArrayList<StoredFact>();
            var images = new ArrayList<Map.Entry<MemoryDisk, List<StoredFact>>>();
            disk.hook((_, _) -> {
                if (random.nextInt(3) == 0 && images.size() < 20) {
                    images.add(Map.entry(disk.afterPowerCut(random), List.copyOf(known)));
                }
            });
            try (var journal = Journal.open(sealed(disk), FOLDER, settings().withSegmentBytes(3_000))) {
                for (int i = 0; i < 12; i++) {
                    String text = CANARY.repeat(random.nextInt(40));
                    StoredFact fact = await(journal, appender -> {
                        appender.append(note("beside"));
                        return appender.append(note(text));
                    });
                    synchronized (disk) {
                        known.add(fact);
                    }
                }
            }
            for (var image : List.copyOf(images)) {
                try (var journal = open(image.getKey())) {
                    for (StoredFact fact : image.getValue()) {
                        assertThat(journal.read(fact.id()).map(StoredFact::hash))
                                .as("seed %s", seed)
                                .isEqualTo(Optional.of(fact.hash()));
                    }
                    assertThat(journal.opened().damages()).as("seed %s", seed).isEmpty();
                }
                assertThat(verify(image.getKey()).faults()).as("seed %s", seed).isEmpty();
            }
        }
    }

    private static Map<String, String> contents(MemoryDisk disk) {
        var contents = new HashMap<String, String>();
        disk.names().stream()
                .filter(name -> !name.equals("lock"))
                .forEach(name -> contents.put(name, new String(disk.content(name), ISO_8859_1)));
        return contents;
    }
}
