package tocsin.app.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tocsin.domain.prose.Prose;

class ComparisonTest {
    @Test
    void theSameTextHasNoPassage() {
        assertThat(Comparison.of("a\nb", "a\nb").passages()).isEmpty();
        assertThat(Comparison.of("", "").rows()).isEmpty();
    }

    @Test
    void aChangedLineShowsTheWordsThatWentAndCame() {
        Comparison.Row row =
                Comparison.of("The pool ran dry", "The queue ran dry").rows().getFirst();
        assertThat(row.then().orElseThrow().parts()).containsExactly(same("The "), other("pool"), same(" ran dry"));
        assertThat(row.now().orElseThrow().parts()).containsExactly(same("The "), other("queue"), same(" ran dry"));
    }

    @Test
    void aParagraphThatWentStandsAlone() {
        Comparison found = Comparison.of("a\nb\nc", "a\nc");
        assertThat(found.rows()).hasSize(3);
        assertThat(found.rows().get(1).now()).isEmpty();
    }

    @Test
    void wordsAddedAtTheEndLeaveTheLineBeforeThemUnmarked() {
        assertThat(Comparison.of("a", "a\nb").rows().getFirst().passage()).isEmpty();
    }

    @Test
    void aPassageComesBackAndTheOthersStay() {
        Comparison found = Comparison.of("one\ntwo\nthree\nfour", "one\n2\nthree\n4");
        assertThat(applied(found.now(), found.restoring(found.passages().getFirst())))
                .isEqualTo("one\ntwo\nthree\n4");
    }

    @Test
    void aParagraphThatWasTheLastComesBackOnALineOfItsOwn() {
        Comparison found = Comparison.of("a\nb", "a");
        assertThat(applied("a", found.restoring())).isEqualTo("a\nb");
    }

    @Test
    void onlyWordsThatDifferAreTouched() {
        Comparison found = Comparison.of("The small pool ran dry", "The large pool ran dry");
        assertThat(found.restoring()).containsExactly(new Prose.Change(4, 5, "small"));
    }

    @Test
    void whateverTheTwoTextsAreRestoringAllOfItBringsTheOldLinesBack() {
        var random = new Random(11);
        for (int i = 0; i < 3_000; i++) {
            String then = text(random);
            String now = text(random);
            assertThat(bare(applied(now, Comparison.of(then, now).restoring())))
                    .as("%s from %s", then, now)
                    .isEqualTo(bare(then));
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        int size = random.nextInt(12);
        for (int i = 0; i < size; i++) {
            text.append("ab \n".charAt(random.nextInt(4)));
        }
        return text.toString();
    }

    /// A line end more at the very end is no difference anybody sees.
    private static String bare(String text) {
        return text.replaceAll("\\n+$", "");
    }

    private static String applied(String text, List<Prose.Change> changes) {
        var now = new StringBuilder(text);
        changes.forEach(each -> now.replace(each.at(), each.at() + each.removed(), each.words()));
        return now.toString();
    }

    private static Comparison.Part same(String words) {
        return new Comparison.Part(words, Comparison.Mark.SAME);
    }

    private static Comparison.Part other(String words) {
        return new Comparison.Part(words, Comparison.Mark.OTHER);
    }
}
