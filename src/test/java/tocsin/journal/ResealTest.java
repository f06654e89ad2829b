package tocsin.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tocsin.journal.Given.FOLDER;
import static tocsin.journal.Given.append;
import static tocsin.journal.Given.await;
import static tocsin.journal.Given.facts;
import static tocsin.journal.Given.settings;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tocsin.base.DeskId;
import tocsin.vault.SealedDisk;

/// A journal is locked, unlocked and put under another key: the same facts, the same desk, and the source untouched.
class ResealTest {
    private static final byte[] KEY = "thirty-two bytes make up one key".getBytes(UTF_8);
    private static final byte[] OTHER = "another thirty-two bytes for you".getBytes(UTF_8);

    private final MemoryDisk plain = new MemoryDisk();
    private List<StoredFact> facts = List.of();
    private DeskId desk = DeskId.ofPublicKey(new byte[0]);

    @BeforeEach
    void write() throws JournalException {
        try (var journal = Journal.open(plain, FOLDER, settings().withSegmentBytes(3_000))) {
            for (int i = 0; i < 60; i++) {
                append(journal, "note " + i + " ".repeat(i * 7));
            }
            append(journal, "large ".repeat(60_000));
            await(journal, appender -> {
                appender.erase(Given.id(journal, 5));
                return true;
            });
        }
        try (var journal = Journal.open(plain, FOLDER, settings())) {
            facts = facts(journal);
            desk = journal.desk();
        }
    }

    private static Reseal.Side open(MemoryDisk disk) {
        return new Reseal.Side(disk, FOLDER, RecordSeal.NONE);
    }

    private static Reseal.Side locked(MemoryDisk disk, byte[] key) {
        return new Reseal.Side(
                new SealedDisk(disk, key, name -> name.startsWith("desk") || name.startsWith("torn")),
                FOLDER,
                RecordSeal.of(key));
    }

    private void holdsTheSame(Reseal.Side side) throws JournalException {
        try (var journal = Journal.open(side.disk(), FOLDER, settings().withSeal(side.seal()))) {
            assertThat(journal.opened().newDesk()).isEmpty();
            assertThat(journal.opened().damages()).isEmpty();
            assertThat(journal.opened().torn()).isEmpty();
            assertThat(journal.desk()).isEqualTo(desk);
            assertThat(facts(journal)).isEqualTo(facts);
        }
        assertThat(Verify.run(side.disk(), FOLDER, Heads.NONE, side.seal()).faults())
                .isEmpty();
    }

    @Test
    void lockedRekeyedAndUnlockedItIsTheSame() throws JournalException {
        var one = locked(new MemoryDisk(), KEY);
        var two = locked(new MemoryDisk(), OTHER);
        var back = open(new MemoryDisk());
        assertThat(Reseal.copy(open(plain), one, _ -> "here")).isGreaterThanOrEqualTo(facts.size());
        Reseal.copy(one, two, _ -> "here");
        Reseal.copy(two, back, _ -> "here");
        holdsTheSame(one);
        holdsTheSame(two);
        holdsTheSame(back);
        holdsTheSame(open(plain));
    }

    @Test
    void aLifeGoesOnInTheCopy() throws JournalException {
        var one = locked(new MemoryDisk(), KEY);
        Reseal.copy(open(plain), one, _ -> "here");
        try (var journal = Journal.open(one.disk(), FOLDER, settings().withSeal(one.seal()))) {
            StoredFact next = append(journal, "after");
            assertThat(next.id().seq()).isEqualTo(facts.getLast().id().seq() + 1);
            assertThat(next.header().previous()).isEqualTo(facts.getLast().hash());
        }
        assertThat(Verify.run(one.disk(), FOLDER, Heads.NONE, one.seal()).faults())
                .isEmpty();
    }

    @Test
    void brokenOffAnywhereTheSourceIsAsItWas() throws JournalException {
        MemoryDisk before = plain.copy();
        for (int stop = 0; stop < 40; stop++) {
            int last = stop;
            var target = new MemoryDisk();
            var steps = new AtomicInteger();
            target.hook((_, _) -> {
                if (steps.getAndIncrement() == last) {
                    throw new IOException("No space left on device");
                }
            });
            try {
                Reseal.copy(open(plain), locked(target, KEY), _ -> "here");
            } catch (JournalException full) {
                assertThat(full).hasMessageContaining("it is as it was");
            }
            for (String name : before.names()) {
                assertThat(plain.content(name)).as(name).isEqualTo(before.content(name));
            }
        }
        holdsTheSame(open(plain));
    }

    @Test
    void aDamagedJournalIsNotCopiedNorOneOfAnotherKey() throws JournalException {
        var one = new MemoryDisk();
        Reseal.copy(open(plain), locked(one, KEY), _ -> "here");
        assertThatThrownBy(() -> Reseal.copy(locked(one, OTHER), open(new MemoryDisk()), _ -> "here"))
                .isInstanceOf(JournalException.class);
        byte[] bytes = plain.content("000002.seg");
        bytes[200] ^= 1;
        plain.put("000002.seg", bytes);
        assertThatThrownBy(() -> Reseal.copy(open(plain), locked(new MemoryDisk(), KEY), _ -> "here"))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("is damaged");
        plain.put("000002.seg", Arrays.copyOf(bytes, 10));
        assertThatThrownBy(() -> Reseal.copy(open(plain), locked(new MemoryDisk(), KEY), _ -> "here"))
                .isInstanceOf(JournalException.class);
    }

    @Test
    void anOpenJournalIsLeftAlone() throws JournalException {
        try (var _ = Journal.open(plain, FOLDER, settings())) {
            assertThatThrownBy(() -> Reseal.copy(open(plain), locked(new MemoryDisk(), KEY), _ -> "here"))
                    .isInstanceOf(JournalBusy.class);
        }
    }
}
