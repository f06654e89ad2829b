package tocsin.ui;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import tocsin.app.Console;
import tocsin.app.Profile;
import tocsin.app.Pulses;
import tocsin.app.Session;
import tocsin.app.search.Search;
import tocsin.domain.incident.Rules;
import tocsin.journal.Disk;
import tocsin.journal.RealDisk;
import tocsin.store.IncidentRow;
import tocsin.ui.board.Board;
import tocsin.ui.board.ProfileViews;
import tocsin.ui.board.Views;
import tocsin.ui.kit.FxRelay;
import tocsin.ui.kit.Heartbeat;
import tocsin.ui.kit.Screens;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Toolkit;
import tocsin.ui.kit.Window;
import tocsin.ui.kit.Words;
import tocsin.ui.shell.Foyer;
import tocsin.ui.shell.LockModel;
import tocsin.ui.shell.LockPane;
import tocsin.ui.shell.Place;
import tocsin.ui.shell.Shell;

/// The windows of one process. Every method may be called from any thread but JavaFX's own.
public final class Windows implements AutoCloseable {
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final int WALL_PERCENT = 160;

    private final Surroundings surroundings;
    private final Profile profile;
    private final FxRelay relay = FxRelay.toScreen();
    private final CompletableFuture<Console> opening = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile Disk files = new RealDisk();

    /// Touched on the JavaFX thread only.
    private @Nullable Window main;

    private @Nullable Session session;
    private @Nullable Foyer foyer;
    private @Nullable LockModel lock;
    private @Nullable Shell shell;
    private final List<Window> others = new ArrayList<>();

    public Windows(Surroundings surroundings, Profile profile) {
        this.surroundings = surroundings;
        this.profile = profile;
    }

    /// Gets the toolkit going and a window ready while other things are still to be done. Nobody sees it yet: the
    /// profile may turn out to be another's.
    public void prepare() {
        Thread.ofPlatform().name("tocsin-toolkit").daemon().start(() -> {
            Toolkit.start();
            relay.execute(() -> {
                if (shell == null && !closed.isDone()) {
                    furnish().makeReady();
                }
            });
            Toolkit.loadFaces();
        });
    }

    /// The window while the journal is being read, made once.
    private Window furnish() {
        Window known = main;
        if (known != null && foyer != null) {
            return known;
        }
        Window.theme(session());
        var fresh = new Foyer(opening, profile.folder(), surroundings, relay);
        foyer = fresh;
        if (known != null) {
            known.show(fresh.root());
            return known;
        }
        return window(fresh.root());
    }

    /// Asks in the window for the passphrase of a locked profile, before anything of the profile is shown, and waits
    /// for
    /// it. Empty when the person has closed the window.
    ///
    /// @param wrong said when the one before did not fit
    public Optional<char[]> passphrase(Optional<String> wrong) {
        var typed = new CompletableFuture<Optional<char[]>>();
        beforeTheLock(model -> model.ask(typed::complete, wrong), () -> typed.complete(Optional.empty()));
        return typed.join();
    }

    /// A locked profile cannot be opened at all: says why, and returns when the person has closed the window.
    public void refuse(String reason) {
        beforeTheLock(model -> model.refuse(reason), () -> {});
        closed.join();
    }

    /// From now on, what the windows have open is kept there.
    ///
    /// @param disk as the profile's own files are read and written on it
    public void admit(Disk disk) {
        files = disk;
        relay.execute(() -> {
            if (session != null) {
                session.keepIn(profile, disk);
            }
        });
    }

    /// Whether the person has closed the window.
    public boolean isClosed() {
        return closed.isDone();
    }

    private void beforeTheLock(Consumer<LockModel> asks, Runnable gone) {
        Toolkit.start();
        relay.execute(() -> {
            if (closed.isDone()) {
                gone.run();
                return;
            }
            LockModel model = lock;
            if (model == null) {
                model = new LockModel(Words.in(surroundings.locale()));
                lock = model;
                session = Session.afloat();
                Window.theme(session);
                var pane = new LockPane(model);
                Window window = window(pane.draw(new Screens(Words.in(surroundings.locale()))));
                window.appear();
                pane.enter();
            }
            asks.accept(model);
        });
    }

    /// Shows the lists of a profile whose journal is still to be read, and returns when they have been handed over
    /// to be painted: reading a journal takes whatever processor there is. A screen that does not come is not
    /// waited for.
    public void foyer(List<IncidentRow> live) {
        var lists = Pulses.Snapshot.of(live);
        var painted = new CompletableFuture<Void>();
        Thread.ofPlatform().name("tocsin-foyer").daemon().start(() -> {
            Toolkit.start();
            relay.execute(() -> {
                if (shell == null && !closed.isDone()) {
                    show(lists, () -> painted.complete(null));
                } else {
                    painted.complete(null);
                }
            });
        });
        painted.completeOnTimeout(null, LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private void show(Pulses.Snapshot lists, Runnable painted) {
        Window window = furnish();
        Foyer open = foyer;
        if (open != null) {
            open.show(lists);
            window.whenPainted(painted);
            window.appear();
            open.enter();
        }
    }

    /// Opens the console's window and returns when the person has closed it; the console stays open.
    ///
    /// @param search opened when somebody looks for something for the first time, never on the JavaFX thread
    public void open(Console console, Supplier<Search> search) {
        Toolkit.start();
        opening.complete(console);
        Function<ZoneId, Rules> rules = zone -> console.organisation().rules(zone);
        try (var pulses = new Pulses(console, rules, surroundings.wall());
                var views = new ProfileViews(profile.folder(), console.files())) {
            relay.execute(() -> moveIn(new Parts(console, pulses, views, search, rules)));
            closed.join();
        } catch (CompletionException failed) {
            throw new IllegalStateException("the window cannot be shown: " + failed.getCause(), failed.getCause());
        }
    }

    /// The journal cannot be read: says so where its lists already stand, and returns when the person has closed the
    /// window.
    /// Without such a window it returns at once.
    public void fail(String reason) {
        Toolkit.start();
        var shown = new CompletableFuture<Boolean>();
        relay.execute(() -> {
            Foyer open = foyer;
            if (open != null) {
                open.fail(reason);
            }
            shown.complete(open != null && main != null && main.isShown());
        });
        if (shown.join()) {
            closed.join();
        }
    }

    private record Parts(
            Console console, Pulses pulses, Views views, Supplier<Search> search, Function<ZoneId, Rules> rules) {
        Shell.Ground ground(Session session, Surroundings surroundings, FxRelay relay) {
            return new Shell.Ground(console, pulses, views, session, search, rules, surroundings, relay);
        }
    }

    /// Brings the open window to the front; without one, nothing happens.
    public void raise() {
        relay.execute(() -> {
            if (main != null) {
                main.raise();
            }
        });
    }

    /// Closes the open window, as the person would.
    public void shut() {
        relay.execute(() -> {
            if (main != null) {
                main.close();
            }
        });
    }

    /// Ends the toolkit: no window opens in this process any more.
    @Override
    public void close() {
        Toolkit.stop();
    }

    /// The console is there.
    private void moveIn(Parts parts) {
        if (closed.isDone()) {
            // The person was quicker and has gone again.
            return;
        }
        try {
            Session kept = session();
            kept.follow(parts.console());
            Shell.Ground ground = parts.ground(kept, surroundings, relay);
            Shell fresh = new Shell("main", ground, place -> another(ground, place));
            shell = fresh;
            Window window = show(fresh.root());
            window.guard(fresh::mayClose);
            fresh.adopt(window.acts(fresh.words()));
            fresh.enter();
            if (foyer != null) {
                fresh.resume(foyer);
                foyer = null;
            }
        } catch (RuntimeException | Error broken) {
            closed.completeExceptionally(broken);
        }
    }

    private Session session() {
        Session known = session == null ? Session.open(profile, files) : session;
        session = known;
        return known;
    }

    /// In the window that is there, or in the first one.
    private Window show(Parent root) {
        Window known = main;
        if (known != null) {
            known.show(root);
        }
        Window window = known == null ? window(root) : known;
        window.appear();
        return window;
    }

    private Window window(Parent root) {
        var fresh = new Window(title(), "main", root, session(), this::gone);
        main = fresh;
        return fresh;
    }

    private void gone() {
        main = null;
        if (shell != null) {
            shell.close();
        }
        List.copyOf(others).forEach(Window::close);
        if (lock != null) {
            lock.leave();
        }
        if (session != null) {
            session.close();
        }
        closed.complete(null);
    }

    /// A second window on the same console, for another screen. It goes with the first.
    private void another(Shell.Ground ground, Place place) {
        if (place instanceof Place.OnWall) {
            wall(ground);
        } else {
            beside(ground, place);
        }
    }

    /// Read from across the room, so nothing on it can be pressed and its type is larger.
    private void wall(Shell.Ground ground) {
        Board board = Board.wall(new Board.Ground(
                ground.console(), ground.pulses(), ground.rules(), Views.inMemory(), surroundings, relay, _ -> {}));
        var beat = new Heartbeat(surroundings.wall(), BEAT, relay.newest(board::tick));
        var holder = new ArrayList<Window>();
        var window = new Window(title(), "wall", board.root(), ground.session(), () -> {
            others.removeAll(holder);
            beat.close();
            board.close();
        });
        window.percent(WALL_PERCENT);
        window.appear();
        holder.add(window);
        others.add(window);
    }

    private void beside(Shell.Ground ground, Place place) {
        String name = "other" + (others.size() + 1);
        Shell shell = new Shell(name, ground, there -> another(ground, there));
        var holder = new ArrayList<Window>();
        var window = new Window(title(), name, shell.root(), ground.session(), () -> {
            others.removeAll(holder);
            shell.close();
        });
        holder.add(window);
        others.add(window);
        window.appear();
        shell.adopt(window.acts(shell.words()));
        shell.go(place);
    }

    private String title() {
        return Words.in(surroundings.locale()).get("window.title");
    }
}
