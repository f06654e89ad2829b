package tocsin.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import tocsin.app.Console;
import tocsin.app.Pulses;
import tocsin.ui.board.Board;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.FxRelay;
import tocsin.ui.kit.Screens;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Words;

/// What a window shows while the journal is still being read: the board as the lists had it, and the line that
/// declares.
/// Lives on the JavaFX thread.
public final class Foyer {
    private final Board.Early board;
    private final BorderPane root;
    private final StatusModel strip;

    public Foyer(
            Pulses.Snapshot lists,
            CompletableFuture<Console> console,
            Path profile,
            Surroundings surroundings,
            FxRelay relay) {
        Words words = Words.in(surroundings.locale());
        var screens = new Screens(words);
        board = Board.early(lists, console, surroundings, relay);
        var bar = new ClockBarModel(words, surroundings.zone());
        strip = new StatusModel(profile, surroundings.zone(), words);
        root = new BorderPane(board.root());
        root.getStyleClass().add("foyer");
        root.setTop(new ClockBarPane(bar, screens, _ -> {}, () -> {}).draw());
        root.setBottom(new StatusPane(strip, screens).draw());
        bar.tick(surroundings.wall().instant());
        strip.opening();
        List<Act> acts =
                List.of(Act.keyed(words.get("keys.window"), words.get("act.declare"), "Shortcut+N", board::declare));
        root.addEventFilter(KeyEvent.KEY_PRESSED, new Keys(() -> acts)::pressed);
    }

    /// It will not open.
    public void fail(String reason) {
        strip.fail(reason);
    }

    public Parent root() {
        return root;
    }

    public void enter() {
        board.enter();
    }

    Board.Early board() {
        return board;
    }
}
