package tocsin.app;

import java.util.List;
import tocsin.journal.OpenReport;

/// What was found and done when the profile was opened.
///
/// @param replayed facts the store lacked and was given
/// @param notes one line each for whatever a person should know: a torn end, damage, a new desk, a store set aside
public record Opened(OpenReport journal, StoreState store, long replayed, List<String> notes) {
    public enum StoreState {
        IN_STEP,
        CAUGHT_UP,
        REBUILT
    }
}
