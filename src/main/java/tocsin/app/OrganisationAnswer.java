package tocsin.app;

import java.util.List;
import tocsin.base.FactId;
import tocsin.domain.incident.Refusal;
import tocsin.domain.organisation.Organisation;

/// What came of asking something of the organisation's data: all of it, or nothing.
public sealed interface OrganisationAnswer {
    /// Everything it names is forced to disk.
    record Done(Organisation organisation, List<FactId> facts) implements OrganisationAnswer {}

    /// Nothing was written; `place` counts the commands of the gesture from 0.
    record Refused(int place, Refusal refusal) implements OrganisationAnswer {}
}
