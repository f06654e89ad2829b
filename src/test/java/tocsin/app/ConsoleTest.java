package tocsin.app;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tocsin.app.Desk.ANA;
import static tocsin.app.Desk.BEN;
import static tocsin.app.Desk.BERLIN;
import static tocsin.app.Desk.done;
import static tocsin.app.Desk.note;
import static tocsin.app.Desk.refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.domain.Recorded;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Phase;
import tocsin.domain.timeline.Entry;
import tocsin.journal.JournalException;
import tocsin.journal.JournalHealth;
import tocsin.store.Filter;

/// The owner of an open profile: what is decided is forced before it is told, and what is erased is gone.
class ConsoleTest {
    private static final String CANARY = "canary-hunter2-Zq8";

    @TempDir
    Path folder;

    // Declaring, acting, taking back

    @Test
    void numbersAreCountedByDayAndNeverGivenTwice() throws Exception {
        try (Desk desk = Desk.open(folder)) {
            LocalDate day = LocalDate.now(BERLIN);
            String series = "INC-%04d-%02d%02d-".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
            assertThat(desk.declare("one").number()).startsWith(series).endsWith("-001");
            assertThat(desk.declare("two").number()).endsWith("-002");
        }
        try (Desk again = Desk.open(folder)) {
            assertThat(again.declare("three").number()).endsWith("-003");
        }
    }

    @Test
    void aRefusedDeclarationUsesNoNumber() throws Exception {
        try (Desk desk = Desk.open(folder)) {
            assertThat(refusal(desk.console().declare(Desk.opening(" ")))).startsWith("refused.");
            assertThat(desk.console().incidents()).isEmpty();
            assertThat(desk.declare("first").number()).endsWith("-001");
        }
    }

    @Test
    void whoDeclaresIsInCommand() throws Exception {
        try (Desk desk = Desk.open(folder)) {
            IncidentId id = desk.declare("Checkout is down");
            assertThat(desk.now(id).commander()).contains(ANA);
            assertThat(desk.now(id).phase()).isEqualTo(Phase.INVESTIGATING);
        }
    }

    @Test
    void theLastGestureOfAPersonCanBeTakenBackAndNobodyElsesGoesWithIt() throws Exception {
        try (Desk desk = Desk.open(folder)) {
            IncidentId id = desk.declare("Checkout is down");
            FactId mine = desk.log(id, "mine");
            FactId his = done(desk.act(BEN, id, note("his"))).facts().getFirst();
            done(desk.console().undo(id, ANA));
            assertThat(desk.now(id).timeline().entries()).extracting(Entry::id).contains(his);
            assertThat(standing(desk, id)).contains("his").doesNotContain("mine");
            assertThat(mine).isNotEqualTo(his);
        }
    }

    @Test
    void whoDidNothingHasNothingToTakeBack() throws Exception {
        try (Desk desk = Desk.open(folder)) {
            IncidentId id = desk.declare("Checkout is down");
            assertThat(refusal(desk.console().undo(id, BEN))).startsWith("refused.undo");
        }
    }

    // Erasing

    @Test
    void erasedWordsAreInNoFileOfTheProfile() throws Exception {
        try (Desk desk = Desk.open(folder)) {
            IncidentId id = desk.declare("Checkout is down");
            FactId secret = desk.log(id, "the password is " + CANARY);
            done(desk.act(
                    ANA, id, new IncidentCommand.CorrectEntry(secret, "it is " + CANARY + "!", Optional.empty())));
            desk.console().settledStore();
            Path aside = folder.resolve("store").resolve("tocsin.mv.db.broken-20260101T000000Z");
            Files.writeString(aside, CANARY);
            assertThat(found()).isNotEmpty();

            Answer.Done done = done(desk.console().redact(id, secret, "password", ANA));
            // The line and its correction.
            assertThat(done.facts()).hasSize(2);
            desk.console().settledStore();
            assertThat(desk.json(id)).doesNotContain(CANARY);
            assertThat(desk.console().settledStore().search("password", 10)).isEmpty();
            assertThat(desk.console().verify().isWhole()).isTrue();
        }
        assertThat(found()).isEmpty();
        try (Desk again = Desk.open(folder)) {
            assertThat(again.console().opened().store()).isEqualTo(Opened.StoreState.IN_STEP);
            assertThat(again.console().verify().isWhole()).isTrue();
        }
        assertThat(found()).isEmpty();
    }

    @Test
    void wordsLoggedTogetherWithAnErasureDoNotBringTheErasedOnesBack() throws Exception {
        try (Desk desk = Desk.open(folder)) {
            IncidentId id = desk.declare("Checkout is down");
            FactId secret = desk.log(id, CANARY);
            var told = new CopyOnWriteArrayList<Change>();
            try (var _ = desk.console().changes().subscribe(told::add)) {
                var erased = desk.console().redact(id, secret, "password", ANA);
                var logged = IntStream.range(0, 50)
                        .mapToObj(i -> desk.act(ANA, id, note("line " + i)))
                        .toList();
                done(erased);
                logged.forEach(Desk::done);
            }
            assertThat(told.getFirst().late()).isEqualTo(Change.Lateness.REFOLDED);
            assertThat(told)
                    .allSatisfy(
                            change -> assertThat(change.incident().timeline().entries())
                                    .extracting(Entry::text)
                                    .doesNotContain(CANARY));
            assertThat(desk.console().settledStore().entries(id, 0, 100))
                    .extracting(tocsin.store.EntryRow::text)
                    .contains("line 49")
                    .doesNotContain(CANARY);
        }
        assertThat(found()).isEmpty();
    }

    @Test
    void onlyWordsCanBeErasedNeverAState() throws Exception {
        try (Desk desk = Desk.open(folder)) {
            IncidentId id = desk.declare("Checkout is down");
            FactId declared = desk.console().history(id).facts().getFirst().id();
            done(desk.console().redact(id, declared, "x", ANA));
            assertThat(desk.now(id).title()).doesNotContain("Checkout").isNotBlank();
            assertThat(desk.now(id).phase()).isEqualTo(Phase.INVESTIGATING);
            assertThat(desk.now(id).commander()).contains(ANA);
            assertThat(refusal(desk.console().redact(id, declared, "x", ANA))).isEqualTo("refused.redact.onlyWords");
            FactId pinned = done(desk.act(ANA, id, new IncidentCommand.PinEntry(desk.log(id, "a line"))))
                    .facts()
                    .getFirst();
            assertThat(refusal(desk.console().redact(id, pinned, "x", ANA))).isEqualTo("refused.redact.onlyWords");
            IncidentId other = desk.declare("Another");
            FactId elsewhere = desk.log(other, "words");
            assertThat(refusal(desk.console().redact(id, elsewhere, "x", ANA))).isEqualTo("refused.redact.onlyWords");
        }
    }

    @Test
    void anErasureThatTheStoreHasNotSeenIsMadeGoodAtTheNextStart() throws Exception {
        Path copy = folder.resolve("copy");
        Path live = folder.resolve("live");
        try (Desk desk = Desk.open(live)) {
            IncidentId id = desk.declare("Checkout is down");
            desk.log(id, CANARY);
            desk.console().settledStore();
        }
        Desk.copy(live, copy);
        try (Desk desk = Desk.open(live)) {
            IncidentId id = desk.console().incidents().getFirst();
            FactId secret = desk.now(id).timeline().entries().getLast().id();
            done(desk.console().redact(id, secret, "password", ANA));
        }
        // As after a power cut between the journal and the store: the store is the one of before.
        deleteAll(live.resolve("store"));
        Desk.copy(copy.resolve("store"), live.resolve("store"));
        try (Desk desk = Desk.open(live)) {
            assertThat(desk.console().opened().store()).isEqualTo(Opened.StoreState.REBUILT);
        }
        assertThat(Desk.filesWith(live, CANARY.getBytes(UTF_8))).isEmpty();
    }

    private List<Path> found() throws IOException {
        return Stream.concat(
                        Desk.filesWith(folder, CANARY.getBytes(UTF_8)).stream(),
                        Desk.filesWith(folder, CANARY.getBytes(UTF_16LE)).stream())
                .toList();
    }

    // Gestures over several incidents

    private static Gesture merge(IncidentId from, IncidentId into) {
        return new Gesture(
                ANA,
                Optional.empty(),
                List.of(
                        new Gesture.Step(from, new IncidentCommand.MergeInto(into, "same pool")),
                        new Gesture.Step(into, new IncidentCommand.Absorb(from))));
    }

    @Test
    void aMergeIsOneGestureOverTwoIncidentsAndCanBeTakenBack() throws Exception {
        try (Desk desk = Desk.open(folder)) {
            IncidentId one = desk.declare("one");
            IncidentId two = desk.declare("two");
            Answer.Done merged = done(desk.console().act(merge(two, one)));
            assertThat(merged.incident().id()).isEqualTo(two);
            assertThat(desk.now(two).phase()).isEqualTo(Phase.MERGED);
            assertThat(desk.now(two).mergedInto()).contains(one);
            assertThat(commands(desk, one)).isEqualTo(commands(desk, two));

            done(desk.console()
                    .act(new Gesture(
                            ANA,
                            Optional.empty(),
                            List.of(
                                    new Gesture.Step(two, new IncidentCommand.Unmerge("not the same")),
                                    new Gesture.Step(one, new IncidentCommand.Release(two))))));
            assertThat(desk.now(two).phase()).isEqualTo(Phase.INVESTIGATING);
            assertThat(desk.now(two).mergedInto()).isEmpty();
        }
    }

    private static Object commands(Desk desk, IncidentId id) throws JournalException {
        return desk.console().history(id).facts().getLast().command();
    }

    @Test
    void whenOneStepOfAGestureIsRefusedNothingOfItHappens() throws Exception {
        try (Desk desk = Desk.open(folder)) {
            IncidentId one = desk.declare("one");
            IncidentId two = desk.declare("two");
            done(desk.console().act(merge(two, one)));
            IncidentId three = desk.declare("three");
            long before = desk.console().facts();
            var impossible = new Gesture(
                    ANA,
                    Optional.empty(),
                    List.of(
                            new Gesture.Step(three, note("must not stay")),
                            new Gesture.Step(two, new IncidentCommand.MergeInto(two, "itself"))));
            assertThat(refusal(desk.console().act(impossible))).startsWith("refused.");
            assertThat(desk.console().facts()).isEqualTo(before);
            assertThat(standing(desk, three)).doesNotContain("must not stay");
        }
    }

    private static List<String> standing(Desk desk, IncidentId id) throws JournalException {
        return desk.now(id).timeline().entries().stream()
                .filter(entry -> !entry.struck())
                .map(Entry::text)
                .toList();
    }

    // Finding

    @Test
    void anIncidentIsFoundByItsNumberOrKeyInAnyCase() throws Exception {
        try (Desk desk = Desk.open(folder)) {
            IncidentId id = desk.declare("one");
            Console console = desk.console();
            assertThat(console.find(id.number())).isEqualTo(new Found.One(id));
            assertThat(console.find(" " + id.number().toLowerCase(java.util.Locale.ROOT) + "\n"))
                    .isEqualTo(new Found.One(id));
            assertThat(console.find(id.value().toUpperCase(java.util.Locale.ROOT)))
                    .isEqualTo(new Found.One(id));
            assertThat(console.find(id.number() + "~aaaaaaaa")).isEqualTo(new Found.None());
            assertThat(console.find("")).isEqualTo(new Found.None());
            assertThat(console.find("~")).isEqualTo(new Found.None());
        }
    }

    @Test
    void aNumberThatTwoDesksGaveIsAmbiguousAndTheKeyIsNot() throws Exception {
        Path file = folder.resolve("case.zip");
        IncidentId foreign;
        try (Desk other = Desk.open(folder.resolve("other"))) {
            foreign = other.declare("theirs");
            other.console().exportCase(foreign, file, ANA);
        }
        try (Desk desk = Desk.open(folder.resolve("here"))) {
            IncidentId own = desk.declare("ours");
            desk.console().importCase(file, ANA);
            assertThat(own.number()).isEqualTo(foreign.number());
            assertThat(desk.console().find(own.number()))
                    .isEqualTo(
                            new Found.Several(Stream.of(own, foreign).sorted().toList()));
            assertThat(desk.console().find(foreign.value())).isEqualTo(new Found.One(foreign));
            assertThat(desk.declare("next").number()).endsWith("-002");
        }
    }

    // Telling, and the disk

    @Test
    void nothingIsToldBeforeItIsForced() throws Exception {
        var disk = new HeldDisk();
        try (Desk desk = Desk.open(folder, disk)) {
            IncidentId id = desk.declare("Checkout is down");
            var told = new CopyOnWriteArrayList<Change>();
            var reached = new CountDownLatch(1);
            var go = new CountDownLatch(1);
            try (var _ = desk.console().changes().subscribe(told::add)) {
                disk.force(() -> {
                    reached.countDown();
                    awaited(go);
                });
                CompletableFuture<Answer> coming = desk.act(ANA, id, note("slow"));
                reached.await();
                assertThat(coming).isNotDone();
                assertThat(told).isEmpty();
                disk.force(() -> {});
                go.countDown();
                done(coming);
            }
            assertThat(told).hasSize(1);
            assertThat(told.getFirst().fresh()).hasSize(1);
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void afterAFailedForceNothingIsToldOrBuiltUponAndEverythingRefuses() throws Exception {
        var disk = new HeldDisk();
        IncidentId id;
        try (Desk desk = Desk.open(folder, disk)) {
            id = desk.declare("Checkout is down");
            desk.console().settledStore();
            var told = new CopyOnWriteArrayList<Change>();
            var health = new CopyOnWriteArrayList<JournalHealth>();
            try (var _ = desk.console().changes().subscribe(told::add);
                    var _ = desk.console().health().subscribe(health::add)) {
                disk.force(() -> {
                    throw new IOException("I/O error");
                });
                var all = new ArrayList<CompletableFuture<Answer>>();
                for (int i = 0; i < 20; i++) {
                    all.add(desk.act(ANA, id, note("lost " + i)));
                }
                all.add(desk.console().declare(Desk.opening("lost")));
                all.add(desk.console().undo(id, ANA));
                for (CompletableFuture<Answer> each : all) {
                    assertThatThrownBy(each::join)
                            .isInstanceOf(CompletionException.class)
                            .hasCauseInstanceOf(JournalException.class);
                }
            }
            assertThat(told).isEmpty();
            assertThat(health).extracting(JournalHealth::state).contains(JournalHealth.State.STOPPED);
            assertThat(standing(desk, id)).noneMatch(text -> text.startsWith("lost"));
            assertThat(desk.console().settledStore().incidents(Filter.ALL)).hasSize(1);
        }
        try (Desk again = Desk.open(folder)) {
            assertThat(again.console().find(id.number())).isEqualTo(new Found.One(id));
            again.log(id, "goes on");
            assertThat(again.console().verify().isWhole()).isTrue();
        }
    }

    // Opening

    @Test
    void aCleanCloseLeavesTheStoreInStep() throws Exception {
        try (Desk desk = Desk.open(folder)) {
            assertThat(desk.console().opened().store()).isEqualTo(Opened.StoreState.IN_STEP);
            desk.log(desk.declare("Checkout is down"), "a line");
        }
        try (Desk desk = Desk.open(folder)) {
            assertThat(desk.console().opened().store()).isEqualTo(Opened.StoreState.IN_STEP);
            assertThat(desk.console().opened().notes()).isEmpty();
            assertThat(lines(desk)).contains("a line");
        }
    }

    @Test
    void aStoreThatLaggedIsGivenWhatItLacks() throws Exception {
        Path old = folder.resolve("old-store");
        Path profile = folder.resolve("profile");
        IncidentId id;
        try (Desk desk = Desk.open(profile)) {
            id = desk.declare("Checkout is down");
        }
        Desk.copy(profile.resolve("store"), old);
        try (Desk desk = Desk.open(profile)) {
            desk.log(id, "after the copy");
        }
        deleteAll(profile.resolve("store"));
        Desk.copy(old, profile.resolve("store"));
        try (Desk desk = Desk.open(profile)) {
            assertThat(desk.console().opened().store()).isEqualTo(Opened.StoreState.CAUGHT_UP);
            assertThat(desk.console().opened().replayed()).isEqualTo(1);
            assertThat(lines(desk)).contains("after the copy");
        }
    }

    @Test
    void aStoreThatIsGoneOrGarbageIsFoldedAgain() throws Exception {
        try (Desk desk = Desk.open(folder)) {
            desk.log(desk.declare("Checkout is down"), "a line");
        }
        deleteAll(folder.resolve("store"));
        try (Desk desk = Desk.open(folder)) {
            assertThat(desk.console().opened().store()).isEqualTo(Opened.StoreState.REBUILT);
            assertThat(lines(desk)).contains("a line");
        }
        Files.writeString(folder.resolve("store").resolve("tocsin.mv.db"), "garbage");
        try (Desk desk = Desk.open(folder)) {
            assertThat(desk.console().opened().store()).isEqualTo(Opened.StoreState.REBUILT);
            assertThat(desk.console().opened().notes()).anyMatch(note -> note.contains("folded anew"));
            assertThat(lines(desk)).contains("a line");
        }
    }

    private static List<String> lines(Desk desk) throws JournalException {
        IncidentId id = desk.console().incidents().getFirst();
        return desk.console().settledStore().entries(id, 0, 1_000).stream()
                .map(tocsin.store.EntryRow::text)
                .toList();
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void oneProfileHasOneOwnerAndIsFreeAgainAfterwards() throws Exception {
        try (Desk _ = Desk.open(folder)) {
            assertThatThrownBy(() -> Desk.open(folder))
                    .isInstanceOf(ProfileBusy.class)
                    .hasMessageContaining(folder.toString());
        }
        Desk.open(folder).close();
    }

    @Test
    void anOpeningThatFailsLeavesTheProfileFree() throws Exception {
        var disk = new HeldDisk();
        disk.force(() -> {
            throw new IOException("disk full");
        });
        assertThatThrownBy(() -> Desk.open(folder, disk)).isInstanceOf(JournalException.class);
        try (Desk desk = Desk.open(folder)) {
            desk.declare("Checkout is down");
        }
    }

    @Test
    void aCopiedProfileGetsANewDeskAndGoesOn() throws Exception {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        IncidentId id;
        try (Desk desk = Desk.open(first)) {
            id = desk.declare("Checkout is down");
        }
        Desk.copy(first, second);
        try (Desk here = Desk.open(first);
                Desk copy = Desk.open(second)) {
            assertThat(copy.console().desk()).isNotEqualTo(here.console().desk());
            assertThat(copy.console().opened().notes()).anyMatch(note -> note.contains("this desk is new"));
            here.log(id, "here");
            copy.log(id, "there");
            assertThat(copy.declare("new").number()).endsWith("-002");
            assertThat(copy.console().verify().isWhole()).isTrue();

            Path file = folder.resolve("case.zip");
            copy.console().exportCase(id, file, ANA);
            here.console().importCase(file, ANA);
            assertThat(standing(here, id)).contains("here", "there");
        }
    }

    // Many at once

    @Test
    void thirtyTwoPeopleAtOnceLoseNothing() throws Exception {
        try (Desk desk = Desk.open(folder)) {
            IncidentId id = desk.declare("Checkout is down");
            List<Thread> threads = IntStream.range(0, 32)
                    .mapToObj(person -> Thread.ofPlatform().start(() -> {
                        for (int i = 0; i < 20; i++) {
                            desk.log(id, person + ":" + i);
                        }
                        desk.declare("by " + person);
                    }))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(standing(desk, id).stream().filter(text -> text.contains(":")))
                    .hasSize(640)
                    .doesNotHaveDuplicates();
            assertThat(desk.console().incidents()).hasSize(33).doesNotHaveDuplicates();
            assertThat(desk.console().settledStore().incidents(Filter.ALL)).hasSize(33);
            assertThat(desk.console().history(id).facts()).isSortedAccordingTo(Recorded.ORDER);
        }
    }

    // Case files

    @Test
    void anIncidentTellsTheSameOnEveryDeskAndTwiceIsOnce() throws Exception {
        Path file = folder.resolve("case.zip");
        try (Desk ours = Desk.open(folder.resolve("ours"));
                Desk theirs = Desk.open(folder.resolve("theirs"))) {
            IncidentId id = ours.declare("Checkout is down 🔥");
            FactId line = ours.log(id, "errors at 40 %");
            done(ours.act(ANA, id, new IncidentCommand.CorrectEntry(line, "45 %", Optional.of(Instant.now()))));
            ours.console().exportCase(id, file, ANA);

            var told = new CopyOnWriteArrayList<Change>();
            try (var _ = theirs.console().changes().subscribe(told::add)) {
                assertThat(theirs.console().importCase(file, BEN).added()).isPositive();
                assertThat(told).hasSize(1);
                assertThat(theirs.console().importCase(file, BEN).added()).isZero();
                assertThat(told).hasSize(1);
            }
            assertThat(theirs.json(id)).isEqualTo(ours.json(id));
            assertThat(theirs.console().settledStore().incidents(Filter.ALL)).hasSize(1);
            done(theirs.act(BEN, id, note("we see it too")));
            assertThat(theirs.console().verify().isWhole()).isTrue();
        }
    }

    @Test
    void wordsThatTheOtherDeskErasedAreErasedHereToo() throws Exception {
        Path ours = folder.resolve("ours");
        try (Desk desk = Desk.open(ours);
                Desk theirs = Desk.open(folder.resolve("theirs"))) {
            IncidentId id = theirs.declare("Checkout is down");
            FactId secret = theirs.log(id, CANARY);
            theirs.console().exportCase(id, folder.resolve("before.zip"), ANA);
            desk.console().importCase(folder.resolve("before.zip"), BEN);
            assertThat(desk.json(id)).contains(CANARY);

            done(theirs.console().redact(id, secret, "password", ANA));
            theirs.console().exportCase(id, folder.resolve("after.zip"), ANA);
            desk.console().importCase(folder.resolve("after.zip"), BEN);
            assertThat(desk.json(id)).doesNotContain(CANARY).isEqualTo(theirs.json(id));
            assertThat(desk.console().verify().isWhole()).isTrue();

            // The older case file holds the words still; what was erased does not come back with it.
            desk.console().importCase(folder.resolve("before.zip"), BEN);
            assertThat(desk.json(id)).doesNotContain(CANARY);
        }
        assertThat(Desk.filesWith(ours, CANARY.getBytes(UTF_8))).isEmpty();
    }
}
