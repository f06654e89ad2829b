package tocsin.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.journal.Given.FOLDER;
import static tocsin.journal.Given.adopt;
import static tocsin.journal.Given.append;
import static tocsin.journal.Given.await;
import static tocsin.journal.Given.note;
import static tocsin.journal.Given.settings;
import static tocsin.journal.Given.texts;
import static tocsin.journal.Given.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tocsin.base.DeskId;
import tocsin.base.FactId;

/// A profile that was copied or restored finds that others know another continuation of its desk: what it wrote since
/// is written anew under a new id.
class RenewalTest {
    private static final Renewal<List<StoredFact>> AGAIN = (out, remainder) -> {
        var again = new ArrayList<StoredFact>();
        out.append(note("I go on for another"));
        for (StoredFact each : remainder) {
            again.add(out.again(each, each.payload().orElse(new byte[0]), Optional.empty()));
        }
        return again;
    };

    @Test
    void whatWasWrittenOnACopyIsWrittenAnewUnderANewId() throws JournalException {
        var disk = new MemoryDisk();
        DeskId former;
        DeskId now;
        try (var journal = Given.open(disk)) {
            former = journal.desk();
            Head kept = append(journal, "one").head();
            StoredFact lost = append(journal, "two");
            List<StoredFact> again =
                    journal.renew(kept, AGAIN, Function.identity()).join();
            now = journal.desk();
            assertThat(now).isNotEqualTo(former);
            assertThat(journal.formerDesks()).containsExactly(former);
            assertThat(texts(journal)).containsExactly("one", "I go on for another", "two");
            assertThat(again.getFirst().header().recordedAt())
                    .isEqualTo(lost.header().recordedAt());
            assertThat(journal.heads().seq(former)).isEqualTo(1);
            assertThat(journal.heads().seq(now)).isEqualTo(2);
            assertThat(append(journal, "three").id()).isEqualTo(new FactId(now, 3));
        }
        try (var journal = Given.open(disk)) {
            assertThat(journal.desk()).isEqualTo(now);
            assertThat(journal.opened().newDesk()).isEmpty();
            assertThat(journal.opened().damages()).isEmpty();
            assertThat(texts(journal)).containsExactly("one", "I go on for another", "two", "three");
        }
        assertThat(verify(disk).faults()).isEmpty();
    }

    @Test
    void theContinuationThatOthersKnowIsTakenInBeside() throws JournalException {
        var disk = new MemoryDisk();
        MemoryDisk original;
        Head kept;
        try (var journal = Given.open(disk)) {
            kept = append(journal, "one").head();
        }
        original = disk.copy();
        StoredFact theirs;
        HeadSignature signature;
        try (var other = Given.open(original)) {
            theirs = append(other, "two, as others know it");
            signature = other.seal(theirs.id()).orElseThrow();
        }
        try (var journal = Given.open(disk)) {
            append(journal, "two, on the copy");
            assertThat(adopt(journal, theirs)).isInstanceOf(Adopted.Forked.class);
            journal.renew(kept, AGAIN, Function.identity()).join();
            assertThat(adopt(journal, theirs)).isInstanceOf(Adopted.Added.class);
            Boolean signed = await(journal, out -> out.adopt(signature));
            assertThat(signed).isTrue();
        }
        try (var journal = Given.open(disk)) {
            assertThat(texts(journal))
                    .containsExactly("one", "I go on for another", "two, on the copy", "two, as others know it");
        }
        assertThat(verify(disk).faults()).isEmpty();
    }

    @Test
    void aFormerDeskIsDisownedWithoutANewId() throws JournalException {
        var disk = new MemoryDisk();
        Head kept;
        DeskId former;
        try (var journal = Given.open(disk)) {
            former = journal.desk();
            kept = append(journal, "one").head();
            append(journal, "two");
        }
        try (var moved = Journal.open(disk, FOLDER, settings().withPlace(_ -> "elsewhere"))) {
            DeskId now = moved.desk();
            assertThat(now).isNotEqualTo(former);
            append(moved, "three");
            moved.renew(kept, AGAIN, Function.identity()).join();
            assertThat(moved.desk()).isEqualTo(now);
            assertThat(texts(moved)).containsExactly("one", "three", "I go on for another", "two");
        }
        assertThat(verify(disk).faults()).isEmpty();
    }

    @Test
    void anErasedFactStaysErased() throws JournalException {
        var disk = new MemoryDisk();
        try (var journal = Given.open(disk)) {
            Head kept = append(journal, "one").head();
            StoredFact secret = append(journal, "hunter2");
            await(journal, out -> {
                out.erase(secret.id());
                return true;
            });
            StoredFact again =
                    journal.renew(kept, AGAIN, Function.identity()).join().getFirst();
            assertThat(journal.read(again.id()).orElseThrow().isErased()).isTrue();
        }
        assertThat(verify(disk).faults()).isEmpty();
    }

    @Test
    void aFactOfThisDeskAndOfAFormerOneCanBeSealed() throws JournalException {
        var disk = new MemoryDisk();
        try (var journal = Given.open(disk)) {
            StoredFact one = append(journal, "one");
            append(journal, "two");
            journal.renew(one.head(), AGAIN, Function.identity()).join();
            HeadSignature former = journal.seal(one.id()).orElseThrow();
            assertThat(former.isGenuine()).isTrue();
            assertThat(former.head()).isEqualTo(one.head());
            assertThat(journal.seal(new FactId(journal.desk(), 1)).map(HeadSignature::isGenuine))
                    .contains(true);
            assertThat(journal.seal(new FactId(journal.desk(), 99))).isEmpty();
        }
    }

    /// The power goes before every single operation of the disk in turn: afterwards all is as it was, or all is done.
    @Test
    void itIsAllOrNothingWhereverThePowerGoes() throws JournalException {
        int operations = 0;
        for (int stop = 0; stop <= operations; stop++) {
            var disk = new MemoryDisk();
            int failAt = stop;
            int[] seen = {0};
            try (var journal = Given.open(disk)) {
                Head kept = append(journal, "one").head();
                append(journal, "two");
                append(journal, "three");
                disk.hook((operation, file) -> {
                    if (seen[0]++ == failAt) {
                        throw new IOException("no power");
                    }
                });
                if (failAt == 0) {
                    disk.hook((_, _) -> seen[0]++);
                }
                try {
                    journal.renew(kept, AGAIN, Function.identity()).join();
                } catch (CompletionException stopped) {
                    assertThat(stopped).hasCauseInstanceOf(JournalException.class);
                }
                disk.hook((_, _) -> {});
            }
            operations = failAt == 0 ? seen[0] : operations;
            for (int seed = 0; seed < 5; seed++) {
                MemoryDisk image = disk.afterPowerCut(new Random(seed));
                try (var journal = Given.open(image)) {
                    assertThat(texts(journal))
                            .as("stopped at operation %s", failAt)
                            .isIn(
                                    List.of("one", "two", "three"),
                                    List.of("one", "I go on for another", "two", "three"));
                    Optional<StoredFact> next = Optional.of(append(journal, "four"));
                    assertThat(next).isPresent();
                }
                assertThat(verify(image).faults()).extracting(Fault::kind).allMatch(Fault.Kind.UNSIGNED_TAIL::equals);
            }
        }
        assertThat(operations).isGreaterThan(6);
    }

    @Test
    void aFactThatIsReadIsTheOneThatWasServed() throws JournalException {
        var disk = new MemoryDisk();
        try (var journal = Given.open(disk)) {
            Head kept = append(journal, "one").head();
            for (int i = 0; i < 20; i++) {
                append(journal, "copy " + i);
            }
            List<StoredFact> again =
                    journal.renew(kept, AGAIN, Function.identity()).join();
            assertThat(journal.factsOf(Given.FIRE)).hasSize(22).containsAll(again);
            assertThat(journal.factsOf(journal.desk(), 1, 5)).isEqualTo(again.subList(0, 5));
            assertThat(new String(
                            journal.factsOf(kept.desk(), 0, 100)
                                    .getFirst()
                                    .payload()
                                    .orElseThrow(),
                            UTF_8))
                    .isEqualTo("one");
        }
    }
}
