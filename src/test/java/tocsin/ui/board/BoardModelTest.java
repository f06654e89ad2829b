package tocsin.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tocsin.app.Answer;
import tocsin.base.IncidentId;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Refusal;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.store.IncidentRow;
import tocsin.ui.Given;
import tocsin.ui.kit.Words;

class BoardModelTest {
    private static final Words WORDS = Words.in(Locale.ENGLISH);

    private final List<String> asked = new ArrayList<>();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final DeclareModel declare = new DeclareModel(
            title -> {
                asked.add(title);
                return answer;
            },
            Runnable::run,
            WORDS);
    private final BoardModel board = new BoardModel(
            declare,
            new StatusModel(Path.of("/data/ops-emea"), Given.BERLIN, WORDS),
            InstantSource.fixed(Given.NOW),
            WORDS);

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
    void timeGoesOnInWholeMinutes() {
        show(row(1, Severity.SEV1, "one", 59));
        CardModel card = board.getColumns().getFirst().getCards().getFirst();
        assertThat(card.getElapsed()).isEqualTo("59 min");
        board.tick(Given.NOW.plusSeconds(59));
        assertThat(card.getElapsed()).isEqualTo("59 min");
        board.tick(Given.NOW.plusSeconds(60));
        assertThat(card.getElapsed()).isEqualTo("1 h 00 min");
        board.tick(Given.NOW.plus(Duration.ofHours(49)));
        assertThat(card.getElapsed()).isEqualTo("2 d 01 h");
        board.tick(Given.NOW.minus(Duration.ofHours(2)));
        assertThat(card.getElapsed()).isEqualTo("0 min");
    }

    @Test
    void aCardIsHeardWhole() {
        show(row(1, Severity.SEV3, "Search is stale", 47));
        assertThat(board.getColumns().get(2).getCards().getFirst().getSpoken())
                .isEqualTo("SEV-3 Medium, INC-2026-1121-001, Investigating: Search is stale."
                        + " Command M. Duval. 47 min since declared.");
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
    void whatCannotBeReadLeavesTheOldPictureAndSaysSo() {
        show(row(1, Severity.SEV1, "one", 5));
        board.show(new Reading.Failed("The store is in use."));
        assertThat(titles(0)).containsExactly("one");
        assertThat(board.getStatus().isTroubled()).isTrue();
        assertThat(board.getStatus().getTrouble()).isEqualTo("The board may be old: The store is in use.");
        show();
        assertThat(board.getStatus().isTroubled()).isFalse();
    }

    @Test
    void theStripTellsFactsProfileAndZone() {
        board.show(new Reading.Fresh(List.of(), 4812, Optional.empty()));
        assertThat(board.getStatus().getFacts()).isEqualTo("All 4,812 facts on disk");
        assertThat(board.getStatus().getProfile()).isEqualTo("Profile: ops-emea");
        assertThat(board.getStatus().getZone()).isEqualTo("Europe/Berlin");
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
        assertThat(asked).containsExactly("disk full");
    }

    @Test
    void leavingTheLineKeepsItsWords() {
        declare.open();
        declare.titleProperty().set("half a thou");
        declare.leave();
        assertThat(declare.isOpen()).isFalse();
        assertThat(declare.titleProperty().get()).isEqualTo("half a thou");
    }

    private void show(IncidentRow... rows) {
        board.show(new Reading.Fresh(Arrays.asList(rows), 7, Optional.empty()));
    }

    private List<String> titles(int column) {
        return board.getColumns().get(column).getCards().stream()
                .map(CardModel::getTitle)
                .toList();
    }

    private static IncidentRow row(int number, Severity severity, String title, int minutesAgo) {
        Instant declared = Given.NOW.minus(Duration.ofMinutes(minutesAgo));
        return new IncidentRow(
                new IncidentId("INC-2026-1121-%03d~abcdefgh".formatted(number)),
                title,
                severity,
                Phase.INVESTIGATING,
                IncidentType.values()[0],
                Environment.values()[0],
                Optional.of(Given.ANA),
                Optional.of(declared),
                Optional.empty(),
                declared,
                Optional.of(declared),
                0,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ZoneOffset.UTC,
                Optional.empty());
    }
}
