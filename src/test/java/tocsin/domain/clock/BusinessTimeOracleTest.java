package tocsin.domain.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Business arithmetic against an oracle that looks at the wall clock once a minute, on random calendars around the
/// days
/// on which clocks change.
class BusinessTimeOracleTest {
    private static final int CASES = 150 * Integer.getInteger("tocsin.scale", 1);
    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "America/Havana",
            "Africa/Cairo");
    private static final List<String> DAYS =
            List.of("2011-12-27", "2026-03-26", "2026-04-02", "2026-10-01", "2026-10-22", "2026-12-29", "2028-02-26");

    @Test
    void businessTimeEqualsAMinuteByMinuteWalk() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int each = 0; each < CASES; each++) {
            BusinessCalendar calendar = randomCalendar(random);
            Instant start = randomStart(random, calendar.zone());
            Duration length = Duration.ofMinutes(random.nextInt(40 * 60));
            assertThat(calendar.addBusinessTime(start, length))
                    .as("seed %d, case %d: %s from %s on %s", seed, each, length, start, calendar)
                    .isEqualTo(walkMinutes(calendar, start, length.toMinutes()));
        }
    }

    @Test
    void businessDaysEqualADayByDayWalk() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int each = 0; each < CASES; each++) {
            BusinessCalendar calendar = randomCalendar(random);
            LocalDate start =
                    randomStart(random, calendar.zone()).atZone(calendar.zone()).toLocalDate();
            int count = random.nextInt(30);
            assertThat(calendar.addBusinessDays(start, count))
                    .as("seed %d, case %d: %d days from %s on %s", seed, each, count, start, calendar)
                    .isEqualTo(walkDays(calendar, start, count));
        }
    }

    private static Instant walkMinutes(BusinessCalendar calendar, Instant start, long minutes) {
        Instant minute = start;
        for (long left = minutes; left > 0; minute = minute.plusSeconds(60)) {
            left -= isOpen(calendar, minute) ? 1 : 0;
        }
        return minute;
    }

    private static boolean isOpen(BusinessCalendar calendar, Instant minute) {
        ZonedDateTime wall = minute.atZone(calendar.zone());
        LocalTime time = wall.toLocalTime();
        return calendar.days().contains(wall.getDayOfWeek())
                && !calendar.holidays().contains(wall.toLocalDate())
                && !time.isBefore(calendar.opens())
                && (calendar.closes().equals(LocalTime.MIDNIGHT) || time.isBefore(calendar.closes()));
    }

    /// Steps through real noons, so that a day the zone skipped is never seen.
    private static LocalDate walkDays(BusinessCalendar calendar, LocalDate start, int count) {
        Instant hour = start.atStartOfDay(calendar.zone()).toInstant();
        LocalDate day = start;
        for (int left = count; left > 0; hour = hour.plusSeconds(3600)) {
            LocalDate seen = hour.atZone(calendar.zone()).toLocalDate();
            if (seen.isAfter(day)) {
                day = seen;
                boolean works = calendar.days().contains(day.getDayOfWeek())
                        && !calendar.holidays().contains(day);
                left -= works ? 1 : 0;
            }
        }
        return day;
    }

    /// Windows may span a clock change but do not begin or end inside one: what a repeated closing hour means is a
    /// matter of choice, not of arithmetic.
    private static BusinessCalendar randomCalendar(Random random) {
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        LocalTime opens =
                random.nextInt(3) == 0 ? LocalTime.MIDNIGHT : LocalTime.of(5 + random.nextInt(6), random.nextInt(60));
        LocalTime closes =
                random.nextInt(3) == 0 ? LocalTime.MIDNIGHT : LocalTime.of(12 + random.nextInt(10), random.nextInt(60));
        Set<DayOfWeek> days = IntStream.rangeClosed(0, 2 + random.nextInt(5))
                .mapToObj(_ -> DayOfWeek.of(1 + random.nextInt(7)))
                .collect(Collectors.toSet());
        LocalDate around = LocalDate.parse(DAYS.get(random.nextInt(DAYS.size())));
        Set<LocalDate> holidays = IntStream.range(0, random.nextInt(5))
                .mapToObj(_ -> around.plusDays(random.nextInt(20)))
                .collect(Collectors.toSet());
        return new BusinessCalendar(zone, opens, closes, days, holidays);
    }

    private static Instant randomStart(Random random, ZoneId zone) {
        LocalDate day = LocalDate.parse(DAYS.get(random.nextInt(DAYS.size())));
        return day.atStartOfDay(zone).toInstant().plusSeconds(60L * random.nextInt(6 * 1440));
    }
}
