package tocsin.domain.postmortem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.prose.Spot;

/// Something said about a piece of the document, with its answers.
///
/// @param from the first character it is about; empty when it is about the whole section
/// @param to the character after the last; empty when it reaches to the end
/// @param quote what stood there when it was said
public record Comment(
        FactId id,
        String section,
        Optional<Spot> from,
        Optional<Spot> to,
        String quote,
        String text,
        PersonId by,
        Instant at,
        List<Reply> replies,
        Status status) {

    public enum Status {
        OPEN,
        SETTLED
    }

    public record Reply(FactId id, PersonId by, Instant at, String text) {}

    public boolean open() {
        return status == Status.OPEN;
    }

    Comment answered(Reply reply) {
        var all = new ArrayList<>(replies);
        all.add(reply);
        return with(List.copyOf(all), status);
    }

    Comment with(Status newStatus) {
        return with(replies, newStatus);
    }

    private Comment with(List<Reply> newReplies, Status newStatus) {
        return new Comment(id, section, from, to, quote, text, by, at, newReplies, newStatus);
    }
}
