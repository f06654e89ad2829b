package tocsin.domain.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.domain.clock.Stamps.BERLIN;
import static tocsin.domain.clock.Stamps.OFFICE;
import static tocsin.domain.clock.Stamps.at;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tocsin.base.PersonId;

class ClockTest {
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant DUE = START.plus(Duration.ofHours(20));
    private static final Clock RUNNING = Clock.running("response", Deadline.between(START, DUE));
    private static final Clock.Stopped STOPPED = new Clock.Stopped(START.plusSeconds(60), "stood down");
    private static final Clock.NotApplicable NOT_APPLICABLE =
            new Clock.NotApplicable(START.plusSeconds(60), "no personal data", new PersonId("Ana"));

    private static Instant hour(int hours) {
        return START.plus(Duration.ofHours(hours));
    }

    @Test
    void everyStateIsReachable() {
        Set<ClockState> seen = Arrays.stream(new ClockState[] {
                    Clock.of("final report", new Clock.NotStarted("first report"))
                            .stateAt(DUE),
                    Clock.of("notification", new Clock.AnchorMissing("aware")).stateAt(DUE),
                    RUNNING.stateAt(START),
                    RUNNING.stateAt(hour(16)),
                    RUNNING.stateAt(hour(21)),
                    RUNNING.met(DUE).stateAt(DUE),
                    RUNNING.met(hour(21)).stateAt(DUE),
                    RUNNING.ended(STOPPED).stateAt(DUE),
                    RUNNING.ended(NOT_APPLICABLE).stateAt(DUE)
                })
                .collect(Collectors.toSet());

        assertThat(seen).isEqualTo(EnumSet.allOf(ClockState.class));
    }

    @Test
    void exactlyAtTheDueMomentItIsNotOverdue() {
        assertThat(RUNNING.stateAt(DUE)).isEqualTo(ClockState.DUE_SOON);
        assertThat(RUNNING.stateAt(DUE.plusNanos(1))).isEqualTo(ClockState.OVERDUE);
        assertThat(RUNNING.met(DUE).stateAt(hour(30))).isEqualTo(ClockState.MET);
        assertThat(RUNNING.met(DUE.plusNanos(1)).stateAt(hour(30))).isEqualTo(ClockState.MET_LATE);
    }

    @Test
    void itIsDueSoonFromFourFifthsOfItsSpan() {
        assertThat(RUNNING.stateAt(hour(16).minusNanos(1))).isEqualTo(ClockState.RUNNING);
        assertThat(RUNNING.stateAt(hour(16))).isEqualTo(ClockState.DUE_SOON);
    }

    @Test
    void aShortClockIsNotBornDueSoon() {
        Clock quarter = Clock.running("response", Deadline.between(START, START.plusSeconds(900)));

        assertThat(quarter.stateAt(START)).isEqualTo(ClockState.RUNNING);
        assertThat(quarter.stateAt(START.plusSeconds(719))).isEqualTo(ClockState.RUNNING);
        assertThat(quarter.stateAt(START.plusSeconds(720))).isEqualTo(ClockState.DUE_SOON);
        assertThat(quarter.warningsPassed(DUE)).containsExactly(START.plusSeconds(450), START.plusSeconds(720));
    }

    @Test
    void warningsComeAtHalfAtFourFifthsAndTwoHoursBefore() {
        assertThat(RUNNING.nextWarning(START)).contains(hour(10));
        assertThat(RUNNING.nextWarning(hour(10))).contains(hour(16));
        assertThat(RUNNING.nextWarning(hour(16))).contains(hour(18));
        assertThat(RUNNING.nextWarning(hour(18))).isEmpty();
        assertThat(RUNNING.warningsPassed(hour(10).minusNanos(1))).isEmpty();
        assertThat(RUNNING.warningsPassed(hour(17))).containsExactly(hour(10), hour(16));
    }

    @Test
    void warningsThatFallTogetherAreOne() {
        Clock fourHours = Clock.running("response", Deadline.between(START, hour(4)));

        assertThat(fourHours.warningsPassed(hour(4))).containsExactly(hour(2), START.plusSeconds(11_520));
    }

    @Test
    void businessHoursAreWarnedAboutInBusinessHours() {
        Deadline deadline = Deadline.of(Span.businessHours(4), at("2026-11-20T15:00", BERLIN), OFFICE);

        assertThat(deadline.due()).isEqualTo(at("2026-11-23T11:00", BERLIN));
        assertThat(deadline.dueSoonFrom()).isEqualTo(at("2026-11-23T10:12", BERLIN));
        assertThat(deadline.warnings())
                .containsExactly(
                        at("2026-11-20T17:00", BERLIN), at("2026-11-23T09:00", BERLIN), at("2026-11-23T10:12", BERLIN));
    }

    @Test
    void aMetOrEndedClockWarnsNobody() {
        for (Clock quiet : List.of(RUNNING.met(hour(1)), RUNNING.ended(STOPPED), RUNNING.ended(NOT_APPLICABLE))) {
            assertThat(quiet.isOpen()).isFalse();
            assertThat(quiet.nextWarning(START)).isEmpty();
            assertThat(quiet.warningsPassed(DUE)).isEmpty();
            assertThat(quiet.left(START)).isEmpty();
        }
    }

    @Test
    void aClockStoppedInTimeOrNotApplicableCannotBeMetLate() {
        assertThat(RUNNING.ended(STOPPED).met(hour(30)).stateAt(hour(31))).isEqualTo(ClockState.MET);
        assertThat(RUNNING.ended(NOT_APPLICABLE).met(hour(30)).stateAt(hour(31)))
                .isEqualTo(ClockState.MET);
    }

    @Test
    void aClockStoppedAfterItWasOverdueWasStillLate() {
        Clock late = RUNNING.ended(new Clock.Stopped(hour(21), "too late anyway"));

        assertThat(late.stateAt(hour(22))).isEqualTo(ClockState.STOPPED);
        assertThat(late.met(hour(30)).stateAt(hour(31))).isEqualTo(ClockState.MET_LATE);
    }

    @Test
    void ofTwoStampsTheEarlierCountsInAnyOrder() {
        assertThat(RUNNING.met(hour(30)).met(hour(2)))
                .isEqualTo(RUNNING.met(hour(2)).met(hour(30)));
        assertThat(RUNNING.met(hour(30)).met(hour(2)).stateAt(hour(31))).isEqualTo(ClockState.MET);
    }

    @Test
    void withoutALimitItRunsForeverAndIsNeverOverdue() {
        Clock open = Clock.of("tell the controller", new Clock.OpenEnded(START));

        assertThat(open.stateAt(Instant.MAX)).isEqualTo(ClockState.RUNNING);
        assertThat(open.age(hour(3))).isEqualTo(Duration.ofHours(3));
        assertThat(open.due()).isEmpty();
        assertThat(open.met(hour(900)).stateAt(hour(901))).isEqualTo(ClockState.MET);
    }

    @Test
    void aClockThatJumpsBackNeverMakesADurationNegative() {
        Instant jumped = START.minus(Duration.ofMinutes(10));

        assertThat(RUNNING.age(jumped)).isZero();
        assertThat(RUNNING.left(jumped)).contains(Duration.ofHours(20));
        assertThat(RUNNING.left(hour(25))).contains(Duration.ZERO);
        assertThat(RUNNING.deadline().orElseThrow().overdueBy(jumped)).isZero();
        assertThat(RUNNING.stateAt(jumped)).isEqualTo(ClockState.RUNNING);
        assertThat(Lapse.between(START, jumped)).isZero();
    }

    @Test
    void aClockThatJumpsBackDoesNotReopenWhatIsMet() {
        assertThat(RUNNING.met(hour(2)).stateAt(hour(1))).isEqualTo(ClockState.MET);
    }

    @Test
    void ageStopsWhenTheClockIsMetOrEnded() {
        assertThat(RUNNING.met(hour(2)).age(hour(9))).isEqualTo(Duration.ofHours(2));
        assertThat(RUNNING.ended(STOPPED).age(hour(9))).isEqualTo(Duration.ofMinutes(1));
        assertThat(Clock.of("x", new Clock.AnchorMissing("aware")).age(hour(9))).isZero();
    }

    @Test
    void anyInstantIsAnswered() {
        Clock wild = Clock.running("wild", Deadline.between(Instant.MAX, Instant.MIN));

        assertThat(wild.stateAt(Instant.MAX)).isEqualTo(ClockState.OVERDUE);
        assertThat(wild.age(Instant.MIN)).isZero();
        assertThat(wild.left(Instant.MIN)).contains(Duration.ZERO);
        assertThat(Clock.running("long", Deadline.between(Instant.MIN, Instant.MAX))
                        .stateAt(START))
                .isEqualTo(ClockState.RUNNING);
    }

    @Test
    void itCarriesItsExplanation() {
        Clock explained = RUNNING.explained("SEV-1 answers within 15 minutes", "an acknowledgement");

        assertThat(explained.why()).contains("15 minutes");
        assertThat(explained.resetBy()).isEqualTo("an acknowledgement");
        assertThat(explained.due()).contains(DUE);
    }
}
