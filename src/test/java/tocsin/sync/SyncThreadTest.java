package tocsin.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;
import tocsin.journal.MemoryDisk;
import tocsin.journal.Settings;

/// The thread that meets the hub: at once when there is something to carry, seldom when there is not, and never a
/// burden when the hub is away.
class SyncThreadTest {
    private static final Pace QUICK =
            new Pace(Duration.ofMillis(50), Duration.ofMinutes(10), Duration.ofMillis(200), 1L << 30);

    private final MemoryHub.Place place = new MemoryHub.Place(Instant.now());
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicBoolean live = new AtomicBoolean();
    private final AtomicInteger opened = new AtomicInteger();
    private Journal ana;
    private Journal ben;

    @BeforeEach
    void open() throws JournalException {
        ana = journal("ana");
        ben = journal("ben");
    }

    @AfterEach
    void close() {
        ana.close();
        ben.close();
    }

    private static Journal journal(String name) throws JournalException {
        return Journal.open(
                new MemoryDisk(),
                Path.of("journal"),
                Settings.standard().withBallastBytes(0).withLowDiskBytes(0).withPlace(_ -> name));
    }

    private SyncThread thread(Journal journal) {
        return new SyncThread(
                this::way, new JournalLedger(journal), Luggage.NONE, InstantSource.system(), QUICK, live::get);
    }

    private Hub way() throws HubTrouble {
        opened.incrementAndGet();
        if (away.get()) {
            throw new HubTrouble(HubTrouble.Kind.AWAY, "nobody answers");
        }
        return place.join();
    }

    private static void write(Journal journal, String text) {
        journal.write(out -> out.append(JournalLedger.draft(text))).join();
    }

    @Test
    void aFactTravelsAsSoonAsTheThreadIsNudged() {
        write(ana, "one");
        try (var mine = thread(ana);
                var theirs = thread(ben)) {
            live.set(true);
            mine.start();
            theirs.start();
            await().until(() -> ben.heads().seq(ana.desk()) == 1);
            live.set(false);
            write(ana, "two");
            mine.nudge();
            await().until(() -> place.held(ana.desk()).size() == 2);
        }
    }

    @Test
    void aHubThatIsAwayChangesNothingAndIsTriedAgain() {
        away.set(true);
        try (var mine = thread(ana)) {
            var phases = new ConcurrentLinkedQueue<SyncState.Phase>();
            mine.states().subscribe(state -> phases.add(state.phase()));
            mine.start();
            write(ana, "one");
            await().until(() -> opened.get() > 3);
            assertThat(mine.state().trouble()).contains("nobody answers");
            assertThat(phases).containsOnly(SyncState.Phase.AWAY);
            away.set(false);
            await().until(() -> mine.state().phase() == SyncState.Phase.IN_STEP);
            assertThat(mine.state().queued()).isZero();
            assertThat(place.held(ana.desk())).hasSize(1);
        }
    }

    @Test
    void aQuietDeskAsksSeldom() {
        try (var mine = thread(ana)) {
            var rounds = new AtomicInteger();
            mine.states().subscribe(_ -> rounds.incrementAndGet());
            mine.start();
            await().until(() -> rounds.get() == 1);
            await().during(Duration.ofMillis(300)).atMost(Duration.ofSeconds(2)).until(() -> rounds.get() == 1);
        }
    }

    @Test
    void aThreadThatIsStoppedCarriesNothingAndGoesOnWhereItWas() {
        live.set(true);
        try (var mine = thread(ana)) {
            mine.show(Optional.of(new Presence(ana.desk(), "Ana", Optional.empty(), Optional.empty())));
            mine.start();
            await().until(() -> mine.state().phase() == SyncState.Phase.IN_STEP);
            mine.pause();
            await().until(() -> mine.state().phase() == SyncState.Phase.STOPPED);
            write(ana, "one");
            mine.nudge();
            await().until(() -> mine.state().queued() == 1);
            mine.retry();
            await().during(Duration.ofMillis(200))
                    .until(() -> place.held(ana.desk()).isEmpty());
            assertThat(mine.state().phase()).isEqualTo(SyncState.Phase.STOPPED);
            mine.resume();
            await().until(() -> mine.state().phase() == SyncState.Phase.IN_STEP);
            assertThat(place.held(ana.desk())).hasSize(1);
        }
    }

    @Test
    void thoseWhoAreThereSeeEachOtherUntilTheyLeave() {
        live.set(true);
        try (var theirs = thread(ben)) {
            theirs.show(Optional.of(new Presence(ben.desk(), "Ben", Optional.empty(), Optional.empty())));
            theirs.start();
            try (var mine = thread(ana)) {
                mine.show(Optional.of(
                        new Presence(ana.desk(), "Ana", Optional.of(Author.FIRE), Optional.of("timeline"))));
                mine.start();
                await().until(() -> theirs.state().present().stream()
                        .anyMatch(other ->
                                other.person().equals("Ana") && other.incident().equals(Optional.of(Author.FIRE))));
                await().until(() -> mine.state().present().size() == 1);
            }
            await().until(() -> theirs.state().present().isEmpty());
        }
    }

    /// A call that hangs does not hold up who wants to close.
    @Test
    void closingDoesNotWaitForANetworkThatHangs() {
        var hanging = new AtomicBoolean();
        var gate = new CountDownLatch(1);
        SyncThread.Way way = () -> {
            hanging.set(true);
            try {
                gate.await();
            } catch (InterruptedException never) {
                throw new AssertionError(never);
            }
            throw new HubTrouble(HubTrouble.Kind.AWAY, "too late");
        };
        var mine = new SyncThread(way, new JournalLedger(ana), Luggage.NONE, InstantSource.system(), QUICK, live::get);
        mine.start();
        await().until(hanging::get);
        long before = System.nanoTime();
        mine.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
        gate.countDown();
    }
}
