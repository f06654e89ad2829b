package tocsin.domain.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.PersonId;

/// A decision entry and its objections poll: not "who agrees?" but "who is strongly against?".
public record Decision(FactId entry, Poll poll, List<Objection> objections, Optional<PollResult> result) {

    public enum Poll {
        NOT_ASKED,
        OPEN,
        CLOSED
    }

    public record Objection(PersonId by, String text) {}

    static Decision of(FactId entry) {
        return new Decision(entry, Poll.NOT_ASKED, List.of(), Optional.empty());
    }

    public boolean polled() {
        return poll != Poll.NOT_ASKED;
    }

    Decision opened() {
        return poll == Poll.CLOSED ? this : new Decision(entry, Poll.OPEN, objections, result);
    }

    Decision objected(PersonId by, String text) {
        var all = new ArrayList<>(objections);
        all.add(new Objection(by, text));
        return new Decision(entry, poll == Poll.NOT_ASKED ? Poll.OPEN : poll, List.copyOf(all), result);
    }

    Decision closed(PollResult end) {
        return new Decision(entry, Poll.CLOSED, objections, result.or(() -> Optional.of(end)));
    }
}
