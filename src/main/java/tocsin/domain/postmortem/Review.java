package tocsin.domain.postmortem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.Recorded;
import tocsin.domain.postmortem.ReviewFact.ActionAdded;
import tocsin.domain.postmortem.ReviewFact.ActionDone;
import tocsin.domain.postmortem.ReviewFact.ActionDropped;
import tocsin.domain.postmortem.ReviewFact.CauseStated;
import tocsin.domain.postmortem.ReviewFact.FullFormForced;
import tocsin.domain.postmortem.ReviewFact.HardeningRecorded;
import tocsin.domain.postmortem.ReviewFact.ImpactStated;
import tocsin.domain.postmortem.ReviewFact.PostmortemApproved;
import tocsin.domain.postmortem.ReviewFact.PostmortemOpened;
import tocsin.domain.postmortem.ReviewFact.PostmortemReturned;
import tocsin.domain.postmortem.ReviewFact.ReviewRequested;
import tocsin.domain.postmortem.ReviewFact.RulesMerged;

/// The review as folded from its facts. Immutable; a change after the approval takes the approval away.
public record Review(
        Status status,
        Optional<PersonId> owner,
        Optional<Instant> due,
        List<String> fullFormTriggers,
        Optional<ImpactStated> impact,
        Optional<CauseStated> cause,
        List<ActionItem> actions,
        Optional<Approval> approval,
        List<Hardening> hardenings,
        Optional<RulesMerged> merged) {

    public static final Review NONE = new Review(
            Status.NONE,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty());

    public enum Status {
        NONE,
        DRAFT,
        IN_REVIEW,
        APPROVED
    }

    public record Approval(PersonId by, Instant at, FactId fact) {}

    public Optional<ActionItem> action(FactId id) {
        return actions.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /// Total: whatever order the facts come in.
    public Review after(Recorded recorded, ReviewFact fact) {
        return switch (fact) {
            case PostmortemOpened(var _, var newOwner, var newDue) ->
                new Review(
                        status == Status.NONE ? Status.DRAFT : status,
                        Optional.of(newOwner),
                        Optional.of(newDue),
                        fullFormTriggers,
                        impact,
                        cause,
                        actions,
                        approval,
                        hardenings,
                        merged);
            case FullFormForced(var trigger) ->
                new Review(
                        status,
                        owner,
                        due,
                        with(fullFormTriggers, trigger),
                        impact,
                        cause,
                        actions,
                        approval,
                        hardenings,
                        merged);
            case ImpactStated stated -> edited(Optional.of(stated), cause, actions);
            case CauseStated stated -> edited(impact, Optional.of(stated), actions);
            case ActionAdded(var kind, var text, var who, var when, var measure) ->
                edited(
                        impact,
                        cause,
                        with(
                                actions,
                                new ActionItem(
                                        recorded.id(), kind, text, who, when, measure, ActionItem.Status.OPEN, "")));
            case ActionDone(var action, var evidence) ->
                withActions(changed(action, item -> item.settled(ActionItem.Status.DONE, evidence)));
            case ActionDropped(var action, var reason) ->
                withActions(changed(action, item -> item.settled(ActionItem.Status.DROPPED, reason)));
            case ReviewRequested() -> status == Status.APPROVED ? this : withStatus(Status.IN_REVIEW, approval);
            case PostmortemReturned(var _) -> withStatus(Status.DRAFT, Optional.empty());
            case PostmortemApproved() ->
                withStatus(
                        Status.APPROVED,
                        Optional.of(new Approval(recorded.actor(), recorded.happenedAt(), recorded.id())));
            case HardeningRecorded(var hardening) ->
                new Review(
                        status,
                        owner,
                        due,
                        fullFormTriggers,
                        impact,
                        cause,
                        actions,
                        approval,
                        with(hardenings, hardening),
                        merged);
            case RulesMerged now ->
                new Review(
                        status,
                        owner,
                        due,
                        fullFormTriggers,
                        impact,
                        cause,
                        actions,
                        approval,
                        hardenings,
                        Optional.of(now));
        };
    }

    /// The trouble came back: what was approved described only its first part. The words stay, the signature does not.
    public Review reopened() {
        return edited(impact, cause, actions);
    }

    /// The words changed: what was approved is not what stands there now.
    public Review rewritten() {
        return status == Status.APPROVED ? edited(impact, cause, actions) : this;
    }

    private Review edited(
            Optional<ImpactStated> newImpact, Optional<CauseStated> newCause, List<ActionItem> newActions) {
        boolean reopened = status == Status.APPROVED;
        return new Review(
                reopened ? Status.DRAFT : status,
                owner,
                due,
                fullFormTriggers,
                newImpact,
                newCause,
                newActions,
                reopened ? Optional.empty() : approval,
                hardenings,
                merged);
    }

    private Review withStatus(Status newStatus, Optional<Approval> newApproval) {
        return new Review(
                newStatus, owner, due, fullFormTriggers, impact, cause, actions, newApproval, hardenings, merged);
    }

    /// Working off an action is no edit of the document.
    private Review withActions(List<ActionItem> newActions) {
        return new Review(
                status, owner, due, fullFormTriggers, impact, cause, newActions, approval, hardenings, merged);
    }

    private List<ActionItem> changed(FactId action, UnaryOperator<ActionItem> change) {
        return actions.stream()
                .map(item -> item.id().equals(action) ? change.apply(item) : item)
                .toList();
    }

    private static <T> List<T> with(List<T> list, T item) {
        var all = new ArrayList<>(list);
        all.add(item);
        return List.copyOf(all);
    }
}
