package tocsin.store;

import java.util.List;
import tocsin.domain.Recorded;
import tocsin.domain.incident.Incident;

/// What one step of the journal did: the incidents it touched, how far that brings each desk, and the place in the
/// journal (a number only the journal understands) up to which everything is in.
public record Change(List<Touched> touched, List<Applied> applied, long position) {

    /// An incident as it stands afterwards and the facts that are new to it.
    public record Touched(Incident after, List<Recorded> news) {}
}
