package tocsin.domain.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tocsin.domain.severity.Answer.guess;
import static tocsin.domain.severity.Answer.known;
import static tocsin.domain.severity.Answer.unknown;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The fifteen vectors (the fifteenth is in [AlertWeightsTest]) and the corners between them.
class SeveritySchemeTest {
    private static final SeverityAnswers PRODUCTION = SeverityAnswers.in(Environment.PRODUCTION);

    private static SeverityAnswers production(FunctionImpact function, CustomerShare customers, RevenueImpact revenue) {
        return PRODUCTION
                .withFunction(known(function))
                .withCustomers(known(customers))
                .withRevenue(known(revenue));
    }

    private static final SeverityAnswers ALL_NONE =
            production(FunctionImpact.NONE, CustomerShare.UNDER_1, RevenueImpact.NONE);

    private static Severity level(SeverityAnswers answers) {
        return SeverityScheme.assess(answers).level();
    }

    private static String line(SeverityAnswers answers) {
        return SeverityScheme.assess(answers).explanation();
    }

    @Test
    void vector1TotalForMostWithDirectLoss() {
        SeverityAnswers answers = production(FunctionImpact.TOTAL, CustomerShare.OVER_50, RevenueImpact.DIRECT);

        assertThat(SeverityScheme.assess(answers))
                .isEqualTo(new Assessment(
                        Severity.SEV1,
                        "SEV-1: total outage; >50% of customers; direct loss. Unknown: data, safety.",
                        SeverityScheme.RULES_VERSION));
    }

    @Test
    void vector2PartialForManyWithPotentialLoss() {
        assertThat(level(production(FunctionImpact.PARTIAL, CustomerShare.FROM_10_TO_50, RevenueImpact.POTENTIAL)))
                .isEqualTo(Severity.SEV2);
    }

    @Test
    void vector3MinorForFewWithMinimalLoss() {
        assertThat(level(production(FunctionImpact.MINOR, CustomerShare.FROM_1_TO_10, RevenueImpact.MINIMAL)))
                .isEqualTo(Severity.SEV3);
    }

    @Test
    void vector4Cosmetic() {
        SeverityAnswers answers = production(FunctionImpact.COSMETIC, CustomerShare.UNDER_1, RevenueImpact.NONE);

        assertThat(line(answers)).isEqualTo("SEV-4: cosmetic; <1% of customers; no loss. Unknown: data, safety.");
    }

    @Test
    void vector5AWorkaroundEasesTheFunction() {
        SeverityAnswers answers = production(FunctionImpact.PARTIAL, CustomerShare.FROM_1_TO_10, RevenueImpact.MINIMAL)
                .withWorkaround(known(Workaround.USABLE_TODAY));

        assertThat(line(answers))
                .isEqualTo("SEV-3: partial outage; 1-10% of customers; minimal loss. Workaround: usable today."
                        + " Unknown: data, safety.");
    }

    @Test
    void vector6AWorkaroundDoesNotEaseTheCustomers() {
        SeverityAnswers answers = production(FunctionImpact.PARTIAL, CustomerShare.FROM_10_TO_50, RevenueImpact.MINIMAL)
                .withWorkaround(known(Workaround.USABLE_TODAY));

        assertThat(line(answers)).startsWith("SEV-2: 10-50% of customers. Workaround: usable today.");
    }

    @Test
    void vector7ExposedDataIsCriticalEvenWhenNothingIsDown() {
        assertThat(line(ALL_NONE.withData(known(DataImpact.EXPOSED))))
                .isEqualTo("SEV-1: sensitive data exposed. Unknown: safety.");
    }

    @Test
    void vector8WorseningIsOneStepWorse() {
        SeverityAnswers answers = production(FunctionImpact.MINOR, CustomerShare.FROM_1_TO_10, RevenueImpact.MINIMAL)
                .withTrend(known(Trend.WORSENING));

        assertThat(line(answers)).startsWith("SEV-2: minor function; 1-10% of customers; minimal loss; worsening.");
    }

    @Test
    void vector9TotalInStagingIsMedium() {
        assertThat(line(SeverityAnswers.in(Environment.STAGING).withFunction(known(FunctionImpact.TOTAL))))
                .isEqualTo("SEV-3: total outage; in staging. Unknown: customers, revenue, data, safety.");
    }

    @Test
    void vector10RealDataLeakedFromDevelopmentIsCritical() {
        SeverityAnswers answers = SeverityAnswers.in(Environment.DEVELOPMENT)
                .withFunction(known(FunctionImpact.MINOR))
                .withData(known(DataImpact.EXPOSED));

        assertThat(line(answers)).startsWith("SEV-1: sensitive data exposed.");
    }

    @Test
    void vector11NothingAnsweredIsHighWithFiveUnknowns() {
        assertThat(SeverityScheme.assess(PRODUCTION))
                .isEqualTo(new Assessment(
                        Severity.SEV2,
                        "SEV-2: impact not known yet. Unknown: function, customers, revenue, data, safety.",
                        SeverityScheme.RULES_VERSION));
    }

    @Test
    void vector12OneMoreFailureMeansOutage() {
        assertThat(line(ALL_NONE.withTrend(known(Trend.ONE_MORE_FAILURE_MEANS_OUTAGE))))
                .isEqualTo("SEV-3: one more failure means outage. Unknown: data, safety.");
    }

    @Test
    void vector13DangerToPeople() {
        SeverityAnswers answers =
                PRODUCTION.withFunction(known(FunctionImpact.MINOR)).withSafety(known(SafetyImpact.DANGER_TO_PEOPLE));

        assertThat(line(answers)).isEqualTo("SEV-1: danger to people. Unknown: customers, revenue, data.");
    }

    @Test
    void vector14AWeaknessWithoutAccess() {
        assertThat(line(ALL_NONE.withData(known(DataImpact.WEAKNESS))))
                .isEqualTo("SEV-3: weakness without access. Unknown: safety.");
    }

    @Test
    void theLineNamesWhatDecidedTheWorkaroundAndTheUnknown() {
        SeverityAnswers answers = production(FunctionImpact.PARTIAL, CustomerShare.OVER_50, RevenueImpact.DIRECT)
                .withWorkaround(known(Workaround.NONE))
                .withSafety(known(SafetyImpact.NONE));

        assertThat(line(answers)).isEqualTo("SEV-1: >50% of customers; direct loss. Workaround: none. Unknown: data.");
    }

    @Test
    void aGuessCountsOneStepWorseAndIsShownAsUnknown() {
        SeverityAnswers answers = ALL_NONE.withCustomers(guess(CustomerShare.FROM_1_TO_10));

        assertThat(line(answers))
                .isEqualTo(
                        "SEV-2: customers unknown." + " Unknown: customers (guess: 1-10% of customers), data, safety.");
    }

    @Test
    void guessingThatNoDataIsTouchedStillCountsAsAWeakness() {
        assertThat(level(ALL_NONE.withData(guess(DataImpact.NONE)))).isEqualTo(Severity.SEV3);
        assertThat(level(ALL_NONE.withSafety(guess(SafetyImpact.NONE)))).isEqualTo(Severity.SEV2);
        assertThat(level(ALL_NONE.withData(guess(DataImpact.WEAKNESS)))).isEqualTo(Severity.SEV2);
        assertThat(level(ALL_NONE.withSafety(guess(SafetyImpact.REGULATED_CLOCK_POSSIBLE))))
                .isEqualTo(Severity.SEV1);
    }

    @Test
    void aGuessedWorkaroundEasesNothing() {
        SeverityAnswers answers =
                PRODUCTION.withFunction(known(FunctionImpact.PARTIAL)).withWorkaround(guess(Workaround.USABLE_TODAY));

        assertThat(line(answers))
                .isEqualTo("SEV-2: partial outage."
                        + " Unknown: workaround (guess: usable today), customers, revenue, data, safety.");
    }

    @Test
    void aGuessedSteadyTrendCountsAsWorsening() {
        assertThat(line(ALL_NONE.withTrend(guess(Trend.STEADY))))
                .isEqualTo("SEV-3: no function affected; <1% of customers; no loss; trend unknown."
                        + " Unknown: data, safety, trend (guess: steady).");
        assertThat(level(ALL_NONE.withTrend(guess(Trend.WORSENING)))).isEqualTo(Severity.SEV3);
    }

    @Test
    void theLevelIsClampedAtBothEnds() {
        assertThat(level(PRODUCTION.withFunction(known(FunctionImpact.TOTAL)).withTrend(known(Trend.WORSENING))))
                .isEqualTo(Severity.SEV1);
        assertThat(level(SeverityAnswers.in(Environment.DEVELOPMENT).withFunction(known(FunctionImpact.MINOR))))
                .isEqualTo(Severity.SEV4);
    }

    @Test
    void aWorkaroundCannotEaseBelowTheMildestLevel() {
        SeverityAnswers answers =
                PRODUCTION.withFunction(known(FunctionImpact.COSMETIC)).withWorkaround(known(Workaround.USABLE_TODAY));

        assertThat(level(answers)).isEqualTo(Severity.SEV4);
        assertThat(level(answers.withTrend(known(Trend.WORSENING)))).isEqualTo(Severity.SEV3);
    }

    @Test
    void theThreatOfAnOutageIsNamedOnlyWhereItDecides() {
        SeverityAnswers minor = ALL_NONE.withFunction(known(FunctionImpact.MINOR))
                .withTrend(known(Trend.ONE_MORE_FAILURE_MEANS_OUTAGE));

        assertThat(line(minor)).startsWith("SEV-3: minor function. Unknown");
    }

    @Test
    void allEnvironmentsWeighLikeProduction() {
        assertThat(line(SeverityAnswers.in(Environment.ALL).withFunction(known(FunctionImpact.CRITICAL))))
                .startsWith("SEV-1: critical function gone.");
    }

    @Test
    void theEnvironmentEasesNeitherDataNorSafety() {
        SeverityAnswers development = SeverityAnswers.in(Environment.DEVELOPMENT);

        assertThat(level(development.withData(known(DataImpact.UNAUTHORISED_ACCESS))))
                .isEqualTo(Severity.SEV2);
        assertThat(level(development.withData(known(DataImpact.ATTACKER_ACTIVE))))
                .isEqualTo(Severity.SEV1);
        assertThat(level(development.withSafety(known(SafetyImpact.REGULATED_CLOCK_POSSIBLE))))
                .isEqualTo(Severity.SEV2);
    }

    @Test
    void serviceAndHarmAtTheSameLevelAreBothNamed() {
        SeverityAnswers answers =
                PRODUCTION.withFunction(known(FunctionImpact.TOTAL)).withData(known(DataImpact.ATTACKER_ACTIVE));

        assertThat(line(answers)).startsWith("SEV-1: total outage; attacker active.");
    }

    @Test
    void knowingOnlyThatNoDataIsTouchedIsNotEnoughToBeCalm() {
        assertThat(line(PRODUCTION.withData(known(DataImpact.NONE))))
                .isEqualTo("SEV-2: impact not known yet. Unknown: function, customers, revenue, safety.");
        assertThat(level(PRODUCTION.withTrend(known(Trend.WORSENING)))).isEqualTo(Severity.SEV2);
    }

    @Test
    void customersAreCutAtOneTenAndFiftyPercent() {
        assertThat(Stream.of(0.0, 0.99, 1.0, 10.0, 10.01, 50.0, 50.01, 100.0).map(CustomerShare::ofPercent))
                .containsExactly(
                        CustomerShare.UNDER_1,
                        CustomerShare.UNDER_1,
                        CustomerShare.FROM_1_TO_10,
                        CustomerShare.FROM_1_TO_10,
                        CustomerShare.FROM_10_TO_50,
                        CustomerShare.FROM_10_TO_50,
                        CustomerShare.OVER_50,
                        CustomerShare.OVER_50);
        assertThatIllegalArgumentException().isThrownBy(() -> CustomerShare.ofPercent(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> CustomerShare.ofPercent(101));
    }

    /// Every combination against the formula written down plainly: min(base, Q4, Q5), clamped.
    @Test
    void everyCombinationFollowsTheFormula() {
        for (SeverityAnswers answers : everyKnownCombination()) {
            assertThat(level(answers).level()).as(answers.toString()).isEqualTo(formula(answers));
        }
    }

    private static int formula(SeverityAnswers answers) {
        int eased = answers.workaround().equals(known(Workaround.USABLE_TODAY)) ? 1 : 0;
        int base = Math.min(
                Math.min(value(answers.function()).level() + eased, 4),
                Math.min(
                        value(answers.customers()).level(),
                        value(answers.revenue()).level()));
        int trended = switch (value(answers.trend())) {
            case STEADY -> base;
            case WORSENING -> base - 1;
            case ONE_MORE_FAILURE_MEANS_OUTAGE -> Math.min(base, 3);
        };
        int moved = trended
                + switch (answers.environment()) {
                    case PRODUCTION, ALL -> 0;
                    case STAGING -> 2;
                    case DEVELOPMENT -> 3;
                };
        int harm =
                Math.min(value(answers.data()).level(), value(answers.safety()).level());
        return Math.clamp(Math.min(moved, harm), 1, 4);
    }

    private static <T> T value(Answer<T> answer) {
        return switch (answer) {
            case Answer.Known<T>(var value) -> value;
            case Answer.Guess<T>(var best) -> best;
            case Answer.Unknown<T> _ -> throw new AssertionError("all answers are known here");
        };
    }

    private static List<SeverityAnswers> everyKnownCombination() {
        List<SeverityAnswers> all =
                Stream.of(Environment.values()).map(SeverityAnswers::in).toList();
        all = times(all, FunctionImpact.values(), SeverityAnswers::withFunction);
        all = times(all, Workaround.values(), SeverityAnswers::withWorkaround);
        all = times(all, CustomerShare.values(), SeverityAnswers::withCustomers);
        all = times(all, RevenueImpact.values(), SeverityAnswers::withRevenue);
        all = times(all, DataImpact.values(), SeverityAnswers::withData);
        all = times(all, SafetyImpact.values(), SeverityAnswers::withSafety);
        return times(all, Trend.values(), SeverityAnswers::withTrend);
    }

    private static <T> List<SeverityAnswers> times(
            List<SeverityAnswers> all, T[] values, BiFunction<SeverityAnswers, Answer<T>, SeverityAnswers> with) {
        List<SeverityAnswers> product = new ArrayList<>();
        for (SeverityAnswers answers : all) {
            for (T value : values) {
                product.add(with.apply(answers, known(value)));
            }
        }
        return product;
    }

    @Test
    void anUnknownAnswerWithoutAGuessCountsAsNotAsked() {
        assertThat(level(ALL_NONE.withRevenue(unknown()))).isEqualTo(Severity.SEV4);
        assertThat(line(ALL_NONE.withRevenue(unknown()))).contains("Unknown: revenue, data, safety.");
    }
}
