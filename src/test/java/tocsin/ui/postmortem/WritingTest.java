package tocsin.ui.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tocsin.app.Answer;
import tocsin.base.CommandId;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.Hlc;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.Recorded;
import tocsin.domain.incident.History;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.IncidentCommand.Write;
import tocsin.domain.incident.Refusal;
import tocsin.domain.prose.Manuscript;
import tocsin.domain.prose.Prose;
import tocsin.domain.prose.ProseFact;

class WritingTest {
    private static final DeskId HERE = new DeskId("abcdefghijkl2345");
    private static final DeskId FAR = new DeskId("bbcdefghijkl2345");
    private static final PersonId ANA = new PersonId("Ana");

    private final List<Runnable> later = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<ProseFact> asked = new ArrayList<>();
    private final StringBuilder shown = new StringBuilder();
    private CompletableFuture<Answer> coming = new CompletableFuture<>();
    private int written;

    private final Writing writing = new Writing(new Writing.Ground(
            this::act,
            refused -> "refused",
            HERE,
            ANA,
            Runnable::run,
            (pause, work) -> {
                pauses.add(pause);
                later.add(work);
            },
            (_, changes) -> changes.forEach(
                    change -> shown.replace(change.at(), change.at() + change.removed(), change.words()))));

    WritingTest() {
        writing.load(new Manuscript(HERE));
    }

    private CompletableFuture<Answer> act(IncidentCommand command) {
        asked.addAll(((Write) command).edits());
        coming = new CompletableFuture<>();
        return coming;
    }

    @Test
    void whatIsTypedIsSentSoonAndSavedWhenItIsForced() {
        types(0, "The pool");
        types(8, " ran dry");
        assertThat(writing.stateProperty().get()).isInstanceOf(Writing.State.Typed.class);
        assertThat(pauses).containsExactly(Writing.PAUSE);

        goOn();
        assertThat(asked).hasSize(1);
        forced(asked);

        assertThat(writing.stateProperty().get()).isInstanceOf(Writing.State.Saved.class);
        assertThat(writing.text("summary")).isEqualTo("The pool ran dry");
    }

    @Test
    void whatIsTypedWhileTheDiskIsBusyFollowsInOneGo() {
        types(0, "one");
        goOn();
        types(3, " two");
        goOn();
        assertThat(asked).as("one at a time").hasSize(1);

        forced(List.copyOf(asked));
        assertThat(asked).hasSize(2);
        assertThat(writing.stateProperty().get()).isInstanceOf(Writing.State.Typed.class);
        forced(asked.subList(1, 2));
        assertThat(writing.stateProperty().get()).isInstanceOf(Writing.State.Saved.class);
    }

    @Test
    void aRefusalKeepsTheWordsSaysWhyAndTriesAgain() {
        types(0, "kept");
        goOn();
        coming.complete(new Answer.Refused(new Refusal("refused.incident.ended", List.of("closed")), List.of()));

        assertThat(writing.stateProperty().get()).isEqualTo(new Writing.State.Held("refused"));
        assertThat(writing.text("summary")).isEqualTo("kept");
        asked.clear();
        goOn();
        forced(List.copyOf(asked));
        assertThat(writing.stateProperty().get()).isInstanceOf(Writing.State.Saved.class);
    }

    @Test
    void aDiskThatFailsLosesNothing() {
        types(0, "kept");
        goOn();
        coming.completeExceptionally(
                new java.util.concurrent.CompletionException(new java.io.IOException("disk full")));

        assertThat(writing.stateProperty().get()).isEqualTo(new Writing.State.Held("disk full"));
        assertThat(writing.text("summary")).isEqualTo("kept");
    }

    @Test
    void whatIsDoneInSeveralSectionsIsTakenBackInAllOfThemAtOnce() {
        writing.typed("summary", 0, 0, "the pool");
        writing.typed("impact", 0, 0, "the orders");
        var changes = new LinkedHashMap<String, List<Prose.Change>>();
        changes.put("summary", List.of(new Prose.Change(0, 3, "a")));
        changes.put("impact", List.of(new Prose.Change(0, 3, "some")));
        changes.put("lessons", List.of());
        assertThat(writing.changeAll(changes)).isTrue();
        writing.typed("impact", 11, 0, "!");
        assertThat(writing.text("impact")).isEqualTo("some orders!");

        writing.undo("lessons");
        assertThat(writing.text("summary")).isEqualTo("the pool");
        assertThat(writing.text("impact")).as("what was written since stays").isEqualTo("the orders!");

        writing.redo("summary");
        assertThat(writing.text("summary")).isEqualTo("a pool");
        assertThat(writing.text("impact")).isEqualTo("some orders!");

        writing.undo("impact");
        assertThat(writing.text("impact")).as("first the last").isEqualTo("the orders!");
        assertThat(writing.text("summary")).isEqualTo("the pool");
    }

    @Test
    void whatDoesNotFitInOneSectionIsDoneInNone() {
        writing.typed("summary", 0, 0, "short");
        writing.typed("impact", 0, 0, "x".repeat(Writing.MOST_CHARS));
        var changes = new LinkedHashMap<String, List<Prose.Change>>();
        changes.put("summary", List.of(new Prose.Change(0, 5, "long")));
        changes.put("impact", List.of(new Prose.Change(0, 0, "x")));

        assertThat(writing.changeAll(changes)).isFalse();
        assertThat(writing.text("summary")).isEqualTo("short");
    }

    @Test
    void whatSomebodyElseWritesComesInBetween() {
        types(0, "abc");
        goOn();
        forced(asked);
        var far = recorded(
                new FactId(FAR, 1),
                new ProseFact.TextInserted(
                        "summary",
                        Optional.of(new tocsin.domain.prose.Spot(new FactId(HERE, 1), 1)),
                        tocsin.domain.prose.Side.BEFORE,
                        "XYZ"));
        writing.take(far);
        writing.take(far);

        assertThat(writing.text("summary")).isEqualTo("aXYZbc");
        assertThat(shown).hasToString("aXYZbc");
    }

    @Test
    void whatComesWhileTheTextIsStillBeingReadIsInItAfterwards() {
        Writing slow = new Writing(new Writing.Ground(
                this::act, refused -> "refused", HERE, ANA, Runnable::run, (_, _) -> {}, (_, _) -> {}));
        slow.take(recorded(
                new FactId(FAR, 1),
                new ProseFact.TextInserted(
                        "summary", Optional.empty(), tocsin.domain.prose.Side.AFTER, "younger than the reading")));

        slow.load(new Manuscript(HERE));

        assertThat(slow.text("summary")).isEqualTo("younger than the reading");
    }

    @Test
    void erasedWordsAreReadAnewOnceEverythingTypedIsOnDiskAndCannotBeTakenBack() {
        var asked = new java.util.concurrent.atomic.AtomicInteger();
        types(0, "the secret");
        writing.reread(asked::incrementAndGet);
        assertThat(asked).hasValue(0);
        goOn();
        forced(this.asked);
        assertThat(asked).hasValue(1);

        // Somebody types while it is being read.
        types(0, "x");
        writing.replace(new Manuscript(HERE));
        assertThat(shown).hasToString("xthe secret");
        this.asked.clear();
        goOn();
        forced(this.asked);
        assertThat(asked).hasValue(2);

        var painted = new Manuscript(HERE);
        painted.take(recorded(
                new FactId(HERE, 1),
                new ProseFact.TextInserted("summary", Optional.empty(), tocsin.domain.prose.Side.AFTER, "the ██████")));
        painted.take(recorded(new FactId(HERE, 2), this.asked.getFirst()));
        writing.replace(painted);
        assertThat(shown).hasToString("xthe ██████");
        writing.undo("summary");
        assertThat(shown).hasToString("xthe ██████");
    }

    @Test
    void aMillionCharactersAreEnough() {
        assertThat(writing.typed("summary", 0, 0, "x".repeat(Writing.MOST_CHARS)))
                .isTrue();
        assertThat(writing.typed("summary", 0, 0, "x")).isFalse();
        assertThat(writing.typed("summary", 0, 1, "y")).isTrue();
    }

    private void types(int at, String words) {
        shown.insert(at, words);
        assertThat(writing.typed("summary", at, 0, words)).isTrue();
    }

    /// The pause is over.
    private void goOn() {
        List<Runnable> now = List.copyOf(later);
        later.clear();
        now.forEach(Runnable::run);
    }

    /// The disk has it: the facts are told, then the answer is given.
    private void forced(List<ProseFact> facts) {
        CompletableFuture<Answer> answer = coming;
        List.copyOf(facts).forEach(fact -> writing.take(recorded(new FactId(HERE, ++written), fact)));
        answer.complete(new Answer.Done(
                History.of(new IncidentId("INC-2026-1121-001~abcdefgh"), List.of())
                        .now(),
                List.of()));
    }

    private static Recorded recorded(FactId id, ProseFact fact) {
        return new Recorded(
                id,
                new Hlc(id.seq(), 0),
                Instant.ofEpochSecond(id.seq()),
                Optional.empty(),
                ANA,
                new CommandId(1, 1),
                fact);
    }
}
