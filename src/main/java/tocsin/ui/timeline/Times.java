package tocsin.ui.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import tocsin.ui.kit.Words;

/// How the timeline writes moments: the time of day to the second, days in full, in the incident's own zone.
record Times(ZoneId zone, Words words) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    String clock(Instant moment) {
        return CLOCK.format(moment.atZone(zone));
    }

    String day(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(words.locale())
                        .format(date) + ", "
                + date.atTime(12, 0).atZone(zone).format(DateTimeFormatter.ofPattern("zzz", words.locale()));
    }

    String late(Duration lag) {
        return words.get("timeline.late", words.span(lag));
    }
}
