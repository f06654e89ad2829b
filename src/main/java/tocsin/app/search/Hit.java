package tocsin.app.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;

/// One thing that was found.
///
/// @param title of its incident
/// @param fact the entry, task, update or handover; for a judgement or an answer, the entry it is about; none for an
///     incident
/// @param when it happened, as claimed
/// @param by who wrote it; for an incident, who commands it
/// @param marks where the searched words stand in the text, in order and apart
/// @param place the section or the figure of the postmortem it stands in; empty for what stands in the log
public record Hit(
        Kind kind,
        IncidentId incident,
        String title,
        Optional<FactId> fact,
        Instant when,
        Instant recordedAt,
        Optional<PersonId> by,
        String text,
        List<Mark> marks,
        Set<Trait> traits,
        Optional<String> place) {

    /// From one place in the text, in UTF-16 units, up to another.
    public record Mark(int from, int to) {}

    /// What people say: `INC-2026-1121-001`.
    public String number() {
        return incident.number();
    }
}
