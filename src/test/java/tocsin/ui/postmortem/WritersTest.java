package tocsin.ui.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tocsin.base.PersonId;
import tocsin.domain.prose.Prose;

class WritersTest {
    private final Desk desk = new Desk();
    private final Writers writers = new Writers(Desk.ANA);

    @Test
    void theCaretSaysWhoseWordsTheseAreUnlessTheyAreOnesOwn() {
        desk.holds("summary", "Ben's line\n");
        desk.writing.typed("summary", 11, 0, "mine");
        Prose prose = desk.writing.prose("summary");

        assertThat(whose(prose, 0)).as("at the beginning the first word counts").contains("Ben");
        assertThat(whose(prose, 10)).contains("Ben");
        assertThat(whose(prose, 11)).as("a line begins with its own words").isEmpty();
        assertThat(whose(prose, 15)).isEmpty();
    }

    @Test
    void nothingIsSaidAboutAnEmptyText() {
        assertThat(whose(desk.writing.prose("summary"), 0)).isEmpty();
    }

    @Test
    void theWordsOfOthersAreTintedAndOnesOwnAreNot() {
        desk.holds("summary", "theirs");
        desk.writing.typed("summary", 3, 0, "OWN");
        List<Prose.Passage> seen = desk.writing.prose("summary").passages(1, 9);

        assertThat(writers.marks(seen, 1, 8))
                .containsExactly(new Markdown.Mark(0, 2, "theirs-1"), new Markdown.Mark(5, 8, "theirs-1"));
    }

    @Test
    void aTintStaysWithItsPersonAndTheSeventhSharesTheFirst() {
        List<Prose.Passage> seven = java.util.stream.IntStream.range(0, 7)
                .mapToObj(at -> new Prose.Passage(at, at + 1, new PersonId("P" + at), Desk.NOON, Optional.empty()))
                .toList();
        assertThat(writers.marks(seven, 0, 7))
                .extracting(Markdown.Mark::style)
                .containsExactly("theirs-1", "theirs-2", "theirs-3", "theirs-4", "theirs-5", "theirs-6", "theirs-1");
        assertThat(writers.marks(seven.subList(2, 3), 2, 1))
                .extracting(Markdown.Mark::style)
                .containsExactly("theirs-3");
    }

    @Test
    void allWhoWroteAreListedWithWhatTheyHaveOfIt() {
        desk.holds("summary", "x".repeat(999));
        desk.writing.typed("summary", 0, 0, "y");

        assertThat(writers.rows(desk.writing.prose("summary").passages()))
                .containsExactly(
                        new Writers.Row(Desk.BEN, 1, 100, Optional.of(Desk.NOON.plusSeconds(1))),
                        new Writers.Row(Desk.ANA, 0, 1, Optional.empty()));
    }

    @Test
    void theStretchInSightIsReadWithoutTheRest() {
        desk.holds("summary", "one ");
        desk.writing.typed("summary", 4, 0, "two");
        assertThat(desk.writing.prose("summary").passages(5, 6))
                .singleElement()
                .extracting(passage -> desk.text("summary").substring(passage.from(), passage.to()))
                .isEqualTo("two");
        assertThat(desk.writing.prose("summary").passages(0, 7))
                .isEqualTo(desk.writing.prose("summary").passages());
    }

    private Optional<String> whose(Prose prose, int caret) {
        return writers.theirs(prose, caret).map(passage -> passage.author().name());
    }
}
