package tocsin.domain.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tocsin.domain.clock.Stamps.APIA;
import static tocsin.domain.clock.Stamps.BERLIN;
import static tocsin.domain.clock.Stamps.KATHMANDU;
import static tocsin.domain.clock.Stamps.LORD_HOWE;
import static tocsin.domain.clock.Stamps.NEW_YORK;
import static tocsin.domain.clock.Stamps.OFFICE;
import static tocsin.domain.clock.Stamps.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanTest {
    private static final LocalTime NOON = LocalTime.NOON;

    private static Span months(int count, ZoneId zone) {
        return new Span.Months(count, NOON, zone);
    }

    @Test
    void aMonthEndsOnTheSameDayOrTheLastOfAShortMonth() {
        assertThat(months(1, BERLIN).after(at("2027-01-31T08:00", BERLIN), OFFICE))
                .isEqualTo(at("2027-02-28T12:00", BERLIN));
        assertThat(months(1, BERLIN).after(at("2028-01-31T08:00", BERLIN), OFFICE))
                .isEqualTo(at("2028-02-29T12:00", BERLIN));
        assertThat(months(1, BERLIN).after(at("2026-12-15T08:00", BERLIN), OFFICE))
                .isEqualTo(at("2027-01-15T12:00", BERLIN));
    }

    @Test
    void theDayOfTheAnchorIsTheDayInTheZoneOfTheSpan() {
        Instant lateEvening = at("2026-07-09T23:59", NEW_YORK);
        Span oneDay = new Span.BusinessDays(1, LocalTime.of(17, 30), NEW_YORK);

        assertThat(oneDay.after(lateEvening, OFFICE)).isEqualTo(at("2026-07-10T17:30", NEW_YORK));
        assertThat(oneDay.after(lateEvening.plusSeconds(60), OFFICE)).isEqualTo(at("2026-07-13T17:30", NEW_YORK));
    }

    @Test
    void theEndOfADayIsShownWithItsOwnDate() {
        Instant due = new Span.CalendarDays(1, Span.END_OF_DAY, BERLIN).after(at("2026-12-30T10:00", BERLIN), OFFICE);

        assertThat(due.atZone(BERLIN).toLocalDate()).hasToString("2026-12-31");
        assertThat(due.plusNanos(1)).isEqualTo(at("2027-01-01T00:00", BERLIN));
    }

    @Test
    void theEndOfADayWithoutALastHourStaysInThatDay() {
        ZoneId nuuk = ZoneId.of("America/Nuuk");
        Instant due = new Span.CalendarDays(1, Span.END_OF_DAY, nuuk).after(at("2026-03-27T10:00", nuuk), OFFICE);

        assertThat(due.atZone(nuuk).toLocalDate()).hasToString("2026-03-28");
        assertThat(due.plusNanos(1)).isEqualTo(at("2026-03-29T00:00", nuuk));
    }

    @Test
    void aDayThatTheZoneSkippedIsDueTheDayAfter() {
        assertThat(new Span.CalendarDays(1, NOON, APIA).after(at("2011-12-29T10:00", APIA), OFFICE))
                .isEqualTo(at("2011-12-31T12:00", APIA));
    }

    @Test
    void hoursAreElapsedTimeAcrossAHalfHourClockChange() {
        assertThat(Span.hours(24).after(at("2026-04-04T12:00", LORD_HOWE), OFFICE))
                .isEqualTo(at("2026-04-05T11:30", LORD_HOWE));
    }

    @Test
    void hoursAreElapsedTimeAcrossASkippedDay() {
        assertThat(Span.hours(24).after(at("2011-12-29T12:00", APIA), OFFICE)).isEqualTo(at("2011-12-31T12:00", APIA));
    }

    @Test
    void aDueTimeInASkippedHourMovesOnAndInARepeatedHourWaitsForTheSecond() {
        LocalTime half = LocalTime.of(2, 30);

        assertThat(new Span.CalendarDays(1, half, BERLIN).after(at("2026-03-28T10:00", BERLIN), OFFICE))
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(new Span.CalendarDays(1, half, BERLIN).after(at("2026-10-24T10:00", BERLIN), OFFICE))
                .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void quarterHourZonesKeepTheirDates() {
        assertThat(new Span.CalendarDays(3, NOON, KATHMANDU).after(Instant.parse("2026-11-20T18:15:00Z"), OFFICE))
                .isEqualTo(at("2026-11-24T12:00", KATHMANDU));
    }

    @Test
    void everySpanAnswersForEveryAnchor() {
        List<Span> spans = List.of(
                Span.minutes(5),
                Span.businessHours(4),
                new Span.BusinessDays(4, NOON, NEW_YORK),
                new Span.CalendarDays(60, NOON, BERLIN),
                months(1200, BERLIN),
                new Span.DaysAfterYearEnd(60, NOON, NEW_YORK));

        for (Span span : spans) {
            assertThat(span.after(Instant.MIN, OFFICE)).isBefore(span.after(Instant.EPOCH, OFFICE));
            assertThat(span.after(Instant.EPOCH, OFFICE)).isBefore(span.after(Instant.MAX, OFFICE));
        }
    }

    @Test
    void negativeAndEndlessSpansAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Span.minutes(-1)).withMessageContaining("a span");
        assertThatIllegalArgumentException().isThrownBy(() -> new Span.Elapsed(Duration.ofDays(36_526)));
        assertThatIllegalArgumentException().isThrownBy(() -> Span.businessHours(10_001));
        assertThatIllegalArgumentException().isThrownBy(() -> months(-1, BERLIN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Span.BusinessDays(-1, NOON, BERLIN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Span.CalendarDays(-1, NOON, BERLIN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Span.DaysAfterYearEnd(-1, NOON, BERLIN));
    }
}
