package tocsin.ui.scrub;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tocsin.app.Safe;
import tocsin.domain.incident.Incident;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Past;

/// What the strip says in words, in the zone of the incident and with the day wherever it is not plainly today.
record Told(Words words, Incident incident, Instant now) {
    private static final int NAME_CHARS = 40;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DATED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter DATED_EXACT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    String begin(Stretch shown) {
        return at(shown.from(), today(shown) ? CLOCK : DATED);
    }

    String end(Stretch shown) {
        return at(shown.to(), today(shown) ? CLOCK : DATED) + " "
                + incident.zone().getId();
    }

    /// As long for every moment of one stretch.
    String label(Instant moment, Stretch shown) {
        return at(moment, today(shown) ? EXACT : DATED_EXACT);
    }

    /// What stood at a moment as far as it is known today.
    String reading(Instant moment) {
        String when = at(moment, DATED_EXACT);
        if (moment.isAfter(now)) {
            return words.get("scrub.ahead", when);
        }
        var state = Spell.at(Draughtsman.states(incident, now), moment).map(spell -> words.phase(spell.phase()));
        var level = Spell.at(Draughtsman.levels(incident, now), moment)
                .map(spell -> spell.severity().toString());
        var command = Spell.at(Draughtsman.commands(incident, now), moment)
                .map(term -> Safe.cut(Safe.line(term.person().name()), NAME_CHARS))
                .or(() -> state.map(_ -> words.get("scrub.vacant")));
        return Stream.of(Optional.of(when), state, level, command)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    String later(Past minute) {
        int count = new Steps(incident, minute.view()).writtenLater(minute.moment());
        return switch (count) {
            case 0 -> "";
            case 1 -> words.get("scrub.later.one", words.number(1));
            default -> words.get("scrub.later", words.number(count));
        };
    }

    private String at(Instant moment, DateTimeFormatter form) {
        return form.format(moment.atZone(incident.zone()));
    }

    private boolean today(Stretch shown) {
        ZoneId zone = incident.zone();
        LocalDate first = shown.from().atZone(zone).toLocalDate();
        return first.equals(shown.to().minusMillis(1).atZone(zone).toLocalDate())
                && first.equals(now.atZone(zone).toLocalDate());
    }
}
