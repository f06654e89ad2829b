package tocsin.ui.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What counts as a word of a postmortem.
class WordCountTest {
    @Test
    void wordsAreCountedHoweverTheyAreSetApart() {
        assertThat(WordCount.of("")).isZero();
        assertThat(WordCount.of("The pool ran dry, at 14:10.\n\nIt's **very** `bad`"))
                .isEqualTo(9);
        assertThat(WordCount.of("Der Überlauf – und \uD835\uDC00 – kam\tspät")).isEqualTo(6);
    }

    @Test
    void theSignOfAListIsNoWord() {
        assertThat(WordCount.of("- one")).isEqualTo(1);
        assertThat(WordCount.of("1. one\n2) two\n  * [x] three\n  - [ ] four")).isEqualTo(4);
        assertThat(WordCount.of("> - quoted words")).isEqualTo(2);
        assertThat(WordCount.of("- 12 pods\n14 of 30")).isEqualTo(5);
        assertThat(WordCount.of("-")).isZero();
    }

    @Test
    void theLinesOfATableAreNoWords() {
        assertThat(WordCount.of("| Time | What |\n|:---|---|\n|14:10|the alarm|"))
                .isEqualTo(5);
    }

    @Test
    void aFenceIsNoWordAndWhatItHoldsIsCounted() {
        assertThat(WordCount.of("```sql\nselect id\n1. from orders\n```\nrows")).isEqualTo(6);
    }

    @Test
    void aLineThatAsksTheRecordIsNoWord() {
        assertThat(WordCount.of("{timeline: 14:15 .. 14:22, decisions}\nfound")).isEqualTo(1);
    }

    @Test
    void headingsAndRulesCountTheirWordsOnly() {
        assertThat(WordCount.of("## What we saw\n\n---\n\n***")).isEqualTo(3);
    }
}
