package tocsin.ui.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tocsin.app.Pulse;
import tocsin.app.Pulses;
import tocsin.domain.severity.Severity;

/// What a board shows at one moment, sorted and counted before it comes to the screen.
///
/// @param chosen the facets it is narrowed to
/// @param columns for each level what is shown, in its order
/// @param counts how many each facet alone would show
/// @param manyTypes whether there are several types to tell apart
/// @param needy how many live incidents need a word from whoever sits before the screen
record Picture(
        Pulses.Snapshot snapshot,
        Set<Facet> chosen,
        Map<Severity, List<Pulse>> columns,
        Map<Facet, Long> counts,
        boolean manyTypes,
        long needy,
        Instant at) {

    List<Pulse> column(Severity severity) {
        return columns.getOrDefault(severity, List.of());
    }

    int shown() {
        return columns.values().stream().mapToInt(List::size).sum();
    }

    boolean narrowed() {
        return !chosen.isEmpty();
    }
}
