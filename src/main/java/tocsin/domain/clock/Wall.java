package tocsin.domain.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// The calendar on the wall of a zone.
final class Wall {
    private Wall() {}

    static LocalDate date(Instant instant, ZoneId zone) {
        return SaneTime.of(instant).atZone(zone).toLocalDate();
    }

    /// Some zones have skipped a whole day (Apia, 30 December 2011).
    static boolean exists(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toLocalDate().equals(date);
    }

    /// The last time the wall clock of that day shows `closes`. A false "overdue" is the worst failure, so an hour
    /// that happens twice counts to its second end, and one that is skipped counts to the hour after it but never
    /// into the next day (Nuuk skips the last hour of a Saturday).
    static Instant closing(LocalDate date, LocalTime closes, ZoneId zone) {
        Instant shown =
                date.atTime(closes).atZone(zone).withLaterOffsetAtOverlap().toInstant();
        return exists(date, zone) ? SaneTime.earlier(shown, dayEnd(date, zone).minusNanos(1)) : shown;
    }

    static Instant dayEnd(LocalDate date, ZoneId zone) {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
