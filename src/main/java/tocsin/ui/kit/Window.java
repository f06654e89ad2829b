package tocsin.ui.kit;

import java.util.Map;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/// A window of the desktop. Lives on the JavaFX thread.
public final class Window {
    private static final KeyCombination QUIT = KeyCombination.valueOf("Ctrl+Q");
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 560;

    private final Stage stage = new Stage();

    /// Shows the root in a new window. `closed` runs once, whichever way the window went.
    public Window(String title, Parent root, Theme theme, Map<KeyCombination, Runnable> keys, Runnable closed) {
        var scene = new Scene(root, WIDTH, HEIGHT);
        theme.dress(scene);
        // Menus open in scenes of their own, which only this reaches.
        Application.setUserAgentStylesheet(theme.userAgentSheet());
        scene.getAccelerators().putAll(keys);
        scene.getAccelerators().put(QUIT, this::close);
        stage.setTitle(title);
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setOnHidden(_ -> closed.run());
        stage.show();
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
