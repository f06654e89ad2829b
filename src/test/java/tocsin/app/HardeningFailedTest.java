package tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.app.Cases.ANA;
import static tocsin.app.Cases.BO;
import static tocsin.app.Cases.START;
import static tocsin.app.Cases.at;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tocsin.base.IncidentId;
import tocsin.domain.incident.Phase;
import tocsin.domain.postmortem.Hardening;
import tocsin.domain.postmortem.OldCase;
import tocsin.domain.postmortem.ReviewFact;
import tocsin.domain.postmortem.ReviewFact.CauseStated;
import tocsin.domain.postmortem.ReviewFact.HardeningRecorded;
import tocsin.domain.postmortem.ReviewFact.RulesMerged;
import tocsin.domain.postmortem.ReviewFold;
import tocsin.domain.severity.Severity;

class HardeningFailedTest {
    private static HardeningRecorded hardened(String rule) {
        return new HardeningRecorded(
                new Hardening(rule, "old", Hardening.Slip.TOO_WEAK, "new", "ci", "run 8 fails", BO));
    }

    private static RulesMerged merged(Instant when) {
        return new RulesMerged("commit-1", when, OldCase.NOW_FAILS);
    }

    private static Lesson lesson(IncidentId id, Instant declared, ReviewFact... facts) {
        var review = new ReviewFold();
        for (int i = 0; i < facts.length; i++) {
            review.apply(at(i, ANA, facts[i]), facts[i]);
        }
        return new Lesson(id, "x", Severity.SEV3, Phase.CLOSED, Cases.BERLIN, Optional.of(declared), review.review());
    }

    private static Lesson earlier() {
        return lesson(Cases.OTHER, START.minus(Duration.ofDays(9)), hardened("CR-7"), hardened("CR-8"), merged(START));
    }

    private static Instant day(int count) {
        return START.plus(Duration.ofDays(count));
    }

    @Test
    void theSameRuleWithinNinetyDaysIsAFailure() {
        var failed = new HardeningFailed("CR-7", Cases.OTHER, Cases.ID, 40);
        assertThat(HardeningFailed.among(List.of(earlier(), lesson(Cases.ID, day(40), hardened("cr 7")))))
                .containsExactly(failed);
        assertThat(HardeningFailed.among(List.of(
                        lesson(Cases.ID, day(40), new CauseStated("CR_7", "bypassed"), hardened("CR-7")), earlier())))
                .containsExactly(failed);
    }

    @Test
    void theLastMomentCountsAndTheNextDoesNot() {
        assertThat(HardeningFailed.among(List.of(earlier(), lesson(Cases.ID, day(90), hardened("CR-8")))))
                .containsExactly(new HardeningFailed("CR-8", Cases.OTHER, Cases.ID, 90));
        assertThat(HardeningFailed.among(List.of(earlier(), lesson(Cases.ID, day(90).plusMillis(1), hardened("CR-8")))))
                .isEmpty();
    }

    @Test
    void whatBeganBeforeTheMergeOrNamesAnotherRuleIsNone() {
        assertThat(HardeningFailed.among(List.of(
                        earlier(),
                        lesson(Cases.ID, START.minusMillis(1), hardened("CR-7")),
                        lesson(Cases.ID, day(2), hardened("CR-77"), new CauseStated("???", "who knows")))))
                .isEmpty();
        assertThat(HardeningFailed.among(List.of(
                        lesson(Cases.OTHER, START, hardened("CR-7")), lesson(Cases.ID, day(2), hardened("CR-7")))))
                .as("a rule that was never merged could not hold")
                .isEmpty();
    }

    @Test
    void aTimeFromABrokenDeskBreaksNothing() {
        assertThat(HardeningFailed.among(List.of(
                        lesson(Cases.OTHER, Instant.MIN, hardened("CR-7"), merged(Instant.MAX)),
                        lesson(Cases.ID, Instant.MAX, hardened("CR-7"), merged(Instant.MIN)))))
                .hasSize(2);
    }
}
