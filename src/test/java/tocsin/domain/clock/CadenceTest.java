package tocsin.domain.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tocsin.domain.clock.Stamps.BERLIN;
import static tocsin.domain.clock.Stamps.OFFICE;
import static tocsin.domain.clock.Stamps.at;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CadenceTest {
    private static final Cadence HALF_HOURLY = new Cadence.Every(Duration.ofMinutes(30));
    private static final Cadence DAILY = new Cadence.BusinessDaily(LocalTime.of(16, 0));
    private static final Cadence WEEKLY = new Cadence.Weekly(DayOfWeek.MONDAY, LocalTime.of(16, 0));

    private static Instant berlin(String wall) {
        return at(wall, BERLIN);
    }

    @Test
    void sendingResetsTheBeat() {
        assertThat(HALF_HOURLY.firstDue(berlin("2026-11-20T14:00"), OFFICE)).isEqualTo(berlin("2026-11-20T14:30"));
        assertThat(HALF_HOURLY.dueAfterSending(berlin("2026-11-20T14:11"), OFFICE))
                .isEqualTo(berlin("2026-11-20T14:41"));
    }

    @Test
    void theBeatRunsThroughMidnightAndTheRepeatedHour() {
        assertThat(new Cadence.Every(Duration.ofHours(2)).dueAfterSending(berlin("2026-10-25T01:30"), OFFICE))
                .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void theDailyNoteIsDueAtFourOnBusinessDays() {
        assertThat(DAILY.firstDue(berlin("2026-11-20T10:00"), OFFICE)).isEqualTo(berlin("2026-11-20T16:00"));
        assertThat(DAILY.firstDue(berlin("2026-11-20T16:00"), OFFICE)).isEqualTo(berlin("2026-11-23T16:00"));
        assertThat(DAILY.firstDue(berlin("2026-11-22T10:00"), OFFICE)).isEqualTo(berlin("2026-11-23T16:00"));
    }

    @Test
    void aDailyNoteSentEarlyHasServedItsDay() {
        assertThat(DAILY.dueAfterSending(berlin("2026-11-19T15:50"), OFFICE)).isEqualTo(berlin("2026-11-20T16:00"));
        assertThat(DAILY.dueAfterSending(berlin("2026-11-20T16:20"), OFFICE)).isEqualTo(berlin("2026-11-23T16:00"));
    }

    @Test
    void theWeeklyNoteIsDueInItsSlot() {
        assertThat(WEEKLY.firstDue(berlin("2026-11-20T10:00"), OFFICE)).isEqualTo(berlin("2026-11-23T16:00"));
        assertThat(WEEKLY.firstDue(berlin("2026-11-23T15:59"), OFFICE)).isEqualTo(berlin("2026-11-23T16:00"));
        assertThat(WEEKLY.firstDue(berlin("2026-11-23T16:00"), OFFICE)).isEqualTo(berlin("2026-11-30T16:00"));
        assertThat(WEEKLY.dueAfterSending(berlin("2026-11-23T09:00"), OFFICE)).isEqualTo(berlin("2026-11-30T16:00"));
    }

    @Test
    void aWeeklySlotOnAHolidayMovesToTheNextBusinessDay() {
        BusinessCalendar easter = OFFICE.withHolidays(Set.of(LocalDate.parse("2026-04-06")));

        assertThat(WEEKLY.firstDue(berlin("2026-04-03T10:00"), easter)).isEqualTo(berlin("2026-04-07T16:00"));
        assertThat(WEEKLY.firstDue(berlin("2026-04-07T10:00"), easter)).isEqualTo(berlin("2026-04-07T16:00"));
        assertThat(WEEKLY.firstDue(berlin("2026-04-07T16:00"), easter)).isEqualTo(berlin("2026-04-13T16:00"));
    }

    @Test
    void aWeeklySlotSurvivesAMonthOfHolidays() {
        Set<LocalDate> closed = LocalDate.parse("2026-08-01")
                .datesUntil(LocalDate.parse("2026-09-02"))
                .collect(Collectors.toSet());

        assertThat(WEEKLY.dueAfterSending(berlin("2026-08-12T10:00"), OFFICE.withHolidays(closed)))
                .isEqualTo(berlin("2026-09-02T16:00"));
    }

    @Test
    void aRaiseBringsTheNextUpdateForwardButNeverBack() {
        Instant now = berlin("2026-11-20T10:50");

        assertThat(HALF_HOURLY.dueAfterRaise(berlin("2026-11-20T16:00"), now, OFFICE))
                .isEqualTo(berlin("2026-11-20T11:20"));
        assertThat(HALF_HOURLY.dueAfterRaise(berlin("2026-11-20T10:55"), now, OFFICE))
                .isEqualTo(berlin("2026-11-20T10:55"));
        assertThat(HALF_HOURLY.dueAfterRaise(berlin("2026-11-20T10:40"), now, OFFICE))
                .isEqualTo(berlin("2026-11-20T10:40"));
    }

    @Test
    void aLoweringKeepsTheRunningPromiseOnce() {
        Instant promised = berlin("2026-11-20T11:20");

        assertThat(DAILY.dueAfterLowering(promised)).isEqualTo(promised);
        assertThat(DAILY.dueAfterSending(promised, OFFICE)).isEqualTo(berlin("2026-11-23T16:00"));
    }

    @Test
    void aBeatWithoutAPeriodIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cadence.Every(Duration.ZERO))
                .withMessageContaining("a minute apart");
    }

    @Test
    void anyInstantIsAnswered() {
        for (Cadence cadence : new Cadence[] {HALF_HOURLY, DAILY, WEEKLY}) {
            assertThat(cadence.firstDue(Instant.MIN, OFFICE)).isBefore(cadence.firstDue(Instant.MAX, OFFICE));
            assertThat(cadence.dueAfterSending(Instant.MIN, OFFICE))
                    .isBefore(cadence.dueAfterSending(Instant.MAX, OFFICE));
        }
    }
}
