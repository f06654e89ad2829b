package tocsin.ui.sight;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import tocsin.domain.clock.Lapse;
import tocsin.ui.kit.Words;

/// How this pane writes times, as seen from one moment in the incident's own zone.
public record Telling(Words words, ZoneId zone, Instant now) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DATED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /// Today the time of day is enough.
    public String moment(Instant at) {
        var then = at.atZone(zone);
        boolean today = then.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (today ? CLOCK : DATED).format(then);
    }

    /// A stretch that is running: to the second while it is short, so that nobody wonders whether it moves.
    public String running(Duration time) {
        Duration length = time.abs();
        return length.toHours() > 0
                ? words.span(length)
                : "%d:%02d".formatted(length.toMinutes(), length.toSecondsPart());
    }

    public String left(Instant due) {
        return running(Lapse.between(now, due));
    }

    public String over(Instant due) {
        return running(Lapse.between(due, now));
    }

    /// A length somebody agreed on: `15 min`, `4 h`, `5 d`.
    public String limit(Duration length) {
        if (length.toMinutes() > 0 && length.toMinutes() % (24 * 60) == 0) {
            return words.get("owed.span.days", length.toDays());
        }
        return length.toHours() > 0 && length.toMinutesPart() == 0
                ? words.get("owed.span.hours", length.toHours())
                : words.span(length);
    }
}
