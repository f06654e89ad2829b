package tocsin.app;

import java.util.List;
import tocsin.domain.Recorded;
import tocsin.domain.incident.Incident;

/// An incident after new facts of it were forced to disk.
///
/// @param late whether some fact came out of order or took others back, so that everything must be looked at anew
public record Change(Incident incident, List<Recorded> fresh, Lateness late) {
    public enum Lateness {
        IN_ORDER,
        REFOLDED
    }
}
