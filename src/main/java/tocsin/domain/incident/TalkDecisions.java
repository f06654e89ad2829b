package tocsin.domain.incident;

import static tocsin.domain.incident.Outcome.accept;
import static tocsin.domain.incident.Outcome.refuse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tocsin.base.FactId;
import tocsin.domain.Fact;
import tocsin.domain.incident.IncidentCommand.AcceptSuggestion;
import tocsin.domain.incident.IncidentCommand.AnswerComment;
import tocsin.domain.incident.IncidentCommand.ClearParked;
import tocsin.domain.incident.IncidentCommand.DeclineSuggestion;
import tocsin.domain.incident.IncidentCommand.HoldMeeting;
import tocsin.domain.incident.IncidentCommand.IgnoreWording;
import tocsin.domain.incident.IncidentCommand.MakeComment;
import tocsin.domain.incident.IncidentCommand.MindWording;
import tocsin.domain.incident.IncidentCommand.NoteMeeting;
import tocsin.domain.incident.IncidentCommand.ReopenComment;
import tocsin.domain.incident.IncidentCommand.SettleComment;
import tocsin.domain.incident.IncidentCommand.Suggest;
import tocsin.domain.incident.IncidentCommand.TalkCommand;
import tocsin.domain.incident.LifeFact.Stamped;
import tocsin.domain.postmortem.Comment;
import tocsin.domain.postmortem.ReviewFact.CommentAnswered;
import tocsin.domain.postmortem.ReviewFact.CommentMade;
import tocsin.domain.postmortem.ReviewFact.CommentReopened;
import tocsin.domain.postmortem.ReviewFact.CommentSettled;
import tocsin.domain.postmortem.ReviewFact.MeetingHeld;
import tocsin.domain.postmortem.ReviewFact.MeetingNoted;
import tocsin.domain.postmortem.ReviewFact.ParkedCleared;
import tocsin.domain.postmortem.ReviewFact.SuggestionAccepted;
import tocsin.domain.postmortem.ReviewFact.SuggestionDeclined;
import tocsin.domain.postmortem.ReviewFact.SuggestionMade;
import tocsin.domain.postmortem.ReviewFact.WordingIgnored;
import tocsin.domain.postmortem.ReviewFact.WordingMinded;
import tocsin.domain.postmortem.Suggestion;
import tocsin.domain.postmortem.Talk;
import tocsin.domain.prose.ProseFact;

/// What people may say to each other about the document. Where the words stand is the editor's knowledge.
final class TalkDecisions {
    private final Talk talk;

    TalkDecisions(Talk talk) {
        this.talk = talk;
    }

    Outcome decide(TalkCommand command, Context context) {
        return switch (command) {
            case MakeComment(var section, var from, var to, var quote, var text) ->
                section(section)
                        .or(() -> Decisions.badText(text))
                        .or(() -> Decisions.tooLong(quote))
                        .orElseGet(() -> accept(new CommentMade(section, from, to, quote, text.strip())));
            case AnswerComment(var id, var text) ->
                comment(
                        id,
                        _ -> Decisions.badText(text).orElseGet(() -> accept(new CommentAnswered(id, text.strip()))));
            case SettleComment(var id) ->
                comment(id, comment -> comment.open() ? accept(new CommentSettled(id)) : refuse("comment.settled"));
            case ReopenComment(var id) ->
                comment(id, comment -> comment.open() ? refuse("comment.open") : accept(new CommentReopened(id)));
            case Suggest suggest -> suggest(suggest);
            case AcceptSuggestion(var id, var edits) -> suggestion(id, _ -> take(id, edits));
            case DeclineSuggestion(var id, var reason) ->
                suggestion(
                        id,
                        _ -> Decisions.tooLong(reason)
                                .orElseGet(() -> accept(new SuggestionDeclined(id, reason.strip()))));
            case IgnoreWording(var section, var phrase) ->
                section(section)
                        .or(() -> Decisions.badText(phrase))
                        .orElseGet(() -> talk.ignores(section, phrase)
                                ? refuse("wording.ignored")
                                : accept(new WordingIgnored(section, phrase.strip())));
            case MindWording(var section, var phrase) ->
                talk.ignores(section, phrase)
                        ? accept(new WordingMinded(section, phrase.strip()))
                        : refuse("wording.minded");
            case NoteMeeting(var kind, var text) ->
                Decisions.badText(text).orElseGet(() -> accept(new MeetingNoted(kind, text.strip())));
            case ClearParked(var id, var reason) ->
                talk.notes().stream().noneMatch(note -> note.id().equals(id) && note.parked())
                        ? refuse("parked.none", id)
                        : Decisions.badText(reason).orElseGet(() -> accept(new ParkedCleared(id, reason.strip())));
            case HoldMeeting(var started, var ended) -> held(started, ended, context);
        };
    }

    private static Outcome suggest(Suggest suggest) {
        boolean nothing = suggest.stretches().isEmpty() && suggest.replacement().isEmpty();
        boolean hollow = suggest.stretches().stream().anyMatch(ProseDecisions::empty);
        if (nothing || hollow) {
            return refuse("text.blank");
        }
        return section(suggest.section())
                .or(() -> Decisions.tooLong(suggest.quote()))
                .or(() -> Decisions.tooLong(suggest.replacement()))
                .orElseGet(() -> accept(new SuggestionMade(
                        suggest.section(),
                        suggest.stretches(),
                        suggest.beside(),
                        suggest.side(),
                        suggest.quote(),
                        suggest.replacement())));
    }

    private static Outcome take(FactId id, List<ProseFact> edits) {
        return ProseDecisions.bad(edits).orElseGet(() -> {
            var facts = new ArrayList<Fact>();
            facts.add(new SuggestionAccepted(id));
            facts.addAll(edits);
            return accept(facts);
        });
    }

    private static Outcome held(Instant started, Instant ended, Context context) {
        if (ended.isBefore(started)) {
            return refuse("meeting.backwards");
        }
        if (ended.isAfter(context.now().plusSeconds(60))) {
            return refuse("time.future", ended);
        }
        return accept(new MeetingHeld(started, ended), new Stamped(StampName.REVIEW_HELD, context.actor(), ""));
    }

    private static Optional<Outcome> section(String name) {
        return ProseDecisions.isSection(name) ? Optional.empty() : Optional.of(refuse("prose.section", name));
    }

    private Outcome comment(FactId id, Function<Comment, Outcome> then) {
        return talk.comment(id).map(then).orElseGet(() -> refuse("comment.none", id));
    }

    private Outcome suggestion(FactId id, Function<Suggestion, Outcome> then) {
        return talk.suggestion(id)
                .map(made -> made.open() ? then.apply(made) : refuse("suggestion.ended"))
                .orElseGet(() -> refuse("suggestion.none", id));
    }
}
