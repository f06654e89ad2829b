package tocsin.ui.crew;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import tocsin.domain.clock.Lapse;
import tocsin.ui.kit.Words;

/// How this side of the room writes moments and lengths, in the incident's own zone.
record Moments(ZoneId zone, Instant now, Words words) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DATED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /// Today the time of day is enough.
    String at(Instant moment) {
        var then = moment.atZone(zone);
        boolean today = then.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (today ? CLOCK : DATED).format(then);
    }

    Duration since(Instant moment) {
        return Lapse.between(moment, now);
    }

    /// To the second while it is short, because then seconds count: `1:12`, later `2 h 05 min`.
    String run(Duration length) {
        Duration time = length.abs();
        return time.toHours() > 0 ? words.span(time) : "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }

    /// `4:30 left` or `1:12 over`.
    String left(Duration left) {
        return words.get(left.isNegative() ? "crew.over" : "crew.left", run(left));
    }
}
