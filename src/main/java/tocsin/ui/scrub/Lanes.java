package tocsin.ui.scrub;

import java.util.List;

/// The picture of an incident in lanes, in whole pixels from the left edge: what is drawn, and nothing about how.
/// Immutable; two pictures that look the same are equal.
record Lanes(List<Bar> bars, List<Mark> marks, List<Tick> ticks, int tasksDeep) {
    static final Lanes NONE = new Lanes(List.of(), List.of(), List.of(), 0);

    enum Lane {
        STATES,
        LEVELS,
        COMMAND,
        ENTRIES,
        TASKS
    }

    /// Something that lasted.
    ///
    /// @param row counts within the lane, for tasks beside each other
    record Bar(Lane lane, int row, Ink ink, int x, int width, String name) {
        int end() {
            return x + width;
        }
    }

    /// One or several entries that stand so near to each other that one sign does for them.
    record Mark(Sign sign, int x, int count) {}

    /// From the quietest to the loudest: the louder is drawn over the quieter.
    enum Sign {
        NOTE,
        ACTION,
        DECISION,
        PINNED_NOTE,
        PINNED_ACTION,
        PINNED_DECISION
    }

    /// A line through all lanes at a round moment.
    record Tick(int x, String label, Kind kind) {
        enum Kind {
            TIME,
            DAY
        }
    }

    List<Bar> in(Lane lane) {
        return bars.stream().filter(bar -> bar.lane() == lane).toList();
    }
}
