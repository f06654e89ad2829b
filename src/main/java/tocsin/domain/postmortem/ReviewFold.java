package tocsin.domain.postmortem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.Recorded;
import tocsin.domain.postmortem.Review.Approval;
import tocsin.domain.postmortem.Review.Status;
import tocsin.domain.postmortem.ReviewFact.ActionAdded;
import tocsin.domain.postmortem.ReviewFact.ActionBegun;
import tocsin.domain.postmortem.ReviewFact.ActionDeclined;
import tocsin.domain.postmortem.ReviewFact.ActionDone;
import tocsin.domain.postmortem.ReviewFact.ActionDropped;
import tocsin.domain.postmortem.ReviewFact.ActionFact;
import tocsin.domain.postmortem.ReviewFact.ActionMoved;
import tocsin.domain.postmortem.ReviewFact.ActionReassigned;
import tocsin.domain.postmortem.ReviewFact.ActionReworded;
import tocsin.domain.postmortem.ReviewFact.ActionTied;
import tocsin.domain.postmortem.ReviewFact.ActionVerified;
import tocsin.domain.postmortem.ReviewFact.CauseStated;
import tocsin.domain.postmortem.ReviewFact.FullFormForced;
import tocsin.domain.postmortem.ReviewFact.HardeningDetailed;
import tocsin.domain.postmortem.ReviewFact.HardeningRecorded;
import tocsin.domain.postmortem.ReviewFact.ImpactMeasured;
import tocsin.domain.postmortem.ReviewFact.ImpactStated;
import tocsin.domain.postmortem.ReviewFact.PostmortemApproved;
import tocsin.domain.postmortem.ReviewFact.PostmortemOpened;
import tocsin.domain.postmortem.ReviewFact.PostmortemReturned;
import tocsin.domain.postmortem.ReviewFact.ReviewRequested;
import tocsin.domain.postmortem.ReviewFact.Reviewed;
import tocsin.domain.postmortem.ReviewFact.ReviewerAsked;
import tocsin.domain.postmortem.ReviewFact.ReviewerReleased;
import tocsin.domain.postmortem.ReviewFact.RulesMerged;
import tocsin.domain.postmortem.ReviewFact.TalkFact;

/// Folds the review of one incident. Total: facts may come in any order, twice, or about things that are not here. A
/// change of what was approved takes the approval away. Mutable and confined to one thread; [#review] is the picture.
public final class ReviewFold {
    private Status status = Status.NONE;
    private Optional<PersonId> owner = Optional.empty();
    private Optional<Instant> due = Optional.empty();
    private final List<String> triggers = new ArrayList<>();
    private Optional<ImpactStated> impact = Optional.empty();
    private final Map<Damage, String> figures = new EnumMap<>(Damage.class);
    private Optional<CauseStated> cause = Optional.empty();
    private final List<ActionItem> actions = new ArrayList<>();
    private final List<Review.Declined> declined = new ArrayList<>();
    private final List<Reviewer> reviewers = new ArrayList<>();
    private Optional<Approval> approval = Optional.empty();
    private final List<Hardened> hardened = new ArrayList<>();
    private Optional<RulesMerged> merged = Optional.empty();
    private final TalkFold talk = new TalkFold();
    private @Nullable Review picture;

    public Review review() {
        Review current = picture;
        if (current == null) {
            current = new Review(
                    status,
                    owner,
                    due,
                    List.copyOf(triggers),
                    impact,
                    Collections.unmodifiableMap(new EnumMap<>(figures)),
                    cause,
                    List.copyOf(actions),
                    List.copyOf(declined),
                    List.copyOf(reviewers),
                    approval,
                    List.copyOf(hardened),
                    merged,
                    talk.talk());
            picture = current;
        }
        return current;
    }

    public void apply(Recorded recorded, ReviewFact fact) {
        picture = null;
        switch (fact) {
            case PostmortemOpened(var _, var newOwner, var newDue) -> {
                status = status == Status.NONE ? Status.DRAFT : status;
                owner = Optional.of(newOwner);
                due = Optional.of(newDue);
            }
            case FullFormForced(var trigger) -> {
                if (!triggers.contains(trigger)) {
                    triggers.add(trigger);
                }
            }
            case ImpactStated stated -> {
                impact = Optional.of(stated);
                edited();
            }
            case ImpactMeasured(var figure, var text) -> {
                figures.put(figure, text);
                edited();
            }
            case CauseStated stated -> {
                cause = Optional.of(stated);
                edited();
            }
            case ActionFact action -> action(recorded, action);
            case ReviewRequested() -> {
                if (status != Status.APPROVED) {
                    status = Status.IN_REVIEW;
                    count();
                }
            }
            case ReviewerAsked(var person) -> {
                if (reviewers.stream().noneMatch(each -> each.person().equals(person))) {
                    reviewers.add(Reviewer.asked(person));
                    count();
                }
            }
            case ReviewerReleased(var person) -> {
                reviewers.removeIf(each -> each.person().equals(person));
                count();
            }
            case Reviewed(var note) -> {
                if (underReview()) {
                    reviewers.replaceAll(each -> each.person().equals(recorded.actor())
                            ? new Reviewer(each.person(), Optional.of(recorded.happenedAt()), note)
                            : each);
                    count();
                }
            }
            case PostmortemReturned(var _) -> draft();
            case PostmortemApproved() -> {
                status = Status.APPROVED;
                approval = Optional.of(new Approval(recorded.actor(), recorded.happenedAt(), recorded.id()));
            }
            case HardeningRecorded(var hardening) ->
                hardened.add(new Hardened(
                        recorded.id(), hardening, Hardening.Detail.NONE, recorded.actor(), recorded.happenedAt()));
            case HardeningDetailed(var of, var detail) ->
                hardened.replaceAll(rule -> rule.id().equals(of) ? rule.detailed(detail) : rule);
            case RulesMerged now -> merged = Optional.of(now);
            case TalkFact said -> talk.apply(recorded, said);
        }
    }

    /// The trouble came back: what was approved described only its first part. The words stay, the signature does not.
    /// The words changed: what was approved is not what stands there now.
    public void edited() {
        if (status == Status.APPROVED) {
            draft();
        }
    }

    private void action(Recorded recorded, ActionFact fact) {
        Instant at = recorded.happenedAt();
        switch (fact) {
            case ActionAdded(var kind, var text, var who, var when, var measure) -> {
                actions.add(
                        ActionItem.added(recorded.id(), kind, text, new ActionItem.Promise(who, when, measure), at));
                edited();
            }
            case ActionReworded(var id, var text, var measure) -> {
                if (change(id, item -> item.reworded(text, measure))) {
                    edited();
                }
            }
            // Working off an action is no edit of the document.
            case ActionBegun(var id) -> change(id, ActionItem::begun);
            case ActionDone(var id, var evidence) ->
                change(id, item -> item.settled(ActionItem.Status.DONE, evidence, at));
            case ActionDropped(var id, var reason) ->
                change(id, item -> item.settled(ActionItem.Status.DROPPED, reason, at));
            case ActionReassigned(var id, var _, var to) -> change(id, item -> item.ownedBy(to));
            case ActionMoved(var id, var _, var to, var _) -> change(id, item -> item.dueOn(to));
            case ActionTied(var id, var ties) -> change(id, item -> item.tied(ties));
            case ActionVerified(var id, var evidence) ->
                change(id, item -> item.verifiedBy(new ActionItem.Verified(recorded.actor(), at, evidence)));
            case ActionDeclined(var kind, var text, var reason) ->
                declined.add(new Review.Declined(recorded.id(), kind, text, reason, recorded.actor()));
        }
    }

    private boolean change(FactId id, UnaryOperator<ActionItem> change) {
        boolean found = actions.stream().anyMatch(item -> item.id().equals(id));
        actions.replaceAll(item -> item.id().equals(id) ? change.apply(item) : item);
        return found;
    }

    private boolean underReview() {
        return status == Status.IN_REVIEW || status == Status.REVIEWED;
    }

    private void count() {
        if (underReview()) {
            boolean all = !reviewers.isEmpty() && reviewers.stream().allMatch(Reviewer::done);
            status = all ? Status.REVIEWED : Status.IN_REVIEW;
        }
    }

    /// Back to those who write it: what is read next is not what was read before.
    private void draft() {
        picture = null;
        status = Status.DRAFT;
        approval = Optional.empty();
        reviewers.replaceAll(each -> Reviewer.asked(each.person()));
    }
}
