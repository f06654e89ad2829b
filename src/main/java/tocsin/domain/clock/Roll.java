package tocsin.domain.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// What a rule does when its due moment falls on a day that nobody works.
public sealed interface Roll {

    Instant roll(Instant due, ZoneId zone, BusinessCalendar calendar);

    record None() implements Roll {
        @Override
        public Instant roll(Instant due, ZoneId zone, BusinessCalendar calendar) {
            return due;
        }
    }

    record ToNextWorkingDay(LocalTime at) implements Roll {
        @Override
        public Instant roll(Instant due, ZoneId zone, BusinessCalendar calendar) {
            LocalDate date = Wall.date(due, zone);
            return calendar.isBusinessDay(date) ? due : Wall.closing(calendar.nextBusinessDay(date), at, zone);
        }
    }
}
