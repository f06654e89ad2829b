package tocsin.domain.incident;

import static tocsin.domain.incident.Outcome.accept;
import static tocsin.domain.incident.Outcome.refuse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.domain.incident.IncidentCommand.AddAction;
import tocsin.domain.incident.IncidentCommand.ApprovePostmortem;
import tocsin.domain.incident.IncidentCommand.DropAction;
import tocsin.domain.incident.IncidentCommand.FinishAction;
import tocsin.domain.incident.IncidentCommand.ForceFullForm;
import tocsin.domain.incident.IncidentCommand.OpenPostmortem;
import tocsin.domain.incident.IncidentCommand.RecordHardening;
import tocsin.domain.incident.IncidentCommand.RecordMerge;
import tocsin.domain.incident.IncidentCommand.RequestReview;
import tocsin.domain.incident.IncidentCommand.ReturnPostmortem;
import tocsin.domain.incident.IncidentCommand.ReviewCommand;
import tocsin.domain.incident.IncidentCommand.StateCause;
import tocsin.domain.incident.IncidentCommand.StateImpact;
import tocsin.domain.incident.LifeFact.PhaseChanged;
import tocsin.domain.incident.LifeFact.Stamped;
import tocsin.domain.postmortem.ActionItem;
import tocsin.domain.postmortem.Hardening;
import tocsin.domain.postmortem.Review;
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

/// What may be asked of the review, up to STOP 2 and STOP 3.
final class ReviewDecisions {
    private static final int MOST_ACTIONS = 7;

    private final Incident incident;
    private final Review review;
    private final Context context;

    ReviewDecisions(Incident incident, Context context) {
        this.incident = incident;
        this.review = incident.review();
        this.context = context;
    }

    Outcome decide(ReviewCommand command) {
        boolean worksOff = command instanceof FinishAction || command instanceof DropAction;
        boolean open = switch (incident.phase()) {
            case CLOSED -> worksOff;
            // Why were people called? A false alarm still gets its short review.
            case FALSE_ALARM, EXERCISE_ENDED -> true;
            default -> !incident.phase().ended();
        };
        if (!open) {
            return refuse("incident.ended", incident.phase().word());
        }
        if (incident.phase() == Phase.REPORTED) {
            return refuse("incident.notDeclared");
        }
        return switch (command) {
            case OpenPostmortem(var owner, var due) -> open(owner, due);
            case ForceFullForm(var trigger) ->
                Decisions.badReason(trigger).orElseGet(() -> accept(new FullFormForced(trigger.strip())));
            case StateImpact(var domain, var data, var business) ->
                domain.isBlank() || data.isBlank() || business.isBlank()
                        ? refuse("review.impactParts")
                        : accept(new ImpactStated(domain.strip(), data.strip(), business.strip()));
            case StateCause(var rule, var how) ->
                rule.isBlank() || how.isBlank()
                        ? refuse("review.causeParts")
                        : accept(new CauseStated(rule.strip(), how.strip()));
            case AddAction action -> add(action);
            case FinishAction(var id, var evidence) ->
                action(
                        id,
                        _ -> Decisions.badReason(evidence)
                                .orElseGet(() -> accept(new ActionDone(id, evidence.strip()))));
            case DropAction(var id, var reason) ->
                action(
                        id,
                        _ -> Decisions.badReason(reason)
                                .orElseGet(() -> accept(new ActionDropped(id, reason.strip()))));
            case RequestReview() ->
                review.status() == Review.Status.DRAFT
                        ? accept(new ReviewRequested())
                        : refuse("review.notDraft", status());
            case ReturnPostmortem(var reason) ->
                review.status() == Review.Status.IN_REVIEW
                        ? Decisions.badReason(reason).orElseGet(() -> accept(new PostmortemReturned(reason.strip())))
                        : refuse("review.notInReview", status());
            case ApprovePostmortem() -> approve();
            case RecordHardening(var hardening) -> harden(hardening);
            case RecordMerge(var reference, var oldCase) -> {
                if (!incident.phase().afterwards()) {
                    yield refuse("review.tooEarly", incident.phase().word());
                }
                yield Decisions.badText(reference)
                        .orElseGet(() -> accept(
                                new RulesMerged(reference.strip(), context.happenedAt(), oldCase),
                                new Stamped(StampName.RULES_MERGED, context.actor(), reference.strip())));
            }
        };
    }

    private Outcome open(PersonId owner, Optional<Instant> due) {
        if (review.owner().equals(Optional.of(owner)) && due.isEmpty()) {
            return refuse("review.sameOwner", owner);
        }
        Instant limit =
                due.or(review::due).orElseGet(() -> context.rules().postmortemDue(incident.severity(), context.now()));
        var facts = new ArrayList<Fact>();
        facts.add(new PostmortemOpened(review.owner(), owner, limit));
        if (incident.phase() == Phase.RESOLVED) {
            facts.add(new PhaseChanged(Phase.RESOLVED, Phase.POSTMORTEM, ""));
        }
        return accept(facts);
    }

    private Outcome add(AddAction action) {
        if (action.text().isBlank() || action.measure().isBlank()) {
            return refuse("action.incomplete");
        }
        long kept = review.actions().stream()
                .filter(item -> item.status() != ActionItem.Status.DROPPED)
                .count();
        if (kept >= MOST_ACTIONS) {
            return refuse("action.tooMany", MOST_ACTIONS);
        }
        return accept(new ActionAdded(
                action.kind(),
                action.text().strip(),
                action.owner(),
                action.due(),
                action.measure().strip()));
    }

    /// Approved by somebody else than the owner, with every part in place; it opens the way to HARDENING.
    private Outcome approve() {
        if (review.owner().equals(Optional.of(context.actor()))) {
            return refuse("review.approverIsAuthor", context.actor());
        }
        if (incident.phase() != Phase.POSTMORTEM && incident.phase() != Phase.HARDENING) {
            return refuse("review.tooEarly", incident.phase().word());
        }
        if (review.status() != Review.Status.IN_REVIEW) {
            return refuse("review.notInReview", status());
        }
        List<String> missing = Gates.before(
                        Phase.HARDENING,
                        incident,
                        context.now(),
                        context.rules().policy())
                .stream()
                .filter(gate -> gate.stops() && !gate.name().equals(Gates.APPROVED))
                .map(Gate::name)
                .toList();
        if (!missing.isEmpty()) {
            var arguments = new ArrayList<Object>();
            arguments.add(Phase.HARDENING.word());
            arguments.addAll(missing);
            return refuse("gates", arguments.toArray());
        }
        var facts = new ArrayList<Fact>();
        facts.add(new PostmortemApproved());
        facts.add(new Stamped(StampName.POSTMORTEM_APPROVED, context.actor(), ""));
        if (incident.phase() == Phase.POSTMORTEM) {
            facts.add(new PhaseChanged(Phase.POSTMORTEM, Phase.HARDENING, ""));
        }
        return accept(facts);
    }

    private Outcome harden(Hardening hardening) {
        boolean incomplete = hardening.rule().isBlank()
                || hardening.newWording().isBlank()
                || hardening.gate().isBlank()
                || hardening.proof().isBlank();
        return incomplete ? refuse("hardening.incomplete") : accept(new HardeningRecorded(hardening));
    }

    private Outcome action(FactId id, Function<ActionItem, Outcome> then) {
        return review.action(id)
                .map(item -> item.open() ? then.apply(item) : refuse("action.settled"))
                .orElseGet(() -> refuse("action.none", id));
    }

    private String status() {
        return review.status().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
