package tocsin.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tocsin.journal.Given.FOLDER;
import static tocsin.journal.Given.append;
import static tocsin.journal.Given.note;
import static tocsin.journal.Given.refusal;
import static tocsin.journal.Given.settings;
import static tocsin.journal.Given.texts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class DiskTroubleTest {
    private static final int BALLAST = 20_000;

    @Test
    void aFullDiskAtAnyWriteLosesNothingAcknowledged() throws JournalException {
        for (long room = 400; room < 12_000; room += 37) {
            var disk = new MemoryDisk();
            disk.quota(room);
            var acknowledged = fillUp(disk);
            disk.quota(Long.MAX_VALUE);
            try (var journal = Journal.open(disk, FOLDER, settings())) {
                assertThat(texts(journal)).as("room for %s", room).startsWith(acknowledged.toArray(String[]::new));
                assertThat(journal.opened().damages()).isEmpty();
                append(journal, "room again");
            }
            assertThat(Given.verify(disk).faults()).isEmpty();
        }
    }

    private static List<String> fillUp(MemoryDisk disk) {
        var acknowledged = new ArrayList<String>();
        try (var journal = Journal.open(disk, FOLDER, settings().withSegmentBytes(3_000))) {
            for (int i = 0; i < 100; i++) {
                String text = "note " + i;
                journal.write(appender -> appender.append(note(text))).get(10, TimeUnit.SECONDS);
                acknowledged.add(text);
            }
        } catch (JournalException | ExecutionException full) {
            assertThat(full).hasMessageContaining("No space left");
        } catch (InterruptedException | TimeoutException unexpected) {
            throw new AssertionError(unexpected);
        }
        return acknowledged;
    }

    @Test
    void theBallastIsGivenUpBeforeAnythingIsRefused() throws JournalException {
        var disk = new MemoryDisk();
        var said = new ConcurrentLinkedQueue<JournalHealth>();
        var settings = settings().withBallastBytes(BALLAST).withListener(said::add);
        try (var journal = Journal.open(disk, FOLDER, settings)) {
            append(journal, "first");
            assertThat(disk.has("ballast")).isTrue();
            disk.quota(disk.used() + 100);
            append(journal, "second");
            assertThat(disk.has("ballast")).isFalse();
            assertThat(said).extracting(JournalHealth::state).containsExactly(JournalHealth.State.LOW_DISK);
            assertThat(refusal(journal, appender -> appender.append(note("x".repeat(2 * BALLAST)))))
                    .isInstanceOf(JournalStopped.class)
                    .hasMessageContaining("No space left");
            assertThat(journal.health().state()).isEqualTo(JournalHealth.State.STOPPED);
            assertThat(texts(journal)).containsExactly("first", "second");
            assertThat(refusal(journal, appender -> appender.append(note("small"))))
                    .isInstanceOf(JournalStopped.class);
        }
    }

    @Test
    void littleSpaceIsSaidAtOpening() throws JournalException {
        var disk = new MemoryDisk();
        disk.quota(10_000);
        try (var journal = Journal.open(disk, FOLDER, settings().withLowDiskBytes(20_000))) {
            assertThat(journal.opened().lowDisk()).isTrue();
            assertThat(journal.health().state()).isEqualTo(JournalHealth.State.LOW_DISK);
        }
    }

    @Test
    void aFailedForceStopsTheJournalAndIsNotTriedAgain() throws JournalException {
        var disk = new MemoryDisk();
        var forces = new ArrayList<String>();
        try (var journal = Journal.open(disk, FOLDER, settings())) {
            append(journal, "safe");
            var reached = new CountDownLatch(1);
            disk.hook((operation, file) -> {
                if (operation.equals("force")) {
                    forces.add(file);
                    reached.countDown();
                    throw new IOException("Input/output error");
                }
            });
            var first = journal.write(appender -> appender.append(note("unsafe")));
            var second = journal.write(appender -> appender.append(note("queued")));
            assertThatThrownBy(() -> first.get(1, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(JournalStopped.class)
                    .hasMessageContaining("Input/output error");
            assertThatThrownBy(() -> second.get(1, TimeUnit.SECONDS)).hasCauseInstanceOf(JournalStopped.class);
            assertThat(refusal(journal, appender -> appender.append(note("later"))))
                    .isInstanceOf(JournalStopped.class);
            assertThat(forces).hasSize(1);
            assertThat(texts(journal)).containsExactly("safe");
        }
    }

    @Test
    void aJobThatFailsHarmsNoOther() throws JournalException {
        try (var journal = Journal.open(new MemoryDisk(), FOLDER, settings())) {
            assertThat(refusal(journal, _ -> {
                        throw new IllegalStateException("a fault in the caller");
                    }))
                    .hasMessage("a fault in the caller");
            append(journal, "fine");
        }
    }

    @Test
    void anErasureWithoutRoomSaysSoAndTheJournalGoesOn() throws JournalException {
        var disk = new MemoryDisk();
        try (var journal = Journal.open(disk, FOLDER, settings())) {
            StoredFact secret = append(journal, "secret");
            disk.quota(disk.used() + 300);
            assertThat(refusal(journal, appender -> {
                        appender.erase(secret.id());
                        return true;
                    }))
                    .hasMessageContaining("could not be erased");
            disk.quota(Long.MAX_VALUE);
            append(journal, "goes on");
            Given.await(journal, appender -> {
                appender.erase(secret.id());
                return true;
            });
            assertThat(texts(journal)).containsExactly("erased", "goes on");
        }
        assertThat(Given.verify(disk).faults()).isEmpty();
    }
}
