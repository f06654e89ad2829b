package tocsin.domain.incident;

import static tocsin.domain.incident.Outcome.accept;
import static tocsin.domain.incident.Outcome.refuse;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand.ActionCommand;
import tocsin.domain.incident.IncidentCommand.AddAction;
import tocsin.domain.incident.IncidentCommand.BeginAction;
import tocsin.domain.incident.IncidentCommand.DeclineAction;
import tocsin.domain.incident.IncidentCommand.DropAction;
import tocsin.domain.incident.IncidentCommand.FinishAction;
import tocsin.domain.incident.IncidentCommand.MoveAction;
import tocsin.domain.incident.IncidentCommand.ReassignAction;
import tocsin.domain.incident.IncidentCommand.RewordAction;
import tocsin.domain.incident.IncidentCommand.TieAction;
import tocsin.domain.incident.IncidentCommand.VerifyAction;
import tocsin.domain.postmortem.ActionItem;
import tocsin.domain.postmortem.ActionKind;
import tocsin.domain.postmortem.ActionRules;
import tocsin.domain.postmortem.ActionWords;
import tocsin.domain.postmortem.Review;
import tocsin.domain.postmortem.ReviewFact.ActionAdded;
import tocsin.domain.postmortem.ReviewFact.ActionBegun;
import tocsin.domain.postmortem.ReviewFact.ActionDeclined;
import tocsin.domain.postmortem.ReviewFact.ActionDone;
import tocsin.domain.postmortem.ReviewFact.ActionDropped;
import tocsin.domain.postmortem.ReviewFact.ActionMoved;
import tocsin.domain.postmortem.ReviewFact.ActionReassigned;
import tocsin.domain.postmortem.ReviewFact.ActionReworded;
import tocsin.domain.postmortem.ReviewFact.ActionTied;
import tocsin.domain.postmortem.ReviewFact.ActionVerified;
import tocsin.domain.postmortem.Ties;

/// What may be asked of the actions that come of an incident.
final class ActionDecisions {
    private final Incident incident;
    private final Review review;
    private final Context context;

    ActionDecisions(Incident incident, Context context) {
        this.incident = incident;
        this.review = incident.review();
        this.context = context;
    }

    /// What goes on after the incident is closed: doing what was promised, and saying who does it by when.
    static boolean worksOff(ActionCommand command) {
        return switch (command) {
            case AddAction _, RewordAction _, DeclineAction _ -> false;
            case BeginAction _, FinishAction _, DropAction _, ReassignAction _, MoveAction _, TieAction _ -> true;
            case VerifyAction _ -> true;
        };
    }

    Outcome decide(ActionCommand command) {
        return switch (command) {
            case AddAction action -> add(action);
            case BeginAction(var id) ->
                open(
                        id,
                        item -> item.status() == ActionItem.Status.DOING
                                ? refuse("action.begun")
                                : accept(new ActionBegun(id)));
            case FinishAction(var id, var evidence) ->
                open(
                        id,
                        _ -> Decisions.badReason(evidence)
                                .orElseGet(() -> accept(new ActionDone(id, evidence.strip()))));
            case DropAction(var id, var reason) ->
                open(
                        id,
                        _ -> Decisions.badReason(reason)
                                .orElseGet(() -> accept(new ActionDropped(id, reason.strip()))));
            case RewordAction(var id, var text, var measure) -> open(id, item -> reword(item, text, measure));
            case ReassignAction(var id, var to) -> open(id, item -> reassign(item, to));
            case MoveAction(var id, var due, var reason) -> open(id, item -> move(item, due, reason));
            case TieAction(var id, var ties) -> tie(id, ties);
            case VerifyAction(var id, var evidence) -> verify(id, evidence);
            case DeclineAction(var kind, var text, var reason) ->
                Decisions.badText(text)
                        .or(() -> Decisions.badReason(reason))
                        .orElseGet(() -> accept(new ActionDeclined(kind, text.strip(), reason.strip())));
        };
    }

    private Outcome add(AddAction action) {
        if (action.text().isBlank() || action.measure().isBlank()) {
            return refuse("action.incomplete");
        }
        Optional<Outcome> bad = Decisions.tooLong(action.text()).or(() -> Decisions.tooLong(action.measure()));
        if (bad.isPresent()) {
            return bad.get();
        }
        if (!ActionRules.isOnePerson(action.owner(), context.teams())) {
            return refuse("action.ownerIsGroup", action.owner());
        }
        boolean endless = action.kind() == ActionKind.INVESTIGATE || ActionWords.investigates(action.text());
        if (endless && action.due().isEmpty()) {
            return refuse("action.endless");
        }
        if (ActionRules.kept(review.actions()).size() >= ActionRules.MOST) {
            return refuse("action.tooMany", ActionRules.MOST);
        }
        LocalDate today = LocalDate.ofInstant(context.happenedAt(), incident.zone());
        LocalDate due =
                action.due().orElseGet(() -> ActionRules.due(action.kind(), action.text(), incident.severity(), today));
        return accept(new ActionAdded(
                action.kind(),
                action.text().strip(),
                action.owner(),
                due,
                action.measure().strip()));
    }

    private static Outcome reword(ActionItem item, String text, String measure) {
        if (text.isBlank() || measure.isBlank()) {
            return refuse("action.incomplete");
        }
        if (text.strip().equals(item.text()) && measure.strip().equals(item.measure())) {
            return refuse("action.sameWords");
        }
        return Decisions.tooLong(text)
                .or(() -> Decisions.tooLong(measure))
                .orElseGet(() -> accept(new ActionReworded(item.id(), text.strip(), measure.strip())));
    }

    private Outcome reassign(ActionItem item, PersonId to) {
        if (item.owner().equals(to)) {
            return refuse("action.sameOwner", to);
        }
        return ActionRules.isOnePerson(to, context.teams())
                ? accept(new ActionReassigned(item.id(), item.owner(), to))
                : refuse("action.ownerIsGroup", to);
    }

    private static Outcome move(ActionItem item, LocalDate due, String reason) {
        return item.due().equals(due)
                ? refuse("action.sameDue", due)
                : Decisions.badReason(reason)
                        .orElseGet(() -> accept(new ActionMoved(item.id(), item.due(), due, reason.strip())));
    }

    private Outcome tie(FactId id, Ties ties) {
        return review.action(id)
                .map(item -> item.ties().equals(ties.stripped())
                        ? refuse("action.sameTies")
                        : Decisions.tooLong(ties.ticket())
                                .or(() -> Decisions.tooLong(ties.factor()))
                                .orElseGet(() -> accept(new ActionTied(id, ties.stripped()))))
                .orElseGet(() -> refuse("action.none", id));
    }

    private Outcome verify(FactId id, String evidence) {
        return review.action(id)
                .map(item -> item.status() != ActionItem.Status.DONE
                        ? refuse("action.notDone")
                        : Decisions.badReason(evidence)
                                .orElseGet(() -> accept(new ActionVerified(id, evidence.strip()))))
                .orElseGet(() -> refuse("action.none", id));
    }

    private Outcome open(FactId id, Function<ActionItem, Outcome> then) {
        return review.action(id)
                .map(item -> item.open() ? then.apply(item) : refuse("action.settled"))
                .orElseGet(() -> refuse("action.none", id));
    }
}
