package tocsin.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tocsin.base.CommandId;
import tocsin.base.DeskId;
import tocsin.base.IncidentId;
import tocsin.base.Limits;
import tocsin.base.PersonId;
import tocsin.journal.Draft;
import tocsin.journal.Job;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;
import tocsin.journal.RealDisk;
import tocsin.journal.Settings;
import tocsin.journal.StoredFact;

/// A desk with a real journal, whose facts the tests of hubs carry about.
final class Author implements AutoCloseable {
    static final IncidentId FIRE = new IncidentId("INC-2026-1121-001~abcdefgh");
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final Path folder;
    private final Journal journal;

    Author(Path folder) throws JournalException {
        this.folder = folder;
        this.journal = Journal.open(
                new RealDisk(),
                folder,
                Settings.standard()
                        .withWall(InstantSource.fixed(NOON))
                        .withPlace(_ -> "here")
                        .withBallastBytes(0)
                        .withLowDiskBytes(0));
    }

    /// A copy of this desk as it is now, which believes to be the same one.
    Author copied(Path to) throws IOException, JournalException {
        Files.createDirectories(to);
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return new Author(to);
    }

    DeskId desk() {
        return journal.desk();
    }

    Parcel writes(String text) {
        return writes(text.getBytes(UTF_8));
    }

    Parcel writes(byte[] payload) {
        StoredFact fact = await(appender -> appender.append(draft(payload)));
        return Parcel.of(fact, Optional.empty());
    }

    List<Parcel> writes(int count) {
        String words = "the pump on deck " + journal.size() + " is running again, number ";
        List<StoredFact> facts = await(appender -> {
            var written = new ArrayList<StoredFact>();
            for (int i = 0; i < count; i++) {
                written.add(appender.append(draft((words + i).getBytes(UTF_8))));
            }
            return written;
        });
        return facts.stream().map(fact -> Parcel.of(fact, Optional.empty())).toList();
    }

    /// A fact as large as facts may be, which cannot be packed smaller.
    Parcel writesTheLargest() {
        byte[] payload = new byte[Limits.PAYLOAD_BYTES];
        RandomGenerator.of("L64X128MixRandom").nextBytes(payload);
        return writes(payload);
    }

    Parcel erases(Parcel parcel) throws JournalException {
        await(appender -> {
            appender.append(draft("something was erased".getBytes(UTF_8)));
            appender.erase(parcel.id());
            return true;
        });
        return Parcel.of(journal.read(parcel.id()).orElseThrow(), Optional.empty());
    }

    /// The same parcel with this desk's signature over it; it must be the last one.
    Parcel signed(Parcel last) throws JournalException {
        return Parcel.of(last.fact(), journal.signHead().join());
    }

    /// Everything that was written, as it is now.
    List<Parcel> all() throws JournalException {
        var all = new ArrayList<Parcel>();
        journal.replay(-1, (_, fact) -> all.add(Parcel.of(fact, Optional.empty())));
        return all;
    }

    @Override
    public void close() {
        journal.close();
    }

    /// In pieces that one push takes.
    static List<List<Parcel>> batches(List<Parcel> parcels) {
        return IntStream.iterate(0, at -> at < parcels.size(), at -> at + Hub.BATCH)
                .mapToObj(at -> parcels.subList(at, Math.min(parcels.size(), at + Hub.BATCH)))
                .toList();
    }

    /// The same fact with other bytes in its payload.
    static Parcel forged(Parcel parcel) {
        byte[] body = Arrays.copyOf(parcel.body(), parcel.body().length);
        body[body.length - 1] ^= 1;
        return new Parcel(parcel.id(), parcel.hash(), parcel.previous(), body, parcel.seal());
    }

    private static Draft draft(byte[] payload) {
        return new Draft(
                Optional.of(FIRE), "note", 1, payload, Optional.empty(), new PersonId("Ana"), new CommandId(1, 2));
    }

    private <T> T await(Job<T> job) {
        try {
            return journal.write(job).get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }
}
