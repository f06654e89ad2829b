package tocsin.ui.shell;

import tocsin.base.IncidentId;

/// Somewhere a person can go in a window.
public sealed interface Place {
    record OnBoard() implements Place {}

    record InRoom(IncidentId id) implements Place {}

    /// Its postmortem.
    record AtPostmortem(IncidentId id) implements Place {}

    /// The board for everybody to read, in a window of its own and with larger type.
    record OnWall() implements Place {}

    record AmongPeople() implements Place {}

    record InSettings() implements Place {}
}
