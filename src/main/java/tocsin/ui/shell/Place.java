package tocsin.ui.shell;

import tocsin.base.IncidentId;

/// Somewhere a person can go in a window.
public sealed interface Place {
    String PAPER = "postmortem:";

    record OnBoard() implements Place {}

    record InRoom(IncidentId id) implements Place {}

    /// Its postmortem.
    record AtPostmortem(IncidentId id) implements Place {}

    /// The board for everybody to read, in a window of its own and with larger type.
    record OnWall() implements Place {}

    /// The postmortems that are owed, and the actions of all incidents.
    record AmongLessons() implements Place {}

    record AmongPeople() implements Place {}

    record InSettings() implements Place {}

    /// As it is written down for the next start; where one begins anyway needs no word.
    default String kept() {
        return switch (this) {
            case InRoom(var id) -> id.value();
            case AtPostmortem(var id) -> PAPER + id.value();
            case AmongLessons _ -> "postmortems";
            case AmongPeople _ -> "people";
            case InSettings _ -> "settings";
            case OnBoard _, OnWall _ -> "";
        };
    }

    /// Where one was; the board when that cannot be read.
    static Place of(String kept) {
        return switch (kept) {
            case "postmortems" -> new AmongLessons();
            case "people" -> new AmongPeople();
            case "settings" -> new InSettings();
            case String at
            when at.startsWith(PAPER) && IncidentId.isWellFormed(at.substring(PAPER.length())) ->
                new AtPostmortem(new IncidentId(at.substring(PAPER.length())));
            case String id when IncidentId.isWellFormed(id) -> new InRoom(new IncidentId(id));
            default -> new OnBoard();
        };
    }
}
