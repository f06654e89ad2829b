package tocsin.domain.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// How long something may take, in the unit that its rule speaks. Hours are elapsed time on UTC instants, so that 72
/// hours
/// over a clock change stay 72 hours; days and months are counted on the wall calendar of a zone and end at a closing
/// time.
public sealed interface Span {
    /// The end of a calendar day that is still shown with the date it belongs to.
    LocalTime END_OF_DAY = LocalTime.MAX;

    Duration LONGEST = Duration.ofDays(36_525);

    /// When the span that started at `anchor` is over. Answers for every anchor.
    Instant after(Instant anchor, BusinessCalendar calendar);

    record Elapsed(Duration length) implements Span {
        public Elapsed {
            SaneTime.requireLength(length, LONGEST, "a span");
        }

        @Override
        public Instant after(Instant anchor, BusinessCalendar calendar) {
            return SaneTime.of(anchor).plus(length);
        }
    }

    /// Time that passes only while the calendar is open.
    record BusinessTime(Duration length) implements Span {
        public BusinessTime {
            SaneTime.requireLength(length, BusinessCalendar.LONGEST_BUSINESS_TIME, "a length of business time");
        }

        @Override
        public Instant after(Instant anchor, BusinessCalendar calendar) {
            return calendar.addBusinessTime(anchor, length);
        }
    }

    /// The day of the anchor in `zone` is day zero.
    record BusinessDays(int count, LocalTime closes, ZoneId zone) implements Span {
        public BusinessDays {
            SaneTime.requireCount(count, BusinessCalendar.MOST_BUSINESS_DAYS, "a count of business days");
        }

        @Override
        public Instant after(Instant anchor, BusinessCalendar calendar) {
            return Wall.closing(calendar.addBusinessDays(Wall.date(anchor, zone), count), closes, zone);
        }
    }

    record CalendarDays(int count, LocalTime closes, ZoneId zone) implements Span {
        public CalendarDays {
            SaneTime.requireCount(count, (int) LONGEST.toDays(), "a count of days");
        }

        @Override
        public Instant after(Instant anchor, BusinessCalendar calendar) {
            return Wall.closing(Wall.date(anchor, zone).plusDays(count), closes, zone);
        }
    }

    /// The same day of a later month, or the last day of a month that is too short.
    record Months(int count, LocalTime closes, ZoneId zone) implements Span {
        public Months {
            SaneTime.requireCount(count, 1200, "a count of months");
        }

        @Override
        public Instant after(Instant anchor, BusinessCalendar calendar) {
            return Wall.closing(Wall.date(anchor, zone).plusMonths(count), closes, zone);
        }
    }

    /// Counted from the last day of the anchor's year.
    record DaysAfterYearEnd(int count, LocalTime closes, ZoneId zone) implements Span {
        public DaysAfterYearEnd {
            SaneTime.requireCount(count, (int) LONGEST.toDays(), "a count of days");
        }

        @Override
        public Instant after(Instant anchor, BusinessCalendar calendar) {
            LocalDate lastOfYear = LocalDate.of(Wall.date(anchor, zone).getYear(), 12, 31);
            return Wall.closing(lastOfYear.plusDays(count), closes, zone);
        }
    }

    static Span minutes(int minutes) {
        return new Elapsed(Duration.ofMinutes(minutes));
    }

    static Span hours(int hours) {
        return new Elapsed(Duration.ofHours(hours));
    }

    static Span businessHours(int hours) {
        return new BusinessTime(Duration.ofHours(hours));
    }
}
