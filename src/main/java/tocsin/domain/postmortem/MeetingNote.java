package tocsin.domain.postmortem;

import java.time.Instant;
import tocsin.base.FactId;
import tocsin.base.PersonId;

/// A line written down while people talked the document through.
public record MeetingNote(FactId id, Kind kind, String text, PersonId by, Instant at) {
    public enum Kind {
        NOTE,
        /// For another time or another table.
        PARKED
    }
}
