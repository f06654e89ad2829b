package tocsin.domain.prose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tocsin.base.DeskId;
import tocsin.domain.Recorded;

/// All texts of one incident's postmortem, by the keys of their sections. Mutable and confined to one thread.
public final class Manuscript {
    private final DeskId here;
    private final Map<String, Prose> sections = new TreeMap<>();

    public Manuscript(DeskId here) {
        this.here = here;
    }

    /// Folds what is about texts and passes over the rest.
    public static Manuscript of(DeskId here, List<Recorded> facts) {
        var manuscript = new Manuscript(here);
        facts.forEach(manuscript::take);
        return manuscript;
    }

    public void take(Recorded recorded) {
        if (recorded.fact() instanceof ProseFact fact) {
            section(fact.section()).take(recorded);
        }
    }

    /// The text of this section, empty if nobody has written in it.
    public Prose section(String key) {
        return sections.computeIfAbsent(key, _ -> new Prose(here));
    }

    public String text(String key) {
        return Optional.ofNullable(sections.get(key)).map(Prose::text).orElse("");
    }

    /// Whether nobody has written in it, or all of it is gone.
    public boolean isEmpty(String key) {
        return Optional.ofNullable(sections.get(key)).map(Prose::length).orElse(0) == 0;
    }

    /// The sections somebody has written in.
    public Set<String> keys() {
        return Set.copyOf(sections.keySet());
    }
}
