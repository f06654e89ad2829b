package tocsin.domain.severity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeverityTest {
    @Test
    void oneIsTheWorst() {
        assertThat(Severity.SEV1.isWorseThan(Severity.SEV2)).isTrue();
        assertThat(Severity.SEV2.isWorseThan(Severity.SEV2)).isFalse();
        assertThat(Severity.SEV2.isAtLeast(Severity.SEV2)).isTrue();
        assertThat(Severity.SEV3.isAtLeast(Severity.SEV2)).isFalse();
    }

    @Test
    void levelsBeyondTheFourDoNotExist() {
        assertThat(Severity.ofLevel(0)).isEmpty();
        assertThat(Severity.ofLevel(1)).contains(Severity.SEV1);
        assertThat(Severity.ofLevel(4)).contains(Severity.SEV4);
        assertThat(Severity.ofLevel(5)).isEmpty();
    }

    @Test
    void itIsWrittenTheWayPeopleSayIt() {
        assertThat(Severity.SEV3).hasToString("SEV-3");
    }
}
