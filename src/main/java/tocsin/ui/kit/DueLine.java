package tocsin.ui.kit;

import java.util.List;

/// One line of the pane. The same thing keeps its id while its words change.
///
/// @param name what it is
/// @param value how it stands, to be read first
/// @param notes quieter lines under it
/// @param room whether it may take several rows for its words
/// @param cap the key that answers it, or empty
public record DueLine(String id, Tone tone, String name, String value, List<String> notes, String cap, Room room) {
    public enum Room {
        ONE_ROW,
        AS_NEEDED
    }

    public DueLine(String id, Tone tone, String name, String value, List<String> notes, String cap) {
        this(id, tone, name, value, notes, cap, Room.AS_NEEDED);
    }

    public DueLine {
        notes = List.copyOf(notes);
    }

    public DueLine inOneRow() {
        return new DueLine(id, tone, name, value, notes, cap, Room.ONE_ROW);
    }

    public String spoken() {
        return (name + ", " + value + ", " + String.join(", ", notes)).replace(", , ", ", ");
    }
}
