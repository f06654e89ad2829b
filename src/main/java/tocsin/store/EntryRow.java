package tocsin.store;

import java.time.Instant;
import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;

/// One line of a timeline. `place` counts from 0 over all lines; `act` is the kind of fact that made the line, which is
/// all
/// that a SYSTEM line says.
public record EntryRow(
        IncidentId incident,
        int place,
        FactId fact,
        EntryKind kind,
        String act,
        String text,
        PersonId by,
        Instant recordedAt,
        Instant occurredAt,
        Entry.Mark mark,
        Entry.Clockwork clockwork,
        int corrections,
        Optional<Entry.Strike> strike) {}
