package tocsin.ui.scrub;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tocsin.base.FactId;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.View;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;

/// Where a person who steps through the past comes to stand. Looking at what was known, an entry counts from the moment
/// it was written; looking at what was true, from the moment it happened. Immutable.
///
/// @param view the way of looking
record Steps(Incident incident, View view) {
    Optional<Instant> entryBefore(Instant moment) {
        return before(moment, this::entries);
    }

    Optional<Instant> entryAfter(Instant moment) {
        return after(moment, this::entries);
    }

    Optional<Instant> changeBefore(Instant moment) {
        return before(moment, this::changes);
    }

    Optional<Instant> changeAfter(Instant moment) {
        return after(moment, this::changes);
    }

    /// How many lines about this minute or an earlier one were written only after it.
    int writtenLater(Instant moment) {
        int later = 0;
        for (Entry entry : incident.timeline().entries()) {
            if (entry.kind() != EntryKind.SYSTEM
                    && !entry.occurredAt().isAfter(moment)
                    && entry.recordedAt().isAfter(moment)) {
                later++;
            }
        }
        return later;
    }

    private void entries(Consumer<Instant> each) {
        for (Entry entry : incident.timeline().entries()) {
            if (entry.kind() != EntryKind.SYSTEM) {
                each.accept(view == View.KNOWN ? entry.recordedAt() : entry.occurredAt());
            }
        }
    }

    private void changes(Consumer<Instant> each) {
        Map<FactId, Instant> since = new HashMap<>();
        incident.phases().forEach(spell -> since.put(spell.fact(), spell.since()));
        incident.severities().forEach(spell -> since.put(spell.fact(), spell.since()));
        if (view == View.TRUE) {
            since.values().forEach(each);
            return;
        }
        var told = new HashSet<FactId>();
        for (Entry entry : incident.timeline().entries()) {
            if (since.containsKey(entry.id())) {
                told.add(entry.id());
                each.accept(entry.recordedAt());
            }
        }
        since.forEach((fact, moment) -> {
            if (!told.contains(fact)) {
                each.accept(moment);
            }
        });
    }

    private static Optional<Instant> before(Instant moment, Consumer<Consumer<Instant>> all) {
        return nearest(all, at -> at.isBefore(moment), Comparator.naturalOrder());
    }

    private static Optional<Instant> after(Instant moment, Consumer<Consumer<Instant>> all) {
        return nearest(all, at -> at.isAfter(moment), Comparator.reverseOrder());
    }

    /// One walk without sorting, since it is asked at a key and there may be a hundred thousand.
    private static Optional<Instant> nearest(
            Consumer<Consumer<Instant>> all, Predicate<Instant> wanted, Comparator<Instant> order) {
        var best = new AtomicReference<@Nullable Instant>();
        all.accept(at -> {
            Instant known = best.get();
            if (wanted.test(at) && (known == null || order.compare(at, known) > 0)) {
                best.set(at);
            }
        });
        return Optional.ofNullable(best.get());
    }
}
