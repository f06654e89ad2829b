package tocsin.domain.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.domain.clock.Stamps.BERLIN;
import static tocsin.domain.clock.Stamps.OFFICE;
import static tocsin.domain.clock.Stamps.at;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final Ladder CRITICAL = new Ladder(List.of(
            new Ladder.Step(Span.minutes(5), "nextOnCall"),
            new Ladder.Step(Span.minutes(10), "dutyCommander"),
            new Ladder.Step(Span.minutes(15), "leadership")));
    private static final Instant PAGED = at("2026-11-20T16:30", BERLIN);

    private static Optional<String> calledAt(Ladder ladder, Instant now) {
        return ladder.stepAt(PAGED, now, OFFICE).map(rung -> rung.step().calls());
    }

    @Test
    void silenceClimbsTheLadder() {
        assertThat(calledAt(CRITICAL, PAGED)).isEmpty();
        assertThat(calledAt(CRITICAL, PAGED.plusSeconds(299))).isEmpty();
        assertThat(calledAt(CRITICAL, PAGED.plusSeconds(300))).contains("nextOnCall");
        assertThat(calledAt(CRITICAL, PAGED.plusSeconds(601))).contains("dutyCommander");
        assertThat(calledAt(CRITICAL, PAGED.plusSeconds(90_000))).contains("leadership");
    }

    @Test
    void theNextStepIsKnownUntilTheTop() {
        assertThat(CRITICAL.nextStep(PAGED, PAGED, OFFICE).map(Ladder.Rung::at)).contains(PAGED.plusSeconds(300));
        assertThat(CRITICAL.nextStep(PAGED, PAGED.plusSeconds(300), OFFICE)
                        .map(rung -> rung.step().calls()))
                .contains("dutyCommander");
        assertThat(CRITICAL.nextStep(PAGED, PAGED.plusSeconds(900), OFFICE)).isEmpty();
    }

    @Test
    void businessHoursAndDaysWaitForTheOffice() {
        Ladder medium = new Ladder(List.of(
                new Ladder.Step(Span.businessHours(1), "nextOnCall"),
                new Ladder.Step(new Span.BusinessDays(3, LocalTime.of(17, 0), BERLIN), "leadership")));

        assertThat(medium.rungs(PAGED, OFFICE))
                .extracting(Ladder.Rung::at)
                .containsExactly(at("2026-11-23T09:30", BERLIN), at("2026-11-25T17:00", BERLIN));
    }

    @Test
    void stepsGivenInAnyOrderAreClimbedInOrderOfTime() {
        Ladder reversed = new Ladder(CRITICAL.steps().reversed());

        assertThat(reversed.rungs(PAGED, OFFICE)).isEqualTo(CRITICAL.rungs(PAGED, OFFICE));
    }

    @Test
    void aClockThatJumpsBackCallsNobody() {
        assertThat(calledAt(CRITICAL, PAGED.minusSeconds(600))).isEmpty();
    }

    @Test
    void anEmptyLadderCallsNobody() {
        assertThat(new Ladder(List.of()).stepAt(PAGED, Instant.MAX, OFFICE)).isEmpty();
    }
}
