package tocsin.ui.scrub;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.PhaseSpell;
import tocsin.domain.incident.StampName;
import tocsin.domain.timeline.Entry;

/// The time from one end of the picture to the other, and which pixel stands for which moment. Never empty.
record Stretch(Instant from, Instant to) {
    static final Duration SHORTEST = Duration.ofMinutes(1);

    /// What is said to have happened long before the incident does not squeeze it into a corner.
    private static final Duration PRELUDE = Duration.ofDays(7);

    private static final int HEADROOM = 16;
    private static final List<Duration> ROUND = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(7));

    Stretch {
        if (to.isBefore(from.plus(SHORTEST))) {
            to = from.plus(SHORTEST);
        }
    }

    /// All of it, up to now or to its end, with a little room before the right edge: the picture stands still until
    /// that room is used up.
    static Stretch whole(Incident incident, Instant now) {
        Instant first = first(incident, now);
        Instant last = incident.phase().ended() ? last(incident, first) : later(now, first);
        return rounded(first, last);
    }

    /// The response alone, once it is over: weeks of aftermath would leave it a few pixels.
    static Stretch response(Incident incident, Instant now) {
        Stretch whole = whole(incident, now);
        if (!incident.phase().afterwards()) {
            return whole;
        }
        Instant first = first(incident, now);
        Stretch response = incident.phases().stream()
                .filter(spell -> spell.phase().afterwards())
                .map(PhaseSpell::since)
                .filter(first::isBefore)
                .findFirst()
                .map(rest -> rounded(first, rest))
                .orElse(whole);
        return response.to().isBefore(whole.to()) ? response : whole;
    }

    private static Stretch rounded(Instant first, Instant last) {
        long span = Math.max(SHORTEST.toMillis(), Duration.between(first, last).toMillis());
        long step = ROUND.stream()
                .mapToLong(Duration::toMillis)
                .filter(each -> each * HEADROOM >= span)
                .findFirst()
                .orElse(ROUND.getLast().toMillis());
        long from = Math.floorDiv(first.toEpochMilli(), step) * step;
        long to = (Math.floorDiv(last.toEpochMilli(), step) + 1) * step;
        return new Stretch(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
    }

    /// When anything was said to have happened first.
    static Instant first(Incident incident, Instant now) {
        Instant anchor =
                incident.phases().isEmpty() ? now : incident.phases().getFirst().since();
        Instant limit = anchor.minus(PRELUDE);
        Instant first = anchor;
        for (PhaseSpell spell : incident.phases()) {
            first = earlier(first, spell.since());
        }
        Instant impact = incident.firstStamp(StampName.IMPACT_STARTED)
                .map(stamp -> stamp.at())
                .orElse(first);
        first = impact.isBefore(limit) ? first : earlier(first, impact);
        List<Entry> entries = incident.timeline().entries();
        for (int i = 0; i < entries.size(); i++) {
            Instant then = entries.get(i).occurredAt();
            if (then.isBefore(first) && !then.isBefore(limit)) {
                first = then;
            }
        }
        return first;
    }

    private static Instant last(Incident incident, Instant first) {
        Instant last = incident.lastRecordedAt().orElse(first);
        for (PhaseSpell spell : incident.phases()) {
            last = later(last, spell.since());
        }
        return last;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    long millis() {
        return Duration.between(from, to).toMillis();
    }

    boolean holds(Instant moment) {
        return !moment.isBefore(from) && !moment.isAfter(to);
    }

    /// The pixel of a moment; left of 0 or right of the width when it is outside.
    int x(Instant moment, int width) {
        double share = (double) (moment.toEpochMilli() - from.toEpochMilli()) / millis();
        return (int) Math.floor(Math.clamp(share, -1.0, 2.0) * width);
    }

    /// The moment that a pixel stands for: a whole minute, or a whole second where minutes are wide.
    Instant at(double x, int width) {
        long moment = from.toEpochMilli() + Math.round(Math.clamp(x / Math.max(1, width), 0.0, 1.0) * millis());
        long grain = millis() > Duration.ofMinutes(20).toMillis() ? 60_000 : 1_000;
        Instant grained = Instant.ofEpochMilli(Math.floorDiv(moment, grain) * grain);
        return grained.isBefore(from) ? from : grained;
    }

    /// Nearer or further, with this moment staying where it is; never further than the whole.
    Stretch zoomed(Instant anchor, double factor, Stretch whole) {
        long length = Math.clamp(Math.round(millis() * factor), SHORTEST.toMillis(), whole.millis());
        double share = Math.clamp((double) Duration.between(from, anchor).toMillis() / millis(), 0.0, 1.0);
        return new Stretch(from, from.plusMillis(length))
                .movedTo(anchor.minusMillis(Math.round(share * length)), whole);
    }

    Stretch movedTo(Instant start, Stretch whole) {
        long latest = whole.to().toEpochMilli() - millis();
        long begin = Math.max(whole.from().toEpochMilli(), Math.min(start.toEpochMilli(), latest));
        return new Stretch(Instant.ofEpochMilli(begin), Instant.ofEpochMilli(begin + millis()));
    }

    /// Moved no further than needed to show this moment, with some of what is around it.
    Stretch showing(Instant moment, Stretch whole) {
        return holds(moment) ? this : movedTo(moment.minusMillis(millis() / 2), whole);
    }
}
