package tocsin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tocsin.app.Call;
import tocsin.app.Console;
import tocsin.app.Profile;
import tocsin.app.Progress;
import tocsin.app.Texts;
import tocsin.app.demo.Counts;
import tocsin.app.demo.DemoMonth;
import tocsin.app.lock.Gate;
import tocsin.app.search.Search;
import tocsin.journal.JournalException;
import tocsin.journal.RealDisk;
import tocsin.journal.Settings;
import tocsin.vault.Cost;

/// A terminal of a test: commands run in this process, on one profile, with a clock that the test can move.
final class Seat implements AutoCloseable, Surroundings {
    private final Profile profile;
    private final Path folder;
    private Duration ahead = Duration.ZERO;
    private @Nullable Console console;
    private @Nullable Search search;

    record Said(int exit, String out, String err) {
        String line() {
            return out.strip();
        }
    }

    Seat(Path folder) {
        this.folder = folder;
        this.profile = new Profile(folder.resolve("profile"));
    }

    /// The journal's clock goes ahead.
    void later(Duration length) {
        ahead = ahead.plus(length);
    }

    private Instant now() {
        return Instant.now().plus(ahead);
    }

    Said run(String... words) {
        return run(InputStream.nullInputStream(), List.of(words));
    }

    Said typed(String input, String... words) {
        return run(new ByteArrayInputStream(input.getBytes(UTF_8)), List.of(words));
    }

    Said run(InputStream in, List<String> words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = new Commands(this, Texts.english(), "1.2.3")
                .run(new Call(
                        words,
                        folder,
                        "Ana",
                        in,
                        new PrintStream(out, false, UTF_8),
                        new PrintStream(err, false, UTF_8)));
        return new Said(exit, out.toString(UTF_8), err.toString(UTF_8));
    }

    @Override
    public Profile profile() {
        return profile;
    }

    @Override
    public OptionalInt enter(Call call) throws JournalException {
        if (console == null) {
            console = gate().open(Passphrases.atTheGate(call, Map.of()), Progress.SILENT);
        }
        return OptionalInt.empty();
    }

    private Gate gate() {
        Settings small =
                Settings.standard().withBallastBytes(0).withLowDiskBytes(0).withWall(this::now);
        var cheap = tocsin.vault.Settings.standard().withCost(new Cost(64, 1, 1));
        return new Gate(profile, new RealDisk(), small, cheap);
    }

    @Override
    public long change(Gate.Change change, Supplier<char[]> passphrase) throws JournalException {
        close();
        return gate().change(change, passphrase);
    }

    @Override
    public Console console() {
        if (console == null) {
            throw new IllegalStateException("not entered");
        }
        return console;
    }

    @Override
    public Search search() {
        if (search == null) {
            search = Search.open(console());
        }
        return search;
    }

    @Override
    public List<Path> tour(Path where) {
        return List.of(where.resolve("board-dark.png"));
    }

    @Override
    public Counts demo() throws JournalException {
        return DemoMonth.play(profile, Instant.now(), ZoneOffset.UTC, Progress.SILENT);
    }

    @Override
    public List<String> displayNotes() {
        return List.of("headless");
    }

    @Override
    public void close() {
        if (search != null) {
            search.close();
            search = null;
        }
        if (console != null) {
            console.close();
            console = null;
        }
    }
}
