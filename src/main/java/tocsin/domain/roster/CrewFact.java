package tocsin.domain.roster;

import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.Fact;

/// What can happen to the roles of one incident.
public sealed interface CrewFact extends Fact {
    /// `from` is the holder whom the author saw; `team` names a sub-team the person works in.
    record RoleAssumed(Role role, PersonId person, Optional<PersonId> from, Optional<String> team) implements CrewFact {
        public RoleAssumed(Role role, PersonId person, Optional<PersonId> from) {
            this(role, person, from, Optional.empty());
        }
    }

    record RoleRenounced(Role role, PersonId person) implements CrewFact {}

    /// The brief is what the successor was shown, as it stood.
    record HandoverOffered(Role role, PersonId from, PersonId to, String worry, String brief) implements CrewFact {}

    record HandoverAccepted(FactId offer) implements CrewFact {}

    record HandoverDeclined(FactId offer, String reason) implements CrewFact {}

    record HandoverWithdrawn(FactId offer) implements CrewFact {}
}
