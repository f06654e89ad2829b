package tocsin.app.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tocsin.app.Past;
import tocsin.base.DeskId;
import tocsin.base.IncidentId;
import tocsin.domain.Recorded;
import tocsin.domain.incident.History;
import tocsin.domain.prose.Manuscript;
import tocsin.domain.prose.ProseFact;
import tocsin.journal.JournalException;

/// The texts that are being written, so that the index follows them in strides and not at every key: a text is written
/// into it when it is asked for, when the index is made fast, and else some seconds after it changed. Of the search
/// thread alone.
final class Manuscripts {
    static final long STRIDE_NANOS = TimeUnit.SECONDS.toNanos(3);
    /// People write in a few at a time; another is read from the journal again.
    private static final int MOST_KEPT = 3;

    private final Past past;
    private final Map<IncidentId, Manuscript> kept = new LinkedHashMap<>(4, 0.75f, true);
    private final Map<IncidentId, Set<String>> waiting = new HashMap<>();
    private long since;

    Manuscripts(Past past) {
        this.past = past;
    }

    private static Manuscript of(List<Recorded> facts) {
        // Nothing is typed here, so it does not matter whose desk this is.
        return Manuscript.of(new DeskId("a".repeat(DeskId.LENGTH)), facts);
    }

    /// All texts of an incident, of which nothing is in the index yet.
    static void write(Index index, History history) throws IOException {
        if (history.facts().stream().anyMatch(fact -> fact.fact() instanceof ProseFact)) {
            Manuscript manuscript = of(history.facts());
            for (String section : manuscript.keys()) {
                index.put(history.id(), section, manuscript.section(section));
            }
        }
    }

    void take(IncidentId id, List<Recorded> words) {
        if (words.isEmpty()) {
            return;
        }
        if (waiting.isEmpty()) {
            since = System.nanoTime();
        }
        Manuscript known = kept.get(id);
        Set<String> sections = waiting.computeIfAbsent(id, _ -> new HashSet<>());
        for (Recorded each : words) {
            if (each.fact() instanceof ProseFact fact) {
                sections.add(fact.section());
                if (known != null) {
                    known.take(each);
                }
            }
        }
    }

    /// How long the texts may still wait; nothing waits for ever.
    long patience(long most) {
        return waiting.isEmpty() ? most : Math.clamp(since + STRIDE_NANOS - System.nanoTime(), 0, most);
    }

    boolean isDue() {
        return !waiting.isEmpty() && patience(1) == 0;
    }

    /// Returns whether anything was written.
    boolean write(Index index) throws IOException, JournalException {
        boolean any = !waiting.isEmpty();
        for (Map.Entry<IncidentId, Set<String>> each : waiting.entrySet()) {
            IncidentId id = each.getKey();
            Manuscript manuscript = kept.get(id);
            if (manuscript == null) {
                manuscript = of(past.history(id).facts());
                kept.put(id, manuscript);
            }
            for (String section : each.getValue()) {
                index.put(id, section, manuscript.section(section));
            }
        }
        waiting.clear();
        while (kept.size() > MOST_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return any;
    }

    /// Words were erased, or everything is written anew.
    void forget() {
        kept.clear();
        waiting.clear();
    }
}
