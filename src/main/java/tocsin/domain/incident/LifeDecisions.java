package tocsin.domain.incident;

import static tocsin.domain.incident.Outcome.accept;
import static tocsin.domain.incident.Outcome.refuse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.Limits;
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.domain.checklist.ChecklistFact.StepSettled;
import tocsin.domain.incident.IncidentCommand.Absorb;
import tocsin.domain.incident.IncidentCommand.AssessSeverity;
import tocsin.domain.incident.IncidentCommand.ChangeEnvironment;
import tocsin.domain.incident.IncidentCommand.ChangeSeverity;
import tocsin.domain.incident.IncidentCommand.ChangeType;
import tocsin.domain.incident.IncidentCommand.Declare;
import tocsin.domain.incident.IncidentCommand.DismissStamp;
import tocsin.domain.incident.IncidentCommand.LifeCommand;
import tocsin.domain.incident.IncidentCommand.Link;
import tocsin.domain.incident.IncidentCommand.MergeInto;
import tocsin.domain.incident.IncidentCommand.Move;
import tocsin.domain.incident.IncidentCommand.ProposePlan;
import tocsin.domain.incident.IncidentCommand.Release;
import tocsin.domain.incident.IncidentCommand.Report;
import tocsin.domain.incident.IncidentCommand.Retitle;
import tocsin.domain.incident.IncidentCommand.SendUpdate;
import tocsin.domain.incident.IncidentCommand.SetStamp;
import tocsin.domain.incident.IncidentCommand.SettleConflict;
import tocsin.domain.incident.IncidentCommand.SettlePlanStep;
import tocsin.domain.incident.IncidentCommand.Undo;
import tocsin.domain.incident.IncidentCommand.Unlink;
import tocsin.domain.incident.IncidentCommand.Unmerge;
import tocsin.domain.incident.IncidentCommand.Waive;
import tocsin.domain.incident.LifeFact.Absorbed;
import tocsin.domain.incident.LifeFact.ConflictSettled;
import tocsin.domain.incident.LifeFact.Declared;
import tocsin.domain.incident.LifeFact.EnvironmentChanged;
import tocsin.domain.incident.LifeFact.GateWaived;
import tocsin.domain.incident.LifeFact.Linked;
import tocsin.domain.incident.LifeFact.MergedInto;
import tocsin.domain.incident.LifeFact.PhaseChanged;
import tocsin.domain.incident.LifeFact.PlanProposed;
import tocsin.domain.incident.LifeFact.PlanStepSettled;
import tocsin.domain.incident.LifeFact.Released;
import tocsin.domain.incident.LifeFact.Reported;
import tocsin.domain.incident.LifeFact.SeverityAssessed;
import tocsin.domain.incident.LifeFact.SeverityChanged;
import tocsin.domain.incident.LifeFact.StampNotApplicable;
import tocsin.domain.incident.LifeFact.Stamped;
import tocsin.domain.incident.LifeFact.TitleChanged;
import tocsin.domain.incident.LifeFact.TypeChanged;
import tocsin.domain.incident.LifeFact.Undone;
import tocsin.domain.incident.LifeFact.Unlinked;
import tocsin.domain.incident.LifeFact.UnmergedFrom;
import tocsin.domain.incident.LifeFact.UpdateSent;
import tocsin.domain.postmortem.ReviewFact;
import tocsin.domain.postmortem.ReviewFact.TalkFact;
import tocsin.domain.roster.CrewFact.HandoverAccepted;
import tocsin.domain.roster.CrewFact.HandoverOffered;
import tocsin.domain.roster.CrewFact.RoleAssumed;
import tocsin.domain.roster.Offer;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Assessment;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.domain.severity.SeverityScheme;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.TimelineFact.EntryAdded;
import tocsin.domain.timeline.TimelineFact.HypothesisJudged;

/// What may be asked of an incident as a whole.
final class LifeDecisions {
    private static final Duration WAIVER_LASTS = Duration.ofDays(7);
    private static final Set<StampName> DISMISSABLE =
            Set.of(StampName.CONTAINED, StampName.ERADICATED, StampName.CREDENTIALS_ROTATED, StampName.IMPACT_STARTED);

    private final Incident incident;
    private final Context context;

    LifeDecisions(Incident incident, Context context) {
        this.incident = incident;
        this.context = context;
    }

    Outcome decide(LifeCommand command) {
        return switch (command) {
            case Report(var title, var zone) ->
                incident.phase() != Phase.UNDECLARED
                        ? refuse("incident.alreadyReported")
                        : titled(title, new Reported(title.strip(), zone));
            case Declare declare -> declare(declare);
            case Move move -> new MoveDecisions(incident, context).move(move);
            case SetStamp(var stamp, var person, var note) -> stamp(stamp, person.orElse(context.actor()), note);
            case SendUpdate(var audience, var text) -> update(audience, text);
            case Unmerge(var reason) -> unmerge(reason);
            case Release(var source) ->
                incident.absorbed().contains(source)
                        ? accept(new Released(source))
                        : refuse("merge.notHere", source.number());
            case Undo(var undone, var acts) -> undo(undone, acts);
            case SettleConflict(var conflict, var value) ->
                incident.openConflicts().stream()
                        .filter(open -> open.fact().equals(conflict))
                        .findFirst()
                        .map(open -> settle(open, value))
                        .orElseGet(() -> refuse("conflict.none"));
            default -> whileLive(command);
        };
    }

    private Outcome whileLive(LifeCommand command) {
        if (incident.phase().ended()) {
            return ended();
        }
        return switch (command) {
            case Retitle(var title) -> titled(title, new TitleChanged(incident.title(), title.strip()));
            case ChangeType(var type) ->
                type == incident.type()
                        ? refuse("incident.same", type.name().toLowerCase(java.util.Locale.ROOT))
                        : accept(new TypeChanged(incident.type(), type));
            case ChangeEnvironment(var to) ->
                to == incident.environment()
                        ? refuse("incident.same", to.name().toLowerCase(java.util.Locale.ROOT))
                        : accept(new EnvironmentChanged(incident.environment(), to));
            case ChangeSeverity(var to, var reason) -> severity(to, reason, List.of());
            case AssessSeverity(var answers) -> assess(SeverityScheme.assess(answers), answers);
            case DismissStamp(var stamp, var reason) ->
                DISMISSABLE.contains(stamp)
                        ? Decisions.badReason(reason)
                                .orElseGet(() -> accept(new StampNotApplicable(stamp, reason.strip())))
                        : refuse("stamp.needed", stamp.word());
            case ProposePlan(var plan) -> plan(plan);
            case SettlePlanStep(var step, var result, var reason) -> settleStep(step, result, reason);
            case Waive waive -> waive(waive);
            case MergeInto(var target, var reason) -> merge(target, reason);
            case Absorb(var source) ->
                source.equals(incident.id()) ? refuse("merge.itself") : accept(new Absorbed(source));
            case Link(var other, var relation) ->
                other.equals(incident.id()) ? refuse("merge.itself") : accept(new Linked(other, relation));
            case Unlink(var other) ->
                Optional.ofNullable(incident.links().get(other))
                        .map(relation -> accept(new Unlinked(other, relation)))
                        .orElseGet(() -> refuse("link.none", other.number()));
            default -> throw new IllegalStateException("decided before: " + command);
        };
    }

    private Outcome declare(Declare declare) {
        if (incident.phase() != Phase.UNDECLARED && incident.phase() != Phase.REPORTED) {
            return refuse("incident.alreadyDeclared", incident.id().number());
        }
        String title = declare.title().isBlank() ? incident.title() : declare.title();
        return titled(
                title,
                new Declared(
                        title.strip(),
                        declare.severity().orElse(Severity.SEV2),
                        declare.type().orElse(IncidentType.OUTAGE),
                        declare.environment().orElse(Environment.PRODUCTION),
                        declare.zone()));
    }

    private Outcome titled(String title, Fact fact) {
        return Decisions.badText(title, Limits.TITLE_CHARS).orElseGet(() -> accept(fact));
    }

    private Outcome assess(Assessment assessment, tocsin.domain.severity.SeverityAnswers answers) {
        var assessed =
                new SeverityAssessed(answers, assessment.level(), assessment.explanation(), assessment.rulesVersion());
        return assessment.level() == incident.severity()
                ? accept(assessed)
                : severity(assessment.level(), assessment.explanation(), List.of(assessed));
    }

    private Outcome severity(Severity to, String reason, List<Fact> first) {
        if (to == incident.severity()) {
            return refuse("severity.same", to);
        }
        if (incident.phase() == Phase.REPORTED) {
            return refuse("incident.notDeclared");
        }
        boolean lower = incident.severity().isWorseThan(to);
        if (lower && incident.phase().ordinal() < Phase.MONITORING.ordinal()) {
            // Politely: severity is not debated during the call, but what was said about it is kept.
            var kept = new ArrayList<>(first);
            if (!reason.isBlank()) {
                kept.add(new EntryAdded(EntryKind.NOTE, "Lower to " + to + "? " + reason.strip()));
            }
            return new Outcome.Refused(Refusal.of("severity.lowerEarly", to), List.copyOf(kept));
        }
        if (lower && reason.isBlank()) {
            return refuse("severity.reasonNeeded", to);
        }
        if (lower && !Decisions.commands(incident, context)) {
            return Decisions.onlyCommander(incident);
        }
        var facts = new ArrayList<>(first);
        facts.add(new SeverityChanged(incident.severity(), to, reason.strip()));
        return accept(facts);
    }

    private Outcome stamp(StampName stamp, PersonId person, String note) {
        if (incident.phase() == Phase.MERGED || incident.phase() == Phase.FALSE_ALARM) {
            return ended();
        }
        if (stamp.setByAct()) {
            return refuse("stamp.byAct", stamp.word());
        }
        if (stamp == StampName.STABILITY_VERIFIED
                && incident.phase() != Phase.MONITORING
                && !incident.phase().afterwards()) {
            // A fix that is not in place yet cannot have held.
            return refuse("stamp.tooEarly", stamp.word(), Phase.MONITORING.word());
        }
        if (stamp == StampName.STABILITY_VERIFIED && Gates.fixers(incident).contains(person)) {
            return refuse("incident.verifierIsFixer", person);
        }
        if (stamp == StampName.AWARE) {
            boolean entitled = incident.crew().holds(person, Role.PRIVACY_OFFICER)
                    || incident.crew().holds(person, Role.LEGAL);
            if (!entitled) {
                return refuse("stamp.awareNeedsPrivacy", person);
            }
            if (note.isBlank()) {
                return refuse("reason.needed");
            }
        }
        return accept(new Stamped(stamp, person, note.strip()));
    }

    private Outcome plan(EmergencyPlan plan) {
        if (!incident.phase().responding()) {
            return refuse("plan.notNow", incident.phase().word());
        }
        if (plan.change().isBlank() || plan.wayBack().isBlank()) {
            return refuse("plan.incomplete");
        }
        return accept(new PlanProposed(plan));
    }

    private Outcome settleStep(int step, StepResult result, String reason) {
        if (incident.plan().isEmpty()) {
            return refuse("plan.none");
        }
        Incident.Plan plan = incident.plan().get();
        if (step < 1 || step > plan.plan().steps().size()) {
            return refuse("plan.noStep", step, plan.plan().steps().size());
        }
        if (plan.settled().containsKey(step)) {
            return refuse("plan.stepSettled", step);
        }
        if (result == StepResult.ABANDONED && reason.isBlank()) {
            return refuse("reason.needed");
        }
        return accept(new PlanStepSettled(plan.fact(), step, result, reason.strip()));
    }

    private Outcome update(Audience audience, String text) {
        if (incident.phase() == Phase.MERGED) {
            return ended();
        }
        boolean mayPublish = Decisions.commands(incident, context)
                || incident.crew().holds(context.actor(), Role.COMMUNICATIONS)
                || incident.crew().holds(context.actor(), Role.CUSTOMER_LIAISON);
        if (audience == Audience.PUBLIC && !mayPublish) {
            return refuse("update.onlyCommunications");
        }
        return Decisions.badText(text).orElseGet(() -> accept(new UpdateSent(audience, text.strip())));
    }

    private Outcome waive(Waive waive) {
        if (!Gates.waivable().contains(waive.gate())) {
            return refuse("waiver.noGate", waive.gate(), String.join(", ", Gates.waivable()));
        }
        if (!Decisions.commands(incident, context)) {
            return Decisions.onlyCommander(incident);
        }
        boolean two = incident.waiverLevel(waive.gate()).isAtLeast(Severity.SEV2);
        if (two && (waive.second().isEmpty() || waive.second().equals(Optional.of(context.actor())))) {
            return refuse("waiver.secondNeeded", incident.waiverLevel(waive.gate()));
        }
        Optional<Instant> expiry =
                two ? Optional.of(waive.expiry().orElse(context.now().plus(WAIVER_LASTS))) : waive.expiry();
        if (expiry.filter(end -> !end.isAfter(context.now())).isPresent()) {
            return refuse("waiver.expired");
        }
        return Decisions.badReason(waive.reason())
                .orElseGet(
                        () -> accept(new GateWaived(waive.gate(), waive.reason().strip(), waive.second(), expiry)));
    }

    private Outcome merge(IncidentId target, String reason) {
        if (target.equals(incident.id())) {
            return refuse("merge.itself");
        }
        if (!Decisions.commands(incident, context) && incident.phase() != Phase.REPORTED) {
            return Decisions.onlyCommander(incident);
        }
        return accept(new MergedInto(target, reason.strip()));
    }

    private Outcome unmerge(String reason) {
        return incident.phase() == Phase.MERGED
                ? incident.mergedInto()
                        .map(target -> accept(new UnmergedFrom(target, reason.strip())))
                        .orElseGet(() -> refuse("merge.notMerged"))
                : refuse("merge.notMerged");
    }

    private Outcome undo(tocsin.base.CommandId undone, List<Recorded> acts) {
        if (acts.isEmpty()) {
            return refuse("undo.nothing");
        }
        Recorded last = acts.getLast();
        if (!last.actor().equals(context.actor())) {
            return refuse("undo.notYours", last.actor());
        }
        Duration within = context.rules().undoWithin();
        if (Duration.between(last.recordedAt(), context.now()).compareTo(within) > 0) {
            return refuse("undo.tooLate", within.toSeconds());
        }
        if (!acts.stream().map(Recorded::fact).allMatch(LifeFact::canBeTakenBack)) {
            return refuse("undo.outward");
        }
        return acts.stream().anyMatch(this::builtUpon) || movedOn(acts) || carriesAGate(acts)
                ? refuse("undo.builtUpon")
                : accept(new Undone(undone));
    }

    /// Taking it back now would pull the ground from under what somebody did since.
    private boolean builtUpon(Recorded act) {
        return switch (act.fact()) {
            case TitleChanged(var _, var to) -> !incident.title().equals(to);
            case TypeChanged(var _, var to) -> incident.type() != to;
            case EnvironmentChanged(var _, var to) -> incident.environment() != to;
            case SeverityChanged _ ->
                incident.severities().stream()
                        .reduce((_, later) -> later)
                        .filter(spell -> spell.fact().equals(act.id()))
                        .isEmpty();
            case HandoverOffered _ ->
                incident.crew().offer(act.id()).filter(Offer::open).isEmpty();
            case HandoverAccepted(var id) ->
                incident.crew()
                        .offer(id)
                        .filter(offer -> incident.crew().holds(offer.to(), offer.role()))
                        .isEmpty();
            case RoleAssumed(var role, var person, var _, var _) ->
                !incident.crew().holds(person, role);
            case PlanProposed _ ->
                incident.plan()
                        .filter(plan ->
                                plan.fact().equals(act.id()) && plan.settled().isEmpty())
                        .isEmpty();
            case StepSettled(var step, var _, var _, var _) ->
                incident.checklist()
                        .mark(step)
                        .filter(mark -> mark.fact().equals(act.id()))
                        .isEmpty();
            default -> false;
        };
    }

    /// A gesture may have moved the state more than once; its last move must still be the last of all.
    private boolean movedOn(List<Recorded> acts) {
        boolean moved = acts.stream().anyMatch(act -> act.fact() instanceof PhaseChanged);
        FactId last = incident.phases().getLast().fact();
        return moved && acts.stream().noneMatch(act -> act.id().equals(last));
    }

    /// A later step went through gates that may have been met by this: pulled away now, the incident would stand
    /// behind a gate that nobody passed.
    private boolean carriesAGate(List<Recorded> acts) {
        Recorded last = acts.getLast();
        boolean evidence = acts.stream().map(Recorded::fact).anyMatch(LifeDecisions::opensGates);
        return evidence
                && incident.phases().stream()
                        .anyMatch(spell -> spell.phase().ordinal() > Phase.INVESTIGATING.ordinal()
                                && spell.phase().ordinal() <= Phase.CLOSED.ordinal()
                                && acts.stream().noneMatch(act -> act.id().equals(spell.fact()))
                                && isLater(spell, last));
    }

    private static boolean isLater(PhaseSpell spell, Recorded act) {
        return spell.fact().desk().equals(act.id().desk())
                ? spell.fact().seq() > act.id().seq()
                : spell.since().isAfter(act.recordedAt());
    }

    private static boolean opensGates(Fact fact) {
        return switch (fact) {
            case Stamped _, StampNotApplicable _, GateWaived _, PlanProposed _, PlanStepSettled _, SeverityChanged _ ->
                true;
            case EntryAdded(var kind, var _, var _) -> kind == EntryKind.HYPOTHESIS;
            case HypothesisJudged _, RoleAssumed _ -> true;
            case TalkFact _ -> false;
            case ReviewFact _ -> true;
            default -> false;
        };
    }

    private Outcome settle(Conflict conflict, String value) {
        Optional<FieldValue> chosen = FieldValue.read(conflict, value);
        if (chosen.isPresent()
                && chosen.get() instanceof FieldValue.State(var phase)
                && phase == Phase.CLOSED
                && incident.phase() != Phase.CLOSED) {
            // Closing is closing, whichever way one comes to it.
            Optional<Outcome> shut = MoveDecisions.shut(Phase.CLOSED, incident, context);
            if (shut.isPresent()) {
                return shut.get();
            }
        }
        return chosen.isPresent()
                ? accept(new ConflictSettled(conflict.fact(), value))
                : refuse("conflict.value", value, conflict.standing(), conflict.wanted());
    }

    private Outcome ended() {
        return incident.mergedInto()
                .map(target -> refuse("incident.merged", target.number()))
                .orElseGet(() -> refuse("incident.ended", incident.phase().word()));
    }
}
