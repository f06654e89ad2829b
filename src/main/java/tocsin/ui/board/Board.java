package tocsin.ui.board;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.Parent;
import tocsin.app.Answer;
import tocsin.app.Console;
import tocsin.app.Gesture;
import tocsin.base.IncidentId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.store.IncidentRow;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.FxRelay;
import tocsin.ui.kit.Heartbeat;
import tocsin.ui.kit.Screen;
import tocsin.ui.kit.Screens;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Words;

/// The board of one console, made and used on the JavaFX thread. Until it is closed it follows every change.
public final class Board implements Screen {
    /// A card tells whole minutes; it may be late by this much.
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final BoardPane pane;
    private final Parent root;
    private final BoardSource source;
    private final Heartbeat heartbeat;
    private List<IncidentRow> incidents = List.of();
    private boolean read;
    private boolean wanted;

    public Board(Console console, Surroundings surroundings, FxRelay relay, Consumer<IncidentId> open) {
        Words words = Words.in(surroundings.locale());
        var declare = new DeclareModel(title -> declared(console, surroundings, title), relay, words);
        BoardModel model = model(declare, console.profile().folder(), surroundings, words);
        pane = new BoardPane(model, new Screens(words), open);
        root = pane.draw();
        source = new BoardSource(console, relay.newest(reading -> {
            if (reading instanceof Reading.Fresh fresh) {
                incidents = fresh.incidents();
                read = true;
            }
            model.show(reading);
            if (wanted && reading instanceof Reading.Fresh) {
                // A person came here before there was anything to point at.
                wanted = false;
                pane.enter();
            }
        }));
        heartbeat = new Heartbeat(surroundings.wall(), BEAT, relay.newest(model::tick));
    }

    /// The board as it stands with these incidents, following nothing.
    public static Parent still(List<IncidentRow> incidents, long facts, Path profile, Surroundings surroundings) {
        Words words = Words.in(surroundings.locale());
        // A picture takes no words.
        var declare = new DeclareModel(_ -> new CompletableFuture<>(), Runnable::run, words);
        BoardModel model = model(declare, profile, surroundings, words);
        Parent root = new BoardPane(model, new Screens(words), _ -> {}).draw();
        model.show(new Reading.Fresh(incidents, facts, Optional.empty()));
        return root;
    }

    @Override
    public Parent root() {
        return root;
    }

    /// The live incidents, worst first.
    public List<IncidentRow> incidents() {
        return incidents;
    }

    public void declare() {
        pane.declare();
    }

    @Override
    public List<Act> acts() {
        return List.of();
    }

    @Override
    public void enter() {
        wanted = !read;
        pane.enter();
    }

    @Override
    public void tick(Instant now) {
        // Its own beat is slower: a card tells whole minutes.
    }

    @Override
    public boolean ready() {
        return read;
    }

    @Override
    public void close() {
        heartbeat.close();
        source.close();
    }

    private static BoardModel model(DeclareModel declare, Path profile, Surroundings surroundings, Words words) {
        var status = new StatusModel(profile, surroundings.zone(), words);
        return new BoardModel(declare, status, surroundings.wall(), words);
    }

    private static CompletableFuture<Answer> declared(Console console, Surroundings surroundings, String title) {
        var command = new IncidentCommand.Declare(
                title, Optional.empty(), Optional.empty(), Optional.empty(), surroundings.zone());
        return console.declare(
                new Gesture.Opening(surroundings.operator(), Optional.empty(), surroundings.zone(), command));
    }
}
