package tocsin.domain.severity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tocsin.domain.severity.SeverityChange.Effect;

class SeverityChangeTest {
    @Test
    void aRaiseReachesPeopleAgain() {
        SeverityChange raise = new SeverityChange(Severity.SEV3, Severity.SEV1);

        assertThat(raise.isRaise()).isTrue();
        assertThat(raise.effects())
                .containsExactly(
                        Effect.RESTART_RESPONSE,
                        Effect.RERUN_PAGING,
                        Effect.RERUN_STAKEHOLDERS,
                        Effect.UPDATE_DUE_SOONER);
    }

    @Test
    void aLoweringNeedsAReasonAndKeepsWhatWasPromised() {
        SeverityChange lowering = new SeverityChange(Severity.SEV1, Severity.SEV2);

        assertThat(lowering.isLowering()).isTrue();
        assertThat(lowering.effects())
                .containsExactly(Effect.REASON_REQUIRED, Effect.ONLY_FROM_MONITORING, Effect.UPDATE_DUE_KEPT);
    }

    @Test
    void theSameLevelAgainChangesNothing() {
        SeverityChange same = new SeverityChange(Severity.SEV2, Severity.SEV2);

        assertThat(same.isRaise()).isFalse();
        assertThat(same.isLowering()).isFalse();
        assertThat(same.effects()).isEmpty();
    }
}
