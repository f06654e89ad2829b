package tocsin.domain.postmortem;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tocsin.base.FactId;

/// What people said to each other about the document, in the order it was said.
public record Talk(
        List<Comment> comments,
        List<Suggestion> suggestions,
        Set<Wording> ignored,
        List<MeetingNote> notes,
        List<Meeting> meetings) {
    public static final Talk NONE = new Talk(List.of(), List.of(), Set.of(), List.of(), List.of());

    /// A phrase that may stand in a section, compared without regard to capitals.
    public record Wording(String section, String phrase) {}

    public record Meeting(Instant started, Instant ended) {}

    public Optional<Comment> comment(FactId id) {
        return comments.stream().filter(comment -> comment.id().equals(id)).findFirst();
    }

    public Optional<Suggestion> suggestion(FactId id) {
        return suggestions.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    public boolean ignores(String section, String phrase) {
        return ignored.contains(key(section, phrase));
    }

    static Wording key(String section, String phrase) {
        return new Wording(section, phrase.strip().toLowerCase(java.util.Locale.ROOT));
    }
}
