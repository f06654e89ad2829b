package tocsin;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tocsin.app.Call;
import tocsin.app.Console;
import tocsin.app.Cover;
import tocsin.app.LockedOut;
import tocsin.app.OwnerCall;
import tocsin.app.OwnerSocket;
import tocsin.app.Profile;
import tocsin.app.ProfileBusy;
import tocsin.app.Progress;
import tocsin.app.Texts;
import tocsin.app.demo.Counts;
import tocsin.app.demo.DemoMonth;
import tocsin.app.lock.Gate;
import tocsin.app.search.Search;
import tocsin.cli.Commands;
import tocsin.cli.Passphrases;
import tocsin.cli.Surroundings;
import tocsin.journal.JournalException;
import tocsin.journal.NotAccepted;
import tocsin.journal.RealDisk;
import tocsin.store.IncidentRow;
import tocsin.store.StoreException;
import tocsin.ui.Display;
import tocsin.ui.Windows;

/// Puts the parts together, by hand.
final class Wiring {
    /// What a second start asks of the first.
    static final String RAISE = "--raise-window";

    private static final long PATIENCE_NANOS = 5_000_000_000L;
    private static final long PAUSE_NANOS = 20_000_000L;

    private Wiring() {}

    /// Runs one command here, opening the profile if the command needs it.
    static int run(Profile profile, Call call) {
        try (var home = new Home(profile, Progress.SILENT, Passphrases.atTheGate(call, System.getenv()))) {
            return commands(home).run(call);
        }
    }

    /// Opens the window; where none can be shown, says why and draws the tour instead.
    static int open(Profile profile, Call call) {
        if (Display.find() instanceof Display.Missing(var reason)) {
            Path folder = call.folder().resolve(System.getProperty("tocsin.tour", "tocsin-tour"));
            call.err()
                    .print("tocsin: no window can be shown here: " + reason + "; drawing the tour into " + folder
                            + " instead\n");
            return run(profile, call.withArguments(List.of("tour", folder.toString())));
        }
        try (var shown = new Windows(Touring.surroundings(call.operator()), profile);
                var home = new Home(profile, foyer(shown), inTheWindow(shown))) {
            if (!Gate.isLocked(profile)) {
                shown.prepare();
            }
            try {
                OptionalInt answered = home.enter(call.withArguments(List.of(RAISE)));
                return answered.isPresent() ? answered.getAsInt() : home.window(call, shown);
            } catch (LockedOut refused) {
                if (shown.isClosed()) {
                    return 0;
                }
                call.err().print("tocsin: " + refused.getMessage() + "\n");
                call.err().flush();
                shown.refuse(String.valueOf(refused.getMessage()));
                return 1;
            } catch (JournalException | StoreException refused) {
                call.err().print("tocsin: " + refused.getMessage() + "\n");
                call.err().flush();
                shown.fail(String.valueOf(refused.getMessage()));
                return 3;
            }
        } catch (IOException broken) {
            call.err().print("tocsin: the local socket of the profile failed: " + broken.getMessage() + "\n");
            return 3;
        }
    }

    /// Shows the lists in a window before the journal has been read.
    private static Progress foyer(Windows shown) {
        return new Progress() {
            @Override
            public void at(long done, long total) {
                // The window says that it is opening; how far is not worth a number.
            }

            @Override
            public void early(Supplier<List<IncidentRow>> lists) {
                shown.foyer(lists.get());
            }
        };
    }

    /// The environment's passphrase first; then whoever sits there is asked in the window.
    private static Gate.Person inTheWindow(Windows shown) {
        var given = new AtomicReference<>(Optional.of(System.getenv().getOrDefault("TOCSIN_PASSPHRASE", ""))
                .filter(words -> !words.isEmpty()));
        return new Gate.Person() {
            @Override
            public Optional<char[]> passphrase(Optional<String> trouble) {
                Optional<String> known = given.getAndSet(Optional.empty());
                return known.isPresent() ? known.map(String::toCharArray) : shown.passphrase(trouble);
            }

            @Override
            public void admitted(Cover cover) {
                if (cover.isOn()) {
                    shown.admit(cover.over(new RealDisk()));
                }
            }
        };
    }

    static Commands commands(Surroundings surroundings) {
        return new Commands(surroundings, Texts.in(Locale.getDefault()), Version.number());
    }

    /// Opens the profile, or lets whoever owns it answer. Two commands that start together take turns.
    static final class Home implements Surroundings, AutoCloseable {
        private final Profile profile;
        private final Progress progress;
        private final Gate.Person person;
        private @Nullable Console console;
        private @Nullable OwnerSocket socket;
        private @Nullable Search search;
        private volatile @Nullable Windows windows;

        Home(Profile profile, Progress progress, Gate.Person person) {
            this.profile = profile;
            this.person = person;
            this.progress = progress;
        }

        @Override
        public Profile profile() {
            return profile;
        }

        @Override
        public Console console() {
            if (console == null) {
                throw new IllegalStateException("a command that needs the profile did not enter it");
            }
            return console;
        }

        @Override
        public synchronized Search search() {
            Search open = search;
            if (open == null) {
                open = Search.open(console());
                search = open;
            }
            return open;
        }

        @Override
        public OptionalInt enter(Call call) throws JournalException, IOException {
            long started = System.nanoTime();
            while (true) {
                try {
                    Console opened = new Gate(profile).open(person, progress);
                    console = opened;
                    Commands served = commands(new Served(this));
                    socket = OwnerSocket.open(
                            profile,
                            asked -> asked.arguments().equals(List.of(RAISE)) ? raise(asked) : served.run(asked),
                            stay(call));
                    return OptionalInt.empty();
                } catch (ProfileBusy owned) {
                    OptionalInt answered = OwnerCall.call(profile, call);
                    if (answered.isPresent()) {
                        return answered;
                    }
                    if (System.nanoTime() - started > PATIENCE_NANOS) {
                        throw owned;
                    }
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }

        private static OwnerSocket.Stay stay(Call call) {
            boolean window = call.arguments().isEmpty() || call.arguments().contains(RAISE);
            boolean reads = window || call.arguments().contains("-");
            return reads ? OwnerSocket.Stay.LONG : OwnerSocket.Stay.BRIEF;
        }

        @Override
        public List<Path> tour(Path folder) throws JournalException, IOException {
            return Touring.draw(folder);
        }

        @Override
        public Counts demo() throws JournalException {
            return DemoMonth.play(profile, Instant.now(), ZoneId.systemDefault(), Progress.SILENT);
        }

        @Override
        public long change(Gate.Change change, Supplier<char[]> passphrase) throws JournalException {
            return new Gate(profile).change(change, passphrase);
        }

        @Override
        public List<String> displayNotes() {
            return List.of(
                    Display.find() instanceof Display.Missing(var reason)
                            ? "no window can be shown: " + reason + "; the terminal and `tocsin tour` work"
                            : "a window can be shown");
        }

        /// Shows the window until the person closes it.
        int window(Call call, Windows shown) {
            Console open = console();
            open.opened().notes().forEach(note -> call.err().print("tocsin: " + note + "\n"));
            call.err().flush();
            windows = shown;
            open.hub().start();
            try {
                shown.open(open, this::search);
                return 0;
            } finally {
                windows = null;
            }
        }

        private int raise(Call asked) {
            Windows shown = windows;
            if (shown == null) {
                asked.err().print("tocsin: another command is using the profile; try again when it has ended\n");
                return 3;
            }
            shown.raise();
            return 0;
        }

        @Override
        public void close() {
            try {
                if (socket != null) {
                    socket.drain();
                    socket.close();
                }
            } catch (IOException onlyTheDoor) {
                // The next owner clears the socket file away.
                return;
            } finally {
                closeSearch();
                if (console != null) {
                    console.close();
                }
            }
        }

        private synchronized void closeSearch() {
            if (search != null) {
                search.close();
            }
        }
    }

    /// For commands of other processes, which the owner runs: the profile is open already.
    private record Served(Home home) implements Surroundings {
        @Override
        public Profile profile() {
            return home.profile();
        }

        @Override
        public Console console() {
            return home.console();
        }

        @Override
        public Search search() {
            return home.search();
        }

        @Override
        public OptionalInt enter(Call call) {
            return OptionalInt.empty();
        }

        @Override
        public List<Path> tour(Path folder) throws JournalException, IOException {
            return home.tour(folder);
        }

        @Override
        public Counts demo() throws JournalException {
            return home.demo();
        }

        @Override
        public long change(Gate.Change change, Supplier<char[]> passphrase) throws JournalException {
            throw new NotAccepted("the profile is open in a Tocsin that is running; close that one and try again");
        }

        @Override
        public List<String> displayNotes() {
            return home.displayNotes();
        }
    }
}
