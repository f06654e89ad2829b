package tocsin.domain.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RereadingTest {
    private static final String TEXT = """
            Ana should have looked at the graph.

            ```
            obviously code
            ```

            It was obviously the wrong one.

            Ana should have looked at the graph.
            """;

    private final Wording wording = Wording.shipped();
    private final Rereading rereading = new Rereading();

    @Test
    void itSaysWhatReadingAnewWouldSay() {
        agrees(TEXT, Set.of());
        agrees("A line before.\n\n" + TEXT, Set.of());
        agrees(TEXT.replace("obviously the", "perhaps the"), Set.of());
        agrees("", Set.of());
        agrees(TEXT, Set.of());
    }

    @Test
    void whatMayStandIsForgottenAndFoundAgain() {
        List<Finding> all = rereading.check(wording, TEXT, Names.NONE, Set.of());
        String phrase = all.getFirst().phrase();

        agrees(TEXT, Set.of(phrase));
        assertThat(rereading.check(wording, TEXT, Names.NONE, Set.of(phrase)))
                .extracting(Finding::phrase)
                .doesNotContain(phrase);
        agrees(TEXT, Set.of());
    }

    @Test
    void anotherPersonIsFoundInWhatWasReadBefore() {
        agrees("The fault was Zoe's.", Set.of());
        Names zoe = Names.of(List.of("Zoe Quist"), List.of("ZQ"));

        assertThat(rereading.check(wording, "The fault was Zoe's.", zoe, Set.of()))
                .isEqualTo(wording.check("The fault was Zoe's.", zoe, Set.of()));
    }

    private void agrees(String text, Set<String> ignored) {
        assertThat(rereading.check(wording, text, Names.NONE, ignored))
                .isEqualTo(wording.check(text, Names.NONE, ignored));
    }
}
