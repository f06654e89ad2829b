package tocsin.ui.board;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Parent;
import javafx.scene.input.KeyCombination;
import tocsin.app.Answer;
import tocsin.app.Console;
import tocsin.app.Gesture;
import tocsin.domain.incident.IncidentCommand;
import tocsin.store.IncidentRow;
import tocsin.ui.kit.FxRelay;
import tocsin.ui.kit.Heartbeat;
import tocsin.ui.kit.Screens;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Words;

/// The board of one console, made and used on the JavaFX thread. Until it is closed it follows every change.
public final class Board implements AutoCloseable {
    /// A card tells whole minutes; it may be late by this much.
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final BoardPane pane;
    private final Parent root;
    private final BoardSource source;
    private final Heartbeat heartbeat;

    public Board(Console console, Surroundings surroundings, FxRelay relay) {
        Words words = Words.in(surroundings.locale());
        var declare = new DeclareModel(title -> declared(console, surroundings, title), relay, words);
        BoardModel model = model(declare, console.profile().folder(), surroundings, words);
        pane = new BoardPane(model, new Screens(words));
        root = pane.draw();
        source = new BoardSource(console, relay.newest(model::show));
        heartbeat = new Heartbeat(surroundings.wall(), BEAT, relay.newest(model::tick));
    }

    /// The board as it stands with these incidents, following nothing.
    public static Parent still(List<IncidentRow> incidents, long facts, Path profile, Surroundings surroundings) {
        Words words = Words.in(surroundings.locale());
        // A picture takes no words.
        var declare = new DeclareModel(_ -> new CompletableFuture<>(), Runnable::run, words);
        BoardModel model = model(declare, profile, surroundings, words);
        Parent root = new BoardPane(model, new Screens(words)).draw();
        model.show(new Reading.Fresh(incidents, facts, Optional.empty()));
        return root;
    }

    public Parent root() {
        return root;
    }

    /// The keys that work wherever the focus is.
    public Map<KeyCombination, Runnable> keys() {
        return pane.keys();
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
