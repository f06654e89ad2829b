package tocsin.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tocsin.base.CommandId;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;

/// What the journal's tests start from.
final class Given {
    static final Path FOLDER = Path.of("journal");
    static final IncidentId FIRE = new IncidentId("INC-2026-1121-001~abcdefgh");
    static final IncidentId FLOOD = new IncidentId("INC-2026-1121-002~abcdefgh");
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final int SCALE = Integer.getInteger("tocsin.scale", 1);

    private Given() {}

    static Settings settings() {
        return Settings.standard()
                .withWall(InstantSource.fixed(NOON))
                .withPlace(_ -> "here")
                .withBallastBytes(0)
                .withLowDiskBytes(0);
    }

    static Draft note(String text) {
        return draft(Optional.of(FIRE), text);
    }

    static Draft draft(Optional<IncidentId> incident, String text) {
        return new Draft(
                incident, "note", 1, text.getBytes(UTF_8), Optional.empty(), new PersonId("Ana"), new CommandId(1, 2));
    }

    static Journal open(Disk disk) throws JournalException {
        return Journal.open(disk, FOLDER, settings());
    }

    static Verdict verify(Disk disk) throws JournalException {
        return Verify.run(disk, FOLDER, Heads.NONE);
    }

    static StoredFact append(Journal journal, String text) {
        return await(journal, appender -> appender.append(note(text)));
    }

    static Adopted adopt(Journal journal, StoredFact fact) {
        return await(journal, appender -> appender.adopt(fact, Appender.Continuity.WHOLE_CHAIN));
    }

    static <T> T await(Journal journal, Job<T> job) {
        try {
            return journal.write(job).get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    static Throwable refusal(Journal journal, Job<?> job) {
        try {
            Object answer = journal.write(job).get(60, TimeUnit.SECONDS);
            throw new AssertionError("it answered " + answer);
        } catch (ExecutionException failed) {
            return failed.getCause();
        } catch (InterruptedException | TimeoutException failed) {
            throw new AssertionError(failed);
        }
    }

    static List<StoredFact> facts(Journal journal) throws JournalException {
        var facts = new ArrayList<StoredFact>();
        journal.replay(-1, (_, fact) -> facts.add(fact));
        return facts;
    }

    static List<String> texts(Journal journal) throws JournalException {
        return facts(journal).stream()
                .map(fact -> fact.payload()
                        .map(payload -> new String(payload, UTF_8))
                        .orElse("erased"))
                .toList();
    }

    static FactId id(Journal journal, long seq) {
        return new FactId(journal.desk(), seq);
    }
}
