package tocsin.ui.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tocsin.domain.prose.Prose;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

class FindPromptTest {
    private static final Words ENGLISH = Words.in(Locale.ENGLISH);

    private final Desk desk = new Desk();
    private final Pages pages = new Pages();

    FindPromptTest() {
        desk.holds("summary", "The pool ran dry. A Pool of 100 is a small pool.");
        desk.holds("impact", "Orders waited for the pool.");
        desk.holds("lessons", "Nothing about it.");
    }

    @Test
    void theCountIsSaidWhileOneTypes() {
        assertThat(says("pool")).isEqualTo("3 in this section, 4 in the document");
        assertThat(pages.marked).isEqualTo(new Hits("pool"));
    }

    @Test
    void capitalsAreMeantWhenTheyAreTyped() {
        assertThat(says("Pool")).isEqualTo("1 in this section, 1 in the document");
    }

    @Test
    void whatNobodyWroteIsSaidToBeNowhere() {
        assertThat(read("queue")).isInstanceOf(Prompt.Wrong.class);
    }

    @Test
    void enterGoesFromOneToTheNextThroughAllSectionsAndBegins() {
        Prompt prompt = new FindPrompt(ENGLISH, pages, "");
        var went = new java.util.ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            prompt = ((Prompt.Next) run(prompt.read("pool"))).prompt();
            went.add(pages.here + " " + pages.selected.at());
        }
        assertThat(prompt.draft()).isEqualTo("pool");
        assertThat(went).containsExactly("summary 4", "summary 20", "summary 43", "impact 22", "summary 4");
    }

    @Test
    void oneIsReplacedOnlyWhereOneStands() {
        assertThat(says("pool -> set")).startsWith("To the next one");
        run(read("pool -> set"));
        assertThat(says("pool -> set")).isEqualTo("\"set\" in its place; 1 of 3 in this section, 4 in the document");
        run(read("pool -> set"));

        assertThat(desk.text("summary")).isEqualTo("The set ran dry. A Pool of 100 is a small pool.");
        assertThat(pages.selected.at()).as("the next one").isEqualTo(19);
    }

    @Test
    void wordsThatHoldWhatTheyReplaceAreNotReplacedForEver() {
        run(read("pool -> pool pool"));
        run(read("pool -> pool pool"));
        assertThat(pages.selected.at()).isGreaterThan("The pool pool".length());
    }

    @Test
    void allOfThisSectionAreReplacedAndTakenBackInOneGo() {
        assertThat(says("pool -> set -> here")).isEqualTo("3 in this section become \"set\"");
        run(read("pool -> set -> here"));
        assertThat(desk.text("summary")).isEqualTo("The set ran dry. A set of 100 is a small set.");
        assertThat(desk.text("impact")).contains("pool");

        desk.writing.undo("summary");
        assertThat(desk.text("summary")).isEqualTo("The pool ran dry. A Pool of 100 is a small pool.");
        desk.writing.redo("summary");
        assertThat(desk.text("summary")).isEqualTo("The set ran dry. A set of 100 is a small set.");
    }

    @Test
    void theWholeDocumentIsReplacedAfterItsCountWasSaid() {
        assertThat(says("pool -> set -> all")).isEqualTo("4 in the document become \"set\"");
        assertThat(run(read("pool -> set -> all"))).isInstanceOf(Prompt.Done.class);
        assertThat(desk.text("impact")).isEqualTo("Orders waited for the set.");
    }

    @Test
    void aChoiceLeadsToAllOfThem() {
        assertThat(read("pool -> set").options())
                .extracting(Prompt.Option::fill)
                .containsExactly("pool -> set -> here", "pool -> set -> all");
    }

    @Test
    void theWordsAroundKeepTheirAuthors() {
        run(read("ran -> fell -> here"));
        assertThat(desk.writing.prose("summary").passages())
                .extracting(passage -> passage.author().name())
                .containsExactly("Ben", "Ana", "Ben");
    }

    @Test
    void aTextThatWouldGrowTooLongStaysAsItIs() {
        assertThat(run(read("pool -> " + "x".repeat(Writing.MOST_CHARS) + " -> all")))
                .isInstanceOf(Prompt.Refused.class);
        assertThat(desk.text("summary")).startsWith("The pool");
    }

    @Test
    void everyLanguageHasItsOwnWordForAll() {
        Prompt german = new FindPrompt(Words.in(Locale.GERMAN), pages, "");
        assertThat(((Prompt.Ready) german.read("pool -> Satz -> alle")).summary())
                .isEqualTo("4 im Dokument werden zu „Satz“");
    }

    private Prompt.Reading read(String text) {
        return new FindPrompt(ENGLISH, pages, "").read(text);
    }

    private String says(String text) {
        return ((Prompt.Ready) read(text)).summary();
    }

    private static Prompt.Outcome run(Prompt.Reading reading) {
        return ((Prompt.Ready) reading).run().get().join();
    }

    private final class Pages implements FindPrompt.Document {
        private String here = "summary";
        private Prose.Change selected = new Prose.Change(0, 0, "");
        private Hits marked = Hits.NONE;

        @Override
        public Map<String, String> texts() {
            var texts = new LinkedHashMap<String, String>();
            List.of("summary", "impact", "lessons").forEach(key -> texts.put(key, desk.text(key)));
            return texts;
        }

        @Override
        public String here() {
            return here;
        }

        @Override
        public Prose.Change selected() {
            return selected;
        }

        @Override
        public void mark(Hits hits) {
            marked = hits;
        }

        @Override
        public void go(String section, int from, int to) {
            here = section;
            selected = new Prose.Change(from, to - from, "");
        }

        @Override
        public boolean change(Map<String, List<Prose.Change>> changes) {
            boolean fits =
                    changes.entrySet().stream().allMatch(each -> desk.writing.fits(each.getKey(), each.getValue()));
            return fits
                    && changes.entrySet().stream()
                            .allMatch(each -> desk.writing.change(each.getKey(), each.getValue()));
        }
    }
}
