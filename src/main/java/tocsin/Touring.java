package tocsin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tocsin.app.Console;
import tocsin.app.Profile;
import tocsin.app.Progress;
import tocsin.app.demo.DemoMonth;
import tocsin.base.PersonId;
import tocsin.journal.JournalException;
import tocsin.ui.Tour;
import tocsin.ui.kit.Surroundings;

/// Draws every screen of a demo profile that is made for the purpose and thrown away.
final class Touring {
    private Touring() {}

    static List<Path> draw(Path folder) throws JournalException, IOException {
        Path demo = Files.createTempDirectory("tocsin-tour");
        try {
            var profile = new Profile(demo.resolve("demo"));
            DemoMonth.play(profile, Instant.now(), ZoneId.systemDefault(), Progress.SILENT);
            try (var console = Console.open(profile, Progress.SILENT)) {
                return new Tour(surroundings("demo")).draw(console, folder);
            }
        } finally {
            delete(demo);
        }
    }

    static Surroundings surroundings(String operator) {
        return new Surroundings(
                new PersonId(PersonId.isWellFormed(operator) ? operator : "operator"),
                ZoneId.systemDefault(),
                Locale.getDefault(),
                InstantSource.system());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(Touring::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }
}
