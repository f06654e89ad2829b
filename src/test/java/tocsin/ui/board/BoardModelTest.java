package tocsin.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import tocsin.app.Answer;
import tocsin.app.Gesture;
import tocsin.app.Pulse;
import tocsin.app.Pulses;
import tocsin.base.DeskId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.clock.Clock;
import tocsin.domain.clock.Deadline;
import tocsin.domain.incident.History;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Refusal;
import tocsin.domain.incident.Rules;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.sync.Presence;
import tocsin.ui.Given;
import tocsin.ui.kit.Timing;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Company;

class BoardModelTest {
    private static final Words WORDS = Words.in(Locale.ENGLISH);

    private final List<String> asked = new ArrayList<>();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final DeclareModel declare = new DeclareModel(
            declaration -> {
                asked.add(declaration.title() + " " + declaration.level());
                return answer;
            },
            Runnable::run,
            WORDS);
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final List<String> changes = new ArrayList<>();
    private final Desk desk = new Desk();
    private final ActsModel acts = new ActsModel(
            desk,
            Runnable::run,
            Given.surroundings(),
            WORDS,
            new Effects(Rules.shipped(Given.BERLIN), new Timing(WORDS, Given.BERLIN), WORDS));
    private final FacetsModel facets = new FacetsModel(Views.inMemory(), WORDS);
    private final BoardModel board = new BoardModel(declare, acts, facets, later::add, Given.surroundings(), WORDS);
    private final BoardSource source =
            new BoardSource(Given.ANA, Given.surroundings().wall(), Runnable::run, board::show);

    @Test
    void thousandsOfCardsComeInPortionsThatAFrameHasRoomFor() {
        board.wire(source);
        source.show(snapshot(List.of(many(2_000)), List.of()));
        assertThat(cards(0)).as("those in sight come one by one").hasSize(1);
        while (cards(0).size() < ColumnModel.IN_SIGHT) {
            later.remove().run();
        }
        later.remove().run();
        assertThat(cards(0)).hasSize(ColumnModel.IN_SIGHT + ColumnModel.PORTION);
        assertThat(board.getColumns().getFirst().getCount()).isEqualTo("2,000");
        runLater();
        assertThat(cards(0)).hasSize(2_000);
        assertThat(cards(0).getFirst().getTitle()).isEqualTo("number 2000");
        assertThat(cards(0).getLast().getTitle()).isEqualTo("number 1");
    }

    @Test
    void aFactOfOneIncidentTouchesOneCardAndMovesNone() {
        Pulse[] all = many(2_000);
        show(all);
        List<CardModel> before = List.copyOf(cards(0));
        watch(0);
        all[700] = row(701, Severity.SEV1, "another name", 701);
        show(all);
        assertThat(changes).isEmpty();
        assertThat(later).isEmpty();
        assertThat(cards(0)).isEqualTo(before);
        assertThat(cards(0).get(1_299).getTitle()).isEqualTo("another name");
    }

    @Test
    void anIncidentThatMovesToTheEndMovesAlone() {
        Pulse[] all = many(2_000);
        show(all);
        CardModel first = cards(0).getFirst();
        watch(0);
        all[1_999] = pulse(2_000, Severity.SEV1, "owes a review", Phase.POSTMORTEM, 2_000);
        show(all);
        assertThat(changes).containsExactly("-1", "+1");
        assertThat(cards(0).getLast()).isSameAs(first);
        assertThat(titles(0).getLast()).isEqualTo("owes a review");
    }

    @Test
    void howeverTheyAreMixedTheyComeIntoTheirOrder() {
        var random = new Random(7);
        for (int round = 0; round < 60; round++) {
            Pulse[] some = IntStream.range(1, 200)
                    .filter(_ -> random.nextInt(3) > 0)
                    .mapToObj(number -> row(number, Severity.SEV1, "number " + number, random.nextInt(500)))
                    .toArray(Pulse[]::new);
            source.show(snapshot(List.of(some), List.of()));
            for (int left = random.nextInt(20); left > 0 && !later.isEmpty(); left--) {
                later.remove().run();
            }
        }
        Pulse[] last = many(150);
        show(last);
        assertThat(titles(0))
                .isEqualTo(IntStream.iterate(150, i -> i - 1)
                        .limit(150)
                        .mapToObj(i -> "number " + i)
                        .toList());
    }

    @Test
    void theScreenSortsAndCountsNothingItself() {
        var elsewhere = new ArrayDeque<Runnable>();
        var slow = new BoardSource(Given.ANA, Given.surroundings().wall(), elsewhere::add, board::show);
        board.wire(slow);
        slow.show(snapshot(List.of(many(5)), List.of()));
        facets.toggle(Facet.MINE);
        assertThat(cards(0)).isEmpty();
        assertThat(elsewhere).as("one picture for both").hasSize(1);
        elsewhere.remove().run();
        assertThat(titles(0)).containsExactly("number 1");
    }

    @Test
    void eachLevelHasItsColumnWithTheLongestWaitingOnTop() {
        show(row(1, Severity.SEV1, "young", 5), row(2, Severity.SEV1, "old", 50), row(3, Severity.SEV4, "low", 1));
        assertThat(titles(0)).containsExactly("old", "young");
        assertThat(titles(1)).isEmpty();
        assertThat(titles(3)).containsExactly("low");
        assertThat(board.getCount()).isEqualTo("3 live");
        assertThat(board.getColumns().getFirst().getCount()).isEqualTo("2");
    }

    @Test
    void aCardStaysTheSameWhileItsIncidentChanges() {
        show(row(1, Severity.SEV1, "before", 5));
        CardModel card = board.getColumns().getFirst().getCards().getFirst();
        show(row(2, Severity.SEV1, "older", 9), row(1, Severity.SEV1, "after", 5));
        assertThat(board.getColumns().getFirst().getCards().get(1)).isSameAs(card);
        assertThat(card.getTitle()).isEqualTo("after");
    }

    @Test
    void anIncidentThatEndedOrChangedItsLevelLeavesItsColumn() {
        show(row(1, Severity.SEV2, "raised", 5), row(2, Severity.SEV2, "ended", 9));
        show(row(1, Severity.SEV1, "raised", 5));
        assertThat(titles(0)).containsExactly("raised");
        assertThat(titles(1)).isEmpty();
    }

    @Test
    void theLargeFigureCountsSecondsForWhoeverSeesIt() {
        show(row(1, Severity.SEV1, "one", 59));
        CardModel card = board.getColumns().getFirst().getCards().getFirst();
        assertThat(card.getElapsed()).isEqualTo("00:59:00");
        board.tick(Given.NOW.plusSeconds(59));
        assertThat(card.getElapsed()).as("nobody looks").isEqualTo("00:59:00");
        card.watch(Given.NOW);
        board.tick(Given.NOW.plusSeconds(61));
        assertThat(card.getElapsed()).isEqualTo("01:00:01");
        board.tick(Given.NOW.plus(Duration.ofHours(490)));
        assertThat(card.getElapsed()).isEqualTo("20 d 10:59");
        board.tick(Given.NOW.minus(Duration.ofHours(2)));
        assertThat(card.getElapsed()).isEqualTo("00:00:00");
    }

    @Test
    void theFootNamesTheKeysOfACardOnlyWhileThereIsOne() {
        show();
        assertThat(acts.getFoot().getLine()).isEqualTo("[Ctrl+/] shows all keys");
        show(row(1, Severity.SEV3, "one", 47));
        assertThat(acts.getFoot().getLine()).startsWith("[Enter] open");
        acts.getFoot().say("said", Given.NOW);
        show();
        assertThat(acts.getFoot().getLine()).isEqualTo("said");
        acts.getFoot().clear();
        assertThat(acts.getFoot().getLine()).isEqualTo("[Ctrl+/] shows all keys");
    }

    @Test
    void aCardIsHeardWhole() {
        show(row(1, Severity.SEV3, "Search is stale", 47));
        assertThat(board.getColumns().get(2).getCards().getFirst().getSpoken())
                .isEqualTo("SEV-3 Medium, INC-2026-1121-001, Investigating: Search is stale."
                        + " Command M. Duval. 00:47:00 since declared. ");
    }

    @Test
    void whoHasItsRoomOpenStandsOnTheCardAndIsHeard() {
        show(row(1, Severity.SEV3, "Search is stale", 47));
        CardModel card = board.getColumns().get(2).getCards().getFirst();
        String alone = card.getSpoken();
        var desk = new DeskId("abcdefghijklmnop");
        board.meet(new Company(List.of(
                new Presence(desk, "Ben Okafor", Optional.of(card.id()), Optional.empty()),
                new Presence(desk, "Carla Jiménez", Optional.of(card.id()), Optional.empty()),
                new Presence(desk, "Dora", Optional.of(card.id()), Optional.empty()),
                new Presence(desk, "Emil", Optional.empty(), Optional.empty()))));
        card.watch(Given.NOW);
        assertThat(card.isVisited()).isTrue();
        assertThat(card.getCompany()).isEqualTo("Ben, Carla +1");
        assertThat(card.getSpoken()).isEqualTo(alone + " Here: Ben Okafor, Carla Jiménez, Dora.");
        board.meet(Company.NONE);
        assertThat(card.isVisited()).isFalse();
        assertThat(card.getSpoken()).isEqualTo(alone);
    }

    @Test
    void aTitleCannotTurnTheScreenAround() {
        show(row(1, Severity.SEV3, "a\u202eb", 47));
        CardModel card = board.getColumns().get(2).getCards().getFirst();
        assertThat(card.getTitle()).isEqualTo("a<U+202E>b");
        assertThat(card.isWrapped()).isTrue();
        show(row(1, Severity.SEV3, "\u05d0\u05d1", 47));
        assertThat(card.isWrapped()).isFalse();
    }

    @Test
    void theBoardIsQuietOnlyWhenItKnows() {
        assertThat(board.isQuiet()).isFalse();
        show();
        assertThat(board.isQuiet()).isTrue();
        assertThat(board.getCount()).isEmpty();
    }

    @Test
    void wordsStayInTheLineWhenTheyCouldNotBeWritten() {
        declare.open();
        declare.titleProperty().set("disk full");
        declare.commit();
        answer.completeExceptionally(new IllegalStateException("the disk is full"));
        assertThat(declare.getRefusal()).isEqualTo("Not declared, your words are kept. the disk is full");
        assertThat(declare.titleProperty().get()).isEqualTo("disk full");
        assertThat(declare.isOpen()).isTrue();
    }

    @Test
    void aRefusalIsShownInWords() {
        declare.open();
        declare.commit();
        answer.complete(new Answer.Refused(new Refusal("refused.reason.needed", List.of()), List.of()));
        assertThat(declare.isRefused()).isTrue();
        assertThat(declare.getRefusal()).isNotBlank().doesNotContain("refused.");
    }

    @Test
    void twoPressesDeclareOnce() {
        declare.titleProperty().set("disk full");
        declare.commit();
        declare.commit();
        assertThat(asked).containsExactly("disk full SEV-2");
    }

    @Test
    void leavingTheLineKeepsItsWords() {
        declare.open();
        declare.titleProperty().set("half a thou");
        declare.leave();
        assertThat(declare.isOpen()).isFalse();
        assertThat(declare.titleProperty().get()).isEqualTo("half a thou");
    }

    @Test
    void raisingIsDoneAtOnceAndCanBeTakenBack() {
        Pulse pulse = row(1, Severity.SEV3, "one", 5);
        show(pulse);
        acts.raise(pulse);
        assertThat(desk.commands()).containsExactly(new IncidentCommand.ChangeSeverity(Severity.SEV2, ""));
        desk.done(pulse.id());
        assertThat(acts.getFoot().getLine())
                .startsWith("INC-2026-1121-001 is SEV-2 now: response by 15:22.")
                .endsWith("[Ctrl+Z] takes it back for 30 s.");
        acts.undo();
        assertThat(desk.undone).containsExactly(pulse.id());
        desk.done(pulse.id());
        acts.undo();
        assertThat(desk.undone).as("one act, one way back").hasSize(1);
        assertThat(acts.getFoot().isRefused()).isTrue();
    }

    @Test
    void loweringAsksWhyAndSaysWhatComesOfIt() {
        Pulse pulse = pulse(1, Severity.SEV1, "one", Phase.MONITORING, 5);
        show(pulse);
        acts.lower(pulse);
        assertThat(desk.commands()).isEmpty();
        assertThat(acts.getAsk().getQuestion()).isEqualTo("Why lower INC-2026-1121-001 to SEV-2?");
        assertThat(acts.getAsk().getEffect()).contains("stays due once");
        acts.getAsk().textProperty().set("impact is over");
        acts.commit();
        assertThat(desk.commands())
                .containsExactly(new IncidentCommand.ChangeSeverity(Severity.SEV2, "impact is over"));
    }

    @Test
    void aRefusalStandsWhereItWasAskedAndTheWordsStay() {
        Pulse pulse = row(1, Severity.SEV1, "one", 5);
        acts.lower(pulse);
        assertThat(acts.getAsk().getEffect()).contains("not debated during the call");
        acts.getAsk().textProperty().set("calmer now");
        acts.commit();
        desk.refuse("refused.severity.lowerEarly");
        assertThat(acts.getAsk().isOpen()).isTrue();
        assertThat(acts.getAsk().getRefusal()).contains("not debated");
        assertThat(acts.getAsk().textProperty().get()).isEqualTo("calmer now");
    }

    @Test
    void mergingFindsTheOtherByTheEndOfItsNumberOrItsTitle() {
        Pulse one = row(1, Severity.SEV1, "Checkout errors", 5);
        Pulse two = row(2, Severity.SEV2, "Search is stale", 5);
        show(one, two);
        acts.merge(two);
        assertThat(acts.getAsk().getChoices()).contains("Checkout").doesNotContain("Search");
        acts.getAsk().textProperty().set("002");
        assertThat(acts.getAsk().getChoices()).isEqualTo("No live incident has such a number or title.");
        acts.getAsk().textProperty().set("err");
        acts.commit();
        assertThat(desk.commands())
                .containsExactly(
                        new IncidentCommand.MergeInto(one.id(), "merged on the board"),
                        new IncidentCommand.Absorb(two.id()));
        desk.done(two.id());
        acts.undo();
        assertThat(desk.commands().subList(2, 4))
                .containsExactly(new IncidentCommand.Unmerge(""), new IncidentCommand.Release(two.id()));
    }

    @Test
    void facetsNarrowAndTypesAddUp() {
        show(
                List.of(
                        row(1, Severity.SEV1, "mine", 5),
                        row(2, Severity.SEV1, "theirs", 5),
                        row(3, Severity.SEV2, "theirs, security", 5)),
                List.of(pulse(4, Severity.SEV3, "over", Phase.CLOSED, 50)));
        facets.toggle(Facet.MINE);
        assertThat(titles(0)).containsExactly("mine");
        facets.choose(Set.of(Facet.SECURITY));
        runLater();
        assertThat(titles(1)).containsExactly("theirs, security");
        assertThat(titles(0)).isEmpty();
        facets.choose(Set.of(Facet.CLOSED));
        runLater();
        assertThat(titles(2)).containsExactly("over");
        facets.keep("what ended");
        facets.choose(Set.of());
        runLater();
        assertThat(titles(0)).hasSize(2);
        assertThat(facets.getSaved()).containsExactly(new SavedView("what ended", Set.of(Facet.CLOSED)));
        assertThat(facets.getFacets().getFirst().getCount()).isEqualTo("1");
    }

    @Test
    void theQuestionsExplainTheLevelWhileTheyAreAnswered() {
        SizeUpModel sizeUp = declare.getSizeUp();
        assertThat(declare.getLevel()).isEqualTo(Severity.SEV2);
        sizeUp.answer(3);
        assertThat(declare.getLevel()).isEqualTo(Severity.SEV3);
        assertThat(sizeUp.getExplanation()).startsWith("SEV-3: minor function.");
        sizeUp.answer(0);
        sizeUp.answer(4);
        assertThat(declare.getLevel()).isEqualTo(Severity.SEV1);
        assertThat(sizeUp.getAt()).isEqualTo(3);
        assertThat(sizeUp.answers()).isPresent();
        sizeUp.clear();
        assertThat(sizeUp.answers()).isEmpty();
    }

    @Test
    void whatIsOverdueIsSaidInWords() {
        Clock late =
                Clock.running("update", Deadline.between(Given.NOW.minusSeconds(3600), Given.NOW.minusSeconds(130)));
        show(pulse(1, Severity.SEV1, "one", Phase.INVESTIGATING, 60, late));
        CardModel card = board.getColumns().getFirst().getCards().getFirst();
        assertThat(card.getNext()).isEqualTo("Update overdue 2:10");
        assertThat(card.getLook()).isEqualTo("overdue");
        assertThat(board.getCount()).isEqualTo("1 live · 1 need a word from you");
    }

    private void show(Pulse... live) {
        show(List.of(live), List.of());
    }

    private void show(List<Pulse> live, List<Pulse> ended) {
        board.wire(source);
        source.show(snapshot(live, ended));
        runLater();
    }

    private static Pulses.Snapshot snapshot(List<Pulse> live, List<Pulse> ended) {
        return new Pulses.Snapshot(live, ended, 7, Optional.empty(), Optional.empty(), 0);
    }

    private void runLater() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }

    private List<CardModel> cards(int column) {
        return board.getColumns().get(column).getCards();
    }

    private void watch(int column) {
        board.getColumns().get(column).getCards().addListener((ListChangeListener<CardModel>) change -> {
            while (change.next()) {
                changes.add(change.wasAdded() ? "+" + change.getAddedSize() : "-" + change.getRemovedSize());
            }
        });
    }

    /// The higher its number, the longer it waits.
    private static Pulse[] many(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> row(number, Severity.SEV1, "number " + number, number))
                .toArray(Pulse[]::new);
    }

    private List<String> titles(int column) {
        return board.getColumns().get(column).getCards().stream()
                .map(CardModel::getTitle)
                .toList();
    }

    private static Pulse row(int number, Severity severity, String title, int minutesAgo) {
        return pulse(number, severity, title, Phase.INVESTIGATING, minutesAgo);
    }

    private static Pulse pulse(
            int number, Severity severity, String title, Phase phase, int minutesAgo, Clock... clocks) {
        Instant declared = Given.NOW.minus(Duration.ofMinutes(minutesAgo));
        return new Pulse(
                new IncidentId("INC-2026-1121-%03d~abcdefgh".formatted(number)),
                title,
                severity,
                phase,
                number == 3 ? IncidentType.SECURITY : IncidentType.OUTAGE,
                Optional.of(Given.ANA),
                Optional.empty(),
                Optional.empty(),
                number == 1 ? Set.of(Given.ANA) : Set.of(),
                List.of(),
                Optional.of(declared),
                Optional.empty(),
                declared,
                0,
                0,
                List.of(clocks),
                Map.of(),
                0,
                Optional.empty(),
                Optional.of(declared),
                Pulse.Depth.WHOLE);
    }

    /// Takes everything and answers when told to.
    private static final class Desk implements Hands {
        private final List<Gesture> gestures = new ArrayList<>();
        private final List<IncidentId> undone = new ArrayList<>();
        private CompletableFuture<Answer> coming = new CompletableFuture<>();

        @Override
        public CompletableFuture<Answer> act(Gesture gesture) {
            gestures.add(gesture);
            coming = new CompletableFuture<>();
            return coming;
        }

        @Override
        public CompletableFuture<Answer> declare(Gesture.Opening opening) {
            return coming;
        }

        @Override
        public CompletableFuture<Answer> undo(IncidentId incident, PersonId actor) {
            undone.add(incident);
            coming = new CompletableFuture<>();
            return coming;
        }

        List<IncidentCommand> commands() {
            return gestures.stream()
                    .flatMap(gesture -> gesture.steps().stream())
                    .map(Gesture.Step::command)
                    .toList();
        }

        void done(IncidentId id) {
            coming.complete(new Answer.Done(History.of(id, List.of()).now(), List.of()));
        }

        void refuse(String key) {
            coming.complete(new Answer.Refused(new Refusal(key, List.of("x")), List.of()));
        }
    }
}
