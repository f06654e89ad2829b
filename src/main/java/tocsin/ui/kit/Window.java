package tocsin.ui.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import tocsin.app.Session;

/// A window of the desktop. It comes back where it was. Lives on the JavaFX thread.
public final class Window {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 640;
    private static final double LEAST_HEIGHT = 420;
    private static final Duration SURE = Duration.ofSeconds(6);

    private static final PseudoClass STILL = PseudoClass.getPseudoClass("still");

    private final Stage stage = new Stage();
    private final Scene scene;
    private final Zoom zoom;
    private final Look look;
    private final Session session;
    private final String place;
    private Supplier<Boolean> mayClose = () -> true;
    private long askedAt;

    /// A new window with this root, which nobody sees before it is to [#appear]. `closed` runs once, whichever
    /// way it went.
    ///
    /// @param name under which its place is kept
    public Window(String title, String name, Parent root, Session session, Runnable closed) {
        this.session = session;
        this.place = "place." + name;
        look = new Look(session);
        zoom = new Zoom(root);
        zoom.percent(look.percent());
        scene = new Scene(zoom, WIDTH, HEIGHT);
        // While what had the focus has just gone, keys come to the scene itself; those who wait for them are below it.
        scene.addEventFilter(KeyEvent.ANY, key -> {
            if (key.getTarget().equals(scene)) {
                zoom.pass(key);
                key.consume();
            }
        });
        stage.setTitle(title);
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        restore();
        stage.setOnCloseRequest(request -> {
            if (!sure()) {
                request.consume();
            }
        });
        stage.setOnHidden(_ -> closed.run());
        Stream.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
                .forEach(number -> number.addListener((_, _, _) -> keep()));
        stage.maximizedProperty().addListener((_, _, _) -> keep());
    }

    /// Finds styles and places for the board that is in it already, so that it is there at once when it appears.
    public void makeReady() {
        look.theme().dressFirst(scene);
        zoom.resize(scene.getWidth(), scene.getHeight());
        zoom.applyCss();
        zoom.layout();
    }

    /// Told once, when what is in it has been laid out and handed over to be painted.
    public void whenPainted(Runnable told) {
        var once = new ArrayList<Runnable>();
        once.add(() -> {
            once.forEach(scene::removePostLayoutPulseListener);
            Platform.runLater(told);
        });
        once.forEach(scene::addPostLayoutPulseListener);
    }

    /// Now it can be seen. One that can be seen stays as it is.
    public void appear() {
        if (scene.getStylesheets().isEmpty()) {
            dress(look.theme());
        }
        stage.show();
    }

    /// Before the first control is made: a toolkit that has no base theme by then reads one that nobody wants.
    public static void theme(Session session) {
        Application.setUserAgentStylesheet(new Look(session).theme().userAgentSheet());
    }

    /// Asked when somebody wants to close the window; a second wish within a few seconds is always granted.
    public void guard(Supplier<Boolean> guard) {
        mayClose = guard;
    }

    /// Larger or smaller than the others, whatever they are.
    public void percent(int percent) {
        zoom.percent(percent);
    }

    /// What can be done with any window.
    public List<Act> acts(Words words) {
        String group = words.get("keys.window");
        return List.of(
                Act.keyed(group, words.get("act.quit"), "Shortcut+Q", () -> {
                    if (sure()) {
                        close();
                    }
                }),
                Act.named(
                        group,
                        words.get("act.theme"),
                        () -> theme(look.theme() == Theme.DARK ? Theme.LIGHT : Theme.DARK)),
                Act.named(group, words.get("act.motion"), () -> {
                    look.turnMotion(still());
                    dress(look.theme());
                }),
                Act.keyed(group, words.get("act.larger"), "Shortcut+Plus", () -> scale(zoom::larger)),
                Act.keyed(group, words.get("act.larger"), "Shortcut+Equals", () -> scale(zoom::larger)),
                Act.keyed(group, words.get("act.smaller"), "Shortcut+Minus", () -> scale(zoom::smaller)),
                Act.keyed(group, words.get("act.usual"), "Shortcut+0", () -> scale(() -> zoom.percent(100))));
    }

    private void theme(Theme theme) {
        look.theme(theme);
        dress(theme);
    }

    private void dress(Theme theme) {
        theme.dress(scene);
        scene.getRoot().pseudoClassStateChanged(STILL, look.still(still()));
        // Menus and tooltips open in scenes of their own, which only this reaches.
        Application.setUserAgentStylesheet(theme.userAgentSheet());
    }

    /// What this computer prefers.
    private static boolean still() {
        return Platform.getPreferences().isReducedMotion();
    }

    /// Whether things that would move stand still in this scene.
    public static boolean isStill(Scene scene) {
        return scene.getRoot().getPseudoClassStates().contains(STILL);
    }

    private void scale(Runnable change) {
        change.run();
        look.percent(zoom.percent());
    }

    private boolean sure() {
        long now = System.nanoTime();
        boolean again = askedAt != 0 && now - askedAt < SURE.toNanos();
        askedAt = now;
        return again || mayClose.get();
    }

    private void keep() {
        if (!stage.isIconified()) {
            session.put(
                    place,
                    stage.isMaximized()
                            ? session.get(place).orElse("0 0 1280 800").replace(" max", "") + " max"
                            : "%.0f %.0f %.0f %.0f"
                                    .formatted(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
        }
    }

    /// Only onto a screen that is there: a desk is unplugged now and then.
    private void restore() {
        session.get(place).map(text -> text.split(" ", -1)).ifPresent(kept -> {
            List<Integer> numbers = Stream.of(kept)
                    .limit(4)
                    .map(Look::number)
                    .flatMap(Optional::stream)
                    .toList();
            if (numbers.size() == 4) {
                var spot = new Rectangle2D(
                        numbers.get(0), numbers.get(1), Math.max(1, numbers.get(2)), Math.max(1, numbers.get(3)));
                if (!Screen.getScreensForRectangle(spot).isEmpty()) {
                    stage.setX(spot.getMinX());
                    stage.setY(spot.getMinY());
                    stage.setWidth(Math.max(LEAST_WIDTH, spot.getWidth()));
                    stage.setHeight(Math.max(LEAST_HEIGHT, spot.getHeight()));
                }
                stage.setMaximized(kept.length > 4);
            }
        });
    }

    /// Shows something else, which may be a room.
    public void show(Parent root) {
        dress(look.theme());
        zoom.show(root);
    }

    public boolean isShown() {
        return stage.isShowing();
    }

    public void raise() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    public void close() {
        stage.close();
    }
}
