package tocsin.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import tocsin.app.Console;
import tocsin.app.Pulses;
import tocsin.base.IncidentId;
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
    private final Words words;

    /// What a person asked for last that only an open desk can do.
    private Consumer<Shell> asked = _ -> {};

    public Foyer(CompletableFuture<Console> console, Path profile, Surroundings surroundings, FxRelay relay) {
        words = Words.in(surroundings.locale());
        var screens = new Screens(words);
        board = Board.early(console, surroundings, relay, this::openRoom);
        var bar = new ClockBarModel(words, surroundings.zone());
        strip = new StatusModel(profile, surroundings.zone(), words);
        root = new BorderPane(board.root());
        root.getStyleClass().add("foyer");
        root.setTop(new ClockBarPane(bar, screens, this::openRoom, this::openPalette).draw());
        root.setBottom(new StatusPane(strip, screens).draw());
        bar.tick(surroundings.wall().instant());
        strip.opening();
        String group = words.get("keys.window");
        List<Act> acts = List.of(
                Act.keyed(group, words.get("act.palette"), "Shortcut+K", this::openPalette),
                Act.keyed(group, words.get("act.find"), "Shortcut+F", this::openFind),
                Act.keyed(group, words.get("act.declare"), "Shortcut+N", this::declare));
        root.addEventFilter(KeyEvent.KEY_PRESSED, new Keys(() -> acts)::pressed);
    }

    /// What the lists say.
    public void show(Pulses.Snapshot lists) {
        board.show(lists);
    }

    private void openRoom(IncidentId id) {
        ask(words.get("foyer.room", id.number()), desk -> desk.enter(id));
    }

    private void openPalette() {
        ask(words.get("foyer.search"), Shell::openPalette);
    }

    private void openFind() {
        ask(words.get("foyer.search"), Shell::openFind);
    }

    /// It is done the moment the desk is open, and said until then; who asks for something else wants that.
    private void ask(String line, Consumer<Shell> wish) {
        asked = wish;
        board.say(line);
    }

    private void declare() {
        asked = _ -> {};
        board.declare();
    }

    /// The desk is open: does there what was asked for here.
    void handOver(Shell desk) {
        asked.accept(desk);
    }

    /// It will not open.
    public void fail(String reason) {
        board.say("");
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
