package tocsin.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import tocsin.base.CommandId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.journal.Adopted;
import tocsin.journal.Appender;
import tocsin.journal.Draft;
import tocsin.journal.Head;
import tocsin.journal.HeadSignature;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;
import tocsin.journal.StoredFact;

/// A desk that is only a journal.
record JournalLedger(Journal journal) implements Ledger {
    static final String GREETING = "a desk begins";

    @Override
    public Optional<Adopted> adopt(List<StoredFact> facts, HeadSignature signature) throws JournalException {
        return join(journal.write(out -> {
            for (StoredFact fact : facts) {
                Adopted adopted = out.adopt(fact, Appender.Continuity.WHOLE_CHAIN);
                if (!(adopted instanceof Adopted.Added || adopted instanceof Adopted.Known)) {
                    return Optional.of(adopted);
                }
            }
            out.adopt(signature);
            return Optional.empty();
        }));
    }

    @Override
    public void renew(Head kept, Optional<Instant> latest) throws JournalException {
        join(journal.renew(
                kept,
                (out, remainder) -> {
                    if (journal.heads().seq(out.desk()) == 0) {
                        out.append(draft(GREETING));
                    }
                    for (StoredFact each : remainder) {
                        out.again(each, each.payload().orElse(new byte[0]), latest);
                    }
                    return true;
                },
                Function.identity()));
    }

    static Draft draft(String text) {
        return new Draft(
                Optional.of(new IncidentId("INC-2026-1121-001~abcdefgh")),
                "note",
                1,
                text.getBytes(UTF_8),
                Optional.empty(),
                new PersonId("Ana"),
                new CommandId(1, 2));
    }

    private static <T> T join(CompletableFuture<T> coming) throws JournalException {
        try {
            return coming.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof JournalException trouble) {
                throw trouble;
            }
            throw failed;
        }
    }
}
