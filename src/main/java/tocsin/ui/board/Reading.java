package tocsin.ui.board;

import java.util.List;
import java.util.Optional;
import tocsin.store.IncidentRow;

/// What a look into the profile brought.
sealed interface Reading {
    /// The live incidents as they are.
    ///
    /// @param trouble one line when the journal is not well
    record Fresh(List<IncidentRow> incidents, long facts, Optional<String> trouble) implements Reading {}

    /// Nothing could be read; what is on the screen may be old.
    record Failed(String words) implements Reading {}
}
