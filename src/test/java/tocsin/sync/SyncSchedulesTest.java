package tocsin.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Plays schedules of the real journal and the real courier with a simulated clock, disk and network.
/// `-Dtocsin.sync.seed=N` plays one again.
class SyncSchedulesTest {
    private static final long SCHEDULES =
            Long.getLong("tocsin.sync.schedules", 100_000L * Integer.getInteger("tocsin.scale", 1));

    @BeforeAll
    static void quick() {
        QuickSignatures.install();
    }

    @AfterAll
    static void real() {
        QuickSignatures.remove();
    }

    @Test
    @Timeout(3_600)
    void desksAgreeAfterEverythingThatCanHappenToThem() {
        Long one = Long.getLong("tocsin.sync.seed");
        LongStream seeds = one == null ? LongStream.range(0, SCHEDULES) : LongStream.of(one);
        var renewals = new AtomicLong();
        seeds.parallel().forEach(seed -> renewals.addAndGet(play(seed)));
        if (one == null) {
            assertThat(renewals).hasValueGreaterThan(SCHEDULES / 20);
        }
    }

    private static int play(long seed) {
        var schedule = new Schedule(seed);
        try {
            schedule.play();
        } catch (Exception | AssertionError failed) {
            throw new AssertionError("seed " + seed + ": " + failed, failed);
        }
        return schedule.renewals;
    }
}
