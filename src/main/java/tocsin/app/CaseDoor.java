package tocsin.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.casefile.CaseFile;
import tocsin.casefile.CaseImport;
import tocsin.casefile.CaseRefused;
import tocsin.casefile.Export;
import tocsin.casefile.Imported;
import tocsin.casefile.Sealed;
import tocsin.domain.Recorded;
import tocsin.domain.desk.DeskFact;
import tocsin.domain.incident.History;
import tocsin.domain.timeline.TimelineFact;
import tocsin.journal.Hash;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;

/// Where case files leave and come in, each written down. Reads and writes the disk on the caller's thread.
final class CaseDoor {
    private final Console console;
    private final Journal journal;

    CaseDoor(Console console, Journal journal) {
        this.console = console;
        this.journal = journal;
    }

    long export(IncidentId id, Path file, PersonId actor) throws JournalException, CaseRefused {
        History history = console.history(id);
        var export = new Export(
                id,
                Optional.of(history.now().title()),
                "Tocsin",
                Instant.now(),
                attachments(history),
                console.profile().attachments(),
                console.files());
        Sealed sealed = CaseFile.write(file, journal, export);
        console.note(new DeskFact.CaseExported(id, sealed.root().hex(), sealed.facts()), actor);
        return sealed.facts();
    }

    Imported take(Path file, PersonId actor) throws JournalException, CaseRefused {
        try (var opened = CaseFile.open(file);
                var staged = CaseImport.stage(opened, console.profile().attachments(), console.files())) {
            Imported imported = Console.join(console.adopt(staged::into));
            if (imported.added() > 0) {
                console.note(
                        new DeskFact.CaseImported(
                                imported.incident(), imported.root().hex(), imported.heads(), imported.facts()),
                        actor);
            }
            return imported;
        } catch (IOException unreadable) {
            throw new JournalException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static Set<Hash> attachments(History history) {
        return history.facts().stream()
                .map(Recorded::fact)
                .filter(TimelineFact.EntryAdded.class::isInstance)
                .flatMap(fact -> ((TimelineFact.EntryAdded) fact).attachments().stream())
                .flatMap(attachment -> Hash.parse(attachment.sha256()).stream())
                .collect(Collectors.toSet());
    }
}
