package tocsin.ui.postmortem;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.domain.severity.Severity.SEV2;
import static tocsin.ui.postmortem.Table.SECTION;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tocsin.domain.incident.Story;
import tocsin.domain.postmortem.Comment;
import tocsin.domain.postmortem.Suggestion;
import tocsin.ui.kit.Prompt;

class TalkPromptsTest {
    private final Table table = Table.of(Story.incident(SEV2)).writes("It saw a healthy release then.");
    private final List<Remark> shown = new ArrayList<>();
    private final TalkPrompts prompts = new TalkPrompts(table.asking, table.writing, shown::add);

    @Test
    void aCommentIsAboutTheWordsThatWereChosenAndFollowsThem() {
        says("healthy release", "Which threshold did it use?");
        assertThat(table.talk().comments())
                .singleElement()
                .extracting(Comment::quote, Comment::text)
                .containsExactly("healthy release", "Which threshold did it use?");
        assertThat(table.marked()).containsExactly("commented healthy release");

        table.writing.typed(SECTION, 0, 0, "That day: ");
        table.writing.save();
        table.writing.typed(SECTION, table.text().indexOf("release"), 0, "looking ");
        table.writing.save();

        assertThat(table.text()).isEqualTo("That day: It saw a healthy looking release then.");
        assertThat(table.marked()).containsExactly("commented healthy looking release");
    }

    @Test
    void wordsTypedAMomentAgoCanBeCommentedOnceTheyAreOnDisk() {
        table.writing.typed(SECTION, 30, 0, " Nobody knew.");
        says("Nobody knew", "How could one?");
        assertThat(table.marked()).containsExactly("commented Nobody knew");
    }

    @Test
    void withNothingChosenItIsAboutTheSection() {
        Prompt prompt = prompts.comment(table.chooses(""), "Summary");
        assertThat(prompt.title()).isEqualTo("On the section Summary");
        Table.enter(prompt, "Too long");
        assertThat(table.talk().comments().getFirst().from()).isEmpty();
        assertThat(table.marked()).isEmpty();
    }

    @Test
    void aSuggestionThatIsAcceptedIsTakenBackLikeWords() {
        proposes("saw a healthy release", "was shown a healthy release");
        String before = table.text();
        does("1 accept");
        String after = table.text();

        table.writing.undo(SECTION);
        assertThat(table.text()).isEqualTo(before);
        table.writing.redo(SECTION);
        assertThat(table.text()).isEqualTo(after);
    }

    @Test
    void whatWasSaidToTheEndDoesNotGrowWithTheText() {
        says("release then.", "When?");
        table.writes(" And more.");
        assertThat(table.marked()).containsExactly("commented release then.");
    }

    @Test
    void aCommentIsAnsweredSettledAndReopenedByItsNumber() {
        says("healthy", "Which threshold?");
        assertThat(does("1 answer Two percent")).isEqualTo(new Prompt.Done("Noted"));
        does("1 se");
        assertThat(table.marked()).isEmpty();
        assertThat(table.talk().comments().getFirst().replies())
                .extracting(Comment.Reply::text)
                .containsExactly("Two percent");
        does("1 reopen");
        assertThat(table.remarks().getFirst().open()).isTrue();
    }

    @Test
    void openOnesComeFirstAndTheNumberAloneShowsThePlace() {
        says("It saw", "Who?");
        says("then", "When?");
        does("1 settle");
        assertThat(table.remarks()).extracting(Remark::quote).containsExactly("then", "It saw");

        does("1");
        assertThat(shown).containsExactly(table.remarks().getFirst());
        assertThat(TalkMarks.sight(table.remarks().getFirst(), table.writing.prose(SECTION)))
                .isEqualTo(new TalkMarks.Place(25, 29));
    }

    @Test
    void whatCannotBeIsSaidBeforeEnter() {
        assertThat(read("1")).isEqualTo(new Prompt.Wrong("Nothing has been said about this section."));
        says("then", "When?");
        assertThat(read("7")).isEqualTo(new Prompt.Wrong("There are 1; begin with a number of the list."));
        assertThat(read("1 accept")).isInstanceOf(Prompt.Wanting.class);
        assertThat(((Prompt.Wanting) read("1 answer")).say()).isEqualTo("with what you answer");
        assertThat(read("").options()).extracting(Prompt.Option::note).containsExactly("Ana");
    }

    @Test
    void aSuggestionThatIsAcceptedWritesItsWords() {
        proposes("saw a healthy release", "was shown a healthy release");
        assertThat(table.marked()).containsExactly("suggested saw a healthy release");

        table.by(Story.BEN);
        assertThat(Table.ready(prompts.list(SECTION, ""), "1 accept").summary())
                .isEqualTo("\"saw a healthy release\" → \"was shown a healthy release\"");
        does("1 accept");

        assertThat(table.text()).isEqualTo("It was shown a healthy release then.");
        assertThat(table.talk().suggestions().getFirst().status()).isEqualTo(Suggestion.Status.ACCEPTED);
        assertThat(table.marked()).isEmpty();
    }

    @Test
    void acceptingLeavesTheCommentWhereTheWordsAreTheSame() {
        says("healthy release", "Which threshold?");
        proposes("saw a healthy release", "was shown a healthy release");
        does("2 accept");
        assertThat(table.marked()).containsExactly("commented healthy release");
    }

    @Test
    void oneThatIsDeclinedNeedsAReason() {
        proposes("then", "at 14:15");
        assertThat(read("1 decline")).isInstanceOf(Prompt.Wanting.class);
        does("1 decline the time is in the table");
        assertThat(table.talk().suggestions().getFirst().reason()).isEqualTo("the time is in the table");
        assertThat(table.text()).isEqualTo("It saw a healthy release then.");
    }

    @Test
    void whenTheOldWordsAreGoneItIsSaidBeforeEnter() {
        proposes(" then", " at 14:15");
        table.writing.typed(SECTION, 24, 5, "");
        assertThat(Table.ready(prompts.list(SECTION, ""), "1 accept").effects())
                .containsExactly("The old words are gone already; the new ones come to where they stood.");
        does("1 accept");
        assertThat(table.text()).isEqualTo("It saw a healthy release at 14:15.");
    }

    @Test
    void atAPlaceAloneWordsAreProposedToBePutIn() {
        Prompt prompt = prompts.suggest(new Chosen(table.writing, SECTION, 9, 9));
        assertThat(prompt.read("")).isInstanceOf(Prompt.Wanting.class);
        Table.enter(prompt, "very ");
        does("1 accept");
        assertThat(table.text()).isEqualTo("It saw a very healthy release then.");
    }

    @Test
    void inAnEmptySectionToo() {
        Table.enter(prompts.suggest(new Chosen(table.writing, "impact", 0, 0)), "None.");
        Table.enter(prompts.list("impact", ""), "1 accept");
        assertThat(table.writing.text("impact")).isEqualTo("None.");
        assertThat(Remark.openBeside(SECTION, table.talk())).isZero();
    }

    @Test
    void severalRowsAreProposedInSeveralRows() {
        table.writes("\nAnd on.");
        assertThat(prompts.suggest(table.chooses("then.\nAnd")).lines()).isGreaterThan(1);
        assertThat(prompts.suggest(table.chooses("then.")).lines()).isEqualTo(1);
    }

    private void says(String quote, String text) {
        Table.enter(prompts.comment(table.chooses(quote), "Summary"), text);
    }

    private void proposes(String quote, String better) {
        Table.enter(prompts.suggest(table.chooses(quote)), better);
    }

    private Prompt.Outcome does(String text) {
        return Table.enter(prompts.list(SECTION, ""), text);
    }

    private Prompt.Reading read(String text) {
        return prompts.list(SECTION, "").read(text);
    }
}
