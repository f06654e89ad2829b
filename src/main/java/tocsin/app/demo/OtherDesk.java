package tocsin.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tocsin.app.Console;
import tocsin.base.CommandId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.journal.Adopted;
import tocsin.journal.Appender;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;
import tocsin.journal.RealDisk;
import tocsin.journal.Settings;
import tocsin.journal.StoredFact;
import tocsin.journal.codec.FactCodec;

/// Somebody elsewhere wrote something down while offline. Their desk is a journal of its own, kept just long enough.
///
/// @param moment when they wrote it
record OtherDesk(Instant moment, PersonId person) {

    CompletableFuture<Adopted> writes(Console console, IncidentId incident, Fact fact) {
        try {
            StoredFact stored = written(incident, fact);
            return console.adopt(out -> out.adopt(stored, Appender.Continuity.ONE_INCIDENT));
        } catch (IOException | JournalException trouble) {
            return CompletableFuture.failedFuture(trouble);
        }
    }

    private StoredFact written(IncidentId incident, Fact fact) throws IOException, JournalException {
        Path folder = Files.createTempDirectory("tocsin-demo");
        Settings settings = Settings.standard().withWall(new Clockhand(moment)).withBallastBytes(0);
        try (Journal journal = Journal.open(new RealDisk(), folder.resolve("journal"), settings)) {
            var command = CommandId.of(UUID.randomUUID());
            return journal.write(out -> out.append(
                            new FactCodec().draft(Optional.of(incident), fact, Optional.empty(), person, command)))
                    .join();
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (var found = Files.walk(folder)) {
            files = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
