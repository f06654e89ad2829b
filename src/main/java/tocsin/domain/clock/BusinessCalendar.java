package tocsin.domain.clock;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/// When people are at work: one window a day, some days a week, in one zone, less the holidays. A `closes` of midnight
/// is
/// the end of the day, so `00:00` to `00:00` is round the clock. The holidays are the user's own list; an empty list
/// makes a deadline early, never late.
public record BusinessCalendar(
        ZoneId zone, LocalTime opens, LocalTime closes, Set<DayOfWeek> days, Set<LocalDate> holidays) {

    /// A shorter window would make business time crawl over centuries.
    public static final Duration SHORTEST_WINDOW = Duration.ofMinutes(15);

    public static final Duration LONGEST_BUSINESS_TIME = Duration.ofHours(10_000);
    public static final int MOST_BUSINESS_DAYS = 10_000;
    public static final int MOST_HOLIDAYS = 10_000;

    private static final Duration WHOLE_DAY = Duration.ofDays(1);

    public BusinessCalendar {
        days = Set.copyOf(days);
        holidays = Set.copyOf(holidays);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a business calendar needs at least one working day of the week");
        }
        if (openFor(opens, closes).compareTo(SHORTEST_WINDOW) < 0) {
            throw new IllegalArgumentException("business hours must close at least 15 minutes after they open, not "
                    + opens + " to " + closes + "; write 00:00 as the closing time for the end of the day");
        }
        SaneTime.requireCount(holidays.size(), MOST_HOLIDAYS, "the number of holidays");
    }

    /// Monday to Friday, 09:00 to 17:00, no holidays yet.
    public static BusinessCalendar standard(ZoneId zone) {
        return new BusinessCalendar(
                zone,
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                Set.of());
    }

    public BusinessCalendar withHolidays(Set<LocalDate> dates) {
        return new BusinessCalendar(zone, opens, closes, days, dates);
    }

    /// A date that the zone skipped altogether is no business day: nobody lived it.
    public boolean isBusinessDay(LocalDate date) {
        return days.contains(date.getDayOfWeek()) && !holidays.contains(date) && Wall.exists(date, zone);
    }

    /// The first business day strictly after `date`.
    public LocalDate nextBusinessDay(LocalDate date) {
        return businessDayOnOrAfter(date.plusDays(1));
    }

    public LocalDate businessDayOnOrAfter(LocalDate date) {
        LocalDate day = date;
        while (!isBusinessDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /// The `count`th business day after `from`, which is day zero whether it is a business day or not.
    public LocalDate addBusinessDays(LocalDate from, int count) {
        SaneTime.requireCount(count, MOST_BUSINESS_DAYS, "a count of business days");
        LocalDate day = from;
        for (int done = 0; done < count; done++) {
            day = nextBusinessDay(day);
        }
        return day;
    }

    /// The first moment by which `length` of open time has gone by since `start`. Time that runs out with the working
    /// day
    /// ends at closing time, not at the next opening.
    public Instant addBusinessTime(Instant start, Duration length) {
        SaneTime.requireLength(length, LONGEST_BUSINESS_TIME, "a length of business time");
        Instant from = SaneTime.of(start);
        if (length.isZero()) {
            return from;
        }
        LocalDate day = businessDayOnOrAfter(from.atZone(zone).toLocalDate());
        Duration left = length;
        Duration open = openSince(from, day);
        while (open.compareTo(left) < 0) {
            left = left.minus(open);
            day = nextBusinessDay(day);
            open = openSince(from, day);
        }
        return later(from, opensAt(day)).plus(left);
    }

    private Duration openSince(Instant from, LocalDate day) {
        return Lapse.between(later(from, opensAt(day)), closesAt(day));
    }

    private Instant opensAt(LocalDate day) {
        return day.atTime(opens).atZone(zone).toInstant();
    }

    /// Never beyond the end of the day, even where a clock change carries the closing time over midnight.
    private Instant closesAt(LocalDate day) {
        Instant end = Wall.dayEnd(day, zone);
        return closes.equals(LocalTime.MIDNIGHT)
                ? end
                : SaneTime.earlier(day.atTime(closes).atZone(zone).toInstant(), end);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration openFor(LocalTime opens, LocalTime closes) {
        return closes.equals(LocalTime.MIDNIGHT)
                ? WHOLE_DAY.minusNanos(opens.toNanoOfDay())
                : Duration.between(opens, closes);
    }
}
