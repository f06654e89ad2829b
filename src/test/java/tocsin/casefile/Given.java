package tocsin.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tocsin.base.CommandId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.journal.Adopted;
import tocsin.journal.Appender;
import tocsin.journal.Draft;
import tocsin.journal.Hash;
import tocsin.journal.HeadSignature;
import tocsin.journal.Heads;
import tocsin.journal.Job;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;
import tocsin.journal.RealDisk;
import tocsin.journal.Settings;
import tocsin.journal.StoredFact;
import tocsin.journal.Verdict;
import tocsin.journal.Verify;

/// What the tests of case files start from: journals on the disk, and an incident in which two desks wrote.
final class Given {
    static final IncidentId FIRE = new IncidentId("INC-2026-1121-001~abcdefgh");
    static final IncidentId FLOOD = new IncidentId("INC-2026-1121-002~abcdefgh");
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final int SCALE = Integer.getInteger("tocsin.scale", 1);

    private Given() {}

    static Journal journal(Path folder) throws JournalException {
        return Journal.open(
                new RealDisk(),
                folder,
                Settings.standard()
                        .withWall(InstantSource.fixed(NOON))
                        .withPlace(_ -> "here")
                        .withBallastBytes(0)
                        .withLowDiskBytes(0));
    }

    static StoredFact append(Journal journal, IncidentId incident, String text) {
        var draft = new Draft(
                Optional.of(incident),
                "note",
                1,
                text.getBytes(UTF_8),
                Optional.empty(),
                new PersonId("Ana"),
                new CommandId(1, 2));
        return await(journal, appender -> appender.append(draft));
    }

    static <T> T await(Journal journal, Job<T> job) {
        try {
            return journal.write(job).get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    static HeadSignature signed(Journal journal) {
        try {
            return journal.signHead().get(60, TimeUnit.SECONDS).orElseThrow();
        } catch (InterruptedException | TimeoutException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    /// As the hub does it: whole chains and the last signature.
    static void sync(Journal from, Journal to) throws JournalException {
        var facts = facts(from);
        HeadSignature signature = signed(from);
        await(to, appender -> {
            for (StoredFact fact : facts) {
                Adopted adopted = appender.adopt(fact, Appender.Continuity.WHOLE_CHAIN);
                if (!(adopted instanceof Adopted.Added) && !(adopted instanceof Adopted.Known)) {
                    throw new JournalException(adopted.toString());
                }
            }
            return appender.adopt(signature);
        });
    }

    static List<StoredFact> facts(Journal journal) throws JournalException {
        var facts = new ArrayList<StoredFact>();
        journal.replay(-1, (_, fact) -> facts.add(fact));
        return facts;
    }

    static List<String> texts(Journal journal, IncidentId incident) throws JournalException {
        return journal.factsOf(incident).stream()
                .map(fact -> fact.payload()
                        .map(payload -> new String(payload, UTF_8))
                        .orElse("erased"))
                .sorted()
                .toList();
    }

    /// Two desks write in the fire and, between, in the flood; `journal` holds all of it.
    static void fire(Journal journal, Journal other) throws JournalException {
        append(journal, FIRE, "declared");
        append(journal, FLOOD, "water in the cellar");
        append(journal, FIRE, "smoke on deck two");
        sync(journal, other);
        append(other, FLOOD, "pump is running");
        append(other, FIRE, "hose is out");
        append(other, FIRE, "more water");
        sync(other, journal);
        append(journal, FIRE, "it is out");
        append(journal, FIRE, "verified");
    }

    static Hash attachment(Path folder, String content) throws IOException {
        Hash sha256 = Hash.sha256(content.getBytes(UTF_8));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(sha256.hex()), content);
        return sha256;
    }

    static Export export(Path attachments, Hash... named) {
        return new Export(
                FIRE,
                Optional.of("Fire on deck two \u00fc"),
                "Tocsin 1.0",
                NOON,
                Set.of(named),
                attachments,
                new RealDisk());
    }

    static Imported take(Journal journal, Path file, Path attachments) throws CaseRefused, IOException {
        try (var open = CaseFile.open(file);
                var staged = CaseImport.stage(open, attachments, new RealDisk())) {
            return await(journal, staged::into);
        }
    }

    /// The words with which the journal's job failed.
    static String refusal(Journal journal, Path file, Path attachments) throws CaseRefused, IOException {
        try (var open = CaseFile.open(file);
                var staged = CaseImport.stage(open, attachments, new RealDisk())) {
            Imported imported = journal.write(staged::into).get(60, TimeUnit.SECONDS);
            throw new AssertionError("it was taken in: " + imported);
        } catch (ExecutionException failed) {
            return String.valueOf(failed.getCause().getMessage());
        } catch (InterruptedException | TimeoutException failed) {
            throw new AssertionError(failed);
        }
    }

    static Verdict verify(Path journalFolder) throws JournalException {
        return Verify.run(new RealDisk(), journalFolder, Heads.NONE);
    }

    static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
