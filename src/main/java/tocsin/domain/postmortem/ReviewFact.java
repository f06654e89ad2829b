package tocsin.domain.postmortem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.domain.prose.Side;
import tocsin.domain.prose.Spot;
import tocsin.domain.prose.Stretch;

/// What can happen to the review of one incident.
public sealed interface ReviewFact extends Fact {
    /// About what is going to be done.
    sealed interface ActionFact extends ReviewFact {}

    /// What people say about the document to each other. None of it is an edit.
    sealed interface TalkFact extends ReviewFact {}

    record PostmortemOpened(Optional<PersonId> from, PersonId owner, Instant due) implements ReviewFact {}

    /// One of the triggers that force the full form at any severity.
    record FullFormForced(String trigger) implements ReviewFact {}

    record ImpactStated(String domain, String data, String business) implements ReviewFact {}

    record ImpactMeasured(Damage figure, String text) implements ReviewFact {}

    /// Why the existing rules and gates let it through.
    record CauseStated(String ruleOrGate, String howItSlippedBy) implements ReviewFact {}

    record ActionAdded(ActionKind kind, String text, PersonId owner, LocalDate due, String measure)
            implements ActionFact {}

    record ActionDone(FactId action, String evidence) implements ActionFact {}

    record ActionDropped(FactId action, String reason) implements ActionFact {}

    record ActionBegun(FactId action) implements ActionFact {}

    record ActionReworded(FactId action, String text, String measure) implements ActionFact {}

    record ActionReassigned(FactId action, PersonId from, PersonId to) implements ActionFact {}

    record ActionMoved(FactId action, LocalDate from, LocalDate to, String reason) implements ActionFact {}

    record ActionTied(FactId action, Ties ties) implements ActionFact {}

    /// Somebody saw that what was done has its effect.
    record ActionVerified(FactId action, String evidence) implements ActionFact {}

    /// Proposed and turned away, since only so many actions get done.
    record ActionDeclined(ActionKind kind, String text, String reason) implements ActionFact {}

    record ReviewRequested() implements ReviewFact {}

    record ReviewerAsked(PersonId person) implements ReviewFact {}

    record ReviewerReleased(PersonId person) implements ReviewFact {}

    /// The actor has read all of it.
    record Reviewed(String note) implements ReviewFact {}

    record PostmortemReturned(String reason) implements ReviewFact {}

    record PostmortemApproved() implements ReviewFact {}

    record HardeningRecorded(Hardening hardening) implements ReviewFact {}

    /// Where the rule of a recorded hardening stands, since when it holds and who was told.
    record HardeningDetailed(FactId hardening, Hardening.Detail detail) implements ReviewFact {}

    /// STOP 3: the changed rules are merged and pushed, and the gate now fails on the old case.
    record RulesMerged(String reference, Instant pushedAt, OldCase oldCase) implements ReviewFact {}

    /// About the characters from `from` to before `to`; without them about the whole section.
    record CommentMade(String section, Optional<Spot> from, Optional<Spot> to, String quote, String text)
            implements TalkFact {}

    record CommentAnswered(FactId comment, String text) implements TalkFact {}

    record CommentSettled(FactId comment) implements TalkFact {}

    record CommentReopened(FactId comment) implements TalkFact {}

    /// To put `replacement` beside that spot and take the stretches away, which read `quote` when it was made.
    record SuggestionMade(
            String section, List<Stretch> stretches, Optional<Spot> beside, Side side, String quote, String replacement)
            implements TalkFact {}

    /// The same gesture writes the words.
    record SuggestionAccepted(FactId suggestion) implements TalkFact {}

    record SuggestionDeclined(FactId suggestion, String reason) implements TalkFact {}

    /// This phrase may stand in this section, whatever the check of wording says.
    record WordingIgnored(String section, String phrase) implements TalkFact {}

    record WordingMinded(String section, String phrase) implements TalkFact {}

    record MeetingNoted(MeetingNote.Kind kind, String text) implements TalkFact {}

    /// What was parked has been dealt with: it became an action, or nothing comes of it.
    record ParkedCleared(FactId note, String reason) implements TalkFact {}

    record MeetingHeld(Instant started, Instant ended) implements TalkFact {}
}
