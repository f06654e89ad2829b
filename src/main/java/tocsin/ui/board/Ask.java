package tocsin.ui.board;

import tocsin.app.Pulse;
import tocsin.domain.severity.Severity;

/// One line that the board wants before it does something.
sealed interface Ask {
    /// Nothing is asked.
    record Nothing() implements Ask {}

    /// Why the level goes down.
    record Lower(Pulse about, Severity to) implements Ask {}

    /// Which incident it becomes part of.
    record Merge(Pulse about) implements Ask {}

    /// Which incident it has to do with.
    record Link(Pulse about) implements Ask {}

    /// Why the merge is taken back; may stay empty.
    record Unmerge(Pulse about) implements Ask {}

    /// Why nothing was wrong.
    record FalseAlarm(Pulse about) implements Ask {}

    /// What the chosen facets are to be called.
    record ViewName() implements Ask {}
}
