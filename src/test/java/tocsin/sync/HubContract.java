package tocsin.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.journal.Hash;
import tocsin.journal.HeadSignature;
import tocsin.journal.JournalException;
import tocsin.sync.Hub.Receipt;

/// What every hub promises, whatever it keeps its facts in. The hub begins empty.
abstract class HubContract {
    static final Receipt TAKEN = new Receipt.Taken();
    static final Receipt FORKED = new Receipt.Forked();
    static final Receipt GAP = new Receipt.Gap();
    private static final Hash PICTURE = Hash.sha256("a picture".getBytes(UTF_8));

    @TempDir
    Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();

    /// Another client of the same hub.
    abstract Hub another() throws Exception;

    /// Lets time pass at the hub.
    abstract void pass(Duration time) throws Exception;

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    final Hub join() throws Exception {
        return kept(another());
    }

    final Author author(String name) throws JournalException {
        return kept(new Author(folder.resolve("journal-" + name)));
    }

    final Author copy(Author author, String name) throws IOException, JournalException {
        return kept(author.copied(folder.resolve("journal-" + name)));
    }

    private <T extends AutoCloseable> T kept(T each) {
        open.add(each);
        return each;
    }

    // ---- facts

    @Test
    void aNewHubIsEmptyAndKnowsTheTime() throws Exception {
        Hub hub = join();
        assertThat(hub.survey().heads().isEmpty()).isTrue();
        assertThat(hub.survey().now()).isAfter(Instant.parse("2020-01-01T00:00:00Z"));
        Author nobody = author("nobody");
        assertThat(hub.pull(nobody.desk(), 0, 10)).isEmpty();
        assertThat(hub.hashOf(new FactId(nobody.desk(), 1))).isEmpty();
        assertThat(hub.present()).isEmpty();
        assertThat(hub.chunks(PICTURE)).isEmpty();
        assertThat(hub.chunk(PICTURE, 0)).isEmpty();
    }

    @Test
    void whatOneDeskLeavesAnotherFetches() throws Exception {
        Hub here = join();
        Hub there = join();
        Author ana = author("ana");
        List<Parcel> written = ana.writes(3);
        assertThat(here.push(written)).isEqualTo(TAKEN);
        assertThat(there.survey().heads().of(ana.desk()))
                .contains(written.getLast().fact().head());
        List<Parcel> pulled = there.pull(ana.desk(), 0, Hub.BATCH);
        assertThat(pulled).isEqualTo(written);
        assertThat(pulled.getLast().fact()).isEqualTo(written.getLast().fact());
        assertThat(there.pull(ana.desk(), 3, Hub.BATCH)).isEmpty();
    }

    @Test
    void whatIsLeftIsSeenAtOnceAgainAndAgain() throws Exception {
        Hub here = join();
        Hub there = join();
        Author ana = author("ana");
        for (int i = 1; i <= 20; i++) {
            Parcel next = ana.writes("note " + i);
            assertThat(here.push(List.of(next))).isEqualTo(TAKEN);
            assertThat(there.survey().heads().seq(ana.desk())).isEqualTo(i);
            assertThat(there.pull(ana.desk(), i - 1L, Hub.BATCH)).containsExactly(next);
        }
        assertThat(join().pull(ana.desk(), 0, Hub.BATCH)).isEqualTo(ana.all());
    }

    @Test
    void factsOfManyDesksStandSideBySide() throws Exception {
        Hub hub = join();
        for (String name : List.of("ana", "ben", "cleo")) {
            Author author = author(name);
            hub.push(author.writes(5));
            assertThat(hub.pull(author.desk(), 2, 2)).isEqualTo(author.all().subList(2, 4));
        }
        assertThat(join().survey().heads().all()).hasSize(3).allMatch(head -> head.seq() == 5);
    }

    @Test
    void theSameBatchAgainChangesNothing() throws Exception {
        Hub hub = join();
        Author ana = author("ana");
        List<Parcel> written = ana.writes(10);
        assertThat(hub.push(written)).isEqualTo(TAKEN);
        assertThat(hub.push(written)).isEqualTo(TAKEN);
        assertThat(join().push(written)).isEqualTo(TAKEN);
        assertThat(hub.push(written.subList(2, 5))).isEqualTo(TAKEN);
        assertThat(hub.pull(ana.desk(), 0, Hub.BATCH)).isEqualTo(written);
        assertThat(hub.survey().heads().seq(ana.desk())).isEqualTo(10);
    }

    @Test
    void ofABatchThatIsPartlyThereTheRestIsTaken() throws Exception {
        Hub hub = join();
        Author ana = author("ana");
        List<Parcel> written = ana.writes(10);
        hub.push(written.subList(0, 4));
        assertThat(hub.push(written.subList(2, 8))).isEqualTo(TAKEN);
        assertThat(join().push(written)).isEqualTo(TAKEN);
        assertThat(hub.pull(ana.desk(), 0, Hub.BATCH)).isEqualTo(written);
        assertThat(join().pull(ana.desk(), 0, Hub.BATCH)).isEqualTo(written);
    }

    @Test
    void nothingOfABatchAfterAGapIsTaken() throws Exception {
        Hub hub = join();
        Author ana = author("ana");
        List<Parcel> written = ana.writes(6);
        assertThat(hub.push(written.subList(1, 6))).isEqualTo(GAP);
        assertThat(hub.survey().heads().isEmpty()).isTrue();
        hub.push(written.subList(0, 2));
        assertThat(hub.push(written.subList(4, 6))).isEqualTo(GAP);
        assertThat(hub.survey().heads().seq(ana.desk())).isEqualTo(2);
        assertThat(hub.pull(ana.desk(), 2, Hub.BATCH)).isEmpty();
    }

    @Test
    void otherFactsInTheSamePlaceAreAFork() throws Exception {
        Hub hub = join();
        Author ana = author("ana");
        ana.writes(3);
        Author twin = copy(ana, "twin");
        List<Parcel> truth = ana.writes(3);
        List<Parcel> other = twin.writes(5);
        hub.push(ana.all());
        assertThat(hub.push(other.subList(0, 1))).isEqualTo(FORKED);
        assertThat(hub.push(other.subList(0, 3))).isEqualTo(FORKED);
        assertThat(hub.push(other)).isEqualTo(FORKED);
        assertThat(hub.push(other.subList(3, 5))).isEqualTo(FORKED);
        assertThat(hub.push(other.subList(2, 5))).isEqualTo(FORKED);
        assertThat(hub.push(twin.all())).isEqualTo(FORKED);
        assertThat(join().push(twin.all())).isEqualTo(FORKED);
        assertThat(join().pull(ana.desk(), 3, Hub.BATCH)).isEqualTo(truth);
        assertThat(hub.push(ana.writes(1))).isEqualTo(TAKEN);
        assertThat(hub.survey().heads().seq(ana.desk())).isEqualTo(7);
    }

    @Test
    void theHashOfAFactTellsWhereAForkBegan() throws Exception {
        Hub hub = join();
        Author ana = author("ana");
        List<Parcel> written = ana.writes(3);
        hub.push(written);
        for (Parcel each : written) {
            assertThat(join().hashOf(each.id())).contains(each.hash());
        }
        assertThat(hub.hashOf(new FactId(ana.desk(), 4))).isEmpty();
    }

    @Test
    void oneAnswerIsBounded() throws Exception {
        Hub hub = join();
        Author ana = author("ana");
        List<Parcel> written = ana.writes(Hub.BATCH + 20);
        for (List<Parcel> batch : Author.batches(written)) {
            assertThat(hub.push(batch)).isEqualTo(TAKEN);
        }
        assertThat(hub.pull(ana.desk(), 0, 7)).isEqualTo(written.subList(0, 7));
        assertThat(hub.pull(ana.desk(), 5, 1)).isEqualTo(written.subList(5, 6));
        assertThat(hub.pull(ana.desk(), 0, 10_000)).isEqualTo(written.subList(0, Hub.BATCH));
        assertThat(hub.pull(ana.desk(), Hub.BATCH, 10_000)).isEqualTo(written.subList(Hub.BATCH, Hub.BATCH + 20));
    }

    @Test
    void largeFactsComeAFewAtATime() throws Exception {
        Hub hub = join();
        Author ana = author("ana");
        for (int i = 0; i < 6; i++) {
            ana.writesTheLargest();
        }
        List<Parcel> written = ana.all();
        assertThat(hub.push(written)).isEqualTo(TAKEN);
        var pulled = new ArrayList<Parcel>();
        while (pulled.size() < 6) {
            List<Parcel> some = join().pull(ana.desk(), pulled.size(), Hub.BATCH);
            assertThat(some).isNotEmpty().hasSizeLessThanOrEqualTo(4);
            pulled.addAll(some);
        }
        assertThat(pulled).isEqualTo(written);
    }

    @Test
    void anErasedFactTravelsBlank() throws Exception {
        Hub hub = join();
        Author ana = author("ana");
        Parcel secret = ana.writes("hunter2");
        Parcel erased = ana.erases(secret);
        assertThat(erased.fact().isErased()).isTrue();
        assertThat(hub.push(ana.all())).isEqualTo(TAKEN);
        Parcel pulled = join().pull(ana.desk(), 0, 1).getFirst();
        assertThat(pulled.fact().isErased()).isTrue();
        assertThat(pulled.hash()).isEqualTo(secret.hash());
        assertThat(hub.push(List.of(secret))).isEqualTo(TAKEN);
        assertThat(hub.pull(ana.desk(), 0, 1).getFirst().fact().isErased()).isTrue();
    }

    @Test
    void aSignatureTravelsWithItsFact() throws Exception {
        Hub hub = join();
        Author ana = author("ana");
        Parcel first = ana.writes("one");
        Parcel signed = ana.signed(ana.writes("two"));
        assertThat(hub.push(List.of(first, signed))).isEqualTo(TAKEN);
        List<Parcel> pulled = join().pull(ana.desk(), 0, 2);
        assertThat(pulled.getFirst().seal()).isEmpty();
        var seal = HeadSignature.decode(pulled.getLast().seal().orElseThrow());
        assertThat(seal.isGenuine()).isTrue();
        assertThat(seal.head().hash()).isEqualTo(signed.hash());
    }

    @Test
    void whatIsNoBatchIsNotEvenTried() throws Exception {
        Hub hub = join();
        Author ana = author("ana");
        List<Parcel> three = ana.writes(3);
        List<Parcel> foreign = author("ben").writes(1);
        assertThatThrownBy(() -> hub.push(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hub.push(three.reversed())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hub.push(List.of(three.getFirst(), three.getLast())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hub.push(List.of(three.getFirst(), foreign.getFirst())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(hub.survey().heads().isEmpty()).isTrue();
    }

    // ---- presence

    @Test
    void whoIsThereIsSeenAndForgotten() throws Exception {
        Hub here = join();
        Hub there = join();
        DeskId ana = author("ana").desk();
        DeskId ben = author("ben").desk();
        var reading = new Presence(ana, "Ana Ibáñez", Optional.of(Author.FIRE), Optional.of("timeline"));
        here.announce(reading);
        there.announce(new Presence(ben, "Ben", Optional.empty(), Optional.empty()));
        assertThat(there.present()).contains(reading).hasSize(2);
        pass(Duration.ofSeconds(Presence.SECONDS - 5));
        var typing = new Presence(ana, "Ana Ibáñez", Optional.empty(), Optional.of("summary"));
        here.announce(typing);
        assertThat(there.present()).contains(typing).hasSize(2);
        pass(Duration.ofSeconds(Presence.SECONDS - 5));
        assertThat(there.present()).containsExactly(typing);
        here.leave(ana);
        here.leave(ana);
        assertThat(there.present()).isEmpty();
        here.announce(reading);
        assertThat(join().present()).containsExactly(reading);
    }

    @Test
    void theWordsOfOthersCannotDisturbAScreen() throws Exception {
        Hub hub = join();
        DeskId ana = author("ana").desk();
        hub.announce(new Presence(
                ana, "\u202Eanna\u2066 \n\u0000Ana\uD800\u200Fb", Optional.empty(), Optional.of("x".repeat(5_000))));
        Presence seen = join().present().getFirst();
        assertThat(seen.person()).isEqualTo("anna Anab");
        assertThat(seen.typing().orElseThrow()).hasSize(Presence.MAX_CHARS);
        hub.announce(new Presence(ana, "👩‍🚒".repeat(500), Optional.empty(), Optional.of("\u202E")));
        seen = join().present().getFirst();
        assertThat(seen.person()).hasSizeLessThanOrEqualTo(Presence.MAX_CHARS).startsWith("👩‍🚒👩‍🚒");
        assertThat(seen.typing().orElse("")).isEmpty();
    }

    // ---- attachments

    @Test
    void anAttachmentTravelsInChunksAndGoesOnWhereItWas() throws Exception {
        Hub here = join();
        Hub there = join();
        byte[] full = new byte[Hub.CHUNK_BYTES];
        java.util.Arrays.fill(full, (byte) 7);
        byte[] rest = {1, 2, 3};
        here.putChunk(PICTURE, 0, full);
        here.putChunk(PICTURE, 2, rest);
        assertThat(there.chunks(PICTURE)).containsExactlyInAnyOrder(0, 2);
        assertThat(there.chunk(PICTURE, 1)).isEmpty();
        here.putChunk(PICTURE, 2, rest);
        here.putChunk(PICTURE, 1, full);
        assertThat(there.chunks(PICTURE)).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(there.chunk(PICTURE, 0)).contains(full);
        assertThat(there.chunk(PICTURE, 2)).contains(rest);
        assertThat(there.chunks(Hash.sha256(rest))).isEmpty();
        assertThatThrownBy(() -> here.putChunk(PICTURE, 3, new byte[Hub.CHUNK_BYTES + 1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> here.putChunk(PICTURE, -1, rest)).isInstanceOf(IllegalArgumentException.class);
    }

    // ---- many at once

    @Test
    void eightDesksPushAtOnceAndNothingIsMissed() throws Exception {
        int each = 400;
        var authors = new ArrayList<Author>();
        for (int i = 0; i < 8; i++) {
            authors.add(author("desk" + i));
        }
        var work = new ArrayList<Callable<Boolean>>();
        for (Author author : authors) {
            Hub own = join();
            List<Parcel> written = author.writes(each);
            work.add(() -> {
                for (int at = 0; at < each; at += 25) {
                    assertThat(own.push(written.subList(at, at + 25))).isEqualTo(TAKEN);
                }
                return true;
            });
        }
        Hub reader = join();
        work.add(() -> {
            var seen = new ArrayList<Parcel>();
            for (Author author : authors) {
                long after = 0;
                while (after < each) {
                    List<Parcel> some = reader.pull(author.desk(), after, 60);
                    after += some.size();
                    seen.addAll(some);
                }
            }
            assertThat(seen).hasSize(8 * each);
            return true;
        });
        atOnce(work);
        Hub after = join();
        for (Author author : authors) {
            assertThat(after.pull(author.desk(), 0, each)).isEqualTo(author.all());
        }
    }

    @Test
    void twoThatPushTheSameFactsOfOneDeskAtOnceAgree() throws Exception {
        Author ana = author("ana");
        List<Parcel> written = ana.writes(200);
        var work = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 2; i++) {
            Hub own = join();
            work.add(() -> {
                for (int at = 0; at < 200; at += 10) {
                    assertThat(own.push(written.subList(at, at + 10))).isEqualTo(TAKEN);
                }
                return true;
            });
        }
        atOnce(work);
        assertThat(join().pull(ana.desk(), 0, Hub.BATCH)).isEqualTo(written);
    }

    /// At least one of them learns that it is a copy; what was acknowledged to either is there and stays.
    @Test
    void twoThatPushDifferentFactsOfOneDeskAtOnceDoNotMix() throws Exception {
        Author ana = author("ana");
        join().push(ana.writes(5));
        Author twin = copy(ana, "twin");
        List<Author> both = List.of(ana, twin);
        var work = new ArrayList<Callable<Integer>>();
        for (Author author : both) {
            Hub own = join();
            List<Parcel> written = author.writes(100);
            work.add(() -> {
                int taken = 0;
                while (taken < 100 && own.push(List.of(written.get(taken))).equals(TAKEN)) {
                    taken++;
                }
                return taken;
            });
        }
        List<Integer> taken = atOnce(work);
        assertThat(taken).anyMatch(count -> count < 100);
        List<Parcel> held = join().pull(ana.desk(), 0, Hub.BATCH);
        for (int i = 0; i < 2; i++) {
            if (taken.get(i) > 0) {
                int acknowledged = 5 + taken.get(i);
                assertThat(held).hasSizeGreaterThanOrEqualTo(acknowledged);
                assertThat(held.subList(0, acknowledged))
                        .isEqualTo(both.get(i).all().subList(0, acknowledged));
            }
        }
        assertThat(both)
                .anySatisfy(author ->
                        assertThat(author.all().subList(0, held.size())).isEqualTo(held));
    }

    static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        var start = new CyclicBarrier(work.size());
        var answers = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            List<Future<T>> running = work.stream()
                    .map(each -> threads.submit(() -> {
                        start.await();
                        return each.call();
                    }))
                    .toList();
            for (Future<T> each : running) {
                answers.add(each.get());
            }
        }
        return answers;
    }

    // ---- the end

    @Test
    void aClosedHubSaysSo() throws Exception {
        Hub hub = join();
        Author ana = author("ana");
        hub.push(ana.writes(1));
        hub.close();
        hub.close();
        assertThatThrownBy(hub::survey)
                .isInstanceOfSatisfying(
                        HubTrouble.class, trouble -> assertThat(trouble.kind()).isEqualTo(HubTrouble.Kind.AWAY));
        assertThatThrownBy(() -> hub.push(ana.writes(1))).isInstanceOf(HubTrouble.class);
        assertThat(join().survey().heads().seq(ana.desk())).isEqualTo(1);
    }
}
