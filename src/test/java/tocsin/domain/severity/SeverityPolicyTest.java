package tocsin.domain.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tocsin.domain.clock.BusinessCalendar;
import tocsin.domain.clock.Ladder;
import tocsin.domain.clock.Span;
import tocsin.domain.severity.Demands.Need;

class SeverityPolicyTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final BusinessCalendar OFFICE = BusinessCalendar.standard(BERLIN);
    private static final SeverityPolicy POLICY = SeverityPolicy.shipped(BERLIN);

    /// A Friday at noon.
    private static final Instant DECLARED = berlin("2026-11-20T12:00");

    private static Instant berlin(String wall) {
        return LocalDateTime.parse(wall).atZone(BERLIN).toInstant();
    }

    private static Instant due(Span span) {
        return span.after(DECLARED, OFFICE);
    }

    private static Demands demands(Severity severity) {
        return POLICY.demands(severity);
    }

    @Test
    void responseIsDueInMinutesHoursBusinessHoursOrDays() {
        assertThat(due(demands(Severity.SEV1).response())).isEqualTo(berlin("2026-11-20T12:15"));
        assertThat(due(demands(Severity.SEV2).response())).isEqualTo(berlin("2026-11-20T13:00"));
        assertThat(due(demands(Severity.SEV3).response())).isEqualTo(berlin("2026-11-20T16:00"));
        assertThat(due(demands(Severity.SEV4).response())).isEqualTo(berlin("2026-11-27T17:00"));
    }

    @Test
    void updatesFollowTheBeatOfTheLevel() {
        assertThat(demands(Severity.SEV1).updates().firstDue(DECLARED, OFFICE)).isEqualTo(berlin("2026-11-20T12:30"));
        assertThat(demands(Severity.SEV2).updates().firstDue(DECLARED, OFFICE)).isEqualTo(berlin("2026-11-20T14:00"));
        assertThat(demands(Severity.SEV3).updates().firstDue(DECLARED, OFFICE)).isEqualTo(berlin("2026-11-20T16:00"));
        assertThat(demands(Severity.SEV4).updates().firstDue(DECLARED, OFFICE)).isEqualTo(berlin("2026-11-23T16:00"));
    }

    @Test
    void aRaiseFromMediumToCriticalMakesAnUpdateDueWithinHalfAnHour() {
        Instant promised = demands(Severity.SEV3).updates().firstDue(DECLARED, OFFICE);
        Instant raisedAt = DECLARED.plus(Duration.ofMinutes(50));

        assertThat(demands(Severity.SEV1).updates().dueAfterRaise(promised, raisedAt, OFFICE))
                .isEqualTo(raisedAt.plus(Duration.ofMinutes(30)));
    }

    private static List<Instant> calls(Severity severity) {
        return demands(severity).ladder().rungs(DECLARED, OFFICE).stream()
                .map(Ladder.Rung::at)
                .toList();
    }

    @Test
    void silenceCallsTheNextOnCallThenTheDutyCommanderThenLeadership() {
        assertThat(calls(Severity.SEV1))
                .containsExactly(berlin("2026-11-20T12:05"), berlin("2026-11-20T12:10"), berlin("2026-11-20T12:15"));
        assertThat(calls(Severity.SEV2))
                .containsExactly(berlin("2026-11-20T12:15"), berlin("2026-11-20T12:30"), berlin("2026-11-20T13:00"));
        assertThat(calls(Severity.SEV3))
                .containsExactly(berlin("2026-11-20T13:00"), berlin("2026-11-20T14:00"), berlin("2026-11-20T16:00"));
        assertThat(calls(Severity.SEV4))
                .containsExactly(berlin("2026-11-23T17:00"), berlin("2026-11-25T17:00"), berlin("2026-11-27T17:00"));
        for (Severity severity : Severity.values()) {
            assertThat(demands(severity).ladder().steps())
                    .extracting(Ladder.Step::calls)
                    .containsExactly(
                            SeverityPolicy.NEXT_ON_CALL, SeverityPolicy.DUTY_COMMANDER, SeverityPolicy.LEADERSHIP);
        }
    }

    @Test
    void serviceIsRestoredWithinTheTarget() {
        assertThat(due(demands(Severity.SEV1).restoreTarget())).isEqualTo(berlin("2026-11-20T16:00"));
        assertThat(due(demands(Severity.SEV2).restoreTarget())).isEqualTo(berlin("2026-11-21T12:00"));
        assertThat(due(demands(Severity.SEV3).restoreTarget())).isEqualTo(berlin("2026-11-27T17:00"));
        assertThat(due(demands(Severity.SEV4).restoreTarget())).isEqualTo(berlin("2026-12-18T17:00"));
    }

    @Test
    void theWarRoomAndTheStatusPageAreForTheHighLevels() {
        assertThat(List.of(Severity.values()))
                .extracting(severity -> demands(severity).warRoom())
                .containsExactly(Need.REQUIRED, Need.OPTIONAL, Need.NO, Need.NO);
        assertThat(List.of(Severity.values()))
                .extracting(severity -> demands(severity).statusPage())
                .containsExactly(Need.REQUIRED, Need.REQUIRED, Need.NO, Need.NO);
    }

    @Test
    void theFirstNotesAreDueEarly() {
        assertThat(demands(Severity.SEV1).firstPublicNote()).contains(Span.minutes(15));
        assertThat(demands(Severity.SEV2).firstPublicNote()).contains(Span.minutes(15));
        assertThat(demands(Severity.SEV3).firstPublicNote()).isEmpty();
        assertThat(demands(Severity.SEV1).executiveBrief()).contains(Span.minutes(30));
        assertThat(demands(Severity.SEV2).executiveBrief()).isEmpty();
    }

    @Test
    void thePostmortemIsHeldAndApprovedInTime() {
        assertThat(demands(Severity.SEV1).postmortemMeeting().within().map(SeverityPolicyTest::due))
                .contains(berlin("2026-11-24T00:00").minusNanos(1));
        assertThat(demands(Severity.SEV2).postmortemMeeting().within().map(SeverityPolicyTest::due))
                .contains(berlin("2026-11-27T17:00"));
        assertThat(demands(Severity.SEV3).postmortemMeeting().within().map(SeverityPolicyTest::due))
                .contains(berlin("2026-12-04T17:00"));
        assertThat(demands(Severity.SEV4).postmortemMeeting().within()).isEmpty();
        assertThat(List.of(Severity.values()))
                .extracting(severity -> demands(severity).postmortemMeeting().need())
                .containsExactly(Need.REQUIRED, Need.REQUIRED, Need.IF_TRIGGERED, Need.OPTIONAL);
        assertThat(List.of(Severity.values()))
                .extracting(severity -> due(demands(severity).postmortemApproved()))
                .containsExactly(
                        berlin("2026-12-04T17:00"),
                        berlin("2026-12-04T17:00"),
                        berlin("2026-12-11T17:00"),
                        berlin("2026-12-18T17:00"));
        assertThat(List.of(Severity.values()))
                .extracting(severity -> demands(severity).postmortemForm())
                .containsExactly(PostmortemForm.FULL, PostmortemForm.FULL, PostmortemForm.SHORT, PostmortemForm.SHORT);
    }

    @Test
    void aFixSoaksByLevelAndForADayWhenItIsSecurity() {
        assertThat(List.of(Severity.values()))
                .extracting(severity -> POLICY.soak(severity, IncidentType.OUTAGE))
                .containsExactly(Duration.ofMinutes(60), Duration.ofMinutes(60), Duration.ofMinutes(30), Duration.ZERO);
        assertThat(List.of(Severity.values()))
                .extracting(severity -> POLICY.soak(severity, IncidentType.SECURITY))
                .containsOnly(Duration.ofHours(24));
    }

    @Test
    void theSecuritySoakNeverShortensThePlainOne() {
        SeverityPolicy hasty = new SeverityPolicy(POLICY.levels(), Duration.ofMinutes(45), POLICY.reopenWindow());

        assertThat(hasty.soak(Severity.SEV1, IncidentType.SECURITY)).hasMinutes(60);
        assertThat(hasty.soak(Severity.SEV3, IncidentType.SECURITY)).hasMinutes(45);
    }

    @Test
    void anIncidentMayBeReopenedForSevenDays() {
        assertThat(POLICY.reopenWindow()).hasDays(7);
    }

    @Test
    void aPolicyThatForgetsALevelIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeverityPolicy(
                        Map.of(Severity.SEV1, demands(Severity.SEV1)), Duration.ZERO, Duration.ofDays(7)))
                .withMessageContaining("SEV-2");
    }
}
