package tocsin.domain.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tocsin.base.PersonId;
import tocsin.domain.incident.Gate.Evidence;
import tocsin.domain.incident.Gate.Status;
import tocsin.domain.incident.Gate.Strength;
import tocsin.domain.postmortem.ActionItem;
import tocsin.domain.postmortem.ActionRules;
import tocsin.domain.postmortem.OldCase;
import tocsin.domain.postmortem.Review;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Demands;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.domain.severity.SeverityPolicy;
import tocsin.domain.timeline.Confidence;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.HypothesisStatus;

/// The gates before each state, with the evidence for what is met. STOP 1 to 3 are the gates of CLOSED.
public final class Gates {
    public static final String HYPOTHESIS = "identified.hypothesis";
    public static final String PLAN = "mitigating.plan";
    public static final String SECURITY_LEAD = "mitigating.security-lead";
    public static final String CONTAINMENT_PLAN = "monitoring.containment";
    public static final String STEPS = "monitoring.steps";
    public static final String VERIFIED = "resolved.verified";
    public static final String SOAK = "resolved.soak";
    public static final String IMPACT_ENDED = "resolved.impact-ended";
    public static final String ERADICATED = "resolved.eradicated";
    public static final String CREDENTIALS = "resolved.credentials";
    public static final String OWNER = "postmortem.owner";
    public static final String REVIEW_TIMELINE = "hardening.timeline";
    public static final String REVIEW_CAUSE = "hardening.cause";
    public static final String REVIEW_IMPACT = "hardening.impact";
    public static final String REVIEW_ACTIONS = "hardening.actions";
    public static final String EXPLANATION = "hardening.explanation";
    public static final String APPROVED = "hardening.approved";
    public static final String STOP_1 = "closed.stop1";
    public static final String STOP_2 = "closed.stop2";
    public static final String STOP_3 = "closed.stop3";

    private final Incident incident;
    private final Instant now;
    private final SeverityPolicy policy;
    private final List<Gate> gates = new ArrayList<>();

    private Gates(Incident incident, Instant now, SeverityPolicy policy) {
        this.incident = incident;
        this.now = now;
        this.policy = policy;
    }

    /// The gates between where the incident stands and `to`.
    public static List<Gate> before(Phase to, Incident incident, Instant now, SeverityPolicy policy) {
        return new Gates(incident, now, policy).before(to);
    }

    /// The states a step leads to from here, backward ones included, in their own order.
    public static List<Phase> next(Phase from) {
        return MoveDecisions.from(from).stream().sorted().toList();
    }

    /// All hard gates by name, so that a waiver can be checked for a typing slip.
    public static List<String> waivable() {
        return List.of(
                HYPOTHESIS,
                PLAN,
                SECURITY_LEAD,
                CONTAINMENT_PLAN,
                STEPS,
                VERIFIED,
                SOAK,
                IMPACT_ENDED,
                ERADICATED,
                CREDENTIALS,
                OWNER,
                REVIEW_TIMELINE,
                REVIEW_CAUSE,
                REVIEW_IMPACT,
                REVIEW_ACTIONS,
                EXPLANATION,
                APPROVED,
                STOP_1,
                STOP_2,
                STOP_3);
    }

    private List<Gate> before(Phase to) {
        switch (to) {
            case IDENTIFIED -> identified();
            case MITIGATING -> mitigating();
            case MONITORING -> monitoring();
            case RESOLVED -> resolved();
            case POSTMORTEM -> postmortem();
            case HARDENING -> hardening();
            case CLOSED -> closed();
            default -> {
                return List.of();
            }
        }
        return List.copyOf(gates);
    }

    private void identified() {
        hard(HYPOTHESIS, leadingHypothesis());
        containmentWarning();
        if (incident.severity().isAtLeast(Severity.SEV2)) {
            warning("identified.communications", holder(Role.COMMUNICATIONS));
        }
    }

    private void mitigating() {
        hard(PLAN, incident.standingPlan().map(plan -> Evidence.of(plan.plan().change())));
        if (incident.type() == IncidentType.SECURITY) {
            hard(SECURITY_LEAD, holder(Role.SECURITY_LEAD));
        }
        planWarning("mitigating.goal", EmergencyPlan::goal);
        planWarning("mitigating.risk", EmergencyPlan::risk);
        planWarning("mitigating.verification", EmergencyPlan::verification);
        planWarning("mitigating.box", plan -> plan.box().map(Duration::toString));
        warning("mitigating.poll", poll());
        containmentWarning();
    }

    private void monitoring() {
        if (incident.phase() == Phase.INVESTIGATING || incident.phase() == Phase.IDENTIFIED) {
            // The short way: containment alone ended the impact, and the plan is that act.
            hard(CONTAINMENT_PLAN, stamp(StampName.CONTAINED));
        } else {
            hard(STEPS, incident.standingPlan().filter(Incident.Plan::finished).map(plan -> Evidence.of("plan")));
        }
        containmentWarning();
        publicTextWarning();
    }

    private void resolved() {
        hard(VERIFIED, verified());
        hard(SOAK, soaked());
        hard(IMPACT_ENDED, stamp(StampName.IMPACT_ENDED));
        if (incident.type() == IncidentType.SECURITY) {
            hard(ERADICATED, stamp(StampName.ERADICATED));
            hard(CREDENTIALS, stamp(StampName.CREDENTIALS_ROTATED));
        }
    }

    private void postmortem() {
        Review review = incident.review();
        hard(OWNER, review.owner().flatMap(owner -> review.due().map(due -> Evidence.at(owner.name(), due))));
    }

    private void hardening() {
        Review review = incident.review();
        hard(REVIEW_TIMELINE, humanEntry());
        hard(REVIEW_CAUSE, review.cause().map(cause -> Evidence.of(cause.ruleOrGate())));
        hard(REVIEW_IMPACT, review.impact().map(impact -> Evidence.of(impact.domain())));
        hard(REVIEW_ACTIONS, actions());
        if (cameTheShortWay()) {
            hard(EXPLANATION, explained());
        }
        hard(APPROVED, approved());
    }

    private void closed() {
        hard(STOP_1, verified());
        hard(STOP_2, approved());
        hard(STOP_3, hardened());
        if (incident.peakSeverity().equals(Optional.of(Severity.SEV1))) {
            Optional<ActionItem> late = incident.review().actions().stream()
                    .filter(item -> item.open() && item.dueEnds(incident.zone()).isBefore(now))
                    .findFirst();
            warning("closed.actions", late.isPresent() ? Optional.empty() : Optional.of(Evidence.of("actions")));
        }
    }

    /// STOP 1: stable, says somebody who did not apply the fix.
    private Optional<Evidence> verified() {
        return incident.stamps().getOrDefault(StampName.STABILITY_VERIFIED, List.of()).stream()
                .filter(stamp ->
                        stamp.round() == incident.round() && !fixers(incident).contains(stamp.person()))
                .reduce((_, later) -> later)
                .map(stamp -> Evidence.at(stamp.person().name(), stamp.at()));
    }

    /// STOP 2: approved, by somebody who did not write it.
    private Optional<Evidence> approved() {
        Review review = incident.review();
        return review.approval()
                .filter(approval -> !review.owner().equals(Optional.of(approval.by())))
                .map(approval -> Evidence.at(approval.by().name(), approval.at()));
    }

    /// STOP 3: the rule is on record, its change is merged and pushed, and the gate now fails on the old case. What was
    /// merged before the trouble came back did not hold it.
    private Optional<Evidence> hardened() {
        Review review = incident.review();
        return review.merged()
                .filter(merged -> !review.hardened().isEmpty()
                        && merged.oldCase() == OldCase.NOW_FAILS
                        && incident.standing(StampName.RULES_MERGED).isPresent())
                .map(merged -> Evidence.at(merged.reference(), merged.pushedAt()));
    }

    static List<PersonId> fixers(Incident incident) {
        return incident.stamps().getOrDefault(StampName.FIX_APPLIED, List.of()).stream()
                .map(Stamp::person)
                .toList();
    }

    private Optional<Evidence> leadingHypothesis() {
        return incident.timeline().theories().stream()
                .filter(entry -> !entry.struck())
                .filter(entry -> incident.timeline()
                        .hypothesis(entry.id())
                        .filter(hypothesis -> hypothesis.status() != HypothesisStatus.REFUTED)
                        .isPresent())
                .filter(this::backed)
                .reduce((_, later) -> later)
                .map(entry -> Evidence.at(entry.text(), entry.occurredAt()));
    }

    /// A link to what shows it, a judgement with evidence, or the honest words "confidence low".
    private boolean backed(Entry entry) {
        return !entry.words().addresses().isEmpty()
                || entry.words().confidence().equals(Optional.of(Confidence.LOW))
                || incident.timeline()
                        .hypothesis(entry.id())
                        .filter(hypothesis -> !hypothesis.evidence().isBlank())
                        .isPresent();
    }

    private Optional<Evidence> explained() {
        return incident.timeline().hypotheses().values().stream()
                .filter(hypothesis -> hypothesis.status() == HypothesisStatus.SUPPORTED)
                .findFirst()
                .map(hypothesis -> Evidence.of(hypothesis.evidence()));
    }

    private Optional<Evidence> poll() {
        return incident.timeline().decisions().values().stream()
                .filter(decision -> decision.polled())
                .reduce((_, later) -> later)
                .map(decision -> Evidence.of(decision.entry().toString()));
    }

    /// Containment alone ended it: what is then written as the cause must be more than "it went away".
    private boolean cameTheShortWay() {
        Phase before = Phase.UNDECLARED;
        boolean shortWay = false;
        for (PhaseSpell spell : incident.phases()) {
            if (spell.phase() == Phase.MONITORING && before != Phase.MONITORING) {
                shortWay = before != Phase.MITIGATING;
            }
            if (spell.phase() != Phase.MERGED) {
                before = spell.phase();
            }
        }
        return shortWay;
    }

    private Optional<Evidence> soaked() {
        Instant end = soakEnds(incident, policy);
        return incident.phase() == Phase.MONITORING && !now.isBefore(end)
                ? Optional.of(Evidence.at("soak", end))
                : Optional.empty();
    }

    /// When the watch that began with MONITORING is over.
    public static Instant soakEnds(Incident incident, SeverityPolicy policy) {
        return incident.inPhaseSince().plus(policy.soak(incident.severity(), incident.type()));
    }

    private Optional<Evidence> humanEntry() {
        return incident.timeline().entries().stream()
                .filter(entry -> entry.kind() != EntryKind.SYSTEM && !entry.struck())
                .findFirst()
                .map(entry -> Evidence.at(entry.text(), entry.occurredAt()));
    }

    private Optional<Evidence> actions() {
        List<ActionItem> items = ActionRules.kept(incident.review().actions());
        boolean enough = items.stream().anyMatch(ActionRules::preventsOrDetects)
                || !incident.severity().isAtLeast(Severity.SEV2);
        return items.isEmpty() || !enough ? Optional.empty() : Optional.of(Evidence.of(items.size() + " actions"));
    }

    private Optional<Evidence> stamp(StampName name) {
        return incident.standing(name)
                .map(stamp -> Evidence.at(stamp.person().name(), stamp.at()))
                .or(() -> name == StampName.CONTAINED || name == StampName.IMPACT_ENDED
                        ? Optional.empty()
                        : dismissed(name));
    }

    private Optional<Evidence> dismissed(StampName name) {
        return Optional.ofNullable(incident.stampsNotApplicable().get(name)).map(reason -> Evidence.of(reason));
    }

    private Optional<Evidence> holder(Role role) {
        return incident.crew().holder(role).map(person -> Evidence.of(person.name()));
    }

    private void containmentWarning() {
        warning("contained", stamp(StampName.CONTAINED).or(() -> dismissed(StampName.CONTAINED)));
    }

    /// The public reads a state too: where a status page is owed, its last word must not be older than where we stand.
    private void publicTextWarning() {
        if (policy.demands(incident.severity()).statusPage() == Demands.Need.REQUIRED
                && !incident.type().isConfidential()) {
            warning(
                    "monitoring.public-text",
                    incident.updates().stream()
                            .filter(update -> update.audience() == Audience.PUBLIC
                                    && !update.sentAt().isBefore(incident.inPhaseSince()))
                            .reduce((_, later) -> later)
                            .map(update -> Evidence.at(update.text(), update.sentAt())));
        }
    }

    private void planWarning(String name, Function<EmergencyPlan, Optional<String>> part) {
        warning(
                name,
                incident.standingPlan().flatMap(plan -> part.apply(plan.plan())).map(words -> Evidence.of(words)));
    }

    private void warning(String name, Optional<Evidence> evidence) {
        gates.add(new Gate(name, Strength.WARNING, evidence.isPresent() ? Status.MET : Status.OPEN, evidence));
    }

    private void hard(String name, Optional<Evidence> evidence) {
        if (evidence.isPresent()) {
            gates.add(new Gate(name, Strength.HARD, Status.MET, evidence));
            return;
        }
        Optional<Waiver> waiver = incident.waiver(name, now);
        if (waiver.isPresent()) {
            Waiver by = waiver.get();
            gates.add(new Gate(
                    name, Strength.HARD, Status.WAIVED, Optional.of(Evidence.of(by.by() + ": " + by.reason()))));
            return;
        }
        boolean expired = incident.waivers().stream().anyMatch(old -> old.gate().equals(name));
        gates.add(new Gate(name, Strength.HARD, expired ? Status.WAIVER_EXPIRED : Status.OPEN, Optional.empty()));
    }
}
