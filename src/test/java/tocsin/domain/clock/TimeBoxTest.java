package tocsin.domain.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeBoxTest {
    private static final Instant FIXED = Instant.parse("2026-11-20T15:15:00Z");
    private static final TimeBox SOAK = new TimeBox(FIXED, Duration.ofMinutes(60));

    @Test
    void aSoakHasPassedExactlyAtItsEnd() {
        assertThat(SOAK.isOver(FIXED.plusSeconds(3599))).isFalse();
        assertThat(SOAK.isOver(FIXED.plusSeconds(3600))).isTrue();
    }

    @Test
    void aSoakOfNothingHasPassedAtOnce() {
        assertThat(new TimeBox(FIXED, Duration.ZERO).isOver(FIXED)).isTrue();
    }

    @Test
    void aNewAlarmStartsTheSoakAnew() {
        TimeBox again = SOAK.restartedAt(FIXED.plusSeconds(1800));

        assertThat(again.endsAt()).isEqualTo(FIXED.plusSeconds(5400));
    }

    @Test
    void theTimeLeftIsNeverNegativeNorMoreThanTheBox() {
        assertThat(SOAK.left(FIXED.plusSeconds(600))).isEqualTo(Duration.ofMinutes(50));
        assertThat(SOAK.left(FIXED.plusSeconds(9000))).isZero();
        assertThat(SOAK.left(FIXED.minusSeconds(600))).isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void aBoxOfLessThanNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeBox(FIXED, Duration.ofMinutes(-5)));
    }

    @Test
    void anyInstantIsAnswered() {
        assertThat(new TimeBox(Instant.MAX, Duration.ofHours(1)).isOver(Instant.MIN))
                .isFalse();
    }
}
