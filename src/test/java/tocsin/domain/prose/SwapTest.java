package tocsin.domain.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.domain.prose.Writers.SECTION;
import static tocsin.domain.prose.Writers.desk;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tocsin.domain.prose.ProseFact.TextDeleted;
import tocsin.domain.prose.ProseFact.TextInserted;
import tocsin.domain.prose.Swap.Wish;
import tocsin.domain.prose.Writers.Desk;

class SwapTest {
    @Test
    void otherWordsStandWhereTheOldOnesStood() {
        Desk ana = desk('a').types(0, "The pool ran dry.").saves();
        swaps(ana, wish(ana, 4, 8, "queue"));
        assertThat(ana.text()).isEqualTo("The queue ran dry.");
        assertThat(ana.screen.toString()).isEqualTo(ana.text());
    }

    @Test
    void wordsThatOthersWroteThereMeanwhileStayAndStandInOrder() {
        Desk zoe = desk('z').types(0, "The pool ran dry.").saves();
        Wish wish = wish(zoe, 9, 12, "was");
        Desk bo = desk('b').hears(zoe);
        bo.types(9, "almost ").saves();
        zoe.hears(bo).types(0, "Once, ").saves();

        swaps(zoe, wish);

        assertThat(zoe.text()).isEqualTo("Once, The pool almost was dry.");
    }

    @Test
    void whatBothHaveAlikeIsNotTouched() {
        Desk ana = desk('a').types(0, "a healthy release").saves();
        Swap swap = of(ana, wish(ana, 0, 17, "a sick release"));
        assertThat(swap.facts())
                .hasSize(2)
                .anySatisfy(fact -> assertThat(fact)
                        .isInstanceOfSatisfying(
                                TextInserted.class,
                                inserted -> assertThat(inserted.words()).isEqualTo("sick")))
                .anySatisfy(fact -> assertThat(fact)
                        .isInstanceOfSatisfying(
                                TextDeleted.class,
                                deleted -> assertThat(deleted.stretches())
                                        .singleElement()
                                        .extracting(Stretch::from, Stretch::to)
                                        .containsExactly(2, 9)));
    }

    @Test
    void halfOfASignIsNeverKept() {
        Desk ana = desk('a').types(0, "ok \uD83D\uDE00").saves();
        swaps(ana, wish(ana, 0, 5, "ok \uD83D\uDE01"));
        assertThat(ana.text()).isEqualTo("ok \uD83D\uDE01");
    }

    @Test
    void whenTheOldWordsAreGoneTheNewOnesComeToWhereTheyStood() {
        Desk ana = desk('a').types(0, "The pool ran dry.").saves();
        Wish wish = wish(ana, 4, 9, "queue ");
        ana.writes(4, 5, "").saves();

        Swap swap = of(ana, wish);
        assertThat(swap.gone()).isEmpty();
        take(ana, swap);
        assertThat(ana.text()).isEqualTo("The queue ran dry.");
    }

    @Test
    void onlyWhatStillStandsGoesAndWhatWasWrittenBetweenStays() {
        Desk ana = desk('a').types(0, "one two three four").saves();
        Wish wish = wish(ana, 4, 13, "2 3");
        ana.writes(4, 4, "").saves().types(6, "X").saves();

        swaps(ana, wish);

        assertThat(ana.text()).isEqualTo("one 2 3X four");
    }

    @Test
    void wordsAtTheEndAreAddedBehindTheLast() {
        Desk ana = desk('a').types(0, "dry \uD83D\uDE00").saves();
        Optional<Spot> last = ana.prose.spot(4);
        swaps(ana, new Wish(List.of(), last, Side.AFTER, "!"));
        assertThat(ana.text()).isEqualTo("dry \uD83D\uDE00!");
        swaps(desk('b'), new Wish(List.of(), Optional.empty(), Side.AFTER, "first"));
    }

    @Test
    void besideWordsThatNoFactHoldsYetNothingCanBePut() {
        Desk ana = desk('a').types(0, "saved").saves().types(5, " not yet");
        Wish wish = new Wish(List.of(), ana.prose.spot(0), Side.BEFORE, "x");
        assertThat(Swap.of(SECTION, ana.prose, wish)).isPresent();
        assertThat(Swap.of(
                        SECTION,
                        desk('c').types(0, "typed").prose,
                        new Wish(List.of(), Optional.empty(), Side.AFTER, "x")))
                .as("it hangs before what was typed")
                .isEmpty();
    }

    private static Wish wish(Desk desk, int from, int to, String words) {
        return new Wish(desk.prose.stretches(from, to), desk.prose.spot(from), Side.BEFORE, words);
    }

    private static Swap of(Desk desk, Wish wish) {
        return Swap.of(SECTION, desk.prose, wish).orElseThrow();
    }

    private static void swaps(Desk desk, Wish wish) {
        take(desk, of(desk, wish));
    }

    private static void take(Desk desk, Swap swap) {
        swap.facts().forEach(fact -> desk.hears(desk.record(fact)));
    }
}
