package tocsin.ui.postmortem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tocsin.domain.clock.Lapse;

/// A review meeting under way: at which point of its agenda, since when, and what each point has taken so far. A point
/// one comes back to goes on where it was left.
///
/// @param at the index of the point
/// @param since when one came to it this time
/// @param spent for each point, before `since`
record Course(Agenda agenda, Instant started, int at, Instant since, List<Duration> spent) {
    /// Nobody sits as long as that; it was forgotten.
    static final Duration FORGOTTEN = Duration.ofHours(12);

    Course {
        spent = List.copyOf(spent);
    }

    static Course begun(Agenda agenda, Instant now) {
        return new Course(
                agenda,
                now,
                0,
                now,
                agenda.slots().stream().map(_ -> Duration.ZERO).toList());
    }

    Agenda.Slot slot() {
        return agenda.slots().get(at);
    }

    /// Ends stay ends.
    Course step(int by, Instant now) {
        int to = Math.clamp(at + by, 0, agenda.slots().size() - 1);
        if (to == at) {
            return this;
        }
        var taken = new ArrayList<>(spent);
        taken.set(at, spent(at, now));
        return new Course(agenda, started, to, now, taken);
    }

    Duration spent(int point, Instant now) {
        Duration before = spent.get(point);
        return point == at ? before.plus(positive(Lapse.between(since, now))) : before;
    }

    /// Below zero once it is over its time.
    Duration left(Instant now) {
        return slot().length().minus(spent(at, now));
    }

    Duration leftOfAll(Instant now) {
        return agenda.length().minus(taken(now));
    }

    Duration taken(Instant now) {
        return positive(Lapse.between(started, now));
    }

    boolean forgotten(Instant now) {
        return taken(now).compareTo(FORGOTTEN) > 0;
    }

    private static Duration positive(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }

    /// As a desk keeps it between two windows.
    String kept() {
        return String.join(
                " ",
                agenda.name(),
                String.valueOf(started.toEpochMilli()),
                String.valueOf(at),
                String.valueOf(since.toEpochMilli()),
                spent.stream().map(time -> String.valueOf(time.toMillis())).collect(Collectors.joining(",")));
    }

    /// Nothing from what is not one.
    static Optional<Course> read(String kept) {
        String[] parts = kept.split(" ", -1);
        if (parts.length != 5) {
            return Optional.empty();
        }
        try {
            Agenda agenda = Agenda.valueOf(parts[0]);
            List<Duration> spent = Arrays.stream(parts[4].split(",", -1))
                    .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
                    .toList();
            int at = Integer.parseInt(parts[2]);
            int points = agenda.slots().size();
            return spent.size() != points || at < 0 || at >= points
                    ? Optional.empty()
                    : Optional.of(new Course(
                            agenda,
                            Instant.ofEpochMilli(Long.parseLong(parts[1])),
                            at,
                            Instant.ofEpochMilli(Long.parseLong(parts[3])),
                            spent));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
