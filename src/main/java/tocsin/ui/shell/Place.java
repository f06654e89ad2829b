package tocsin.ui.shell;

import tocsin.base.IncidentId;

/// Somewhere a person can go in a window.
public sealed interface Place {
    record OnBoard() implements Place {}

    record InRoom(IncidentId id) implements Place {}

    record AmongPeople() implements Place {}

    record InSettings() implements Place {}
}
