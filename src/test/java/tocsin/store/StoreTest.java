package tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.domain.incident.History;
import tocsin.domain.incident.LifeFact.Declared;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.TimelineFact.EntryAdded;
import tocsin.store.Change.Touched;
import tocsin.store.Opening.Found;
import tocsin.store.StoreException.Trouble;

/// The store on a real folder: what it keeps, what it answers, whom it refuses.
final class StoreTest {
    private static final PersonId ANA = new PersonId("Ana");
    private static final IncidentId FIRST = RandomLog.incident(1);

    @TempDir
    Path temp;

    private final History history = new History(FIRST);
    private long seq;

    private Path folder() {
        return temp.resolve("store");
    }

    private Store open() {
        return Store.open(folder(), Settings.usual()).store();
    }

    private Change change(Fact... facts) {
        var news = new ArrayList<Recorded>();
        for (Fact fact : facts) {
            seq++;
            var recorded = RandomLog.recorded(RandomLog.ANVIL, seq, RandomLog.START.plusSeconds(seq), ANA, fact);
            news.add(recorded);
            history.add(recorded);
        }
        return new Change(
                List.of(new Touched(history.now(), news)),
                List.of(new Applied(RandomLog.ANVIL, seq, "hash" + seq)),
                seq * 100);
    }

    private static Declared declared(String title) {
        return new Declared(title, Severity.SEV1, IncidentType.OUTAGE, Environment.PRODUCTION, ZoneOffset.UTC);
    }

    private static EntryAdded note(String text) {
        return new EntryAdded(EntryKind.NOTE, text);
    }

    @Test
    void aFreshFolderHoldsNothingAndMustBeRebuilt() {
        Opening opening = Store.open(folder(), Settings.usual());
        try (Store store = opening.store()) {
            assertThat(opening.found()).isEqualTo(new Found.Nothing());
            assertThat(opening.mustBeRebuilt()).isTrue();
            assertThat(store.applied()).isEmpty();
            assertThat(store.position()).isEmpty();
            assertThat(store.incidents(Filter.ALL)).isEmpty();
            assertThat(store.entries(FIRST, 0, 10)).isEmpty();
            assertThat(store.search("anything", 10)).isEmpty();
        }
    }

    @Test
    void whatWasAppliedIsThereAfterReopening() {
        try (Store store = open()) {
            store.apply(change(declared("Payments fail"), note("the disk is full")));
        }
        Opening opening = Store.open(folder(), Settings.usual());
        try (Store store = opening.store()) {
            assertThat(opening.found()).isEqualTo(new Found.Whole());
            assertThat(store.applied()).containsEntry(RandomLog.ANVIL, new Applied(RandomLog.ANVIL, 2, "hash2"));
            assertThat(store.position()).isEqualTo(OptionalLong.of(200));
            assertThat(store.incidents(Filter.LIVE))
                    .extracting(IncidentRow::title)
                    .containsExactly("Payments fail");
            assertThat(store.entries(FIRST, 1, 10)).extracting(EntryRow::text).containsExactly("the disk is full");
        }
    }

    @Test
    void aChangeThatFailsHalfwayLeavesNothing() {
        try (Store store = open()) {
            store.apply(change(declared("Payments fail")));
            Change good = change(note("second"));
            var tooLong = new Applied(RandomLog.BELL, 1, "f".repeat(500));
            var bad = new Change(good.touched(), List.of(good.applied().getFirst(), tooLong), 999);

            assertThatThrownBy(() -> store.apply(bad)).isInstanceOf(StoreException.class);

            assertThat(store.position()).isEqualTo(OptionalLong.of(100));
            assertThat(store.applied().get(RandomLog.ANVIL)).isEqualTo(new Applied(RandomLog.ANVIL, 1, "hash1"));
            assertThat(store.entries(FIRST, 0, 10)).hasSize(1);
            store.apply(good);
            assertThat(store.entries(FIRST, 0, 10)).hasSize(2);
        }
    }

    @Test
    void aCopyOfTheFileTakenAtAnyMomentIsOneStateOrIsRefused() throws IOException {
        try (Store store = open()) {
            store.apply(change(declared("Payments fail")));
            for (int i = 0; i < 60; i++) {
                store.apply(change(note("line " + i)));
                if (i % 6 == 0) {
                    copyHoldsTogether(temp.resolve("copy" + i));
                }
            }
        }
    }

    private void copyHoldsTogether(Path copy) throws IOException {
        Files.createDirectories(copy);
        Files.copy(folder().resolve("tocsin.mv.db"), copy.resolve("tocsin.mv.db"));
        try (Store store = Store.open(copy, Settings.usual()).store()) {
            long lines = store.incident(FIRST).map(IncidentRow::entries).orElse(0);
            assertThat(store.entries(FIRST, 0, 1_000)).hasSize((int) lines);
            assertThat(store.position().orElse(0)).isEqualTo(lines * 100);
            assertThat(store.applied().values())
                    .extracting(Applied::seq)
                    .containsExactlyElementsOf(lines == 0 ? List.of() : List.of(lines));
        }
    }

    @Test
    void theSearchFindsEveryWordInAnyCaseNewestFirst() {
        try (Store store = open()) {
            store.apply(change(
                    declared("Payments fail"),
                    note("Disk at 100% on db_1"),
                    note("the DISK of db-1 is full"),
                    note("Écran noir")));
            assertThat(store.search("disk", 10))
                    .extracting(EntryRow::text)
                    .containsExactly("the DISK of db-1 is full", "Disk at 100% on db_1");
            assertThat(store.search("  full disk ", 10)).hasSize(1);
            assertThat(store.search("disk", 1)).extracting(EntryRow::place).containsExactly(2);
            assertThat(store.search("100%", 10)).hasSize(1);
            assertThat(store.search("b_1", 10)).hasSize(1);
            assertThat(store.search("écran", 10)).hasSize(1);
            assertThat(store.search("%", 10)).hasSize(1);
            assertThat(store.search(" ", 10)).isEmpty();
        }
    }

    @Test
    void theNextNumberLooksAtTheCountsOfAllDesks() {
        try (Store store = open()) {
            store.apply(change(declared("Payments fail")));
            var day = LocalDate.of(2026, 11, 21);
            for (IncidentId id :
                    List.of(IncidentId.of(day, 1_002, RandomLog.BELL), IncidentId.of(day, 7, RandomLog.BELL))) {
                store.apply(new Change(List.of(new Touched(new History(id).now(), List.of())), List.of(), 1));
            }
            assertThat(store.highestCount(day)).isEqualTo(1_002);
            assertThat(store.highestCount(day.plusDays(1))).isZero();
            assertThat(store.byNumber("inc-2026-1121-001"))
                    .extracting(IncidentRow::id)
                    .containsExactly(FIRST);
        }
    }

    @Test
    void wordsNoDeskWouldWriteAreKeptAsFarAsTheyFit() {
        try (Store store = open()) {
            String smile = "\uD83D\uDE00";
            store.apply(change(
                    declared("t".repeat(5_000)), note("x" + smile.repeat(60_000)), note("lone \uD83D and \0 zero")));
            assertThat(store.incident(FIRST).orElseThrow().title())
                    .hasSize(1_000)
                    .endsWith("t…");
            assertThat(store.entries(FIRST, 1, 1).getFirst().text())
                    .hasSize(65_536)
                    .endsWith(smile + "…");
            assertThat(store.entries(FIRST, 2, 1).getFirst().text()).isEqualTo("lone \uD83D and \0 zero");
        }
    }

    @Test
    void timesBeyondAllReasonDoNotStopTheStore() {
        try (Store store = open()) {
            var far = RandomLog.recorded(RandomLog.ANVIL, 1, Instant.EPOCH, ANA, declared("far"));
            var farther = new Recorded(
                    far.id(), far.hlc(), Instant.MIN, Optional.of(Instant.MAX), ANA, far.command(), far.fact());
            history.add(farther);
            store.apply(new Change(List.of(new Touched(history.now(), List.of(farther))), List.of(), 1));
            assertThat(store.entries(FIRST, 0, 1).getFirst().recordedAt()).isBefore(Instant.EPOCH);
            assertThat(store.incident(FIRST)).isPresent();
        }
    }

    @Test
    void aLineThatLostItsRowIsNotPassedOverInSilence() {
        try (Store store = open()) {
            store.apply(change(declared("Payments fail"), note("one"), note("two")));
        }
        sql("DELETE FROM entry WHERE text = 'one'");
        Opening opening = Store.open(folder(), Settings.usual());
        opening.store().close();
        assertThat(opening.found())
                .isInstanceOfSatisfying(
                        Found.Unusable.class,
                        found -> assertThat(found.reason()).isEqualTo("its table 'entry' has 2 rows instead of 3"));
    }

    @Test
    void aRowThatChangedUnderItsSealIsNotShown() {
        try (Store store = open()) {
            store.apply(change(declared("Payments fail"), note("one")));
        }
        sql("UPDATE entry SET text = 'two' WHERE text = 'one'");
        try (Store store = open()) {
            StoreException damage = catchThrowableOfType(StoreException.class, () -> store.entries(FIRST, 0, 10));
            assertThat(damage.trouble()).isEqualTo(Trouble.BROKEN);
            assertThat(damage).hasMessageContaining("'entry' is damaged");
        }
        Opening renewed = Store.renew(folder(), Settings.usual(), "a row is damaged");
        renewed.store().close();
        assertThat(renewed.mustBeRebuilt()).isTrue();
    }

    @Test
    void aRebuildThatWasCutShortStartsAgain() {
        try (Store store = open()) {
            store.apply(change(declared("Payments fail"), note("one")));
            try (Rebuild rebuild = store.rebuild((_, _) -> {})) {
                rebuild.add(history.now());
            }
        }
        Opening opening = Store.open(folder(), Settings.usual());
        try (Store store = opening.store()) {
            assertThat(opening.found())
                    .isEqualTo(new Found.Unusable("a rebuild of it was cut short", Optional.empty()));
            assertThat(store.incidents(Filter.ALL)).isEmpty();
        }
    }

    @Test
    void aRebuildReplacesEverythingAndTellsHowFarItIs() {
        var told = new ArrayList<String>();
        try (Store store = open()) {
            store.apply(change(declared("Payments fail"), note("one")));
            assertThatThrownBy(() -> {
                        try (Rebuild rebuild = store.rebuild((incidents, lines) -> told.add(incidents + "/" + lines))) {
                            rebuild.add(history.now());
                            store.apply(change(note("two")));
                        }
                    })
                    .hasMessage("a rebuild is going on");
            try (Rebuild rebuild = store.rebuild((incidents, lines) -> told.add(incidents + "/" + lines))) {
                rebuild.add(history.now());
                rebuild.finish(List.of(new Applied(RandomLog.ANVIL, 3, "aa")), 17);
            }
            assertThat(told).containsExactly("1/2", "1/3");
            assertThat(store.position()).isEqualTo(OptionalLong.of(17));
            store.apply(change(note("three")));
            assertThat(store.entries(FIRST, 0, 10)).hasSize(4);
        }
    }

    @Test
    void anInterruptedCallerGetsItsAnswerAndTheStoreLivesOn() throws InterruptedException {
        try (Store store = open()) {
            store.apply(change(declared("Payments fail")));
            var seen = new AtomicReference<String>();
            for (int i = 0; i < 50; i++) {
                Change next = change(note("line " + i));
                Thread caller = new Thread(() -> {
                    Thread.currentThread().interrupt();
                    store.apply(next);
                    int hits = store.search("line", 1_000).size();
                    int lines = store.entries(FIRST, 0, 1_000).size();
                    seen.set(hits + " of " + lines + (Thread.currentThread().isInterrupted() ? ", interrupted" : ""));
                });
                caller.start();
                caller.interrupt();
                caller.join();
                assertThat(seen.get()).isEqualTo((i + 1) + " of " + (i + 2) + ", interrupted");
            }
        }
        assertThat(Store.open(folder(), Settings.usual())).satisfies(opening -> {
            opening.store().close();
            assertThat(opening.mustBeRebuilt()).isFalse();
        });
    }

    @Test
    void theSecondOneIsRefusedAndTheFirstLivesOn() {
        try (Store store = open()) {
            StoreException refusal = catchThrowableOfType(StoreException.class, this::open);
            assertThat(refusal.trouble()).isEqualTo(Trouble.IN_USE);
            assertThat(refusal).hasMessage("The store is open in another Tocsin. Close that one first.");
            store.apply(change(declared("Payments fail")));
            assertThat(store.incidents(Filter.ALL)).hasSize(1);
        }
        open().close();
    }

    @Test
    void afterClosingItSaysSo() {
        Store store = open();
        store.close();
        store.close();
        StoreException refusal = catchThrowableOfType(StoreException.class, () -> store.incidents(Filter.ALL));
        assertThat(refusal.trouble()).isEqualTo(Trouble.CLOSED);
    }

    @Test
    void theFolderIsTheOwnersAloneAndHoldsNoTrace() throws IOException {
        try (Store store = open()) {
            store.apply(change(declared("Payments fail")));
            assertThatThrownBy(() -> store.apply(
                            new Change(List.of(), List.of(new Applied(RandomLog.BELL, 1, "f".repeat(500))), 1)))
                    .isInstanceOf(StoreException.class)
                    .message()
                    .doesNotContain("ffff");
        }
        assertThat(Files.getPosixFilePermissions(folder())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (var files = Files.list(folder())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("tocsin.mv.db", "store.lock");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with a blank",
                "Ünïcødé 日本",
                "per%20cent",
                "a:b",
                "ha#sh ?x=1&y",
                "$HOME ${x} ~",
                "quo'te\"s",
                "nio:x"
            })
    void oddFolderNamesWork(String name) {
        Path odd = temp.resolve(name).resolve("store");
        try (Store store = Store.open(odd, Settings.usual()).store()) {
            store.apply(change(declared("Payments fail")));
        }
        assertThat(odd.resolve("tocsin.mv.db")).exists();
        try (Store store = Store.open(odd, Settings.usual()).store()) {
            assertThat(store.incidents(Filter.ALL)).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"semi;colon", "x;INIT=RUNSCRIPT FROM 'evil'", "back\\slash"})
    void folderNamesTheDatabaseCannotTakeAreRefused(String name) {
        Path odd = temp.resolve(name);
        StoreException refusal = catchThrowableOfType(StoreException.class, () -> Store.open(odd, Settings.usual()));
        assertThat(refusal.trouble()).isEqualTo(Trouble.UNUSABLE);
        assertThat(refusal).hasMessageContaining("semicolon or backslash");
        assertThat(odd).doesNotExist();
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
        Files.writeString(folder(), "not a folder");
        StoreException refusal = catchThrowableOfType(StoreException.class, this::open);
        assertThat(refusal.trouble()).isEqualTo(Trouble.UNUSABLE);
        assertThat(refusal).hasMessageContaining("cannot be written");
    }

    private void sql(String statement) {
        BrokenFiles.sql(folder(), statement);
    }
}
