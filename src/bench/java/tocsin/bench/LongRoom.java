package tocsin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import tocsin.app.Profile;
import tocsin.base.CommandId;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.domain.Fact;
import tocsin.journal.Appender;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;
import tocsin.journal.RealDisk;
import tocsin.journal.Settings;
import tocsin.journal.codec.FactCodec;

/// A profile with one incident of very many entries, one a second until now.
final class LongRoom {
    static final int ENTRIES = Integer.getInteger("tocsin.bench.entries", 100_000);
    private static final int FACTS_A_JOB = 5_000;

    private final FactCodec codec = new FactCodec();
    private final Incidents incidents = new Incidents();
    private final AtomicLong now =
            new AtomicLong(Instant.now().minusSeconds(ENTRIES).getEpochSecond());

    private LongRoom() {}

    /// Makes it anew.
    static void make(Profile profile) throws IOException, JournalException {
        Folders.delete(profile.folder());
        Files.createDirectories(profile.folder());
        var room = new LongRoom();
        var settings = Settings.standard().withWall(() -> Instant.ofEpochSecond(room.now.get()));
        try (var journal = Journal.open(new RealDisk(), profile.journal(), settings)) {
            IncidentId id = Incidents.id(0, journal.desk());
            Fact declared = room.incidents.story(new FactId(journal.desk(), 1)).next();
            journal.write(out -> room.append(out, id, declared)).join();
            for (int done = 0; done < ENTRIES; done += FACTS_A_JOB) {
                int from = done;
                journal.write(out -> room.entries(out, id, from)).join();
            }
        }
    }

    private int entries(Appender out, IncidentId id, int from) throws JournalException {
        for (int i = from; i < Math.min(ENTRIES, from + FACTS_A_JOB); i++) {
            append(out, id, Incidents.entry(i));
        }
        return from;
    }

    private FactId append(Appender out, IncidentId id, Fact fact) throws JournalException {
        return out.append(codec.draft(
                        Optional.of(id),
                        fact,
                        Optional.empty(),
                        incidents.person(),
                        new CommandId(now.incrementAndGet(), 0)))
                .id();
    }
}
