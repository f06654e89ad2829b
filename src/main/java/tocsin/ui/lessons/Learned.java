package tocsin.ui.lessons;

import java.util.List;
import java.util.Map;
import tocsin.app.HardeningFailed;
import tocsin.base.IncidentId;

/// Everything this screen lists, at one moment.
///
/// @param failed the rules that did not hold, by the incident that showed it
/// @param trouble one line when something could not be read, else empty
record Learned(List<Case> cases, Map<IncidentId, List<HardeningFailed>> failed, Depth depth, String trouble) {
    static final Learned NOTHING_YET = new Learned(List.of(), Map.of(), Depth.ROWS, "");

    enum Depth {
        /// What the store says of each, for as long as the log is being read.
        ROWS,
        WHOLE
    }

    List<HardeningFailed> failed(IncidentId incident) {
        return failed.getOrDefault(incident, List.of());
    }
}
