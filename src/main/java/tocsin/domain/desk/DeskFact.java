package tocsin.domain.desk;

import java.util.List;
import java.util.Optional;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.domain.Fact;

/// What can happen to a desk. These facts make the log itself accountable.
public sealed interface DeskFact extends Fact {
    /// The first fact of every desk: its public key, and which desk it goes on for when a profile was copied, restored
    /// or
    /// had lost its tail.
    record DeskOpened(String publicKey, Optional<DeskId> continues, String reason) implements DeskFact {}

    /// A sealed case file left this desk.
    record CaseExported(IncidentId incident, String merkleRoot, long facts) implements DeskFact {}

    /// A sealed case file came in: up to these places in the sequences of these desks, the facts of this incident are
    /// complete and have this root.
    record CaseImported(IncidentId incident, String merkleRoot, List<FactId> heads, long facts) implements DeskFact {}

    /// The words of a fact were erased because they should never have been written. Its place in the chain remains.
    ///
    /// @param instead what the fact still says, as its payload would be written; without it nothing is left of it
    record Redacted(FactId fact, String reason, Optional<String> instead) implements DeskFact {
        public Redacted(FactId fact, String reason) {
            this(fact, reason, Optional.empty());
        }
    }
}
