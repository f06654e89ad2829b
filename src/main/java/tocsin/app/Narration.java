package tocsin.app;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tocsin.base.FactId;
import tocsin.domain.ErasedFact;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.domain.UnknownFact;
import tocsin.domain.analysis.AnalysisFact;
import tocsin.domain.checklist.Checklist;
import tocsin.domain.checklist.ChecklistFact;
import tocsin.domain.desk.DeskFact;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.LifeFact;
import tocsin.domain.organisation.OrganisationFact;
import tocsin.domain.postmortem.Hardens;
import tocsin.domain.postmortem.MeetingNote;
import tocsin.domain.postmortem.ReviewFact;
import tocsin.domain.postmortem.Trigger;
import tocsin.domain.prose.ProseFact;
import tocsin.domain.roster.CrewFact;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.Task;
import tocsin.domain.timeline.TimelineFact;

/// Tells every fact in one short line of one language. The lines stand in the timeline where an act logged itself.
public final class Narration {
    private static final int MOST_CHARS = 160;
    private static final int QUOTED_CHARS = 60;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mmXXX", Locale.ROOT);

    private final Texts texts;
    private final ZoneId zone;
    private final Function<FactId, Optional<String>> lookup;

    private Narration(Texts texts, ZoneId zone, Function<FactId, Optional<String>> lookup) {
        this.texts = texts;
        this.zone = zone;
        this.lookup = lookup;
    }

    /// Without the incident around it, a fact that points at another names it by its id.
    public static String tell(Recorded recorded, Texts texts) {
        return new Narration(texts, ZoneOffset.UTC, _ -> Optional.empty()).tell(recorded);
    }

    /// Within its incident, a fact that points at a task or an entry quotes it, and times are those of
    /// the incident's own zone, which is the same on every desk.
    public static Narration within(Incident incident, Texts texts) {
        return new Narration(
                texts,
                incident.zone(),
                id -> incident.timeline()
                        .task(id)
                        .map(Task::text)
                        .or(() -> incident.timeline().entry(id).map(Entry::text).filter(text -> !text.isEmpty()))
                        .or(() -> incident.analysis().words(id))
                        .or(() -> incident.review().action(id).map(item -> item.text()))
                        .or(() -> incident.review().talk().comment(id).map(comment -> comment.text()))
                        .or(() -> incident.review()
                                .talk()
                                .suggestion(id)
                                .map(made -> made.replacement().isBlank() ? made.quote() : made.replacement())));
    }

    public String tell(Recorded recorded) {
        return BLANKS.matcher(line(recorded)).replaceAll(" ").strip();
    }

    private String line(Recorded recorded) {
        String actor = recorded.actor().name();
        return switch (recorded.fact()) {
            case LifeFact fact -> life(fact, actor, recorded);
            case CrewFact fact -> crew(fact, actor);
            case TimelineFact fact -> timeline(fact, actor);
            case ReviewFact fact -> review(fact, actor);
            case ProseFact fact -> prose(fact, actor);
            case AnalysisFact fact -> analysis(fact, actor);
            case ChecklistFact fact -> checklist(fact);
            case OrganisationFact fact -> organisation(fact, actor);
            case DeskFact fact -> desk(fact, actor);
            case ErasedFact(var type, var _) -> say("erased", type);
            case UnknownFact(var type, var version) -> say("unknown", type, version);
            case Fact other -> say("unknown", other.getClass().getSimpleName(), 1);
        };
    }

    private String life(LifeFact fact, String actor, Recorded recorded) {
        return switch (fact) {
            case LifeFact.Reported(var title, var _) -> say("reported", actor, cut(title));
            case LifeFact.Declared(var title, var severity, var type, var environment, var _) ->
                say("declared", actor, severity, cut(title), name("type", type), name("environment", environment));
            case LifeFact.TitleChanged(var from, var to) -> say("title", quote(from), cut(to));
            case LifeFact.TypeChanged(var from, var to) -> say("type", name("type", from), name("type", to));
            case LifeFact.EnvironmentChanged(var from, var to) ->
                say("environment", name("environment", from), name("environment", to));
            case LifeFact.SeverityChanged(var from, var to, var reason) ->
                say(to.isWorseThan(from) ? "raised" : "lowered", from, to) + because(texts.because(reason));
            case LifeFact.SeverityAssessed(var _, var level, var explanation, var _) ->
                say("assessed", level) + because(texts.because(explanation));
            case LifeFact.PhaseChanged(var from, var to, var reason) ->
                say("state", name("phase", from), name("phase", to)) + because(reason);
            case LifeFact.Stamped(var stamp, var person, var note) ->
                say("stamped", name("stamp", stamp), moment(recorded.happenedAt()), person) + because(note);
            case LifeFact.StampNotApplicable(var stamp, var reason) ->
                say("stamp-set-aside", name("stamp", stamp)) + because(reason);
            case LifeFact.PlanProposed(var plan) ->
                say("plan", actor, cut(plan.change()), plan.owner(), plan.wayBack());
            case LifeFact.PlanStepSettled(var _, var step, var result, var reason) ->
                say("plan-step", step, name("step", result)) + because(reason);
            case LifeFact.UpdateSent(var audience, var text) -> say("update", name("audience", audience), cut(text));
            case LifeFact.GateWaived(var gate, var reason, var second, var expiry) ->
                say("waived", actor, texts.gate(gate))
                        + second.map(person -> say("waived.second", person)).orElse("")
                        + expiry.map(end -> say("waived.until", moment(end))).orElse("")
                        + because(reason);
            case LifeFact.MergedInto(var target, var reason) -> say("merged", target.number()) + because(reason);
            case LifeFact.UnmergedFrom(var target, var reason) -> say("unmerged", target.number()) + because(reason);
            case LifeFact.Absorbed(var source) -> say("absorbed", source.number());
            case LifeFact.Released(var source) -> say("released", source.number());
            case LifeFact.Linked(var other, var relation) -> say("linked", name("relation", relation), other.number());
            case LifeFact.Unlinked(var other, var relation) ->
                say("unlinked", name("relation", relation), other.number());
            case LifeFact.ConflictSettled(var _, var value) -> say("settled", actor, cut(value));
            case LifeFact.Undone _ -> say("undone", actor);
        };
    }

    private String crew(CrewFact fact, String actor) {
        return switch (fact) {
            case CrewFact.RoleAssumed(var role, var person, var from, var team) ->
                (from.isPresent() && !from.get().equals(person)
                                ? say("role.from", person, name("role", role), from.get())
                                : say("role", person, name("role", role)))
                        + team.map(name -> say("role.team", name)).orElse("");
            case CrewFact.RoleRenounced(var role, var person) -> say("role.left", person, name("role", role));
            case CrewFact.HandoverOffered(var role, var from, var to, var worry, var _) ->
                say("offered", from, to, name("role", role)) + because(worry);
            case CrewFact.HandoverAccepted(var offer) -> say("accepted", actor, known(offer));
            case CrewFact.HandoverDeclined(var offer, var reason) ->
                say("declined", actor, known(offer)) + because(reason);
            case CrewFact.HandoverWithdrawn(var offer) -> say("withdrawn", actor, known(offer));
        };
    }

    private String timeline(TimelineFact fact, String actor) {
        return switch (fact) {
            case TimelineFact.EntryAdded(var kind, var text, var attachments) ->
                say("entry", name("kind", kind), actor, cut(text))
                        + (attachments.isEmpty() ? "" : say("entry.files", attachments.size()));
            case TimelineFact.EntryStruck(var entry, var reason) ->
                say("struck", actor, known(entry)) + because(reason);
            case TimelineFact.EntryCorrected(var _, var from, var text, var at) ->
                say("corrected", actor, quote(from), quote(text))
                        + at.map(time -> say("corrected.time", moment(time))).orElse("");
            case TimelineFact.EntryPinned(var entry) -> say("pinned", actor, known(entry));
            case TimelineFact.EntryUnpinned(var entry) -> say("unpinned", actor, known(entry));
            case TimelineFact.QuestionAnswered(var question, var answer) ->
                say("answered", actor, known(question), cut(answer));
            case TimelineFact.HypothesisJudged(var hypothesis, var _, var to, var evidence) ->
                say("judged", known(hypothesis), name("hypothesis", to)) + because(evidence);
            case TimelineFact.PollOpened(var decision) -> say("poll.opened", known(decision));
            case TimelineFact.ObjectionRaised(var decision, var objection) ->
                say("objection", actor, known(decision), cut(objection));
            case TimelineFact.PollClosed(var decision, var result) ->
                say("poll.closed", known(decision), name("poll", result));
            case TimelineFact.TaskAssigned(var text, var owner, var box) ->
                say("task", owner, cut(text))
                        + box.map(time -> say("task.box", length(time))).orElse("");
            case TimelineFact.TaskReadBack(var task) -> say("task.read-back", actor, known(task));
            case TimelineFact.TaskReassigned(var task, var from, var to) -> say("task.moved", known(task), from, to);
            case TimelineFact.TaskExtended(var task, var more) -> say("task.extended", known(task), length(more));
            case TimelineFact.TaskDone(var task, var result) -> say("task.done", known(task)) + because(result);
            case TimelineFact.TaskDropped(var task, var reason) -> say("task.dropped", known(task)) + because(reason);
        };
    }

    private String review(ReviewFact fact, String actor) {
        return switch (fact) {
            case ReviewFact.PostmortemOpened(var _, var owner, var due) -> say("review", owner, moment(due));
            case ReviewFact.FullFormForced(var trigger) ->
                say(
                        "review.full",
                        Trigger.ofWord(trigger)
                                .map(known -> name("trigger", known))
                                .orElseGet(() -> cut(trigger)));
            case ReviewFact.ImpactStated(var domain, var data, var business) ->
                say("review.impact", quote(domain), quote(data), quote(business));
            case ReviewFact.CauseStated(var rule, var how) -> say("review.cause", quote(rule), quote(how));
            case ReviewFact.ActionFact action -> action(action, actor);
            case ReviewFact.TalkFact said -> talk(said, actor);
            case ReviewFact.ImpactMeasured(var figure, var text) ->
                say("review.figure", name("damage", figure), quote(text));
            case ReviewFact.ReviewerAsked(var person) -> say("review.asked", actor, person);
            case ReviewFact.ReviewerReleased(var person) -> say("review.released", actor, person);
            case ReviewFact.Reviewed(var note) -> say("review.reviewed", actor) + because(note);
            case ReviewFact.HardeningDetailed(var _, var detail) ->
                say("review.rollout", actor)
                        + (detail.place().isBlank() ? "" : say("review.rollout.place", cut(detail.place())))
                        + detail.effectiveFrom()
                                .map(day -> say("review.rollout.from", day))
                                .orElse("")
                        + (detail.toldTo().isBlank() ? "" : say("review.rollout.told", cut(detail.toldTo())));
            case ReviewFact.ReviewRequested() -> say("review.requested", actor);
            case ReviewFact.PostmortemReturned(var reason) -> say("review.returned", actor) + because(reason);
            case ReviewFact.PostmortemApproved() -> say("review.approved", actor);
            case ReviewFact.HardeningRecorded(var hardening) ->
                say("review.hardened", quote(hardening.rule()), quote(hardening.newWording()), quote(hardening.gate()));
            case ReviewFact.RulesMerged(var reference, var pushedAt, var oldCase) ->
                say("review.merged", cut(reference), moment(pushedAt), name("old-case", oldCase));
        };
    }

    private String action(ReviewFact.ActionFact fact, String actor) {
        return switch (fact) {
            case ReviewFact.ActionAdded(var kind, var text, var owner, var due, var _) ->
                say("action", name("action", kind), owner, cut(text), due);
            case ReviewFact.ActionDone(var action, var evidence) ->
                say("action.done", known(action)) + because(evidence);
            case ReviewFact.ActionDropped(var action, var reason) ->
                say("action.dropped", known(action)) + because(reason);
            case ReviewFact.ActionBegun(var action) -> say("action.begun", actor, known(action));
            case ReviewFact.ActionReworded(var action, var text, var _) ->
                say("action.reworded", actor, known(action), quote(text));
            case ReviewFact.ActionReassigned(var action, var from, var to) ->
                say("action.reassigned", known(action), from, to);
            case ReviewFact.ActionMoved(var action, var from, var to, var reason) ->
                say("action.moved", known(action), from, to) + because(reason);
            case ReviewFact.ActionTied(var action, var ties) ->
                say("action.tied", actor, known(action))
                        + ties.priority()
                                .map(priority -> say("action.tied.priority", name("priority", priority)))
                                .orElse("")
                        + (ties.ticket().isBlank() ? "" : say("action.tied.ticket", cut(ties.ticket())))
                        + (ties.factor().isBlank() ? "" : say("action.tied.factor", cut(ties.factor())))
                        + (ties.hardens() == Hardens.A_RULE ? say("action.tied.rule") : "");
            case ReviewFact.ActionVerified(var action, var evidence) ->
                say("action.verified", actor, known(action)) + because(evidence);
            case ReviewFact.ActionDeclined(var kind, var text, var reason) ->
                say("action.declined", actor, name("action", kind), quote(text)) + because(reason);
        };
    }

    private String talk(ReviewFact.TalkFact fact, String actor) {
        return switch (fact) {
            case ReviewFact.CommentMade(var section, var _, var _, var quote, var text) ->
                say("comment", actor, cut(section), cut(text))
                        + (quote.isBlank() ? "" : say("comment.on", quote(quote)));
            case ReviewFact.CommentAnswered(var comment, var text) ->
                say("comment.answered", actor, known(comment), cut(text));
            case ReviewFact.CommentSettled(var comment) -> say("comment.settled", actor, known(comment));
            case ReviewFact.CommentReopened(var comment) -> say("comment.reopened", actor, known(comment));
            case ReviewFact.SuggestionMade(var section, var _, var _, var _, var quote, var replacement) ->
                say("suggested", actor, cut(section), quote(replacement), quote(quote));
            case ReviewFact.SuggestionAccepted(var suggestion) -> say("suggested.accepted", actor, known(suggestion));
            case ReviewFact.SuggestionDeclined(var suggestion, var reason) ->
                say("suggested.declined", actor, known(suggestion)) + because(reason);
            case ReviewFact.WordingIgnored(var section, var phrase) ->
                say("wording.ignored", actor, quote(phrase), cut(section));
            case ReviewFact.WordingMinded(var section, var phrase) ->
                say("wording.minded", actor, quote(phrase), cut(section));
            case ReviewFact.MeetingNoted(var kind, var text) ->
                say(kind == MeetingNote.Kind.PARKED ? "meeting.parked" : "meeting.noted", actor, cut(text));
            case ReviewFact.ParkedCleared(var note, var reason) ->
                say("meeting.cleared", actor, known(note)) + because(reason);
            case ReviewFact.MeetingHeld(var started, var ended) -> say("meeting.held", moment(started), moment(ended));
        };
    }

    private String prose(ProseFact fact, String actor) {
        return switch (fact) {
            case ProseFact.TextInserted(var section, var _, var _, var words) ->
                say("wrote", actor, cut(section), quote(words));
            case ProseFact.TextDeleted(var section, var _) -> say("deleted", actor, cut(section));
        };
    }

    private String analysis(AnalysisFact fact, String actor) {
        return switch (fact) {
            case AnalysisFact.NodeAdded(var figure, var _, var content) ->
                say("node", actor, name("figure", figure), quote(content.text()));
            case AnalysisFact.NodeChanged(var _, var from, var to) ->
                say("node.changed", actor, quote(from.text()), quote(to.text()));
            case AnalysisFact.NodeMoved(var node, var _, var _) -> say("node.moved", actor, known(node));
            case AnalysisFact.NodeDropped(var node, var reason) ->
                say("node.dropped", actor, known(node)) + because(reason);
        };
    }

    private String checklist(ChecklistFact fact) {
        return switch (fact) {
            case ChecklistFact.StepSettled(var step, var _, var to, var note) ->
                say("checklist", stepWords(step), name("check", to)) + because(note);
        };
    }

    /// A step of an edited list is told by its id: whoever reads this may not hold the edited list.
    private String stepWords(String step) {
        return ShippedChecklists.in(texts.locale())
                .step(step)
                .map(Checklist.Step::text)
                .orElseGet(() -> cut(step));
    }

    private String organisation(OrganisationFact fact, String actor) {
        return switch (fact) {
            case OrganisationFact.PersonSet(var person, var initials, var _, var _, var _, var _) ->
                say("person", actor, person, cut(initials));
            case OrganisationFact.PersonLeft(var person, var _) -> say("person.left", actor, person);
            case OrganisationFact.PersonRenamed(var person, var to, var initials, var _) ->
                say("person.renamed", actor, person, to, cut(initials));
            case OrganisationFact.TeamSet(var team, var _, var _) -> say("team", actor, quote(team));
            case OrganisationFact.TeamDropped(var team, var _) -> say("team.dropped", actor, quote(team));
            case OrganisationFact.ServiceSet(var service, var _, var _, var _) -> say("service", actor, quote(service));
            case OrganisationFact.ServiceDropped(var service, var _) -> say("service.dropped", actor, quote(service));
            case OrganisationFact.SettingChanged(var key, var from, var to) ->
                say("setting", actor, cut(key), quote(from), quote(to));
            case OrganisationFact.SettingReset(var key, var _) -> say("setting.reset", actor, cut(key));
        };
    }

    private String desk(DeskFact fact, String actor) {
        return switch (fact) {
            case DeskFact.DeskOpened(var _, var continues, var reason) ->
                continues.map(desk -> say("desk.continued", desk)).orElseGet(() -> say("desk.opened", actor))
                        + because(reason);
            case DeskFact.CaseExported(var incident, var _, var facts) ->
                say("case.exported", actor, incident.number(), facts);
            case DeskFact.CaseImported(var incident, var _, var _, var facts) ->
                say("case.imported", actor, incident.number(), facts);
            case DeskFact.Redacted(var erased, var reason, var _) -> say("redacted", actor, erased) + because(reason);
        };
    }

    private String say(String key, Object... arguments) {
        return texts.get("told." + key, arguments);
    }

    private String name(String family, Enum<?> constant) {
        return texts.name(family, constant);
    }

    private String moment(Instant instant) {
        return MOMENT.format(instant.atZone(zone));
    }

    private String known(FactId id) {
        return lookup.apply(id).map(Narration::quote).orElseGet(id::toString);
    }

    private static String quote(String text) {
        return "\"" + Safe.cut(text, QUOTED_CHARS) + "\"";
    }

    private static String cut(String text) {
        return Safe.cut(text, MOST_CHARS);
    }

    private static String because(String reason) {
        return reason.isBlank() ? "" : ": " + cut(reason);
    }

    /// `1 h 30 min`, the same in both languages.
    public static String length(Duration time) {
        long days = time.toDays();
        var words = new StringBuilder();
        part(words, days, "d");
        part(words, time.toHoursPart(), "h");
        part(words, time.toMinutesPart(), "min");
        if (days == 0 && time.toHoursPart() == 0 && (time.toSecondsPart() > 0 && time.toMinutesPart() < 5)) {
            part(words, time.toSecondsPart(), "s");
        }
        return words.isEmpty() ? "0 min" : words.toString();
    }

    private static void part(StringBuilder words, long count, String unit) {
        if (count > 0) {
            words.append(words.isEmpty() ? "" : " ").append(count).append(' ').append(unit);
        }
    }
}
