package tocsin.domain.severity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlertWeightsTest {
    @Test
    void vector15OneCriticalAmongThreeLowIsCriticalAndNoisy() {
        assertThat(AlertWeights.of(List.of(AlertLevel.LOW, AlertLevel.CRITICAL, AlertLevel.LOW, AlertLevel.LOW)))
                .contains(new AlertWeights(Severity.SEV1, 3.25));
    }

    @Test
    void eachLevelSuggestsItsOwnSeverity() {
        for (Severity severity : Severity.values()) {
            AlertLevel alert = AlertLevel.values()[severity.level() - 1];
            assertThat(AlertWeights.of(List.of(alert))).contains(new AlertWeights(severity, alert.weight()));
        }
    }

    @Test
    void noAlertsSuggestNothing() {
        assertThat(AlertWeights.of(List.of())).isEmpty();
    }

    @Test
    void alertsWithinFiveMinutesBelongTogether() {
        assertThat(AlertWeights.CORRELATION_WINDOW).hasMinutes(5);
    }
}
