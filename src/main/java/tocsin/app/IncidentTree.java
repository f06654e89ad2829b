package tocsin.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tocsin.domain.analysis.Content;
import tocsin.domain.analysis.Node;
import tocsin.domain.checklist.Marks;
import tocsin.domain.clock.Clock;
import tocsin.domain.incident.Conflict;
import tocsin.domain.incident.EmergencyPlan;
import tocsin.domain.incident.Gate;
import tocsin.domain.incident.Gates;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentClocks;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.PhaseSpell;
import tocsin.domain.incident.Rules;
import tocsin.domain.incident.SeveritySpell;
import tocsin.domain.incident.Stamp;
import tocsin.domain.incident.Update;
import tocsin.domain.incident.Waiver;
import tocsin.domain.postmortem.ActionItem;
import tocsin.domain.postmortem.Hardening;
import tocsin.domain.postmortem.Review;
import tocsin.domain.roster.Offer;
import tocsin.domain.roster.Term;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.Attachment;
import tocsin.domain.timeline.Decision;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.EntryText;
import tocsin.domain.timeline.Hypothesis;
import tocsin.domain.timeline.Task;
import tocsin.domain.timeline.Timeline;
import tocsin.domain.timeline.TimelineFact.EntryAdded;
import tocsin.store.IncidentRow;

/// One incident as the tree that `show --json` and `list --json` promise, described in the manual. The same facts and
/// the
/// same moment give the same tree on every desk: it knows no local clock, zone, language or path.
public final class IncidentTree {
    private final Incident incident;
    private final Instant asOf;
    private final Rules rules;
    private final Narration narration;

    private IncidentTree(Incident incident, Instant asOf) {
        this.incident = incident;
        this.asOf = asOf;
        this.rules = Rules.shipped(incident.zone());
        this.narration = Narration.within(incident, Texts.english());
    }

    /// The whole incident at `asOf`. When nobody named a time, that is the moment of its last fact.
    public static Map<String, @Nullable Object> of(Incident incident, Instant asOf) {
        return new IncidentTree(incident, asOf).whole().map();
    }

    /// One row of a list.
    public static Map<String, @Nullable Object> row(IncidentRow row) {
        return head(row).map();
    }

    /// The rows, most severe first.
    public static List<Map<String, @Nullable Object>> rows(List<IncidentRow> rows) {
        return rows.stream()
                .sorted(IncidentOrder.WORST_FIRST)
                .map(IncidentTree::row)
                .toList();
    }

    private static Tree head(IncidentRow row) {
        return new Tree()
                .put("id", row.number())
                .put("title", row.title())
                .put("severity", row.severity().level())
                .put("state", row.phase().name())
                .put("type", row.type())
                .promise("commander", row.commander())
                .promise("declaredAt", row.declaredAt())
                .put("key", row.id())
                .put("environment", row.environment())
                .put("zone", row.zone().getId())
                .promise("stateSince", Optional.of(row.inPhaseSince()).filter(_ -> row.phase() != Phase.UNDECLARED))
                .promise(
                        "nextDue",
                        row.nextDue()
                                .map(next ->
                                        new Tree().put("clock", next.clock()).put("due", next.due())));
    }

    private Tree whole() {
        Timeline timeline = incident.timeline();
        return head(IncidentRow.of(incident))
                .put("asOf", asOf)
                .put("entries", timeline.entries().stream().map(this::entry).toList())
                .put("roles", incident.crew().terms().stream().map(this::role).toList())
                .put("tasks", timeline.tasks().values().stream().map(this::task).toList())
                .put("stamps", stamps())
                .put("clocks", clocks().stream().map(this::clock).toList())
                .put("gates", gates())
                .put("severityHistory", severityHistory())
                .put("states", incident.phases().stream().map(this::state).toList())
                .put("stampsNotApplicable", stampsSetAside())
                .put(
                        "handovers",
                        incident.crew().offers().stream().map(this::offer).toList())
                .put(
                        "decisions",
                        timeline.decisions().values().stream()
                                .map(this::decision)
                                .toList())
                .put(
                        "hypotheses",
                        timeline.hypotheses().values().stream()
                                .map(this::hypothesis)
                                .toList())
                .put("answers", answers())
                .promise(
                        "assessment",
                        incident.assessment()
                                .map(assessed -> new Tree()
                                        .put("severity", assessed.level().level())
                                        .put("explanation", assessed.explanation())
                                        .put("rulesVersion", assessed.rulesVersion())))
                .promise("plan", incident.plan().map(this::plan))
                .put("updates", incident.updates().stream().map(this::update).toList())
                .put("waivers", incident.waivers().stream().map(this::waiver).toList())
                .put(
                        "conflicts",
                        incident.conflicts().stream().map(this::conflict).toList())
                .put("review", review(incident.review()))
                .put(
                        "analysis",
                        incident.analysis().nodes().values().stream()
                                .map(this::node)
                                .toList())
                .promise("mergedInto", incident.mergedInto().map(Object::toString))
                .put(
                        "absorbed",
                        incident.absorbed().stream()
                                .map(Object::toString)
                                .sorted()
                                .toList())
                .put("links", links())
                .put("counts", counts())
                .put("checklist", checklist());
    }

    private Tree entry(Entry entry) {
        return new Tree()
                .put("id", entry.id())
                .put("kind", entry.kind())
                .put("text", entry.kind() == EntryKind.SYSTEM ? narration.tell(entry.source()) : entry.text())
                .put("occurredAt", entry.occurredAt())
                .put("recordedAt", entry.recordedAt())
                .put("by", entry.by())
                .put("struck", entry.struck())
                .put("pinned", entry.pinned())
                .putIfPresent("lateMinutes", entry.late().map(Duration::toMinutes))
                .putIfPresent(
                        "strike",
                        entry.strike()
                                .map(strike -> new Tree()
                                        .put("by", strike.by())
                                        .put("at", strike.at())
                                        .put("reason", strike.reason())))
                .putUnlessEmpty(
                        "corrections",
                        entry.changes().stream().map(this::correction).toList())
                .putUnlessEmpty("tags", tags(entry, entry.words().tags()))
                .putUnlessEmpty("mentions", tags(entry, entry.words().mentions()))
                .putUnlessEmpty("attachments", attachments(entry))
                .putIfPresent(
                        "clockJumpedBack",
                        entry.clockwork() == Entry.Clockwork.JUMPED_BACK ? Optional.of(true) : Optional.empty());
    }

    private static List<String> tags(Entry entry, List<String> found) {
        return entry.kind() == EntryKind.SYSTEM ? List.of() : found;
    }

    private static List<Tree> attachments(Entry entry) {
        return entry.source().fact() instanceof EntryAdded(var _, var _, var attachments)
                ? attachments.stream().map(IncidentTree::attachment).toList()
                : List.of();
    }

    private static Tree attachment(Attachment file) {
        return new Tree()
                .put("sha256", file.sha256())
                .put("name", file.name())
                .put("size", file.size())
                .put("mediaType", file.mediaType());
    }

    private Tree correction(Entry.Change change) {
        return new Tree()
                .put("before", change.before())
                .put("occurredBefore", change.occurredBefore())
                .put("by", change.by())
                .put("at", change.at());
    }

    private Tree role(Term term) {
        return new Tree()
                .put("role", term.role())
                .put("person", term.person())
                .put("since", term.assumedAt())
                .promise("until", term.renouncedAt())
                .putIfPresent("team", term.team());
    }

    private Tree offer(Offer offer) {
        return new Tree()
                .put("id", offer.id())
                .put("role", offer.role())
                .put("from", offer.from())
                .put("to", offer.to())
                .put("status", offer.status())
                .put("offeredAt", offer.offeredAt())
                .putUnlessEmpty("worry", offer.worry())
                .putUnlessEmpty("brief", offer.brief());
    }

    private Tree task(Task task) {
        return new Tree()
                .put("id", task.id())
                .put("text", task.text())
                .put("owner", task.owner())
                .put("status", task.status())
                .put("by", task.by())
                .put("assignedAt", task.assignedAt())
                .promise("due", task.due())
                .promise("readBackAt", task.readBackAt())
                .promise("settledAt", task.settledAt())
                .putUnlessEmpty("outcome", task.outcome());
    }

    private List<Tree> stamps() {
        return incident.stamps().values().stream()
                .flatMap(List::stream)
                .map(this::stamp)
                .toList();
    }

    private Tree stamp(Stamp stamp) {
        return new Tree()
                .put("name", stamp.name())
                .put("at", stamp.at())
                .put("person", stamp.person())
                .put("recordedAt", stamp.recordedAt())
                .put("id", stamp.fact())
                .putUnlessEmpty("note", stamp.note());
    }

    private List<Tree> stampsSetAside() {
        return incident.stampsNotApplicable().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(aside -> new Tree().put("name", aside.getKey()).put("reason", aside.getValue()))
                .toList();
    }

    private List<Clock> clocks() {
        return IncidentClocks.of(incident, rules);
    }

    private Tree clock(Clock clock) {
        return new Tree()
                .put("name", clock.name())
                .put("state", clock.stateAt(asOf))
                .promise("since", clock.anchor())
                .promise("due", clock.due())
                .promise("metAt", clock.metAt())
                .putUnlessEmpty("why", clock.why())
                .putUnlessEmpty("resetBy", clock.resetBy());
    }

    private List<Tree> gates() {
        var gates = new ArrayList<Tree>();
        for (Phase to : Gates.next(incident.phase())) {
            for (Gate gate : Gates.before(to, incident, asOf, rules.policy())) {
                gates.add(gate(to, gate));
            }
        }
        return gates;
    }

    private Tree gate(Phase to, Gate gate) {
        return new Tree()
                .put("name", gate.name())
                .put("before", to.name())
                .put("strength", gate.strength())
                .put("status", gate.status())
                .put("stops", gate.stops())
                .putIfPresent("evidence", gate.evidence().map(Gate.Evidence::words))
                .putIfPresent("evidenceAt", gate.evidence().flatMap(Gate.Evidence::at));
    }

    private Tree severityHistory() {
        return new Tree()
                .promise("declared", incident.declaredSeverity().map(Severity::level))
                .promise("peak", incident.peakSeverity().map(Severity::level))
                .promise("final", incident.finalSeverity().map(Severity::level))
                .put("levels", incident.severities().stream().map(this::level).toList());
    }

    private Tree level(SeveritySpell spell) {
        return new Tree()
                .put("severity", spell.severity().level())
                .put("since", spell.since())
                .put("by", spell.by())
                .putUnlessEmpty("reason", spell.reason());
    }

    private Tree state(PhaseSpell spell) {
        return new Tree()
                .put("state", spell.phase().name())
                .put("since", spell.since())
                .put("by", spell.by())
                .putUnlessEmpty("reason", spell.reason());
    }

    private Tree decision(Decision decision) {
        return new Tree()
                .put("entry", decision.entry())
                .put("poll", decision.poll())
                .promise("result", decision.result())
                .put(
                        "objections",
                        decision.objections().stream()
                                .map(objection ->
                                        new Tree().put("by", objection.by()).put("text", objection.text()))
                                .toList());
    }

    private Tree hypothesis(Hypothesis hypothesis) {
        return new Tree()
                .put("entry", hypothesis.entry())
                .put("status", hypothesis.status())
                .putIfPresent(
                        "confidence",
                        incident.timeline()
                                .entry(hypothesis.entry())
                                .map(Entry::words)
                                .flatMap(EntryText::confidence))
                .putUnlessEmpty("evidence", hypothesis.evidence());
    }

    private List<Tree> answers() {
        return incident.timeline().answers().entrySet().stream()
                .map(answer -> new Tree().put("question", answer.getKey()).put("answer", answer.getValue()))
                .toList();
    }

    private Tree plan(Incident.Plan standing) {
        EmergencyPlan plan = standing.plan();
        var steps = new ArrayList<Tree>();
        for (int step = 1; step <= plan.steps().size(); step++) {
            steps.add(new Tree()
                    .put("step", step)
                    .put("text", plan.steps().get(step - 1))
                    .promise("result", Optional.ofNullable(standing.settled().get(step))));
        }
        return new Tree()
                .put("id", standing.fact())
                .put("change", plan.change())
                .put("owner", plan.owner())
                .put("wayBack", plan.wayBack())
                .put("by", standing.by())
                .putIfPresent("goal", plan.goal())
                .putIfPresent("risk", plan.risk())
                .putIfPresent("verification", plan.verification())
                .putIfPresent("box", plan.box())
                .put("steps", steps);
    }

    private Tree update(Update update) {
        return new Tree()
                .put("id", update.fact())
                .put("audience", update.audience())
                .put("text", update.text())
                .put("sentAt", update.sentAt())
                .put("by", update.by());
    }

    private Tree waiver(Waiver waiver) {
        return new Tree()
                .put("id", waiver.fact())
                .put("gate", waiver.gate())
                .put("by", waiver.by())
                .put("reason", waiver.reason())
                .promise("second", waiver.second())
                .promise("expiry", waiver.expiry())
                .put("holds", waiver.holdsAt(asOf));
    }

    private List<Tree> checklist() {
        return incident.checklist().byStep().entrySet().stream()
                .map(step -> mark(step.getKey(), step.getValue()))
                .toList();
    }

    private static Tree mark(String step, Marks.Mark mark) {
        return new Tree()
                .put("step", step)
                .put("state", mark.state())
                .put("by", mark.by())
                .put("at", mark.at())
                .put("id", mark.fact())
                .putUnlessEmpty("note", mark.note());
    }

    private Tree conflict(Conflict conflict) {
        return new Tree()
                .put("id", conflict.fact())
                .put("field", conflict.field())
                .putUnlessEmpty("target", conflict.target())
                .put("seen", conflict.seen())
                .put("standing", conflict.standing())
                .put("wanted", conflict.wanted())
                .put("by", conflict.by())
                .put("open", conflict.open())
                .promise("settled", conflict.settled());
    }

    private Tree review(Review review) {
        return new Tree()
                .put("status", review.status())
                .promise("owner", review.owner())
                .promise("due", review.due())
                .put("fullFormTriggers", review.fullFormTriggers())
                .promise(
                        "impact",
                        review.impact()
                                .map(impact -> new Tree()
                                        .put("domain", impact.domain())
                                        .put("data", impact.data())
                                        .put("business", impact.business())))
                .promise(
                        "cause",
                        review.cause()
                                .map(cause -> new Tree()
                                        .put("ruleOrGate", cause.ruleOrGate())
                                        .put("howItSlippedBy", cause.howItSlippedBy())))
                .put("actions", review.actions().stream().map(this::action).toList())
                .promise(
                        "approval",
                        review.approval()
                                .map(approval ->
                                        new Tree().put("by", approval.by()).put("at", approval.at())))
                .put(
                        "hardenings",
                        review.hardenings().stream().map(this::hardening).toList())
                .promise(
                        "rulesMerged",
                        review.merged()
                                .map(merged -> new Tree()
                                        .put("reference", merged.reference())
                                        .put("pushedAt", merged.pushedAt())
                                        .put("oldCase", merged.oldCase())));
    }

    private Tree node(Node node) {
        return content(node.content())
                .put("id", node.id())
                .put("figure", node.figure())
                .promise("parent", node.parent())
                .put("by", node.by())
                .put("at", node.at())
                .putUnlessEmpty(
                        "rivals", node.rivals().stream().map(this::content).toList());
    }

    private Tree content(Content content) {
        return new Tree()
                .put("text", content.text())
                .putUnlessEmpty("marks", content.marks())
                .putUnlessEmpty("cells", content.cells())
                .putIfPresent("evidence", content.evidence());
    }

    private Tree action(ActionItem item) {
        return new Tree()
                .put("id", item.id())
                .put("kind", item.kind())
                .put("text", item.text())
                .put("owner", item.owner())
                .put("due", item.due())
                .put("measure", item.measure())
                .put("status", item.status())
                .putUnlessEmpty("outcome", item.outcome());
    }

    private Tree hardening(Hardening hardening) {
        return new Tree()
                .put("rule", hardening.rule())
                .put("said", hardening.said())
                .put("slip", hardening.slip())
                .put("newWording", hardening.newWording())
                .put("gate", hardening.gate())
                .put("proof", hardening.proof())
                .put("reviewer", hardening.reviewer());
    }

    private List<Tree> links() {
        return incident.links().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(link -> new Tree().put("incident", link.getKey()).put("relation", link.getValue()))
                .toList();
    }

    private Tree counts() {
        Timeline timeline = incident.timeline();
        return new Tree()
                .put("facts", incident.facts())
                .put("unknownFacts", incident.unknownFacts())
                .put("entries", timeline.entries().size())
                .put("openTasks", timeline.openTasks().size())
                .put("openConflicts", incident.openConflicts().size())
                .put("regressions", incident.regressions())
                .put("reopenings", incident.reopenings());
    }
}
