package tocsin.domain.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    private static final Wording WORDING = Wording.shipped();
    private static final Names NAMES =
            Names.of(List.of("Ana Ruiz", "Ben Okri", "Will Stone", "Jörg Frank"), List.of("AR", "DB"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ana should have checked the limit | NAME COUNTERFACTUAL",
                "The operator error was obvious | HUMAN_ERROR VERDICT",
                "The root cause was a bad deploy by the web team | SINGLE_CAUSE VERDICT BLAME",
                "If only the alert had fired | COUNTERFACTUAL",
                "Remind everybody to be careful | EMPTY_ACTION EMPTY_ACTION",
                "The on-call engineer saw 3% errors; the dashboard showed green; the guide said restart |",
                "Service X failed to start |",
                "We could have lost data | RISK",
                "The team did not notice for 40 min | COUNTERFACTUAL"
            })
    void theFixturesOfThePractice(String text, String kinds) {
        assertThat(kinds(text)).isEqualTo(kinds == null ? "" : kinds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ana hätte das Limit prüfen müssen | NAME COUNTERFACTUAL",
                "Der Bedienfehler war offensichtlich | HUMAN_ERROR VERDICT",
                "Die Ursache war allein eine falsche Entscheidung des Web-Teams | SINGLE_CAUSE VERDICT BLAME",
                "Hätte der Alarm nur ausgelöst | COUNTERFACTUAL",
                "Alle daran erinnern, vorsichtiger zu sein | EMPTY_ACTION EMPTY_ACTION",
                "Die Diensthabende sah 3 % Fehler; das Dashboard war grün; die Anleitung riet zum Neustart |",
                "Dienst X startete nicht |",
                "Wir hätten Daten verlieren können | RISK",
                "Das Team hat es 40 Minuten lang nicht bemerkt | COUNTERFACTUAL",
                "Menschliches Versagen und fahrlässige Arbeit | HUMAN_ERROR VERDICT",
                "Im Nachhinein hat Ben versäumt, das zu lesen | HINDSIGHT NAME COUNTERFACTUAL"
            })
    void theSameInGerman(String text, String kinds) {
        assertThat(kinds(text)).isEqualTo(kinds == null ? "" : kinds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The team did not notice for 40 min | no signal reached the team for 40 min",
                "We could have lost data | data loss was possible because",
                "They failed to see the alarm. | no signal reached them the alarm",
                "Das Team hat nichts bemerkt | kein Signal erreichte das Team",
                "Der Ingenieur hätte das Limit prüfen müssen | kein Signal erreichte den Ingenieur",
                "Wir hätten Daten verlieren können | Datenverlust war möglich, weil"
            })
    void saysTheSentenceInAnotherWayWhereItCan(String text, String suggestion) {
        assertThat(check(text).getFirst().suggestion()).isEqualTo(suggestion);
    }

    @Test
    void aRewriteFitsIntoTheTextFromTheSubjectToTheEndOfItsClause() {
        String text = "It was late. The engineer should have checked the count, but no signal showed it.";

        Finding finding = check(text).getFirst();
        Finding.Rewrite rewrite = finding.rewrite().orElseThrow();

        assertThat(text.substring(finding.from(), finding.to())).isEqualTo("should have");
        assertThat(text.substring(0, rewrite.from()) + rewrite.words() + text.substring(rewrite.to()))
                .isEqualTo("It was late. No signal reached the engineer, but no signal showed it.");
    }

    @Test
    void aNameIsOfferedItsRoleOnlyWhereACauseIsSpokenOf() {
        assertThat(check("Ana took command at 14:02. AR wrote the update.")).isEmpty();
        assertThat(check("The outage was triggered when AR ran the job"))
                .extracting(Finding::kind, Finding::suggestion)
                .containsExactly(tuple(Kind.NAME, "the on-call engineer"));
        assertThat(check("The loss was caused by Ana's change and the DB"))
                .extracting(Finding::phrase)
                .containsExactly("caused by ana's");
    }

    @Test
    void aWordThatIsAlsoANameIsNotTakenForOne() {
        assertThat(check("Will the limit be raised? It caused this.")).isEmpty();
        assertThat(kinds("It was caused when Will restarted it")).isEqualTo("NAME");
        assertThat(kinds("The stone caused it")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The log says `should have`.",
                "```\nshould have\n\nobviously\n```",
                "~~~~ sh\nforgot\n~~~\nforgot\n~~~~",
                "Text:\n\n    forgot --all\n",
                "> Ana should have known\nand forgot",
                "Support wrote \"you should have told us\" at once.",
                "Support wrote “you should have told us” at once.",
                "Er schrieb „das war offensichtlich“ dazu.",
                "{timeline: #obviously, should have}",
                "See https://example.org/should-have-obviously/forgot and [log](http://x/forgot obviously)",
                "<!-- obviously -->",
                "- 14:22 Ana said the operator should have looked",
                "| 14:22:04 | Ben | said: obviously the deploy |"
            })
    void wordsThatAreNotTheAuthorsOwnAreLeftAlone(String text) {
        assertThat(check(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The disk has 5\" and obviously 3\" bays",
                "`open and obviously",
                "{ obviously",
                "“ obviously",
                "- 14:22 obviously the deploy",
                "- one\n\n    obviously still the item",
                "```code``` obviously"
            })
    void whatOnlyLooksLikeAQuotationIsRead(String text) {
        assertThat(kinds(text)).isEqualTo("VERDICT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The queue missed two heartbeats.",
                "The SLA check did not run; the job failed to start.",
                "Just before 14:00 the pool was full.",
                "Lazy loading of images helped.",
                "A non-obvious limit of the pool.",
                "The engineer investigated the pool and did the rollback.",
                "The team saw that checkout failed to start.",
                "We rolled back, the service did not recover.",
                "The team's dashboard did not load.",
                "Die einfache Abfrage lief weiter.",
                "Der Dienst hat die Sicherung nicht gelöscht."
            })
    void ordinarySentencesAreLeftAlone(String text) {
        assertThat(check(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The engineers didn’t see it | COUNTERFACTUAL",
                "Had the alert fired, we would know | COUNTERFACTUAL",
                "He was careless and forgot it | VERDICT HUMAN_ERROR",
                "Caused by Ben Okri | HUMAN_ERROR",
                "Ben deleted the table | HUMAN_ERROR",
                "Who did this? | BLAME",
                "The vendor is responsible for the outage | BLAME",
                "They knew or should have known | HINDSIGHT",
                "The warning signs were ignored | HINDSIGHT",
                "It was easily avoided | HINDSIGHT",
                "A one-off, an isolated incident | SINGLE_CAUSE SINGLE_CAUSE",
                "It was due solely to load | SINGLE_CAUSE",
                "1. Ensure alerts work | EMPTY_ACTION",
                "Es lag allein an der Last | SINGLE_CAUSE",
                "Wer hat das gelöscht? | BLAME",
                "Warnzeichen wurden ignoriert | HINDSIGHT"
            })
    void theRestOfTheLists(String text, String kinds) {
        assertThat(kinds(text)).isEqualTo(kinds);
    }

    @Test
    void anIgnoredPhraseIsNotToldAgain() {
        Finding finding = check("Ana hätte das Limit prüfen müssen").getLast();

        assertThat(finding.phrase()).isEqualTo("hätte … müssen");
        assertThat(WORDING.check("Bo hätte heute lesen müssen. Obviously.", NAMES, Set.of("hätte … müssen")))
                .extracting(Finding::phrase)
                .containsExactly("obviously");
    }

    @Test
    void anEmptyActionIsNamed() {
        assertThat(WORDING.emptyAction("Remind the team to watch the pool")).isPresent();
        assertThat(WORDING.emptyAction("Das Team sensibilisieren")).isPresent();
        assertThat(WORDING.emptyAction("Alert at 80 % of the pool, seen in the load test"))
                .isEmpty();
        assertThat(WORDING.emptyAction("")).isEmpty();
    }

    @Test
    void theOffsetsAreThoseOfTheWholeText() {
        String text = "😀 First.\n\n```\nforgot\n```\n\nÜberall 😀 obviously.\n\n- Ensure it";

        assertThat(check(text))
                .extracting(finding -> text.substring(finding.from(), finding.to()))
                .containsExactly("obviously", "Ensure");
    }

    @Test
    void aDecomposedUmlautIsTheSameLetter() {
        assertThat(kinds("Das wurde u\u0308bersehen")).isEqualTo("COUNTERFACTUAL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The team should have seen it, \"said\" Ana. `x` hätte man wissen müssen.\n\n",
                "wenn nur hätte ",
                "had ",
                "\" “ « » { ` `` ``` ](",
                "Ana ",
                "<!-- ",
                "a",
                "\n> \n"
            })
    @Timeout(20)
    void aMegabyteOfAnythingIsReadInOneGo(String part) {
        String text = part.repeat(1_000_000 / part.length());

        assertThat(check(text)).isSortedAccordingTo(Comparator.comparingInt(Finding::from));
    }

    private static List<Finding> check(String text) {
        return WORDING.check(text, NAMES, Set.of());
    }

    private static String kinds(String text) {
        return String.join(
                " ", check(text).stream().map(finding -> finding.kind().name()).toList());
    }
}
