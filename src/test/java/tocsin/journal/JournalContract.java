package tocsin.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tocsin.journal.Given.FIRE;
import static tocsin.journal.Given.FLOOD;
import static tocsin.journal.Given.adopt;
import static tocsin.journal.Given.append;
import static tocsin.journal.Given.await;
import static tocsin.journal.Given.draft;
import static tocsin.journal.Given.facts;
import static tocsin.journal.Given.id;
import static tocsin.journal.Given.note;
import static tocsin.journal.Given.refusal;
import static tocsin.journal.Given.texts;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// What every journal promises, on whatever disk.
abstract class JournalContract {
    abstract Path folder(String name);

    RecordSeal seal() {
        return RecordSeal.NONE;
    }

    Settings settings() {
        return Given.settings().withSeal(seal());
    }

    private Journal open(String name) throws JournalException {
        return Journal.open(disk(name), folder(name), settings());
    }

    abstract Disk disk(String name);

    private Verdict verify(String name) throws JournalException {
        return Verify.run(disk(name), folder(name), Heads.NONE, seal());
    }

    @Test
    void aFactIsReadBackAsItWasWritten() throws JournalException {
        try (var journal = open("a")) {
            StoredFact written = append(journal, "smoke on deck two");
            assertThat(journal.read(written.id())).contains(written);
            assertThat(written.header().seen()).isEmpty();
            assertThat(written.header().incident()).contains(FIRE);
            assertThat(StoredFact.decode(written.encoded())).isEqualTo(written);
            assertThat(FactHeader.decode(written.headerBytes())).isEqualTo(written.header());
        }
    }

    @Test
    void theJournalSurvivesBeingClosed() throws JournalException {
        List<String> texts;
        try (var journal = open("a")) {
            assertThat(journal.opened().newDesk()).contains(OpenReport.NewDesk.FIRST_START);
            for (int i = 0; i < 50; i++) {
                append(journal, "note " + i);
            }
            texts = texts(journal);
        }
        try (var journal = open("a")) {
            assertThat(journal.opened().newDesk()).isEmpty();
            assertThat(journal.opened().damages()).isEmpty();
            assertThat(journal.opened().torn()).isEmpty();
            assertThat(texts(journal)).isEqualTo(texts).hasSize(50);
            StoredFact next = append(journal, "next");
            assertThat(next.id().seq()).isEqualTo(51);
        }
        Verdict verdict = verify("a");
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.facts()).isEqualTo(51);
        assertThat(verdict.signatures()).isPositive();
    }

    @Test
    void segmentsFollowEachOther() throws JournalException {
        var small = settings().withSegmentBytes(2_000);
        try (var journal = Journal.open(disk("a"), folder("a"), small)) {
            for (int i = 0; i < 60; i++) {
                append(journal, "note " + i);
            }
        }
        try (var journal = Journal.open(disk("a"), folder("a"), small)) {
            assertThat(texts(journal)).hasSize(60).startsWith("note 0").endsWith("note 59");
            assertThat(append(journal, "more").header().previousInIncident()).isEqualTo(60);
        }
        assertThat(verify("a").faults()).isEmpty();
    }

    @Test
    void factsOfAnIncidentFollowOneAnother() throws JournalException {
        try (var journal = open("a")) {
            append(journal, "one");
            await(journal, appender -> appender.append(draft(Optional.of(FLOOD), "water")));
            await(journal, appender -> appender.append(draft(Optional.empty(), "no incident")));
            StoredFact second = append(journal, "two");
            assertThat(second.header().previousInIncident()).isEqualTo(1);
            assertThat(journal.factsOf(FIRE))
                    .extracting(fact -> fact.id().seq())
                    .containsExactly(1L, 4L);
            assertThat(journal.incidents()).containsExactly(FIRE, FLOOD);
        }
    }

    @Test
    void factsOfNoIncidentAreFoundAmongAllOthers() throws JournalException {
        try (var journal = open("a")) {
            await(journal, appender -> appender.append(draft(Optional.empty(), "the first")));
            append(journal, "of an incident");
            await(journal, appender -> appender.append(draft(Optional.empty(), "the second")));
        }
        try (var journal = open("a")) {
            append(journal, "of an incident");
            await(journal, appender -> appender.append(draft(Optional.empty(), "the third")));
            assertThat(journal.looseFacts()).extracting(fact -> fact.id().seq()).containsExactly(1L, 3L, 5L);
        }
    }

    @Test
    void aJobIsWrittenWholeOrNotAtAll() throws JournalException {
        try (var journal = open("a")) {
            append(journal, "before");
            Throwable refusal = refusal(journal, appender -> {
                appender.append(note("half"));
                throw new JournalException("changed my mind");
            });
            assertThat(refusal).hasMessage("changed my mind");
            List<StoredFact> both =
                    await(journal, appender -> List.of(appender.append(note("one")), appender.append(note("two"))));
            assertThat(both.getLast().header().previous())
                    .isEqualTo(both.getFirst().hash());
            assertThat(texts(journal)).containsExactly("before", "one", "two");
        }
        assertThat(verify("a").faults()).isEmpty();
    }

    @Test
    void manyCallersShareForcesAndKeepTheChain() throws JournalException {
        try (var journal = open("a")) {
            var all = new ArrayList<CompletableFuture<StoredFact>>();
            for (int i = 0; i < 2_500; i++) {
                String text = "note " + i;
                all.add(journal.write(appender -> appender.append(note(text))));
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
            assertThat(journal.size()).isEqualTo(2_500);
        }
        assertThat(verify("a").faults()).isEmpty();
    }

    @Test
    void anErasedPayloadIsGoneAndTheChainHolds() throws JournalException {
        try (var journal = open("a")) {
            append(journal, "before");
            StoredFact secret = append(journal, "hunter2");
            append(journal, "after");
            await(journal, appender -> {
                appender.append(note("erased number 2"));
                appender.erase(secret.id());
                return true;
            });
            StoredFact erased = journal.read(secret.id()).orElseThrow();
            assertThat(erased.payload()).isEmpty();
            assertThat(erased.hash()).isEqualTo(secret.hash());
            append(journal, "and on");
        }
        try (var journal = open("a")) {
            assertThat(texts(journal)).containsExactly("before", "erased", "after", "erased number 2", "and on");
        }
        Verdict verdict = verify("a");
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.erased()).isEqualTo(1);
    }

    @Test
    void whatIsNotThereCannotBeErased() throws JournalException {
        try (var journal = open("a")) {
            assertThat(refusal(journal, appender -> {
                        appender.erase(id(journal, 7));
                        return true;
                    }))
                    .hasMessageContaining("no fact");
        }
    }

    @Test
    void twoDesksExchangeFactsAndPinEachOther() throws JournalException {
        try (var ana = open("a");
                var ben = open("b")) {
            StoredFact one = append(ana, "one");
            StoredFact two = append(ana, "two");
            assertThat(adopt(ben, two)).isEqualTo(new Adopted.Gap(two.id(), one.id()));
            assertThat(adopt(ben, one)).isInstanceOf(Adopted.Added.class);
            assertThat(adopt(ben, one)).isEqualTo(new Adopted.Known(one.id()));
            assertThat(adopt(ben, two)).isInstanceOf(Adopted.Added.class);
            StoredFact answer = append(ben, "seen");
            assertThat(answer.header().seen()).containsExactly(two.head());
            assertThat(answer.header().hlc()).isGreaterThan(two.header().hlc());
            assertThat(append(ben, "again").header().seen()).isEmpty();
            assertThat(ben.heads().of(ana.desk())).contains(two.head());
            HeadSignature signature = ana.signHead().join().orElseThrow();
            boolean kept = await(ben, appender -> appender.adopt(signature));
            assertThat(kept).isTrue();
            assertThat(ben.signature(ana.desk())).contains(signature);
        }
        assertThat(verify("b").faults()).isEmpty();
        assertThat(verify("b").desks()).isEqualTo(2);
    }

    @Test
    void whatWasSeenBeforeAClosingIsNamedAfterIt() throws JournalException {
        StoredFact foreign;
        try (var ana = open("a");
                var ben = open("b")) {
            foreign = append(ana, "one");
            append(ben, "mine");
            adopt(ben, foreign);
        }
        try (var ben = open("b")) {
            assertThat(append(ben, "next").header().seen()).containsExactly(foreign.head());
            assertThat(append(ben, "then").header().seen()).isEmpty();
        }
    }

    @Test
    void aForkIsToldAndNotTaken() throws JournalException {
        var twin = new MemoryDisk();
        try (var ana = Journal.open(twin, folder("t"), settings())) {
            append(ana, "one");
        }
        var copy = twin.copy();
        try (var ana = Journal.open(twin, folder("t"), settings());
                var clone = Journal.open(copy, folder("t"), settings());
                var ben = open("b")) {
            assertThat(clone.desk()).isEqualTo(ana.desk());
            adopt(ben, ana.read(id(ana, 1)).orElseThrow());
            StoredFact here = append(ana, "two");
            StoredFact there = append(clone, "other two");
            adopt(ben, here);
            assertThat(adopt(ben, there)).isEqualTo(new Adopted.Forked(here.id(), here.hash(), there.hash()));
            StoredFact onIt = append(clone, "other three");
            assertThat(adopt(ben, onIt)).isEqualTo(new Adopted.Forked(here.id(), here.hash(), there.hash()));
            assertThat(adopt(ana, onIt)).isEqualTo(new Adopted.LostTail(onIt.id()));
        }
    }

    @Test
    void aChangedPayloadIsRefused() throws JournalException {
        try (var ana = open("a");
                var ben = open("b")) {
            StoredFact one = append(ana, "one");
            byte[] forged = one.encoded();
            forged[forged.length - 1] ^= 1;
            assertThat(adopt(ben, StoredFact.decode(forged))).isInstanceOf(Adopted.Refused.class);
        }
    }

    @Test
    void aCaseCanBeTakenInWithoutTheRestOfItsDesk() throws JournalException {
        try (var ana = open("a");
                var ben = open("b")) {
            append(ana, "one");
            await(ana, appender -> appender.append(draft(Optional.of(FLOOD), "water")));
            append(ana, "two");
            append(ana, "three");
            List<StoredFact> theCase = ana.factsOf(FIRE);
            assertThat(adoptCase(ben, theCase.get(2))).isInstanceOf(Adopted.Gap.class);
            for (StoredFact fact : theCase) {
                assertThat(adoptCase(ben, fact)).isInstanceOf(Adopted.Added.class);
            }
            assertThat(ben.heads().seq(ana.desk())).isEqualTo(1);
            assertThat(verify("b").isWhole()).isTrue();
            assertThat(verify("b").sparse()).isEqualTo(2);
            adopt(ben, ana.read(id(ana, 2)).orElseThrow());
            assertThat(ben.heads().seq(ana.desk())).isEqualTo(4);
        }
        try (var ben = open("b")) {
            assertThat(ben.factsOf(FIRE)).hasSize(3);
            assertThat(ben.heads().all()).extracting(Head::seq).containsExactly(4L);
        }
        assertThat(verify("b").isWhole()).isTrue();
        assertThat(verify("b").sparse()).isZero();
    }

    private static Adopted adoptCase(Journal journal, StoredFact fact) {
        return await(journal, appender -> appender.adopt(fact, Appender.Continuity.ONE_INCIDENT));
    }

    @Test
    void aDeskFromTheFutureIsKeptButNotFollowed() throws JournalException {
        var late = settings().withWall(InstantSource.offset(settings().wall(), Duration.ofDays(20_000)));
        try (var ana = Journal.open(disk("a"), folder("a"), late);
                var ben = open("b")) {
            Adopted adopted = adopt(ben, append(ana, "from 2081"));
            assertThat(adopted)
                    .isInstanceOfSatisfying(
                            Adopted.Added.class,
                            added -> assertThat(added.aheadMillis()).isPositive());
            assertThat(append(ben, "now").header().hlc().millis()).isEqualTo(Given.NOON.toEpochMilli());
        }
        try (var ben = open("b")) {
            assertThat(append(ben, "now").header().hlc().millis()).isEqualTo(Given.NOON.toEpochMilli());
        }
    }

    @Test
    void onlyOneMayHaveItOpen() throws JournalException {
        try (var journal = open("a")) {
            assertThatThrownBy(() -> open("a")).isInstanceOf(JournalBusy.class);
            append(journal, "still fine");
            assertThatThrownBy(() -> open("a")).isInstanceOf(JournalBusy.class);
        }
        open("a").close();
    }

    @Test
    void aClosedJournalSaysSo() throws JournalException {
        var journal = open("a");
        journal.close();
        assertThat(refusal(journal, appender -> appender.append(note("late")))).isInstanceOf(JournalStopped.class);
        assertThat(journal.health().state()).isEqualTo(JournalHealth.State.CLOSED);
    }

    @Test
    void aCopiedProfileWritesUnderANewId() throws JournalException {
        try (var journal = open("a")) {
            append(journal, "one");
        }
        var elsewhere = settings().withPlace(_ -> "elsewhere");
        try (var copy = Journal.open(disk("a"), folder("a"), elsewhere)) {
            var former = copy.opened().formerDesk().orElseThrow();
            assertThat(copy.opened().newDesk()).contains(OpenReport.NewDesk.COPIED);
            StoredFact first = append(copy, "two");
            assertThat(first.id().seq()).isEqualTo(1);
            assertThat(first.id().desk()).isNotEqualTo(former);
            assertThat(first.header().seen()).extracting(Head::desk).containsExactly(former);
            assertThat(facts(copy)).hasSize(2);
        }
        assertThat(verify("a").faults()).isEmpty();
        try (var again = Journal.open(disk("a"), folder("a"), elsewhere)) {
            assertThat(again.opened().newDesk()).isEmpty();
        }
    }

    @Test
    void aLostTailIsNotWrittenOver() throws JournalException {
        Heads known;
        try (var journal = open("a")) {
            append(journal, "one");
            known = Heads.of(List.of(new Head(journal.desk(), 2, Hash.ZERO)));
        }
        try (var journal = Journal.open(disk("a"), folder("a"), settings().withKnown(known))) {
            assertThat(journal.opened().newDesk()).contains(OpenReport.NewDesk.LOST_TAIL);
            assertThat(append(journal, "two").id().seq()).isEqualTo(1);
        }
    }

    @Test
    void replayGoesOnWhereItWasLeft() throws JournalException {
        try (var journal = open("a")) {
            for (int i = 0; i < 10; i++) {
                append(journal, "note " + i);
            }
            var ordinals = new ArrayList<Long>();
            journal.replay(6, (ordinal, _) -> ordinals.add(ordinal));
            assertThat(ordinals).containsExactly(7L, 8L, 9L);
        }
    }
}
