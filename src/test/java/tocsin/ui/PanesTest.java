package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tocsin.ui.Keyboard.onScreen;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.Console;
import tocsin.app.Pulses;
import tocsin.app.Session;
import tocsin.app.search.Search;
import tocsin.base.IncidentId;
import tocsin.domain.severity.Severity;
import tocsin.journal.JournalException;
import tocsin.ui.board.Views;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.FxRelay;
import tocsin.ui.kit.Theme;
import tocsin.ui.kit.Toolkit;
import tocsin.ui.shell.Place;
import tocsin.ui.shell.Shell;

/// A walk through every pane of the window: what must hold of all of them.
class PanesTest {
    @TempDir
    Path folder;

    private final FxRelay relay = new FxRelay(Platform::runLater);
    private Console console;
    private Session session;
    private Pulses pulses;
    private Shell.Ground ground;
    private Shell shell;
    private Scene scene;
    private Stage stage;
    private IncidentId id;

    @BeforeEach
    void open() throws JournalException {
        console = Given.console(folder);
        Toolkit.start();
        id = Given.declared(console, "Checkout errors", Severity.SEV1, 20);
        Given.logged(console, id, "pool is full");
        session = Session.open(console.profile());
        pulses = new Pulses(
                console,
                zone -> console.organisation().rules(zone),
                Given.surroundings().wall());
        ground = new Shell.Ground(
                console,
                pulses,
                Views.inMemory(),
                session,
                () -> Search.open(console),
                zone -> console.organisation().rules(zone),
                Given.surroundings(),
                relay);
        shell = onScreen(() -> new Shell("test", ground, _ -> {}));
        scene = onScreen(() -> new Scene(shell.root(), 980, 700));
        stage = onScreen(() -> {
            Theme.DARK.dress(scene);
            var shown = new Stage();
            shown.setScene(scene);
            shown.show();
            return shown;
        });
    }

    @AfterEach
    void close() {
        onScreen(() -> {
            shell.close();
            stage.close();
            return shell;
        });
        pulses.close();
        session.close();
        console.close();
    }

    @Test
    void noKeyMeansTwoThingsInOnePlace() {
        for (Place place : places()) {
            go(place);
            Map<String, TreeSet<String>> byKey = new TreeMap<>();
            List<Act> ready = onScreen(() -> shell.acts().stream()
                    .filter(act -> act.ready().getAsBoolean())
                    .toList());
            for (Act act : ready) {
                act.key()
                        .ifPresent(key -> byKey.computeIfAbsent(key.getName(), _ -> new TreeSet<>())
                                .add(act.name()));
            }
            byKey.values().removeIf(names -> names.size() < 2);
            assertThat(byKey).as("keys at " + place).isEmpty();
        }
    }

    @Test
    void everythingThatCanBePressedOrTypedIntoSaysWhatItIs() {
        for (Place place : places()) {
            go(place);
            var mute = new ArrayList<String>();
            onScreen(() -> {
                look(scene.getRoot(), mute);
                return mute;
            });
            assertThat(mute).as("at " + place).isEmpty();
        }
    }

    @Test
    void theScreenThatWasOpenIsOpenAgainAfterARestart() {
        for (Place place : places()) {
            go(place);
            Parent was = onScreen(() -> screen(shell));
            Shell next = onScreen(() -> new Shell("test", ground, _ -> {}));
            assertThat(onScreen(() -> title(screen(next)))).isEqualTo(onScreen(() -> title(was)));
            onScreen(() -> {
                next.close();
                return next;
            });
        }
    }

    /// What stands in the middle of the window.
    private static Parent screen(Shell shell) {
        return (Parent) List.of(".board", ".room", ".postmortem", ".office").stream()
                .flatMap(style -> shell.root().lookupAll(style).stream())
                .filter(Node::isVisible)
                .findFirst()
                .orElseThrow();
    }

    private static String title(Parent screen) {
        // What is read on another thread may still be on its way.
        return screen.getStyleClass().getFirst() + " "
                + screen.lookupAll(".office-title").stream()
                        .map(node -> ((Labeled) node).getText())
                        .toList();
    }

    @Test
    void aRoomThatWasClosedIsFreed() {
        go(new Place.InRoom(id));
        var room = new WeakReference<>(onScreen(() -> screenRoot()));
        onScreen(() -> {
            shell.acts().stream()
                    .filter(act -> act.key()
                            .map(key -> key.getName().equals("Shortcut+W"))
                            .orElse(false))
                    .forEach(act -> act.run().run());
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return scene;
        });
        await().until(() -> {
            System.gc();
            return room.get() == null;
        });
    }

    private Parent screenRoot() {
        return (Parent) scene.getRoot().lookup(".room");
    }

    private List<Place> places() {
        return List.of(
                new Place.OnBoard(),
                new Place.InRoom(id),
                new Place.AtPostmortem(id),
                new Place.AmongLessons(),
                new Place.AmongPeople(),
                new Place.InSettings());
    }

    private void go(Place place) {
        onScreen(() -> {
            shell.go(place);
            return place;
        });
        await().until(() -> onScreen(() -> shell.ready()));
        onScreen(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return scene;
        });
    }

    private static void look(Node node, List<String> mute) {
        if (!node.isVisible()) {
            return;
        }
        boolean speaks = node instanceof ButtonBase || node instanceof TextInputControl || node instanceof ListView<?>;
        boolean named =
                node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
        boolean reads = node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank();
        if (speaks && !named && !reads) {
            mute.add(node.getClass().getSimpleName() + " " + node.getStyleClass() + " in "
                    + (node.getParent() == null ? "" : node.getParent().getStyleClass()));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, mute));
        }
    }
}
