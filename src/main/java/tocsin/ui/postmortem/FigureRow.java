package tocsin.ui.postmortem;

import java.util.List;
import tocsin.base.FactId;

/// A part of a figure, as the list of its parts shows it.
///
/// @param mark its mark in words, or nothing
/// @param notes quieter lines below it: the cells of a row, and what others wrote in its place
/// @param ends whether the answers come to rest here
record FigureRow(FactId id, int depth, String text, String mark, List<String> notes, Ends ends) {
    enum Ends {
        AT_A_RULE,
        OPEN
    }

    FigureRow {
        notes = List.copyOf(notes);
    }
}
