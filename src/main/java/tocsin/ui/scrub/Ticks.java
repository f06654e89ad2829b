package tocsin.ui.scrub;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Round moments by the clock of one zone, as many as there is room for. On a day when the clocks change, an hour that
/// is skipped has no tick and one that comes twice has two.
final class Ticks {
    private static final int ROOM = 96;
    private static final long DAY_MINUTES = 24 * 60;
    private static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(7),
            Duration.ofDays(14),
            Duration.ofDays(28));

    private final Stretch stretch;
    private final int width;
    private final ZoneId zone;
    private final DateTimeFormatter day;
    private final DateTimeFormatter clock;
    private final List<Lanes.Tick> ticks = new ArrayList<>();

    private Ticks(Stretch stretch, int width, ZoneId zone, Locale locale, Duration step) {
        this.stretch = stretch;
        this.width = width;
        this.zone = zone;
        day = DateTimeFormatter.ofPattern("d MMM", locale);
        clock = DateTimeFormatter.ofPattern(step.toSecondsPart() == 0 ? "HH:mm" : "HH:mm:ss", locale);
    }

    static List<Lanes.Tick> of(Stretch stretch, int width, ZoneId zone, Locale locale) {
        Duration step = STEPS.stream()
                .filter(each -> width * (double) each.toMillis() / stretch.millis() >= ROOM)
                .findFirst()
                .orElse(STEPS.getLast());
        return new Ticks(stretch, width, zone, locale, step).each(step);
    }

    private List<Lanes.Tick> each(Duration step) {
        LocalDate first = stretch.from().atZone(zone).toLocalDate();
        LocalDate last = stretch.to().atZone(zone).toLocalDate();
        long days = Math.max(1, step.toDays());
        // Weeks and their like count from one fixed day, so that they do not wander while the picture grows.
        LocalDate from = first.minusDays(Math.floorMod(first.toEpochDay(), days));
        for (LocalDate date = from; !date.isAfter(last); date = date.plusDays(days)) {
            tick(date.atStartOfDay(zone).toInstant(), Lanes.Tick.Kind.DAY, day);
            if (step.compareTo(Duration.ofHours(1)) <= 0) {
                through(date, step);
            } else if (step.toDays() == 0) {
                hours(date, step.toMinutes());
            }
        }
        return List.copyOf(ticks);
    }

    /// Small steps follow the time as it runs.
    private void through(LocalDate date, Duration step) {
        Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
        Instant begin = date.atStartOfDay(zone).toInstant();
        long before = Math.max(0, Duration.between(begin, stretch.from()).toMillis() / step.toMillis());
        Instant at = begin.plus(step.multipliedBy(Math.max(1, before)));
        while (at.isBefore(end) && !at.isAfter(stretch.to())) {
            tick(at, Lanes.Tick.Kind.TIME, clock);
            at = at.plus(step);
        }
    }

    /// Large steps follow the hands of the clock.
    private void hours(LocalDate date, long minutes) {
        for (long minute = minutes; minute < DAY_MINUTES; minute += minutes) {
            LocalDateTime asked = date.atTime(LocalTime.ofSecondOfDay(minute * 60));
            ZonedDateTime there = asked.atZone(zone);
            if (there.toLocalDateTime().equals(asked)) {
                tick(there.toInstant(), Lanes.Tick.Kind.TIME, clock);
            }
        }
    }

    private void tick(Instant moment, Lanes.Tick.Kind kind, DateTimeFormatter form) {
        if (stretch.holds(moment)) {
            ticks.add(new Lanes.Tick(stretch.x(moment, width), form.format(moment.atZone(zone)), kind));
        }
    }
}
