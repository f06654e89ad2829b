package tocsin.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// The clock of the machine that keeps the folder: what time it writes beside a file. Desks whose own clocks differ
/// agree on that one. Between two questions this machine's pulse carries it on.
final class FolderClock {
    private static final Duration ASK_EVERY = Duration.ofSeconds(10);

    private final FolderPlace place;
    private final Path probe;
    private Instant asked = Instant.EPOCH;
    private long askedNanos;
    private boolean known;

    FolderClock(FolderPlace place) {
        this.place = place;
        this.probe = place.clock().resolve(UUID.randomUUID().toString());
    }

    Instant now() throws IOException {
        long nanos = System.nanoTime();
        if (!known || nanos - askedNanos > ASK_EVERY.toNanos()) {
            place.make(place.clock());
            Files.write(probe, new byte[] {1});
            asked = Files.getLastModifiedTime(probe).toInstant();
            askedNanos = nanos;
            known = true;
        }
        return asked.plusNanos(nanos - askedNanos);
    }

    void close() {
        try {
            Files.deleteIfExists(probe);
        } catch (IOException theFolderIsGone) {
            // then so is the probe
        }
    }
}
