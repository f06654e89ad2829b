package tocsin.domain.checklist;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tocsin.domain.severity.IncidentType;

/// The checklist of every type. A type without one has an empty list.
public record Checklists(Map<IncidentType, Checklist> byType) {
    public static final Checklists NONE = new Checklists(Map.of());

    public Checklists {
        byType = Map.copyOf(byType);
    }

    public static Checklists of(List<Checklist> lists) {
        return NONE.with(lists);
    }

    /// These lists in the place of those of their types.
    public Checklists with(List<Checklist> lists) {
        var all = new EnumMap<IncidentType, Checklist>(IncidentType.class);
        all.putAll(byType);
        lists.forEach(list -> all.put(list.type(), list));
        return new Checklists(all);
    }

    public Checklist of(IncidentType type) {
        return Objects.requireNonNullElseGet(byType.get(type), () -> new Checklist(type, List.of()));
    }

    /// A step by its id, whatever list it stands in: an incident may have changed its type.
    public Optional<Checklist.Step> step(String id) {
        return byType.values().stream().flatMap(list -> list.step(id).stream()).findFirst();
    }
}
