package tocsin.ui.scrub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A stay in something, from one moment to another. Of one kind there is never more than one at a time.
record Spell<T>(T what, Instant from, Instant to) {
    boolean holds(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    /// What began later takes its time from what was written before it, as the times at each level do.
    static <T> List<Spell<T>> following(List<T> stays, Function<T, Instant> since, Instant end) {
        var spells = new ArrayList<Spell<T>>();
        Instant until = end;
        for (T stay : stays.reversed()) {
            Instant from = since.apply(stay);
            if (from.isBefore(until)) {
                spells.add(new Spell<>(stay, from, until));
                until = from;
            }
        }
        return spells.reversed();
    }

    static <T> Optional<T> at(List<Spell<T>> spells, Instant moment) {
        return spells.stream().filter(spell -> spell.holds(moment)).findFirst().map(Spell::what);
    }
}
