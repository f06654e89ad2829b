package tocsin.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tocsin.base.CommandId;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.ErasedFact;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.domain.desk.DeskFact.Redacted;
import tocsin.domain.incident.Refusal;
import tocsin.journal.Appender;
import tocsin.journal.JournalException;
import tocsin.journal.StoredFact;
import tocsin.journal.codec.FactCodec;

/// Erases words for good, here and where another desk erased them. Lives on the journal's thread.
final class Eraser {
    private final FactCodec codec;
    private final Clerk clerk;
    private final Erasures erasures;
    private Traces traces = Traces.NONE;

    Eraser(FactCodec codec, Clerk clerk, Erasures erasures) {
        this.codec = codec;
        this.clerk = clerk;
        this.erasures = erasures;
    }

    /// Whether words were erased by this change.
    static boolean erases(Change change) {
        return change.fresh().stream().anyMatch(fact -> fact.fact() instanceof Redacted);
    }

    /// Erases words and writes down that it was done. What a fact says besides them it goes on saying.
    Clerk.Entry erase(Appender out, IncidentId incident, Erasing what, String reason, PersonId actor, CommandId command)
            throws JournalException {
        List<Recorded> facts = clerk.facts(incident);
        Map<FactId, Optional<Fact>> left = what.left(facts, erasures);
        if (left.isEmpty()) {
            return new Clerk.Entry(new Answer.Refused(refusal(what), List.of()), List.of());
        }
        var gone = new HashSet<FactId>();
        var written = new ArrayList<Recorded>();
        for (Map.Entry<FactId, Optional<Fact>> each : left.entrySet()) {
            FactId id = each.getKey();
            gone.add(id);
            Optional<String> instead = each.getValue().flatMap(erasures::instead);
            written.add(write(out, incident, new Redacted(id, reason, instead), actor, command));
            // What was left of it the last time said these words still.
            for (FactId earlier : earlier(facts, id)) {
                gone.add(earlier);
                written.add(write(out, incident, new Redacted(earlier, reason), actor, command));
            }
        }
        for (FactId each : gone) {
            out.erase(each);
        }
        traces = Traces.of(what, facts, left);
        Change change = clerk.erased(incident, gone, written);
        List<FactId> ids = written.stream().map(Recorded::id).toList();
        return new Clerk.Entry(new Answer.Done(change.incident(), ids), List.of(change));
    }

    /// What the last erasure may have left beside the log.
    Traces traces() {
        return traces;
    }

    private static Refusal refusal(Erasing what) {
        return switch (what) {
            case Erasing.OfFact(var fact) -> new Refusal("refused.redact.onlyWords", List.of(fact.toString()));
            case Erasing.Passage _ -> new Refusal("refused.redact.nothing", List.of());
            case Erasing.Words(var words) ->
                words.strip().length() < Erasing.LEAST_CHARS
                        ? new Refusal("refused.redact.short", List.of(String.valueOf(Erasing.LEAST_CHARS)))
                        : new Refusal("refused.redact.nowhere", List.of());
        };
    }

    private Recorded write(Appender out, IncidentId incident, Redacted fact, PersonId actor, CommandId command)
            throws JournalException {
        StoredFact stored = out.append(codec.draft(Optional.of(incident), fact, Optional.empty(), actor, command));
        return FactCodec.recorded(stored, fact);
    }

    private static List<FactId> earlier(List<Recorded> facts, FactId id) {
        return facts.stream()
                .filter(fact -> fact.fact() instanceof Redacted(var target, var _, var instead)
                        && target.equals(id)
                        && instead.isPresent())
                .map(Recorded::id)
                .toList();
    }

    /// Words that another desk erased, by facts that were just taken in, are erased here too, and words that come in
    /// after their erasure.
    Change follow(Appender out, IncidentId incident, Change change) throws JournalException {
        Set<FactId> fresh = change.fresh().stream().map(Recorded::id).collect(Collectors.toUnmodifiableSet());
        List<Recorded> facts = clerk.facts(incident);
        Set<FactId> named = facts.stream()
                .filter(fact -> fact.fact() instanceof Redacted)
                .filter(fact -> fresh.contains(fact.id()) || fresh.contains(((Redacted) fact.fact()).fact()))
                .map(fact -> ((Redacted) fact.fact()).fact())
                .collect(Collectors.toUnmodifiableSet());
        if (named.isEmpty()) {
            return change;
        }
        List<Recorded> now = erasures.applied(facts);
        var gone = new HashSet<FactId>();
        for (int i = 0; i < facts.size(); i++) {
            Recorded before = facts.get(i);
            boolean painted = named.contains(before.id())
                    && !(before.fact() instanceof ErasedFact)
                    && !now.get(i).fact().equals(before.fact());
            if (painted) {
                gone.add(before.id());
            }
        }
        for (FactId each : gone) {
            out.erase(each);
        }
        return new Change(clerk.erased(incident, gone, List.of()).incident(), change.fresh(), Change.Lateness.REFOLDED);
    }
}
