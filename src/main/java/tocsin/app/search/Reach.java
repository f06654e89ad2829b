package tocsin.app.search;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tocsin.app.Change;
import tocsin.base.FactId;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.domain.analysis.AnalysisFact;
import tocsin.domain.desk.DeskFact;
import tocsin.domain.incident.LifeFact;
import tocsin.domain.postmortem.ReviewFact;
import tocsin.domain.prose.ProseFact;
import tocsin.domain.roster.CrewFact;
import tocsin.domain.timeline.TimelineFact;

/// What of an incident has to be indexed anew after new facts: all of it, or what hangs on some facts.
sealed interface Reach {
    record All() implements Reach {}

    record Some(Set<FactId> facts, Review review) implements Reach {}

    /// Whether what people planned, drew and said about the postmortem is another now.
    enum Review {
        AS_IT_WAS,
        TOUCHED
    }

    static Reach of(Change change) {
        if (change.late() == Change.Lateness.REFOLDED) {
            return new All();
        }
        var touched = new HashSet<FactId>();
        Review review = Review.AS_IT_WAS;
        for (Recorded recorded : change.fresh()) {
            if (!isLocal(recorded.fact())) {
                return new All();
            }
            if (recorded.fact() instanceof ProseFact) {
                continue;
            }
            if (recorded.fact() instanceof ReviewFact || recorded.fact() instanceof AnalysisFact) {
                review = Review.TOUCHED;
            }
            touched.add(recorded.id());
            target(recorded.fact()).ifPresent(touched::add);
        }
        return new Some(touched, review);
    }

    /// Words of a postmortem alone: they touch nothing else.
    default boolean isNothing() {
        return this instanceof Some(var facts, var review) && facts.isEmpty() && review == Review.AS_IT_WAS;
    }

    default Reach and(Reach more) {
        if (this instanceof Some(var mine, var first) && more instanceof Some(var others, var second)) {
            var both = new HashSet<>(mine);
            both.addAll(others);
            return new Some(both, first == Review.TOUCHED ? first : second);
        }
        return new All();
    }

    /// Whether words were erased by this change.
    static boolean erases(List<Recorded> facts) {
        return facts.stream().anyMatch(fact -> fact.fact() instanceof DeskFact.Redacted);
    }

    /// Touches nothing but itself, its target and the incident's head.
    private static boolean isLocal(Fact fact) {
        return switch (fact) {
            case LifeFact.Undone _, LifeFact.ConflictSettled _ -> false;
            case LifeFact _, CrewFact _, TimelineFact _, ReviewFact _, ProseFact _, AnalysisFact _ -> true;
            default -> false;
        };
    }

    private static Optional<FactId> target(Fact fact) {
        return switch (fact) {
            case TimelineFact.EntryStruck(var entry, var _) -> Optional.of(entry);
            case TimelineFact.EntryCorrected(var entry, var _, var _, var _) -> Optional.of(entry);
            case TimelineFact.EntryPinned(var entry) -> Optional.of(entry);
            case TimelineFact.EntryUnpinned(var entry) -> Optional.of(entry);
            case TimelineFact.QuestionAnswered(var question, var _) -> Optional.of(question);
            case TimelineFact.HypothesisJudged(var hypothesis, var _, var _, var _) -> Optional.of(hypothesis);
            case TimelineFact.TaskReadBack(var task) -> Optional.of(task);
            case TimelineFact.TaskReassigned(var task, var _, var _) -> Optional.of(task);
            case TimelineFact.TaskExtended(var task, var _) -> Optional.of(task);
            case TimelineFact.TaskDone(var task, var _) -> Optional.of(task);
            case TimelineFact.TaskDropped(var task, var _) -> Optional.of(task);
            case ReviewFact.ActionBegun(var action) -> Optional.of(action);
            case ReviewFact.ActionReworded(var action, var _, var _) -> Optional.of(action);
            case ReviewFact.ActionReassigned(var action, var _, var _) -> Optional.of(action);
            case ReviewFact.ActionMoved(var action, var _, var _, var _) -> Optional.of(action);
            case ReviewFact.ActionTied(var action, var _) -> Optional.of(action);
            case ReviewFact.ActionVerified(var action, var _) -> Optional.of(action);
            case ReviewFact.ActionDone(var action, var _) -> Optional.of(action);
            case ReviewFact.ActionDropped(var action, var _) -> Optional.of(action);
            default -> Optional.empty();
        };
    }
}
