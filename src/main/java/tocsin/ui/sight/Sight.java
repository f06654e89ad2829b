package tocsin.ui.sight;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Rules;

/// One incident as a room shows it: as it stands now, or as it stood at a past minute. `newest` is always the present
/// one, because the way through time needs both ends.
public record Sight(Incident incident, Incident newest, Rules rules, Optional<Past> past) {
    public static Sight now(Incident incident, Rules rules) {
        return new Sight(incident, incident, rules, Optional.empty());
    }

    /// What time it is in this picture.
    public Instant moment(Instant wall) {
        return past.map(Past::moment).orElse(wall);
    }

    /// The zone of all its times; before anybody had said one, today's.
    public ZoneId zone() {
        return newest.zone();
    }

    /// Its title then, or the one of today while it had none.
    public String title() {
        return incident.title().isEmpty() ? newest.title() : incident.title();
    }

    public boolean isPast() {
        return past.isPresent();
    }
}
