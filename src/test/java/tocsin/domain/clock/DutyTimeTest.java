package tocsin.domain.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DutyTimeTest {
    private static final Instant TOOK_OVER = Instant.parse("2026-11-20T20:00:00Z");

    private static DutyTime.Advice after(Duration onDuty) {
        return DutyTime.STANDARD.adviceAt(TOOK_OVER, TOOK_OVER.plus(onDuty));
    }

    @Test
    void theAdviceGrowsFirmerEveryFourHours() {
        assertThat(after(Duration.ofHours(4).minusNanos(1))).isEqualTo(DutyTime.Advice.NONE);
        assertThat(after(Duration.ofHours(4))).isEqualTo(DutyTime.Advice.SUGGEST);
        assertThat(after(Duration.ofHours(8))).isEqualTo(DutyTime.Advice.WARN);
        assertThat(after(Duration.ofHours(12))).isEqualTo(DutyTime.Advice.INSIST);
    }

    @Test
    void aClockThatJumpsBackAdvisesNothing() {
        assertThat(after(Duration.ofHours(-30))).isEqualTo(DutyTime.Advice.NONE);
    }

    @Test
    void timesThatDoNotRiseAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DutyTime(Duration.ofHours(8), Duration.ofHours(4), Duration.ofHours(12)))
                .withMessageContaining("must rise");
    }
}
