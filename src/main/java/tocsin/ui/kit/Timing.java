package tocsin.ui.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tocsin.app.Due;
import tocsin.app.Safe;
import tocsin.domain.clock.ClockState;

/// How lengths and moments are said on every screen, with figures that keep their places while they run.
public final class Timing {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final Duration COUNTED_DOWN = Duration.ofHours(2);
    private static final int MOST_WORDS = 18;
    private static final long DAYS_FROM_HOURS = 100;

    private final Words words;
    private final ZoneId zone;

    public Timing(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    /// `00:47:31`; from a hundred hours on `6 d 04:12`. A desk whose clock is ahead may have begun in our future.
    public String running(Duration length) {
        Duration sane = length.isNegative() ? Duration.ZERO : length;
        return sane.toHours() < DAYS_FROM_HOURS
                ? "%02d:%02d:%02d".formatted(sane.toHours(), sane.toMinutesPart(), sane.toSecondsPart())
                : words.get("timing.days", sane.toDays(), sane.toHoursPart(), sane.toMinutesPart());
    }

    /// `2:10`, `1:38:20`, `2 d 04 h`.
    public String figure(Duration length) {
        Duration sane = length.isNegative() ? Duration.ZERO : length;
        if (sane.toHours() < 1) {
            return "%d:%02d".formatted(sane.toMinutes(), sane.toSecondsPart());
        }
        return sane.toDays() < 1
                ? "%d:%02d:%02d".formatted(sane.toHours(), sane.toMinutesPart(), sane.toSecondsPart())
                : words.get("timing.short", sane.toDays(), sane.toHoursPart());
    }

    /// `3 min`, `1 h 05 min`, `2 d 04 h`.
    public String rough(Duration length) {
        return words.span(length.isNegative() ? Duration.ZERO : length);
    }

    /// The minute on the wall, with the day where it is not today's.
    public String moment(Instant at, Instant now) {
        ZonedDateTime there = at.atZone(zone);
        LocalDate today = LocalDate.ofInstant(now, zone);
        String minute = MINUTE.format(there);
        if (there.toLocalDate().equals(today)) {
            return minute;
        }
        return there.toLocalDate().equals(today.plusDays(1))
                ? words.get("timing.tomorrow", minute)
                : words.date(there) + " " + minute;
    }

    /// What is due, without when.
    public String what(Due due) {
        String plain = words.get("due." + due.kind().name().toLowerCase(Locale.ROOT));
        return due.words().isBlank() ? plain : plain + ": " + Safe.cut(Safe.line(due.words()), MOST_WORDS);
    }

    /// How late, how soon, or at what time of the clock on the wall.
    public String when(Due due, Instant now) {
        Duration left = Duration.between(now, due.at());
        if (due.state() == ClockState.OVERDUE) {
            return words.get("due.overdue", figure(left.negated()));
        }
        if (left.isNegative()) {
            return words.get("due.over");
        }
        return left.compareTo(COUNTED_DOWN) < 0
                ? words.get("due.in", figure(left))
                : words.get("due.at", moment(due.at(), now));
    }

    /// Both, as one line.
    public String line(Due due, Instant now) {
        return what(due) + " " + when(due, now);
    }

    /// `14:22:07 CET · 13:22 UTC`.
    public String both(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        String abbreviation = DateTimeFormatter.ofPattern("zzz", words.locale()).format(here);
        return SECOND.format(here) + " " + abbreviation + " · " + MINUTE.format(now.atZone(ZoneId.of("UTC"))) + " UTC";
    }
}
