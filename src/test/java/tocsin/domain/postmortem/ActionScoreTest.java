package tocsin.domain.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.postmortem.ActionScore.Point;
import tocsin.domain.severity.Severity;

class ActionScoreTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final PersonId DEV = new PersonId("Dev");

    private static ActionItem item(String text, String measure, LocalDate due, Ties ties) {
        return ActionItem.added(
                        new FactId(new DeskId("aaaaaaaaaaaaaaaa"), 1),
                        ActionKind.PREVENT,
                        text,
                        new ActionItem.Promise(DEV, due, measure),
                        Instant.parse("2026-03-02T14:00:00Z"))
                .tied(ties);
    }

    private static ActionScore score(ActionItem item) {
        return ActionScore.of(item, Severity.SEV2, ZoneOffset.UTC);
    }

    @Test
    void aGoodActionHasEveryPoint() {
        var ties = new Ties(Optional.of(Priority.HIGH), "OPS-7", "", Hardens.NOTHING);
        ActionScore good =
                score(item("Run the load test on every merge", "the old build fails it", TODAY.plusDays(30), ties));
        assertThat(good.score()).isEqualTo(ActionScore.MOST).isEqualTo(5);
        assertThat(good.missing()).isEmpty();
    }

    @Test
    void aPiousWishHasNone() {
        ActionScore wish = score(item("The team should be more careful", "better", TODAY.plusDays(31), Ties.NONE));
        assertThat(wish.score()).isZero();
        assertThat(wish.missing())
                .containsExactly(Point.VERB, Point.SPECIFIC, Point.BOUNDED, Point.IN_TIME, Point.TRACED);
        assertThat(wish.empty()).containsExactly("be more careful");
    }

    @Test
    void eachPointIsEarnedByItself() {
        var plain = item("Careful deployment", "x", TODAY.plusDays(99), Ties.NONE);
        assertThat(score(plain).score()).isZero();
        assertThat(score(plain.reworded("Deploy", "x")).met()).isEmpty();
        assertThat(score(plain.reworded("Deploy slower", "x")).met()).containsExactly(Point.VERB);
        assertThat(score(plain.reworded("A deployment of one rack", "x")).met()).containsExactly(Point.SPECIFIC);
        assertThat(score(plain.reworded("Deployment", "the old build fails")).met())
                .containsExactly(Point.BOUNDED);
        assertThat(score(plain.reworded("Deployment", "x").dueOn(TODAY.plusDays(30)))
                        .met())
                .containsExactly(Point.IN_TIME);
        assertThat(score(plain.reworded("Deployment", "x").tied(new Ties(Optional.empty(), "", "", Hardens.A_RULE)))
                        .met())
                .containsExactly(Point.TRACED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Run the load test on every merge",
                "alert on a full pool",
                "Implement a limit",
                "Lasttest bei jeder Änderung ausführen",
                "Grenze setzen",
                "(urgent) Raise the limit"
            })
    void ordersBeginWithAVerb(String text) {
        assertThat(ActionWords.beginsWithAVerb(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The dashboard",
                "Better monitoring",
                "Documentation of the limit",
                "Verbesserung der Anzeige",
                "we should test",
                "",
                "???"
            })
    void otherWordsAreNoOrder(String text) {
        assertThat(ActionWords.beginsWithAVerb(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Be more careful with deploys, be more careful",
        "Monitor closely for a week, monitor closely",
        "Remind everybody to be careful, remind everybody",
        "Künftig besser aufpassen, besser aufpassen",
        "Retrain the on-call, retrain",
        "Team schulen, team"
    })
    void wordsThatPromiseNothingAreFound(String text, String phrase) {
        assertThat(ActionWords.empty(text)).contains(phrase);
    }

    @Test
    void trainingBesidesSomethingElseIsNotEmpty() {
        assertThat(ActionWords.empty("Add a gate and train the reviewers on it"))
                .isEmpty();
        assertThat(ActionWords.onlyTrains("Train the reviewers")).isTrue();
        assertThat(ActionWords.onlyTrains("Constrain the pool")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "PREVENT, Limit the pool, SEV1, 15",
        "DETECT, Alarm on the pool, SEV1, 14",
        "PREVENT, Limit the pool, SEV2, 30",
        "DETECT, Alarm on the pool, SEV2, 14",
        "RESPOND, Write the runbook, SEV2, 30",
        "PREVENT, Train the reviewers, SEV2, 21",
        "RESPOND, Write the runbook, SEV3, 30",
        "REPAIR, Clean the table, SEV3, 60",
        "REPAIR, Clean the table, SEV4, 60"
    })
    void theDueDateFollowsTheLevelAndTheKind(ActionKind kind, String text, Severity severity, int days) {
        assertThat(ActionRules.due(kind, text, severity, TODAY)).isEqualTo(TODAY.plusDays(days));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Payments",
                "payments",
                "Team Payments",
                "SRE team",
                "Ana and Ben",
                "Ana & Ben",
                "Ana/Ben",
                "on-call",
                "Everybody"
            })
    void whatIsNotOnePersonOwnsNothing(String name) {
        assertThat(ActionRules.isOnePerson(new PersonId(name), Set.of("payments")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana", "Zoë O'Neil", "Okri, Ben", "Ana-Maria Ruiz", "Anders Teamann", "Allen"})
    void onePersonDoes(String name) {
        assertThat(ActionRules.isOnePerson(new PersonId(name), Set.of("payments")))
                .isTrue();
    }

    @Test
    void aRuleIsTheSameWhateverItsSpelling() {
        assertThat(Hardening.ruleKey("CR-7"))
                .isEqualTo(Hardening.ruleKey("cr 7"))
                .isEqualTo(Hardening.ruleKey(" CR_7. "))
                .isNotEqualTo(Hardening.ruleKey("CR-77"));
    }
}
