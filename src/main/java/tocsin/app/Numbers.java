package tocsin.app;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tocsin.base.DeskId;
import tocsin.base.IncidentId;

/// Which incidents exist, by the number people say. Written on the journal's thread, read from any.
final class Numbers {
    private final Map<String, List<IncidentId>> byNumber = new ConcurrentHashMap<>();

    void add(IncidentId id) {
        byNumber.merge(id.number(), List.of(id), (old, more) -> old.contains(id) ? old : with(old, id));
    }

    boolean holds(IncidentId id) {
        return byNumber.getOrDefault(id.number(), List.of()).contains(id);
    }

    /// The next free number of the day on this desk.
    IncidentId next(LocalDate day, DeskId desk) {
        for (int count = 1; ; count++) {
            IncidentId id = IncidentId.of(day, count, desk);
            if (!byNumber.containsKey(id.number())) {
                return id;
            }
        }
    }

    /// Takes a full key or a number, in any case.
    Found find(String words) {
        String text = words.strip();
        int tilde = text.indexOf('~');
        String number = (tilde < 0 ? text : text.substring(0, tilde)).toUpperCase(Locale.ROOT);
        List<IncidentId> ids = byNumber.getOrDefault(number, List.of());
        if (tilde >= 0) {
            String key = number + text.substring(tilde).toLowerCase(Locale.ROOT);
            ids = ids.stream().filter(id -> id.value().equals(key)).toList();
        }
        return switch (ids.size()) {
            case 0 -> new Found.None();
            case 1 -> new Found.One(ids.getFirst());
            default -> new Found.Several(ids);
        };
    }

    private static List<IncidentId> with(Collection<IncidentId> old, IncidentId id) {
        return java.util.stream.Stream.concat(old.stream(), java.util.stream.Stream.of(id))
                .sorted()
                .toList();
    }
}
