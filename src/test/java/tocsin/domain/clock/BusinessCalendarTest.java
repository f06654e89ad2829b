package tocsin.domain.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tocsin.domain.clock.Stamps.APIA;
import static tocsin.domain.clock.Stamps.BERLIN;
import static tocsin.domain.clock.Stamps.KATHMANDU;
import static tocsin.domain.clock.Stamps.LORD_HOWE;
import static tocsin.domain.clock.Stamps.OFFICE;
import static tocsin.domain.clock.Stamps.at;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

    private static BusinessCalendar roundTheClock(ZoneId zone) {
        return new BusinessCalendar(zone, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, EVERY_DAY, Set.of());
    }

    @Test
    void timeLeftOnFridayGoesOnOnMonday() {
        assertThat(OFFICE.addBusinessTime(at("2026-11-20T16:30", BERLIN), Duration.ofHours(1)))
                .isEqualTo(at("2026-11-23T09:30", BERLIN));
    }

    @Test
    void timeThatRunsOutAtClosingEndsThatDay() {
        assertThat(OFFICE.addBusinessTime(at("2026-11-20T13:00", BERLIN), Duration.ofHours(4)))
                .isEqualTo(at("2026-11-20T17:00", BERLIN));
    }

    @Test
    void aStartAtNightCountsFromTheNextOpening() {
        assertThat(OFFICE.addBusinessTime(at("2026-11-20T23:59", BERLIN), Duration.ofMinutes(1)))
                .isEqualTo(at("2026-11-23T09:01", BERLIN));
    }

    @Test
    void noTimeAtAllIsOverAtOnce() {
        Instant sunday = at("2026-11-22T03:00", BERLIN);

        assertThat(OFFICE.addBusinessTime(sunday, Duration.ZERO)).isEqualTo(sunday);
    }

    @Test
    void holidaysAndTheYearEndAreSkipped() {
        BusinessCalendar calendar = OFFICE.withHolidays(
                Set.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2027-01-01"), LocalDate.parse("2026-12-31")));

        assertThat(calendar.addBusinessTime(at("2026-12-30T16:00", BERLIN), Duration.ofHours(2)))
                .isEqualTo(at("2027-01-04T10:00", BERLIN));
        assertThat(calendar.nextBusinessDay(LocalDate.parse("2026-12-30"))).isEqualTo(LocalDate.parse("2027-01-04"));
    }

    @Test
    void theLeapDayIsAWorkingDay() {
        assertThat(OFFICE.addBusinessDays(LocalDate.parse("2028-02-28"), 1)).isEqualTo(LocalDate.parse("2028-02-29"));
        assertThat(OFFICE.addBusinessDays(LocalDate.parse("2027-02-26"), 1)).isEqualTo(LocalDate.parse("2027-03-01"));
    }

    @Test
    void theAnchorDayIsDayZeroEvenOnAWeekend() {
        assertThat(OFFICE.addBusinessDays(LocalDate.parse("2026-07-11"), 0)).isEqualTo(LocalDate.parse("2026-07-11"));
        assertThat(OFFICE.addBusinessDays(LocalDate.parse("2026-07-11"), 1)).isEqualTo(LocalDate.parse("2026-07-13"));
        assertThat(OFFICE.addBusinessDays(LocalDate.parse("2026-07-10"), 1)).isEqualTo(LocalDate.parse("2026-07-13"));
    }

    @Test
    void roundTheClockIsElapsedTimeAcrossAClockChange() {
        Instant start = at("2026-03-27T16:40", BERLIN);

        assertThat(roundTheClock(BERLIN).addBusinessTime(start, Duration.ofDays(3)))
                .isEqualTo(start.plus(Duration.ofDays(3)));
    }

    @Test
    void aNightWindowIsShorterInSpringAndLongerInAutumn() {
        BusinessCalendar nights =
                new BusinessCalendar(BERLIN, LocalTime.MIDNIGHT, LocalTime.of(6, 0), EVERY_DAY, Set.of());

        assertThat(nights.addBusinessTime(at("2026-03-29T00:00", BERLIN), Duration.ofHours(6)))
                .isEqualTo(at("2026-03-30T01:00", BERLIN));
        assertThat(nights.addBusinessTime(at("2026-10-25T00:00", BERLIN), Duration.ofHours(7)))
                .isEqualTo(at("2026-10-25T06:00", BERLIN));
    }

    @Test
    void aWindowThatTheClockChangeSwallowsIsNoTimeAtAll() {
        BusinessCalendar tiny =
                new BusinessCalendar(BERLIN, LocalTime.of(2, 30), LocalTime.of(3, 15), EVERY_DAY, Set.of());

        assertThat(tiny.addBusinessTime(at("2026-03-29T00:00", BERLIN), Duration.ofMinutes(10)))
                .isEqualTo(at("2026-03-30T02:40", BERLIN));
    }

    @Test
    void aWindowNeverReachesIntoTheNextDay() {
        ZoneId nuuk = ZoneId.of("America/Nuuk");
        BusinessCalendar late =
                new BusinessCalendar(nuuk, LocalTime.of(22, 0), LocalTime.of(23, 30), EVERY_DAY, Set.of());

        assertThat(late.addBusinessTime(at("2026-03-28T22:00", nuuk), Duration.ofMinutes(70)))
                .isEqualTo(at("2026-03-29T22:10", nuuk));
    }

    @Test
    void zonesWithQuarterHoursCountLikeAnyOther() {
        BusinessCalendar kathmandu = BusinessCalendar.standard(KATHMANDU);

        assertThat(kathmandu.addBusinessTime(Instant.parse("2026-11-20T10:45:00Z"), Duration.ofHours(1)))
                .isEqualTo(Instant.parse("2026-11-23T03:45:00Z"));
    }

    @Test
    void aHalfHourClockChangeMovesNothingInOfficeHours() {
        BusinessCalendar calendar = BusinessCalendar.standard(LORD_HOWE);

        assertThat(calendar.addBusinessTime(at("2026-04-03T16:00", LORD_HOWE), Duration.ofHours(2)))
                .isEqualTo(at("2026-04-06T10:00", LORD_HOWE));
    }

    @Test
    void theFridayThatApiaSkippedWasNoBusinessDay() {
        BusinessCalendar apia = BusinessCalendar.standard(APIA);

        assertThat(apia.isBusinessDay(LocalDate.parse("2011-12-30"))).isFalse();
        assertThat(apia.addBusinessDays(LocalDate.parse("2011-12-29"), 1)).isEqualTo(LocalDate.parse("2012-01-02"));
        assertThat(apia.addBusinessTime(at("2011-12-29T16:00", APIA), Duration.ofHours(2)))
                .isEqualTo(at("2012-01-02T10:00", APIA));
    }

    @Test
    void aCalendarWithoutDaysIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new BusinessCalendar(BERLIN, LocalTime.of(9, 0), LocalTime.of(17, 0), Set.of(), Set.of()))
                .withMessageContaining("at least one working day");
    }

    @Test
    void hoursThatCloseBeforeTheyOpenAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new BusinessCalendar(BERLIN, LocalTime.of(17, 0), LocalTime.of(9, 0), EVERY_DAY, Set.of()))
                .withMessageContaining("17:00 to 09:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new BusinessCalendar(BERLIN, LocalTime.of(9, 0), LocalTime.of(9, 14), EVERY_DAY, Set.of()));
    }

    @Test
    void sillyAmountsAreRefused() {
        Instant now = at("2026-11-20T12:00", BERLIN);

        assertThatIllegalArgumentException().isThrownBy(() -> OFFICE.addBusinessTime(now, Duration.ofMinutes(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> OFFICE.addBusinessTime(now, Duration.ofDays(9_999_999)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.addBusinessDays(LocalDate.parse("2026-11-20"), -1));
    }

    @Test
    void theMostSparseCalendarStillComesToAnEnd() {
        Set<LocalDate> holidays = IntStream.range(0, 500)
                .mapToObj(LocalDate.parse("2026-11-23")::plusWeeks)
                .collect(Collectors.toSet());
        BusinessCalendar sparse = new BusinessCalendar(
                BERLIN, LocalTime.of(9, 0), LocalTime.of(9, 15), Set.of(DayOfWeek.MONDAY), holidays);

        assertThat(sparse.addBusinessTime(at("2026-11-20T12:00", BERLIN), BusinessCalendar.LONGEST_BUSINESS_TIME))
                .isAfter(at("2700-01-01T00:00", BERLIN));
    }

    @Test
    void anyInstantIsAnswered() {
        assertThat(Stream.of(Instant.MIN, Instant.EPOCH, Instant.MAX)
                        .map(start -> OFFICE.addBusinessTime(start, Duration.ofHours(100))))
                .isSorted()
                .hasSize(3);
    }
}
