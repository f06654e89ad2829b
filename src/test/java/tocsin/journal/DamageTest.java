package tocsin.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tocsin.journal.Given.FOLDER;
import static tocsin.journal.Given.append;
import static tocsin.journal.Given.open;
import static tocsin.journal.Given.settings;
import static tocsin.journal.Given.texts;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DamageTest {
    private static final String FIRST = "000001.seg";

    private static MemoryDisk written(int facts) throws JournalException {
        var disk = new MemoryDisk();
        try (var journal = Journal.open(disk, FOLDER, settings().withSegmentBytes(4_000))) {
            for (int i = 0; i < facts; i++) {
                append(journal, "note " + i);
            }
        }
        return disk;
    }

    @Test
    @Timeout(value = 12, unit = TimeUnit.HOURS) // the sizes scale, so the default limit does not fit
    void everyFlippedBitIsFoundAndCostsAtMostOneFact() throws JournalException {
        int facts = 20;
        var disk = written(facts);
        List<String> segments =
                disk.names().stream().filter(SegmentHeader::isFileName).toList();
        var random = new SplittableRandom(7);
        for (int i = 0; i < 5_000 * Given.SCALE; i++) {
            String name = segments.get(random.nextInt(segments.size()));
            byte[] bytes = disk.content(name);
            int bit = random.nextInt(bytes.length * 8);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            var flipped = disk.copy();
            flipped.put(name, bytes);
            checkFlipped(flipped, facts, "bit " + bit + " of " + name);
        }
    }

    private static void checkFlipped(MemoryDisk flipped, int facts, String where) throws JournalException {
        assertThat(Given.verify(flipped).faults()).as(where).isNotEmpty();
        try (var journal = open(flipped)) {
            var report = journal.opened();
            assertThat(report.damages().isEmpty() && report.torn().isEmpty())
                    .as(where)
                    .isFalse();
            assertThat(texts(journal)).as(where).hasSizeGreaterThanOrEqualTo(facts - 1);
        } catch (JournalForeign refused) {
            assertThat(refused).hasMessageContaining(".seg");
        }
    }

    @Test
    void aDamagedFactIsSkippedAndComesBackFromAnotherDesk() throws JournalException {
        var disk = written(5);
        StoredFact lost;
        try (var journal = open(disk)) {
            lost = journal.read(Given.id(journal, 3)).orElseThrow();
        }
        byte[] bytes = disk.content(FIRST);
        bytes[indexOf(bytes, "note 2")] ^= 1;
        disk.put(FIRST, bytes);
        try (var journal = open(disk)) {
            assertThat(journal.opened().damages()).hasSize(1);
            assertThat(journal.opened().newDesk()).isEmpty();
            assertThat(texts(journal)).containsExactly("note 0", "note 1", "note 3", "note 4");
            assertThat(journal.heads().seq(journal.desk())).isEqualTo(2);
            assertThat(Given.adopt(journal, lost)).isInstanceOf(Adopted.Added.class);
            assertThat(journal.heads().seq(journal.desk())).isEqualTo(5);
            assertThat(append(journal, "on").id().seq()).isEqualTo(6);
        }
        assertThat(Given.verify(disk).faults()).extracting(Fault::kind).containsOnly(Fault.Kind.DAMAGE);
    }

    @Test
    void aTornEndIsSavedAndCut() throws JournalException {
        var disk = written(3);
        byte[] bytes = disk.content(FIRST);
        byte[] torn = Arrays.copyOf(bytes, bytes.length + 100);
        Arrays.fill(torn, bytes.length, torn.length, (byte) 'T');
        disk.put(FIRST, torn);
        try (var journal = open(disk)) {
            var report = journal.opened().torn().orElseThrow();
            assertThat(report.bytes()).isEqualTo(100);
            assertThat(disk.content(report.savedAs().orElseThrow()))
                    .hasSize(100)
                    .containsOnly('T');
            assertThat(journal.opened().damages()).isEmpty();
            append(journal, "on");
        }
        assertThat(Given.verify(disk).faults()).isEmpty();
    }

    @Test
    void aTailOfZerosIsCutAndNotKept() throws JournalException {
        var disk = written(3);
        byte[] bytes = disk.content(FIRST);
        disk.put(FIRST, Arrays.copyOf(bytes, bytes.length + 8_192));
        try (var journal = open(disk)) {
            assertThat(journal.opened().torn().orElseThrow().savedAs()).isEmpty();
            assertThat(disk.content(FIRST)).hasSize(bytes.length);
        }
    }

    @Test
    void anEndThatOthersKnowMoreOfIsKept() throws JournalException {
        var disk = written(3);
        byte[] bytes = disk.content(FIRST);
        disk.put(FIRST, Arrays.copyOf(bytes, bytes.length - 300));
        Heads known;
        try (var journal = open(disk.copy())) {
            known = Heads.of(List.of(new Head(journal.opened().formerDesk().orElse(journal.desk()), 3, Hash.ZERO)));
        }
        try (var journal = Journal.open(disk, FOLDER, settings().withKnown(known))) {
            assertThat(journal.opened().newDesk()).contains(OpenReport.NewDesk.LOST_TAIL);
            assertThat(journal.opened().torn()).isEmpty();
            assertThat(journal.opened().damages()).isNotEmpty();
            append(journal, "on");
            assertThat(disk.content(FIRST)).hasSize(bytes.length - 300);
            assertThat(disk.has("000002.seg")).isTrue();
        }
    }

    @Test
    void aMissingSegmentIsTold() throws JournalException {
        var disk = written(40);
        assertThat(disk.has("000003.seg")).isTrue();
        disk.remove("000002.seg");
        try (var journal = open(disk)) {
            assertThat(journal.opened().damages())
                    .extracting(OpenReport.Damage::file)
                    .contains("000002.seg");
            assertThat(texts(journal)).contains("note 0", "note 39");
        }
        assertThat(Given.verify(disk).faults())
                .extracting(Fault::kind)
                .contains(Fault.Kind.MISSING_SEGMENT, Fault.Kind.MISSING_FACT);
    }

    @Test
    void anEndCutOffAnInnerSegmentIsTold() throws JournalException {
        var disk = written(40);
        byte[] bytes = disk.content(FIRST);
        disk.put(FIRST, Arrays.copyOf(bytes, SegmentHeader.BYTES));
        try (var journal = open(disk)) {
            assertThat(journal.opened().damages()).isNotEmpty();
        }
        assertThat(Given.verify(disk).isWhole()).isFalse();
    }

    @Test
    void emptyFilesAreNoTrouble() throws JournalException {
        var disk = written(3);
        disk.put("000002.seg", new byte[0]);
        try (var journal = open(disk)) {
            assertThat(journal.opened().damages()).isNotEmpty();
            assertThat(texts(journal)).hasSize(3);
            append(journal, "on");
        }
        try (var journal = open(disk)) {
            assertThat(texts(journal)).hasSize(4);
        }
    }

    @Test
    void aForeignFileIsRefusedByName() {
        var disk = new MemoryDisk();
        disk.put(
                FIRST,
                "This is a letter to my aunt, of some length, so that it has more bytes than a header has."
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThatThrownBy(() -> open(disk)).isInstanceOf(JournalForeign.class).hasMessageContaining(FIRST);
        assertThat(disk.content(FIRST)).startsWith('T', 'h', 'i', 's');
    }

    @Test
    void aDamagedKeyIsReplacedAndKept() throws JournalException {
        var disk = written(3);
        byte[] key = disk.content("desk.key");
        key[40] ^= 1;
        disk.put("desk.key", key);
        try (var journal = open(disk)) {
            assertThat(journal.opened().newDesk()).contains(OpenReport.NewDesk.KEY_UNREADABLE);
            assertThat(disk.has("desk-unreadable.old")).isTrue();
        }
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
