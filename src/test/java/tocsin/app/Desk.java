package tocsin.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.EntryKind;
import tocsin.journal.Disk;
import tocsin.journal.JournalException;
import tocsin.journal.RealDisk;
import tocsin.journal.Settings;
import tocsin.journal.codec.Json;

/// An open console on a profile of a test, with short words for what the tests do most.
final class Desk implements AutoCloseable {
    static final PersonId ANA = new PersonId("Ana");
    static final PersonId BEN = new PersonId("Ben");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Console console;

    private Desk(Console console) {
        this.console = console;
    }

    static Desk open(Path folder) throws JournalException {
        return open(folder, new RealDisk());
    }

    static Desk open(Path folder, Disk disk) throws JournalException {
        Settings small = Settings.standard().withBallastBytes(0).withLowDiskBytes(0);
        return new Desk(Console.open(new Profile(folder), disk, small, Progress.SILENT));
    }

    Console console() {
        return console;
    }

    IncidentId declare(String title) {
        return done(console.declare(opening(title))).incident().id();
    }

    static Gesture.Opening opening(String title) {
        var command = new IncidentCommand.Declare(
                title, Optional.of(Severity.SEV2), Optional.empty(), Optional.empty(), BERLIN);
        return new Gesture.Opening(ANA, Optional.empty(), BERLIN, command);
    }

    FactId log(IncidentId id, String words) {
        return done(act(ANA, id, note(words))).facts().getFirst();
    }

    static IncidentCommand note(String words) {
        return new IncidentCommand.AddEntry(EntryKind.NOTE, words);
    }

    CompletableFuture<Answer> act(PersonId who, IncidentId id, IncidentCommand command) {
        return console.act(Gesture.of(who, id, command));
    }

    Incident now(IncidentId id) throws JournalException {
        return console.history(id).now();
    }

    String json(IncidentId id) throws JournalException {
        Incident now = now(id);
        return Json.write(IncidentTree.of(now, now.lastRecordedAt().orElseThrow()), Json.Style.PRETTY);
    }

    static Answer.Done done(CompletableFuture<Answer> coming) {
        return switch (coming.join()) {
            case Answer.Done done -> done;
            case Answer.Refused refused -> throw new AssertionError("refused: " + refused.refusal());
        };
    }

    static String refusal(CompletableFuture<Answer> coming) {
        return switch (coming.join()) {
            case Answer.Done done -> throw new AssertionError("done: " + done.facts());
            case Answer.Refused refused -> refused.refusal().key();
        };
    }

    /// The files below the folder that hold these bytes.
    static List<Path> filesWith(Path folder, byte[] canary) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, canary))
                    .toList();
        }
    }

    private static boolean holds(Path file, byte[] canary) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            for (int at = 0; at + canary.length <= bytes.length; at++) {
                int same = 0;
                while (same < canary.length && bytes[at + same] == canary[same]) {
                    same++;
                }
                if (same == canary.length) {
                    return true;
                }
            }
            return false;
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (Files.isRegularFile(file)) {
                    Files.copy(file, target);
                }
            }
        }
    }

    @Override
    public void close() {
        console.close();
    }
}
