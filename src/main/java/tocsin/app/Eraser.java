package tocsin.app;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tocsin.base.CommandId;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.Recorded;
import tocsin.domain.desk.DeskFact;
import tocsin.domain.incident.Refusal;
import tocsin.journal.Appender;
import tocsin.journal.JournalException;
import tocsin.journal.StoredFact;
import tocsin.journal.codec.FactCodec;

/// Erases words for good, here and where another desk erased them. Lives on the journal's thread.
final class Eraser {
    private final FactCodec codec;
    private final Clerk clerk;

    Eraser(FactCodec codec, Clerk clerk) {
        this.codec = codec;
        this.clerk = clerk;
    }

    /// Whether words were erased by this change.
    static boolean erases(Change change) {
        return change.fresh().stream().anyMatch(fact -> fact.fact() instanceof DeskFact.Redacted);
    }

    /// Erases the words of a fact and writes down that it was done.
    Clerk.Entry erase(Appender out, IncidentId incident, FactId fact, String reason, PersonId actor, CommandId command)
            throws JournalException {
        Set<FactId> gone = clerk.words(incident, fact);
        if (gone.isEmpty()) {
            var refusal = new Refusal("refused.redact.onlyWords", List.of(fact.toString()));
            return new Clerk.Entry(new Answer.Refused(refusal, List.of()), List.of());
        }
        var redacted = new DeskFact.Redacted(fact, reason);
        StoredFact written = out.append(codec.draft(Optional.of(incident), redacted, Optional.empty(), actor, command));
        for (FactId each : gone) {
            out.erase(each);
        }
        Change change = clerk.erased(incident, gone, List.of(FactCodec.recorded(written, redacted)));
        return new Clerk.Entry(new Answer.Done(change.incident(), List.of(written.id())), List.of(change));
    }

    /// Words that another desk erased, by facts that were just taken in, are erased here too.
    Change follow(Appender out, IncidentId incident, Change change) throws JournalException {
        var gone = new HashSet<FactId>();
        for (Recorded each : change.fresh()) {
            if (each.fact() instanceof DeskFact.Redacted(var target, var _)) {
                gone.addAll(clerk.words(incident, target));
            }
        }
        for (FactId each : gone) {
            out.erase(each);
        }
        return gone.isEmpty()
                ? change
                : new Change(
                        clerk.erased(incident, gone, List.of()).incident(), change.fresh(), Change.Lateness.REFOLDED);
    }
}
