package tocsin.app;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tocsin.domain.Fact;
import tocsin.domain.analysis.AnalysisFact;
import tocsin.domain.analysis.Content;
import tocsin.domain.checklist.ChecklistFact;
import tocsin.domain.incident.EmergencyPlan;
import tocsin.domain.incident.LifeFact;
import tocsin.domain.postmortem.Hardening;
import tocsin.domain.postmortem.ReviewFact;
import tocsin.domain.postmortem.Ties;
import tocsin.domain.prose.ProseFact;
import tocsin.domain.roster.CrewFact;
import tocsin.domain.timeline.Attachment;
import tocsin.domain.timeline.TimelineFact;

/// Which parts of a fact a person typed freely, so that a secret may stand there. A fact of a new kind does not compile
/// before somebody has said which of its words those are: whatever is typed can be erased, and no state ever is.
final class FreeWords {
    private FreeWords() {}

    /// The same fact with each of its free words turned into others.
    static Fact turned(Fact fact, UnaryOperator<String> to) {
        return switch (fact) {
            case TimelineFact said -> timeline(said, to);
            case LifeFact life -> life(life, to);
            case CrewFact crew -> crew(crew, to);
            case ChecklistFact.StepSettled(var step, var from, var state, var note) ->
                new ChecklistFact.StepSettled(step, from, state, to.apply(note));
            case ReviewFact.ActionFact action -> action(action, to);
            case ReviewFact.TalkFact talk -> talk(talk, to);
            case ReviewFact review -> review(review, to);
            case ProseFact.TextInserted(var section, var beside, var side, var words) ->
                new ProseFact.TextInserted(section, beside, side, to.apply(words));
            case ProseFact.TextDeleted deleted -> deleted;
            case AnalysisFact analysis -> analysis(analysis, to);
            default -> fact;
        };
    }

    /// Them, in an order that is the same for all facts of one kind.
    static List<String> of(Fact fact) {
        var all = new ArrayList<String>();
        var _ = turned(fact, words -> {
            all.add(words);
            return words;
        });
        return all;
    }

    /// The fact with these words in the places of its own, which must be as many.
    static Optional<Fact> with(Fact fact, List<String> words) {
        if (of(fact).size() != words.size()) {
            return Optional.empty();
        }
        Iterator<String> next = words.iterator();
        return Optional.of(turned(fact, _ -> next.next()));
    }

    /// Whether both say the same but for their words.
    static boolean alike(Fact one, Fact other) {
        return turned(one, _ -> "").equals(turned(other, _ -> ""));
    }

    private static Optional<String> turned(Optional<String> words, UnaryOperator<String> to) {
        return words.map(to);
    }

    private static List<String> turned(List<String> words, UnaryOperator<String> to) {
        return words.stream().map(to).toList();
    }

    private static Fact timeline(TimelineFact fact, UnaryOperator<String> to) {
        return switch (fact) {
            case TimelineFact.EntryAdded(var kind, var text, var files) ->
                new TimelineFact.EntryAdded(
                        kind,
                        to.apply(text),
                        files.stream()
                                .map(file -> new Attachment(
                                        file.sha256(), to.apply(file.name()), file.size(), file.mediaType()))
                                .toList());
            case TimelineFact.EntryStruck(var entry, var reason) ->
                new TimelineFact.EntryStruck(entry, to.apply(reason));
            case TimelineFact.EntryCorrected(var entry, var from, var text, var at) ->
                new TimelineFact.EntryCorrected(entry, to.apply(from), to.apply(text), at);
            case TimelineFact.QuestionAnswered(var question, var answer) ->
                new TimelineFact.QuestionAnswered(question, to.apply(answer));
            case TimelineFact.HypothesisJudged(var hypothesis, var from, var now, var evidence) ->
                new TimelineFact.HypothesisJudged(hypothesis, from, now, to.apply(evidence));
            case TimelineFact.ObjectionRaised(var decision, var objection) ->
                new TimelineFact.ObjectionRaised(decision, to.apply(objection));
            case TimelineFact.TaskAssigned(var text, var owner, var box) ->
                new TimelineFact.TaskAssigned(to.apply(text), owner, box);
            case TimelineFact.TaskDone(var task, var result) -> new TimelineFact.TaskDone(task, to.apply(result));
            case TimelineFact.TaskDropped(var task, var reason) -> new TimelineFact.TaskDropped(task, to.apply(reason));
            case TimelineFact.EntryPinned _,
                    TimelineFact.EntryUnpinned _,
                    TimelineFact.PollOpened _,
                    TimelineFact.PollClosed _,
                    TimelineFact.TaskReadBack _,
                    TimelineFact.TaskReassigned _,
                    TimelineFact.TaskExtended _ -> fact;
        };
    }

    private static Fact life(LifeFact fact, UnaryOperator<String> to) {
        return switch (fact) {
            case LifeFact.Reported(var title, var zone) -> new LifeFact.Reported(to.apply(title), zone);
            case LifeFact.Declared(var title, var severity, var type, var environment, var zone) ->
                new LifeFact.Declared(to.apply(title), severity, type, environment, zone);
            case LifeFact.TitleChanged(var from, var now) -> new LifeFact.TitleChanged(to.apply(from), to.apply(now));
            case LifeFact.SeverityChanged(var from, var now, var reason) ->
                new LifeFact.SeverityChanged(from, now, to.apply(reason));
            case LifeFact.SeverityAssessed(var answers, var level, var explanation, var version) ->
                new LifeFact.SeverityAssessed(answers, level, to.apply(explanation), version);
            case LifeFact.PhaseChanged(var from, var now, var reason) ->
                new LifeFact.PhaseChanged(from, now, to.apply(reason));
            case LifeFact.Stamped(var stamp, var person, var note) ->
                new LifeFact.Stamped(stamp, person, to.apply(note));
            case LifeFact.StampNotApplicable(var stamp, var reason) ->
                new LifeFact.StampNotApplicable(stamp, to.apply(reason));
            case LifeFact.PlanProposed(var plan) -> new LifeFact.PlanProposed(plan(plan, to));
            case LifeFact.PlanStepSettled(var plan, var step, var result, var reason) ->
                new LifeFact.PlanStepSettled(plan, step, result, to.apply(reason));
            case LifeFact.UpdateSent(var audience, var text) -> new LifeFact.UpdateSent(audience, to.apply(text));
            case LifeFact.GateWaived(var gate, var reason, var second, var expiry) ->
                new LifeFact.GateWaived(gate, to.apply(reason), second, expiry);
            case LifeFact.MergedInto(var target, var reason) -> new LifeFact.MergedInto(target, to.apply(reason));
            case LifeFact.UnmergedFrom(var target, var reason) -> new LifeFact.UnmergedFrom(target, to.apply(reason));
            case LifeFact.TypeChanged _,
                    LifeFact.EnvironmentChanged _,
                    LifeFact.Absorbed _,
                    LifeFact.Released _,
                    LifeFact.Linked _,
                    LifeFact.Unlinked _,
                    LifeFact.ConflictSettled _,
                    LifeFact.Undone _ -> fact;
        };
    }

    private static EmergencyPlan plan(EmergencyPlan plan, UnaryOperator<String> to) {
        return new EmergencyPlan(
                to.apply(plan.change()),
                plan.owner(),
                to.apply(plan.wayBack()),
                turned(plan.goal(), to),
                turned(plan.risk(), to),
                turned(plan.verification(), to),
                plan.box(),
                turned(plan.steps(), to));
    }

    private static Fact crew(CrewFact fact, UnaryOperator<String> to) {
        return switch (fact) {
            case CrewFact.HandoverOffered(var role, var from, var next, var worry, var brief) ->
                new CrewFact.HandoverOffered(role, from, next, to.apply(worry), to.apply(brief));
            case CrewFact.HandoverDeclined(var offer, var reason) ->
                new CrewFact.HandoverDeclined(offer, to.apply(reason));
            case CrewFact.RoleAssumed _,
                    CrewFact.RoleRenounced _,
                    CrewFact.HandoverAccepted _,
                    CrewFact.HandoverWithdrawn _ -> fact;
        };
    }

    private static Fact review(ReviewFact fact, UnaryOperator<String> to) {
        return switch (fact) {
            case ReviewFact.ImpactStated(var domain, var data, var business) ->
                new ReviewFact.ImpactStated(to.apply(domain), to.apply(data), to.apply(business));
            case ReviewFact.ImpactMeasured(var figure, var text) ->
                new ReviewFact.ImpactMeasured(figure, to.apply(text));
            case ReviewFact.CauseStated(var rule, var how) -> new ReviewFact.CauseStated(to.apply(rule), to.apply(how));
            case ReviewFact.Reviewed(var note) -> new ReviewFact.Reviewed(to.apply(note));
            case ReviewFact.PostmortemReturned(var reason) -> new ReviewFact.PostmortemReturned(to.apply(reason));
            case ReviewFact.HardeningRecorded(var rule) ->
                new ReviewFact.HardeningRecorded(new Hardening(
                        to.apply(rule.rule()),
                        to.apply(rule.said()),
                        rule.slip(),
                        to.apply(rule.newWording()),
                        to.apply(rule.gate()),
                        to.apply(rule.proof()),
                        rule.reviewer()));
            case ReviewFact.HardeningDetailed(var rule, var detail) ->
                new ReviewFact.HardeningDetailed(
                        rule,
                        new Hardening.Detail(
                                to.apply(detail.place()), detail.effectiveFrom(), to.apply(detail.toldTo())));
            case ReviewFact.RulesMerged(var reference, var at, var old) ->
                new ReviewFact.RulesMerged(to.apply(reference), at, old);
            case ReviewFact.PostmortemOpened _,
                    ReviewFact.FullFormForced _,
                    ReviewFact.ReviewRequested _,
                    ReviewFact.ReviewerAsked _,
                    ReviewFact.ReviewerReleased _,
                    ReviewFact.PostmortemApproved _ -> fact;
            case ReviewFact.ActionFact action -> action(action, to);
            case ReviewFact.TalkFact talk -> talk(talk, to);
        };
    }

    private static Fact action(ReviewFact.ActionFact fact, UnaryOperator<String> to) {
        return switch (fact) {
            case ReviewFact.ActionAdded(var kind, var text, var owner, var due, var measure) ->
                new ReviewFact.ActionAdded(kind, to.apply(text), owner, due, to.apply(measure));
            case ReviewFact.ActionDone(var action, var evidence) ->
                new ReviewFact.ActionDone(action, to.apply(evidence));
            case ReviewFact.ActionDropped(var action, var reason) ->
                new ReviewFact.ActionDropped(action, to.apply(reason));
            case ReviewFact.ActionReworded(var action, var text, var measure) ->
                new ReviewFact.ActionReworded(action, to.apply(text), to.apply(measure));
            case ReviewFact.ActionMoved(var action, var from, var day, var reason) ->
                new ReviewFact.ActionMoved(action, from, day, to.apply(reason));
            case ReviewFact.ActionTied(var action, var ties) ->
                new ReviewFact.ActionTied(
                        action, new Ties(ties.priority(), to.apply(ties.ticket()), ties.factor(), ties.hardens()));
            case ReviewFact.ActionVerified(var action, var evidence) ->
                new ReviewFact.ActionVerified(action, to.apply(evidence));
            case ReviewFact.ActionDeclined(var kind, var text, var reason) ->
                new ReviewFact.ActionDeclined(kind, to.apply(text), to.apply(reason));
            case ReviewFact.ActionBegun _, ReviewFact.ActionReassigned _ -> fact;
        };
    }

    private static Fact talk(ReviewFact.TalkFact fact, UnaryOperator<String> to) {
        return switch (fact) {
            case ReviewFact.CommentMade(var section, var from, var end, var quote, var text) ->
                new ReviewFact.CommentMade(section, from, end, to.apply(quote), to.apply(text));
            case ReviewFact.CommentAnswered(var comment, var text) ->
                new ReviewFact.CommentAnswered(comment, to.apply(text));
            case ReviewFact.SuggestionMade(
                    var section,
                    var stretches,
                    var beside,
                    var side,
                    var quote,
                    var replacement) ->
                new ReviewFact.SuggestionMade(section, stretches, beside, side, to.apply(quote), to.apply(replacement));
            case ReviewFact.SuggestionDeclined(var suggestion, var reason) ->
                new ReviewFact.SuggestionDeclined(suggestion, to.apply(reason));
            case ReviewFact.WordingIgnored(var section, var phrase) ->
                new ReviewFact.WordingIgnored(section, to.apply(phrase));
            case ReviewFact.WordingMinded(var section, var phrase) ->
                new ReviewFact.WordingMinded(section, to.apply(phrase));
            case ReviewFact.ParkedCleared(var note, var reason) -> new ReviewFact.ParkedCleared(note, to.apply(reason));
            case ReviewFact.MeetingNoted(var kind, var text) -> new ReviewFact.MeetingNoted(kind, to.apply(text));
            case ReviewFact.CommentSettled _,
                    ReviewFact.CommentReopened _,
                    ReviewFact.SuggestionAccepted _,
                    ReviewFact.MeetingHeld _ -> fact;
        };
    }

    private static Fact analysis(AnalysisFact fact, UnaryOperator<String> to) {
        return switch (fact) {
            case AnalysisFact.NodeAdded(var figure, var parent, var content) ->
                new AnalysisFact.NodeAdded(figure, parent, content(content, to));
            case AnalysisFact.NodeChanged(var node, var from, var now) ->
                new AnalysisFact.NodeChanged(node, content(from, to), content(now, to));
            case AnalysisFact.NodeDropped(var node, var reason) -> new AnalysisFact.NodeDropped(node, to.apply(reason));
            case AnalysisFact.NodeMoved _ -> fact;
        };
    }

    private static Content content(Content content, UnaryOperator<String> to) {
        return new Content(to.apply(content.text()), content.marks(), turned(content.cells(), to), content.evidence());
    }
}
