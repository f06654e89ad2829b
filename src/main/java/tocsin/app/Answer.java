package tocsin.app;

import java.util.List;
import tocsin.base.FactId;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Refusal;

/// What came of a gesture. Whatever it names is forced to disk.
public sealed interface Answer {
    /// The first incident of the gesture as it stands now, and the facts that were written.
    record Done(Incident incident, List<FactId> facts) implements Answer {}

    /// `kept` is what was written down although the act itself was refused.
    record Refused(Refusal refusal, List<FactId> kept) implements Answer {}
}
