package tocsin.domain.incident;

import static tocsin.domain.incident.Outcome.accept;
import static tocsin.domain.incident.Outcome.refuse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.domain.incident.IncidentCommand.ActionCommand;
import tocsin.domain.incident.IncidentCommand.ApprovePostmortem;
import tocsin.domain.incident.IncidentCommand.AskReviewer;
import tocsin.domain.incident.IncidentCommand.DetailHardening;
import tocsin.domain.incident.IncidentCommand.FinishReview;
import tocsin.domain.incident.IncidentCommand.ForceFullForm;
import tocsin.domain.incident.IncidentCommand.MeasureImpact;
import tocsin.domain.incident.IncidentCommand.OpenPostmortem;
import tocsin.domain.incident.IncidentCommand.RecordHardening;
import tocsin.domain.incident.IncidentCommand.RecordMerge;
import tocsin.domain.incident.IncidentCommand.ReleaseReviewer;
import tocsin.domain.incident.IncidentCommand.RequestReview;
import tocsin.domain.incident.IncidentCommand.ReturnPostmortem;
import tocsin.domain.incident.IncidentCommand.ReviewCommand;
import tocsin.domain.incident.IncidentCommand.StateCause;
import tocsin.domain.incident.IncidentCommand.StateImpact;
import tocsin.domain.incident.IncidentCommand.TalkCommand;
import tocsin.domain.incident.LifeFact.PhaseChanged;
import tocsin.domain.incident.LifeFact.Stamped;
import tocsin.domain.postmortem.ActionRules;
import tocsin.domain.postmortem.Hardening;
import tocsin.domain.postmortem.Review;
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

/// What may be asked of the review, up to STOP 2 and STOP 3.
final class ReviewDecisions {
    private final Incident incident;
    private final Review review;
    private final Context context;

    ReviewDecisions(Incident incident, Context context) {
        this.incident = incident;
        this.review = incident.review();
        this.context = context;
    }

    Outcome decide(ReviewCommand command) {
        boolean open = switch (incident.phase()) {
            // What was promised is done wherever the incident ended.
            case CLOSED, MERGED -> command instanceof ActionCommand action && ActionDecisions.worksOff(action);
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
            case ActionCommand action -> new ActionDecisions(incident, context).decide(action);
            case TalkCommand talk -> new TalkDecisions(review.talk()).decide(talk, context);
            case OpenPostmortem(var owner, var due) -> open(owner, due);
            case ForceFullForm(var trigger) ->
                Decisions.badReason(trigger).orElseGet(() -> accept(new FullFormForced(trigger.strip())));
            case StateImpact(var domain, var data, var business) ->
                domain.isBlank() || data.isBlank() || business.isBlank()
                        ? refuse("review.impactParts")
                        : tooLong(domain, data, business)
                                .orElseGet(
                                        () -> accept(new ImpactStated(domain.strip(), data.strip(), business.strip())));
            case MeasureImpact(var figure, var text) ->
                Decisions.badText(text).orElseGet(() -> accept(new ImpactMeasured(figure, text.strip())));
            case StateCause(var rule, var how) ->
                rule.isBlank() || how.isBlank()
                        ? refuse("review.causeParts")
                        : tooLong(rule, how).orElseGet(() -> accept(new CauseStated(rule.strip(), how.strip())));
            case RequestReview() ->
                review.status() == Review.Status.DRAFT
                        ? accept(new ReviewRequested())
                        : refuse("review.notDraft", status());
            case AskReviewer(var person) -> ask(person);
            case ReleaseReviewer(var person) ->
                review.reviewer(person).isPresent()
                        ? accept(new ReviewerReleased(person))
                        : refuse("review.notAsked", person);
            case FinishReview(var note) -> reviewed(note);
            case ReturnPostmortem(var reason) ->
                review.underReview()
                        ? Decisions.badReason(reason).orElseGet(() -> accept(new PostmortemReturned(reason.strip())))
                        : refuse("review.notInReview", status());
            case ApprovePostmortem() -> approve();
            case RecordHardening(var hardening) -> harden(hardening);
            case DetailHardening(var id, var detail) -> detail(id, detail);
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
        if (!ActionRules.isOnePerson(owner, context.teams())) {
            return refuse("review.ownerIsGroup", owner);
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

    private Outcome ask(PersonId person) {
        if (review.owner().equals(Optional.of(person))) {
            return refuse("review.reviewerIsAuthor", person);
        }
        if (!ActionRules.isOnePerson(person, context.teams())) {
            return refuse("review.reviewerIsGroup", person);
        }
        return review.reviewer(person).isPresent() ? refuse("review.asked", person) : accept(new ReviewerAsked(person));
    }

    private Outcome reviewed(String note) {
        if (!review.underReview()) {
            return refuse("review.notInReview", status());
        }
        if (review.reviewer(context.actor()).isEmpty()) {
            return refuse("review.notAsked", context.actor());
        }
        return Decisions.tooLong(note).orElseGet(() -> accept(new Reviewed(note.strip())));
    }

    /// Approved by somebody else than the owner, with every part in place; it opens the way to HARDENING.
    private Outcome approve() {
        if (review.owner().equals(Optional.of(context.actor()))) {
            return refuse("review.approverIsAuthor", context.actor());
        }
        if (incident.phase() != Phase.POSTMORTEM && incident.phase() != Phase.HARDENING) {
            return refuse("review.tooEarly", incident.phase().word());
        }
        if (!review.underReview()) {
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

    /// A rule that was there said something; where none was, the new one is stated alone.
    private Outcome harden(Hardening hardening) {
        boolean incomplete = hardening.rule().isBlank()
                || hardening.newWording().isBlank()
                || hardening.gate().isBlank()
                || hardening.proof().isBlank();
        if (incomplete) {
            return refuse("hardening.incomplete");
        }
        if (hardening.said().isBlank() && hardening.slip() != Hardening.Slip.ABSENT) {
            return refuse("hardening.said");
        }
        return tooLong(hardening.rule(), hardening.said(), hardening.newWording(), hardening.gate(), hardening.proof())
                .orElseGet(() -> accept(new HardeningRecorded(hardening)));
    }

    private Outcome detail(FactId id, Hardening.Detail detail) {
        if (review.hardened(id).isEmpty()) {
            return refuse("hardening.none", id);
        }
        return tooLong(detail.place(), detail.toldTo())
                .orElseGet(() -> accept(new HardeningDetailed(
                        id,
                        new Hardening.Detail(
                                detail.place().strip(),
                                detail.effectiveFrom(),
                                detail.toldTo().strip()))));
    }

    private static Optional<Outcome> tooLong(String... texts) {
        return Stream.of(texts)
                .flatMap(text -> Decisions.tooLong(text).stream())
                .findFirst();
    }

    private String status() {
        return review.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
