package tocsin.domain.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.Fact;

/// What can be said and done in an incident's log. Nothing is edited: corrections and strikes point back.
public sealed interface TimelineFact extends Fact {
    record EntryAdded(EntryKind kind, String text, List<Attachment> attachments) implements TimelineFact {
        public EntryAdded(EntryKind kind, String text) {
            this(kind, text, List.of());
        }
    }

    record EntryStruck(FactId entry, String reason) implements TimelineFact {}

    /// `occurredAt` moves the claimed time of the entry when present.
    record EntryCorrected(FactId entry, String from, String text, Optional<Instant> occurredAt)
            implements TimelineFact {}

    record EntryPinned(FactId entry) implements TimelineFact {}

    record EntryUnpinned(FactId entry) implements TimelineFact {}

    record QuestionAnswered(FactId question, String answer) implements TimelineFact {}

    record HypothesisJudged(FactId hypothesis, HypothesisStatus from, HypothesisStatus to, String evidence)
            implements TimelineFact {}

    record PollOpened(FactId decision) implements TimelineFact {}

    record ObjectionRaised(FactId decision, String objection) implements TimelineFact {}

    record PollClosed(FactId decision, PollResult result) implements TimelineFact {}

    record TaskAssigned(String text, PersonId owner, Optional<Duration> box) implements TimelineFact {}

    record TaskReadBack(FactId task) implements TimelineFact {}

    record TaskReassigned(FactId task, PersonId from, PersonId to) implements TimelineFact {}

    record TaskExtended(FactId task, Duration more) implements TimelineFact {}

    record TaskDone(FactId task, String result) implements TimelineFact {}

    record TaskDropped(FactId task, String reason) implements TimelineFact {}
}
