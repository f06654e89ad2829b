package tocsin.ui.postmortem;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tocsin.base.CommandId;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.Hlc;
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.domain.prose.Manuscript;
import tocsin.domain.prose.ProseFact.TextInserted;
import tocsin.domain.prose.Side;

/// Texts as Ana has them before her, with what Ben wrote elsewhere.
final class Desk {
    static final DeskId HERE = new DeskId("abcdefghijkl2345");
    static final DeskId FAR = new DeskId("bbcdefghijkl2345");
    static final PersonId ANA = new PersonId("Ana");
    static final PersonId BEN = new PersonId("Ben");
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    final Writing writing = new Writing(new Writing.Ground(
            _ -> new CompletableFuture<>(), _ -> "refused", HERE, ANA, Runnable::run, (_, _) -> {}, (_, _) -> {}));
    private int written;

    Desk() {
        writing.load(new Manuscript(HERE));
    }

    /// Ben wrote this at his desk.
    void holds(String section, String words) {
        writing.take(fact(++written, BEN, new TextInserted(section, Optional.empty(), Side.AFTER, words)));
    }

    String text(String section) {
        return writing.text(section);
    }

    /// @param second after noon
    static Recorded fact(int second, PersonId by, Fact fact) {
        return new Recorded(
                new FactId(FAR, second),
                new Hlc(second, 0),
                NOON.plusSeconds(second),
                Optional.empty(),
                by,
                new CommandId(1, second),
                fact);
    }
}
