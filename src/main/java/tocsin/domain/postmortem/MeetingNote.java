package tocsin.domain.postmortem;

import java.time.Instant;
import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.PersonId;

/// A line written down while people talked the document through.
///
/// @param left why a parked one is on the list no more
public record MeetingNote(FactId id, Kind kind, String text, PersonId by, Instant at, Optional<String> left) {
    public enum Kind {
        NOTE,
        /// For another time or another table.
        PARKED
    }

    /// Whether somebody has still to take it up.
    public boolean parked() {
        return kind == Kind.PARKED && left.isEmpty();
    }

    MeetingNote cleared(String why) {
        return new MeetingNote(id, kind, text, by, at, left.or(() -> Optional.of(why)));
    }
}
