package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tocsin.domain.postmortem.Comment;
import tocsin.domain.postmortem.Suggestion;
import tocsin.domain.prose.Prose;
import tocsin.domain.prose.Spot;
import tocsin.domain.prose.Stretch;
import tocsin.domain.prose.Swap;

/// Where the words stand now that open remarks are about. They were named by their characters and follow them.
final class TalkMarks {
    private TalkMarks() {}

    /// From the first to before the last.
    record Place(int from, int to) {}

    static List<Markdown.Mark> of(List<Remark> remarks, Prose prose) {
        var marks = new ArrayList<Markdown.Mark>();
        for (Remark remark : remarks) {
            if (remark.open()) {
                String style = remark instanceof Remark.Said ? "commented" : "suggested";
                places(remark, prose).forEach(place -> marks.add(new Markdown.Mark(place.from(), place.to(), style)));
            }
        }
        return List.copyOf(marks);
    }

    /// Empty when the words are gone or it is about the whole section.
    static List<Place> places(Remark remark, Prose prose) {
        return switch (remark) {
            case Remark.Said(var comment) -> place(comment, prose).stream().toList();
            case Remark.Proposed(var suggestion) ->
                Swap.standing(prose, suggestion.stretches()).stream()
                        .map(stretch -> place(stretch, prose))
                        .toList();
        };
    }

    /// Where to look: at its words, else at where they stood; the beginning for a whole section.
    static Place sight(Remark remark, Prose prose) {
        List<Place> places = places(remark, prose);
        if (!places.isEmpty()) {
            return new Place(places.getFirst().from(), places.getLast().to());
        }
        int at = stood(remark).map(prose::place).orElse(OptionalInt.empty()).orElse(0);
        return new Place(at, at);
    }

    private static Optional<Spot> stood(Remark remark) {
        return switch (remark) {
            case Remark.Said(var comment) -> comment.from();
            case Remark.Proposed(var suggestion) -> stood(suggestion);
        };
    }

    private static Optional<Spot> stood(Suggestion suggestion) {
        return suggestion.stretches().stream()
                .findFirst()
                .map(stretch -> new Spot(stretch.run(), stretch.from()))
                .or(suggestion::beside);
    }

    private static Place place(Stretch stretch, Prose prose) {
        int from = prose.place(new Spot(stretch.run(), stretch.from())).orElse(0);
        int last = prose.place(new Spot(stretch.run(), stretch.to() - 1)).orElse(from);
        return new Place(from, Math.min(prose.length(), last + 1));
    }

    private static Optional<Place> place(Comment comment, Prose prose) {
        OptionalInt from = comment.from().map(prose::place).orElse(OptionalInt.empty());
        if (from.isEmpty()) {
            return Optional.empty();
        }
        int begin = from.getAsInt();
        OptionalInt to = comment.to().map(prose::place).orElse(OptionalInt.empty());
        int end = to.isPresent() ? to.getAsInt() : end(comment, begin, prose);
        return begin < end ? Optional.of(new Place(begin, end)) : Optional.empty();
    }

    /// What was commented to the end of the text does not grow with what is written on.
    private static int end(Comment comment, int begin, Prose prose) {
        int reaches = Math.min(prose.length(), begin + comment.quote().length());
        return prose.text(begin, reaches).equals(comment.quote()) ? reaches : prose.length();
    }
}
