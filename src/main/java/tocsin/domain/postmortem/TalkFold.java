package tocsin.domain.postmortem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tocsin.base.FactId;
import tocsin.domain.Recorded;
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
import tocsin.domain.postmortem.ReviewFact.TalkFact;
import tocsin.domain.postmortem.ReviewFact.WordingIgnored;
import tocsin.domain.postmortem.ReviewFact.WordingMinded;

/// Folds what people say about the document. An answer to something that is not here is passed over.
final class TalkFold {
    private final Map<FactId, Comment> comments = new LinkedHashMap<>();
    private final Map<FactId, Suggestion> suggestions = new LinkedHashMap<>();
    private final Set<Talk.Wording> ignored = new LinkedHashSet<>();
    private final List<MeetingNote> notes = new ArrayList<>();
    private final Set<Talk.Meeting> meetings = new LinkedHashSet<>();
    private @Nullable Talk picture = Talk.NONE;

    /// Kept until something is said: words are written far more often than comments are made.
    Talk talk() {
        Talk current = picture;
        if (current == null) {
            current = new Talk(
                    List.copyOf(comments.values()),
                    List.copyOf(suggestions.values()),
                    Collections.unmodifiableSet(new LinkedHashSet<>(ignored)),
                    List.copyOf(notes),
                    List.copyOf(meetings));
            picture = current;
        }
        return current;
    }

    void apply(Recorded recorded, TalkFact fact) {
        picture = null;
        FactId id = recorded.id();
        switch (fact) {
            case CommentMade(var section, var from, var to, var quote, var text) ->
                comments.putIfAbsent(
                        id,
                        new Comment(
                                id,
                                section,
                                from,
                                to,
                                quote,
                                text,
                                recorded.actor(),
                                recorded.happenedAt(),
                                List.of(),
                                Comment.Status.OPEN));
            case CommentAnswered(var comment, var text) ->
                change(
                        comment,
                        asked -> asked.answered(new Comment.Reply(id, recorded.actor(), recorded.happenedAt(), text)));
            case CommentSettled(var comment) -> change(comment, asked -> asked.with(Comment.Status.SETTLED));
            case CommentReopened(var comment) -> change(comment, asked -> asked.with(Comment.Status.OPEN));
            case SuggestionMade(var section, var gone, var beside, var side, var quote, var replacement) ->
                suggestions.putIfAbsent(
                        id,
                        new Suggestion(
                                id,
                                section,
                                gone,
                                beside,
                                side,
                                quote,
                                replacement,
                                recorded.actor(),
                                recorded.happenedAt(),
                                Suggestion.Status.OPEN,
                                ""));
            case SuggestionAccepted(var suggestion) ->
                suggestions.computeIfPresent(suggestion, (_, made) -> made.ended(Suggestion.Status.ACCEPTED, ""));
            case SuggestionDeclined(var suggestion, var reason) ->
                suggestions.computeIfPresent(suggestion, (_, made) -> made.ended(Suggestion.Status.DECLINED, reason));
            case WordingIgnored(var section, var phrase) -> ignored.add(Talk.key(section, phrase));
            case WordingMinded(var section, var phrase) -> ignored.remove(Talk.key(section, phrase));
            case MeetingNoted(var kind, var text) ->
                notes.add(new MeetingNote(id, kind, text, recorded.actor(), recorded.happenedAt(), Optional.empty()));
            case ParkedCleared(var note, var reason) ->
                notes.replaceAll(each -> each.id().equals(note) ? each.cleared(reason) : each);
            case MeetingHeld(var started, var ended) -> meetings.add(new Talk.Meeting(started, ended));
        }
    }

    private void change(FactId comment, UnaryOperator<Comment> change) {
        comments.computeIfPresent(comment, (_, known) -> change.apply(known));
    }
}
