package tocsin.ui.due;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import tocsin.app.Gesture;
import tocsin.base.IncidentId;
import tocsin.ui.kit.Prompt;

/// The other incidents, for what touches two at once. Futures complete on any thread.
public interface Neighbours {
    record Neighbour(IncidentId id, String title) {}

    /// Every live incident but this one.
    CompletableFuture<List<Neighbour>> live();

    /// One gesture over several incidents: all of it happens, or none.
    CompletableFuture<Prompt.Outcome> does(List<Gesture.Step> steps, String done);
}
