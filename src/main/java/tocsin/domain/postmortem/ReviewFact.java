package tocsin.domain.postmortem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.Fact;

/// What can happen to the review of one incident.
public sealed interface ReviewFact extends Fact {
    record PostmortemOpened(Optional<PersonId> from, PersonId owner, Instant due) implements ReviewFact {}

    /// One of the triggers that force the full form at any severity.
    record FullFormForced(String trigger) implements ReviewFact {}

    record ImpactStated(String domain, String data, String business) implements ReviewFact {}

    /// Why the existing rules and gates let it through.
    record CauseStated(String ruleOrGate, String howItSlippedBy) implements ReviewFact {}

    record ActionAdded(ActionKind kind, String text, PersonId owner, LocalDate due, String measure)
            implements ReviewFact {}

    record ActionDone(FactId action, String evidence) implements ReviewFact {}

    record ActionDropped(FactId action, String reason) implements ReviewFact {}

    record ReviewRequested() implements ReviewFact {}

    record PostmortemReturned(String reason) implements ReviewFact {}

    record PostmortemApproved() implements ReviewFact {}

    record HardeningRecorded(Hardening hardening) implements ReviewFact {}

    /// STOP 3: the changed rules are merged and pushed, and the gate now fails on the old case.
    record RulesMerged(String reference, Instant pushedAt, OldCase oldCase) implements ReviewFact {}
}
