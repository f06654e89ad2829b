package tocsin.ui.postmortem;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.ui.postmortem.Desk.ANA;
import static tocsin.ui.postmortem.Desk.BEN;
import static tocsin.ui.postmortem.Desk.NOON;
import static tocsin.ui.postmortem.Desk.fact;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tocsin.base.FactId;
import tocsin.domain.Recorded;
import tocsin.domain.postmortem.ReviewFact;
import tocsin.domain.prose.Manuscript;
import tocsin.domain.prose.ProseFact.TextDeleted;
import tocsin.domain.prose.ProseFact.TextInserted;
import tocsin.domain.prose.Side;
import tocsin.domain.prose.Stretch;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Telling;

class MomentTest {
    private static final List<Recorded> FACTS = List.of(
            fact(1, ANA, new ReviewFact.PostmortemOpened(Optional.empty(), ANA, NOON)),
            fact(10, ANA, words("summary", "The pool ")),
            fact(200, ANA, words("impact", "Orders")),
            fact(300, BEN, words("summary", "queue ")),
            fact(310, ANA, new TextDeleted("summary", List.of(new Stretch(new FactId(Desk.FAR, 10), 4, 8)))),
            fact(1_000, ANA, words("summary", "ran")),
            fact(1_100, ANA, new ReviewFact.ReviewRequested()),
            fact(1_200, BEN, new ReviewFact.PostmortemApproved()));

    private final List<Moment> opened = new ArrayList<>();

    @Test
    void stepsOfTheReviewAndSpellsOfWritingAreMoments() {
        assertThat(Moment.of(FACTS))
                .extracting(Moment::what)
                .containsExactly(
                        Moment.What.BEGUN,
                        Moment.What.WROTE,
                        Moment.What.WROTE,
                        Moment.What.WROTE,
                        Moment.What.WROTE,
                        Moment.What.ASKED,
                        Moment.What.APPROVED);
    }

    @Test
    void onePersonsWordsWithoutAPauseAreOneMomentWithAllTheirSections() {
        Moment first = Moment.of(FACTS).get(1);
        assertThat(first.sections()).isEqualTo(Set.of("summary", "impact"));
        assertThat(first.came()).isEqualTo("The pool Orders".length());
        assertThat(first.at()).isEqualTo(NOON.plusSeconds(200));
    }

    @Test
    void whatWentIsCountedToo() {
        assertThat(Moment.of(FACTS).get(3).went()).isEqualTo(4);
    }

    @Test
    void theTextOfAMomentIsThatOfTheFactsThatHadCome() {
        Moment first = Moment.of(FACTS).get(1);
        assertThat(Manuscript.of(Desk.HERE, FACTS.subList(0, first.facts())).text("summary"))
                .isEqualTo("The pool ");
    }

    @Test
    void theNewestIsOfferedFirstAndWordsOrItsNumberLeadToOne() {
        assertThat(read("").options().getFirst().name()).contains("Ben approved it");
        assertThat(((Prompt.Ready) read("asked")).summary()).contains("Ana asked for the review");
        assertThat(((Prompt.Ready) read("impact")).summary()).contains("Ana wrote: 15 characters came, 0 went");
        ((Prompt.Ready) read("1")).run().get().join();
        assertThat(opened).extracting(Moment::what).containsExactly(Moment.What.BEGUN);
        assertThat(read("nobody")).isInstanceOf(Prompt.Wrong.class);
    }

    private Prompt.Reading read(String text) {
        Words words = Words.in(Locale.ENGLISH);
        return new MomentPrompt(
                        words, new Telling(words, ZoneOffset.UTC, NOON), Moment.of(FACTS), key -> key, opened::add)
                .read(text);
    }

    private static TextInserted words(String section, String words) {
        return new TextInserted(section, Optional.empty(), Side.AFTER, words);
    }
}
