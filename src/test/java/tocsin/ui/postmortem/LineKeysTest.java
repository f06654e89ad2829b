package tocsin.ui.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import tocsin.domain.prose.Prose;
import tocsin.ui.postmortem.LineKeys.Caret;
import tocsin.ui.postmortem.LineKeys.Done;

/// `^` is the caret.
class LineKeysTest {
    private static final String NOTHING = "";

    @Test
    void enterGoesOnWithTheNextItem() {
        assertThat(enter("- one^")).isEqualTo("- one\n- ^");
        assertThat(enter("* one^")).isEqualTo("* one\n* ^");
        assertThat(enter("1. one^")).isEqualTo("1. one\n2. ^");
        assertThat(enter("9) one^")).isEqualTo("9) one\n10) ^");
        assertThat(enter("  - one^")).isEqualTo("  - one\n  - ^");
        assertThat(enter("- [x] one^")).isEqualTo("- [x] one\n- [ ] ^");
        assertThat(enter("- on^e\nrest")).isEqualTo("- on\n- ^e\nrest");
    }

    @Test
    void enterOnAnItemWithoutWordsEndsTheList() {
        assertThat(enter("- one\n- ^")).isEqualTo("- one\n^");
        assertThat(enter("1. one\n2. ^\nrest")).isEqualTo("1. one\n^\nrest");
        assertThat(enter("- [ ] ^")).isEqualTo("^");
    }

    @Test
    void enterElsewhereIsALineAndNothingElse() {
        assertThat(enter("one^")).isEqualTo(NOTHING);
        assertThat(enter("^- one")).isEqualTo(NOTHING);
        assertThat(enter("-one^")).isEqualTo(NOTHING);
        assertThat(enter("---^")).isEqualTo(NOTHING);
        assertThat(enter("2026 was^")).isEqualTo(NOTHING);
        assertThat(enter("^")).isEqualTo(NOTHING);
        assertThat(enter("^| a |")).isEqualTo(NOTHING);
    }

    @Test
    void tabNestsAnItemInTheOneAboveWithAllThatIsInIt() {
        assertThat(tab("- one\n- t^wo")).isEqualTo("- one\n  - t^wo");
        assertThat(tab("10. one\n11. ^two")).isEqualTo("10. one\n    11. ^two");
        assertThat(tab("- one\n- t^wo\n  - three\n    more\n- four"))
                .isEqualTo("- one\n  - t^wo\n    - three\n      more\n- four");
        assertThat(tab("- one\n  - two\n- ^three")).isEqualTo("- one\n  - two\n  - ^three");
        assertThat(tab("- ^one")).as("there is nothing to nest it in").isEqualTo("- ^one");
        assertThat(tab("- one\n  - ^two")).as("as deep as it goes").isEqualTo("- one\n  - ^two");
    }

    @Test
    void shiftTabTakesItOutAgain() {
        assertThat(shiftTab("- one\n  - t^wo")).isEqualTo("- one\n- t^wo");
        assertThat(shiftTab("- one\n  - two\n    - ^three")).isEqualTo("- one\n  - two\n  - ^three");
        assertThat(shiftTab("1. one\n   - t^wo\n     - three")).isEqualTo("1. one\n- t^wo\n  - three");
        assertThat(shiftTab("- ^one")).as("the key goes on").isEqualTo(NOTHING);
    }

    @Test
    void tabInWordsGoesOnToWhateverIsNext() {
        assertThat(tab("one^")).isEqualTo(NOTHING);
        assertThat(shiftTab("one^")).isEqualTo(NOTHING);
    }

    @Test
    void enterInATableAddsARowWithTheSameCells() {
        assertThat(enter("| a | b |\n|---|---|\n| 1 |^ 2 |")).isEqualTo("| a | b |\n|---|---|\n| 1 | 2 |\n| ^ |  |");
        assertThat(enter("| a | b |^")).as("the heads want their rule").isEqualTo("| a | b |\n|---|---|\n| ^ |  |");
        assertThat(enter("| a ^|\n|---|\n| 1 |")).isEqualTo("| a |\n|---|\n| ^ |\n| 1 |");
        assertThat(enter("| a \\| b | c |^")).isEqualTo("| a \\| b | c |\n|---|---|\n| ^ |  |");
    }

    @Test
    void aRowWithoutWordsEndsTheTable() {
        assertThat(enter("| a |\n|---|\n| 1 |\n| ^ |\nrest")).isEqualTo("| a |\n|---|\n| 1 |\n^\nrest");
    }

    @Test
    void tabGoesFromCellToCellAndMakesARowAtTheEnd() {
        assertThat(tab("| a^ | b |")).isEqualTo("| a | b^ |");
        assertThat(tab("^| a | b |")).isEqualTo("| a^ | b |");
        assertThat(tab("| a | b^ |\n|---|---|\n|  | 2 |")).isEqualTo("| a | b |\n|---|---|\n| ^ | 2 |");
        assertThat(tab("| a |\n|---|\n| 1^ |")).isEqualTo("| a |\n|---|\n| 1 |\n| ^ |");
        assertThat(tab("| a | ^b")).isEqualTo("| a | b\n|---|---|\n| ^ |  |");
    }

    @Test
    void shiftTabGoesBackAndOutOfTheFirstCell() {
        assertThat(shiftTab("| a | b^ |")).isEqualTo("| a^ | b |");
        assertThat(shiftTab("| a | b |\n|---|---|\n| 1^ | 2 |")).isEqualTo("| a | b^ |\n|---|---|\n| 1 | 2 |");
        assertThat(shiftTab("| a^ | b |")).isEqualTo(NOTHING);
    }

    private static String enter(String marked) {
        return pressed(marked, LineKeys::enter);
    }

    private static String tab(String marked) {
        return pressed(marked, LineKeys::tab);
    }

    private static String shiftTab(String marked) {
        return pressed(marked, LineKeys::shiftTab);
    }

    private static String pressed(String marked, BiFunction<LineKeys, Caret, Optional<Done>> key) {
        int place = marked.indexOf('^');
        String text = marked.replace("^", "");
        String[] lines = text.split("\n", -1);
        int line = (int) text.substring(0, place)
                .chars()
                .filter(letter -> letter == '\n')
                .count();
        int begin = text.lastIndexOf('\n', place - 1) + 1;
        Optional<Done> done =
                key.apply(new LineKeys(index -> lines[index], lines.length), new Caret(line, place - begin, begin));
        if (done.isEmpty()) {
            return NOTHING;
        }
        var now = new StringBuilder(text);
        for (Prose.Change change : done.get().changes()) {
            now.replace(change.at(), change.at() + change.removed(), change.words());
        }
        return now.insert(done.get().caret(), "^").toString();
    }
}
