package tocsin.domain.clock;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;

/// The beat of the updates people were promised. Sending resets it.
public sealed interface Cadence {

    /// The first note that is due once the beat has begun at `start`.
    Instant firstDue(Instant start, BusinessCalendar calendar);

    /// The next note due after one was sent. A note sent ahead of its slot on the same day has served that slot.
    Instant dueAfterSending(Instant sent, BusinessCalendar calendar);

    /// The level went up at `now` and this is the new beat: sooner if the new beat asks for it, never later.
    default Instant dueAfterRaise(Instant currentDue, Instant now, BusinessCalendar calendar) {
        return SaneTime.earlier(currentDue, firstDue(now, calendar));
    }

    /// The level went down: the note already promised stays promised once; the new beat counts from its sending.
    default Instant dueAfterLowering(Instant currentDue) {
        return currentDue;
    }

    /// By elapsed time, day and night.
    record Every(Duration period) implements Cadence {
        public Every {
            if (period.compareTo(Duration.ofMinutes(1)) < 0 || period.compareTo(Span.LONGEST) > 0) {
                throw new IllegalArgumentException("updates come at least a minute apart, not " + period);
            }
        }

        @Override
        public Instant firstDue(Instant start, BusinessCalendar calendar) {
            return SaneTime.of(start).plus(period);
        }

        @Override
        public Instant dueAfterSending(Instant sent, BusinessCalendar calendar) {
            return firstDue(sent, calendar);
        }
    }

    /// Once each business day at a time of the calendar's zone.
    record BusinessDaily(LocalTime at) implements Cadence {
        @Override
        public Instant firstDue(Instant start, BusinessCalendar calendar) {
            LocalDate day = calendar.businessDayOnOrAfter(Wall.date(start, calendar.zone()));
            Instant slot = Wall.closing(day, at, calendar.zone());
            return slot.isAfter(start) ? slot : Wall.closing(calendar.nextBusinessDay(day), at, calendar.zone());
        }

        @Override
        public Instant dueAfterSending(Instant sent, BusinessCalendar calendar) {
            LocalDate next = calendar.nextBusinessDay(Wall.date(sent, calendar.zone()));
            return Wall.closing(next, at, calendar.zone());
        }
    }

    /// One slot a week; when it falls on a holiday, the next business day at the same time.
    record Weekly(DayOfWeek day, LocalTime at) implements Cadence {
        @Override
        public Instant firstDue(Instant start, BusinessCalendar calendar) {
            LocalDate today = Wall.date(start, calendar.zone());
            Instant slot = Wall.closing(slotOnOrAfter(today, calendar), at, calendar.zone());
            return slot.isAfter(start) ? slot : dueAfterSending(start, calendar);
        }

        @Override
        public Instant dueAfterSending(Instant sent, BusinessCalendar calendar) {
            LocalDate tomorrow = Wall.date(sent, calendar.zone()).plusDays(1);
            return Wall.closing(slotOnOrAfter(tomorrow, calendar), at, calendar.zone());
        }

        /// Looks back one slot first, since that one may have been moved to today or later by a holiday.
        private LocalDate slotOnOrAfter(LocalDate date, BusinessCalendar calendar) {
            LocalDate nominal = date.with(TemporalAdjusters.previousOrSame(day));
            LocalDate slot = calendar.businessDayOnOrAfter(nominal);
            while (slot.isBefore(date)) {
                nominal = nominal.plusWeeks(1);
                slot = calendar.businessDayOnOrAfter(nominal);
            }
            return slot;
        }
    }
}
