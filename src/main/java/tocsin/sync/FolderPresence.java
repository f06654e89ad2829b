package tocsin.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tocsin.base.DeskId;
import tocsin.base.IncidentId;

/// Who is there, in the folder of a hub: a small file a desk, as old as the folder says it is.
final class FolderPresence {
    private static final String FIRST_LINE = "tocsin presence 1";
    private static final int MAX_BYTES = 4_096;
    private static final int MOST = 1_000;

    private final FolderPlace place;
    private final FolderClock clock;

    FolderPresence(FolderPlace place, FolderClock clock) {
        this.place = place;
        this.clock = clock;
    }

    boolean announce(Presence here) throws IOException {
        place.make(place.present());
        String words = String.join(
                "\n",
                FIRST_LINE,
                here.person(),
                here.incident().map(IncidentId::value).orElse(""),
                here.typing().orElse(""));
        place.replace(file(here.desk()), words.getBytes(UTF_8));
        return true;
    }

    boolean leave(DeskId desk) throws IOException {
        return Files.deleteIfExists(file(desk));
    }

    List<Presence> present() throws IOException {
        Instant now = clock.now();
        var present = new ArrayList<Presence>();
        for (String name : FolderPlace.names(place.present())) {
            if (DeskId.isWellFormed(name) && present.size() < MOST) {
                read(name, now).ifPresent(present::add);
            }
        }
        return present;
    }

    private Optional<Presence> read(String name, Instant now) throws IOException {
        Path file = place.present().resolve(name);
        try {
            Duration age = Duration.between(Files.getLastModifiedTime(file).toInstant(), now);
            if (age.abs().toSeconds() >= Presence.SECONDS || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            String[] lines = new String(FolderPlace.head(file, MAX_BYTES), UTF_8).split("\n", 5);
            return lines.length < 4 || !lines[0].equals(FIRST_LINE)
                    ? Optional.empty()
                    : PlainText.presence(name, lines[1], Optional.of(lines[2]), Optional.of(lines[3]));
        } catch (NoSuchFileException goneMeanwhile) {
            return Optional.empty();
        }
    }

    private Path file(DeskId desk) {
        return place.present().resolve(desk.value());
    }
}
