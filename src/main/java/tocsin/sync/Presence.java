package tocsin.sync;

import java.util.Optional;
import tocsin.base.DeskId;
import tocsin.base.IncidentId;

/// Who sits at a desk now and what they look at. Short-lived, and never in the journal.
///
/// @param incident the incident whose room is open there
/// @param typing where somebody types there: a line of a room or a section of a text, in the words of the screens
public record Presence(DeskId desk, String person, Optional<IncidentId> incident, Optional<String> typing) {
    public static final int SECONDS = 15;
    public static final int MAX_CHARS = 200;
}
