package tocsin.ui.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tocsin.domain.analysis.Category;
import tocsin.domain.analysis.Content;
import tocsin.domain.analysis.Differs;
import tocsin.domain.analysis.FactorCode;
import tocsin.domain.analysis.FactorPart;
import tocsin.domain.analysis.Figure;
import tocsin.domain.analysis.Held;
import tocsin.domain.analysis.Join;
import tocsin.ui.kit.Prompt;

class FigurePromptsTest {
    private final FigureTable ana = new FigureTable();

    private void whys(String... chain) {
        ana.enter(ana.prompts.top(Figure.WHYS, FigureMoves.Spot.TOP, Optional.empty()), chain[0]);
        for (int i = 1; i < chain.length; i++) {
            ana.enter(ana.prompts.below(ana.node(chain[i - 1])), chain[i]);
        }
    }

    private void cause(Category category, String text) {
        ana.enter(
                ana.prompts.top(Figure.FISHBONE, FigureMoves.Spot.TOP, Optional.empty()),
                category.word() + ": " + text);
    }

    @Test
    void aChainOfWhysIsAskedOnePartAfterTheOther() {
        whys("Orders twice", "Two writers", "The flag starts both");
        assertThat(ana.told(Figure.WHYS)).containsExactly("Orders twice", ".Two writers", "..The flag starts both");
        assertThat(ana.made).hasSize(3);
        assertThat(ana.prompts.below(ana.node("Two writers")).title()).isEqualTo("Why? \"Two writers\"");
    }

    @Test
    void anotherAnswerStandsRightBehindTheOneItWasAskedBeside() {
        whys("Orders twice", "Two writers");
        ana.enter(ana.prompts.below(ana.node("Orders twice")), "No count of orders");
        var first = ana.node("Two writers");
        ana.enter(ana.prompts.beside(first, ana.moves().beside(first)), "No key per order");
        assertThat(ana.told(Figure.WHYS))
                .containsExactly("Orders twice", ".Two writers", ".No key per order", ".No count of orders");
    }

    @Test
    void nothingTypedIsAskedForAndNotRefused() {
        Prompt first = ana.prompts.top(Figure.WHYS, FigureMoves.Spot.TOP, Optional.empty());
        assertThat(first.title()).isEqualTo("What happened?");
        assertThat(first.read("  ")).isEqualTo(new Prompt.Wanting("In a few words", List.of()));
        assertThat(first.read("x".repeat(5_000))).isInstanceOf(Prompt.Wrong.class);
    }

    @Test
    void aCauseNamesItsBoneByTheBeginningOfItsName() {
        Prompt cause = ana.prompts.top(Figure.FISHBONE, FigureMoves.Spot.TOP, Optional.empty());
        assertThat(cause.read("").options()).hasSize(Category.values().length);
        assertThat(cause.read("de").options())
                .extracting(Prompt.Option::fill)
                .containsExactly("Dependency: ", "Detection: ");
        assertThat(cause.read("Config: ")).isEqualTo(new Prompt.Wanting("In a few words", List.of()));
        assertThat(cause.read("Weather")).isEqualTo(new Prompt.Wrong("No bone is called \"Weather\"."));
        ana.enter(cause, "config: a pool of 50: no more");
        assertThat(ana.node("a pool of 50: no more").content().category()).contains(Category.CONFIG);
        Prompt next = ana.prompts.beside(ana.node("a pool of 50: no more"), FigureMoves.Spot.TOP);
        assertThat(next.draft()).isEqualTo("Configuration: ");
    }

    @Test
    void aFactorIsAskedForItsWordsItsKindAndItsPart() {
        Prompt kind = ana.next(
                ana.prompts.top(Figure.FACTORS, FigureMoves.Spot.TOP, Optional.empty()), "Nothing counts orders");
        assertThat(kind.read("").options()).hasSize(FactorCode.values().length);
        assertThat(kind.read("weather")).isEqualTo(new Prompt.Wrong("It cannot be marked as \"weather\"."));
        ana.enter(ana.next(kind, "gap in det"), "was wait");
        assertThat(ana.node("Nothing counts orders").content())
                .isEqualTo(Content.factor(
                        FactorCode.DETECTION_GAP, FactorPart.LATENT, "Nothing counts orders", Optional.empty()));
    }

    @Test
    void aChangeIsAFormThatSaysWhatIsStillMissing() {
        Prompt change = ana.prompts.top(Figure.CHANGE, FigureMoves.Spot.TOP, Optional.empty());
        assertThat(change.read(change.draft())).isInstanceOfSatisfying(Prompt.Wanting.class, wanting -> {
            assertThat(wanting.say()).isEqualTo("Still missing: What, Differs");
            assertThat(wanting.options()).extracting(Prompt.Option::name).containsExactly("yes", "no", "not known");
            assertThat(wanting.options().getFirst().fill()).endsWith("Differs: yes");
        });
        assertThat(change.read("What: app\nDiffers: perhaps"))
                .isEqualTo(new Prompt.Wrong("Differs cannot be \"perhaps\"; it is one of yes, no, not known."));
        ana.enter(change, "What: app\nLast good: 4.11\nFirst bad: 4.12\nDiffers: y");
        assertThat(ana.node("app").content()).isEqualTo(Content.change("app", "4.11", "4.12", Differs.YES));
    }

    @Test
    void aRowIsChangedInTheSameForm() {
        ana.enter(
                ana.prompts.top(Figure.BARRIER, FigureMoves.Spot.TOP, Optional.empty()),
                "Defence: Canary\nMade to: stop it\nIt: fai\nWhy: ");
        Prompt again = ana.prompts.reword(ana.node("Canary"));
        assertThat(again.draft()).isEqualTo("Defence: Canary\nMade to: stop it\nIt: failed\nWhy: ");
        assertThat(again.read(again.draft())).isInstanceOf(Prompt.Wanting.class);
        ana.enter(again, again.draft().replace("failed", "was bypassed"));
        assertThat(ana.node("Canary").content().held()).contains(Held.BYPASSED);
    }

    @Test
    void aMarkIsChosenByTheBeginningOfItsName() {
        whys("Orders twice", "PAY-07 is silent");
        Prompt mark = ana.prompts.mark(ana.node("PAY-07 is silent")).orElseThrow();
        assertThat(mark.read("").options())
                .extracting(Prompt.Option::name)
                .containsExactly("a rule, gate or design", "it goes on from here");
        ana.enter(mark, "a");
        assertThat(ana.node("PAY-07 is silent").content().endsAtARule()).isTrue();
        ana.enter(ana.prompts.mark(ana.node("PAY-07 is silent")).orElseThrow(), "it");
        assertThat(ana.node("PAY-07 is silent").content().endsAtARule()).isFalse();

        ana.enter(ana.prompts.top(Figure.FAULT, FigureMoves.Spot.TOP, Optional.empty()), "Down");
        ana.enter(ana.prompts.mark(ana.node("Down")).orElseThrow(), "and");
        assertThat(ana.node("Down").content().join()).contains(Join.AND);
    }

    @Test
    void aCauseOfACauseHasNoBoneToChoose() {
        cause(Category.CODE, "pool");
        ana.enter(ana.prompts.below(ana.node("pool")), "nobody counts");
        assertThat(ana.prompts.mark(ana.node("pool"))).isPresent();
        assertThat(ana.prompts.mark(ana.node("nobody counts"))).isEmpty();
    }

    @Test
    void whatGoesWithAPartIsSaidBeforeItIsTakenOut() {
        whys("Orders twice", "Two writers", "The flag starts both");
        Prompt drop = ana.prompts.drop(ana.node("Two writers"));
        assertThat(((Prompt.Ready) drop.read("")).effects()).containsExactly("What stands below goes with it: 1");
        assertThat(ana.enter(drop, "said twice")).isEqualTo(new Prompt.Done("Taken out: Two writers"));
        assertThat(ana.told(Figure.WHYS)).containsExactly("Orders twice");
    }

    @Test
    void aPartGoesInAndOutAndPastItsNeighbours() {
        whys("Orders twice", "one");
        ana.enter(ana.prompts.below(ana.node("Orders twice")), "two");
        ana.enter(ana.prompts.below(ana.node("Orders twice")), "three");
        ana.does(ana.moves().in(ana.node("two")));
        assertThat(ana.told(Figure.WHYS)).containsExactly("Orders twice", ".one", "..two", ".three");
        ana.does(ana.moves().out(ana.node("two")));
        assertThat(ana.told(Figure.WHYS)).containsExactly("Orders twice", ".one", ".two", ".three");
        ana.does(ana.moves().up(ana.node("three")));
        ana.does(ana.moves().down(ana.node("one")));
        assertThat(ana.told(Figure.WHYS)).containsExactly("Orders twice", ".three", ".one", ".two");
        ana.does(ana.moves().down(ana.node("one")));
        assertThat(ana.told(Figure.WHYS)).containsExactly("Orders twice", ".three", ".two", ".one");
        assertThat(ana.moves().down(ana.node("one"))).isEmpty();
        assertThat(ana.moves().up(ana.node("three"))).isEmpty();
        assertThat(ana.moves().in(ana.node("three"))).isEmpty();
        assertThat(ana.moves().out(ana.node("Orders twice"))).isEmpty();
    }

    @Test
    void aCauseThatComesToTheTopTakesTheBoneItCameFrom() {
        cause(Category.DATA, "rows");
        ana.enter(ana.prompts.below(ana.node("rows")), "a key is missing");
        ana.does(ana.moves().out(ana.node("a key is missing")));
        assertThat(ana.told(Figure.FISHBONE)).containsExactly("rows", "a key is missing");
        assertThat(ana.node("a key is missing").content().category()).contains(Category.DATA);
    }

    @Test
    void aRowStandsBelowNothing() {
        ana.enter(ana.prompts.top(Figure.CHANGE, FigureMoves.Spot.TOP, Optional.empty()), "What: app\nDiffers: yes");
        ana.enter(ana.prompts.top(Figure.CHANGE, FigureMoves.Spot.TOP, Optional.empty()), "What: load\nDiffers: no");
        assertThat(ana.moves().in(ana.node("load"))).isEmpty();
    }

    @Test
    void bonesAreNamedInTheLanguageOfTheReader() {
        var jan = new FigureTable(Locale.GERMAN);
        Prompt cause = jan.prompts.top(Figure.FISHBONE, FigureMoves.Spot.TOP, Optional.empty());
        jan.enter(cause, "abh: Steuerdienst");
        assertThat(jan.node("Steuerdienst").content().category()).contains(Category.DEPENDENCY);
    }
}
