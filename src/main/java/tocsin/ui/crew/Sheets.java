package tocsin.ui.crew;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import tocsin.domain.incident.Incident;
import tocsin.publish.SituationSheet;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Sight;

/// Writes situation sheets into the folder of reports, on a thread of its own. A sheet that is there is never half of
/// one.
public final class Sheets {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final Executor OWN_THREAD =
            work -> Thread.ofPlatform().name("tocsin-sheet").daemon().start(work);

    private final Path folder;
    private final Words words;

    /// @param folder is made when the first sheet is
    public Sheets(Path folder, Words words) {
        this.folder = folder;
        this.words = words;
    }

    /// The file that was written; fails with an [UncheckedIOException] when it could not be.
    CompletableFuture<Path> write(Sight sight, Instant now) {
        return CompletableFuture.supplyAsync(() -> written(sight, now), OWN_THREAD);
    }

    private Path written(Sight sight, Instant now) {
        Incident incident = sight.incident();
        byte[] pdf = SituationSheet.pdf(SheetPage.of(incident, sight.rules(), words, now));
        Path file = folder.resolve(incident.id().number() + "-" + NAME.format(now) + "Z.pdf");
        Path fresh = folder.resolve(file.getFileName() + ".new");
        try {
            Files.createDirectories(folder);
            Files.write(fresh, pdf);
            return Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
