package tocsin.ui;

import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/// Somebody's hands on the keys of the window in front: every key goes to whatever has the focus, by the way all keys
/// go.
public final class Keyboard {
    private Keyboard() {}

    public static void type(String words) {
        onScreen(() -> {
            write(words);
            return null;
        });
    }

    /// A key that the toolkit gives to the scene itself, on JavaFX's thread.
    static void strike(Scene scene, String keys) {
        Event.fireEvent(scene, event(KeyEvent.KEY_PRESSED, (KeyCodeCombination) KeyCombination.valueOf(keys)));
    }

    /// Letters right behind each other, on JavaFX's thread.
    static void write(String words) {
        for (int i = 0; i < words.length(); i++) {
            String letter = words.substring(i, i + 1);
            fire(new KeyEvent(KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false, false));
        }
    }

    public static void press(KeyCode code) {
        press(new KeyCodeCombination(code));
    }

    /// As it stands on its cap: `Ctrl+K`.
    public static void press(String keys) {
        press((KeyCodeCombination) KeyCombination.valueOf(keys));
    }

    private static void press(KeyCodeCombination keys) {
        onScreen(() -> {
            fire(event(KeyEvent.KEY_PRESSED, keys));
            fire(event(KeyEvent.KEY_RELEASED, keys));
            return null;
        });
    }

    private static KeyEvent event(javafx.event.EventType<KeyEvent> type, KeyCodeCombination keys) {
        return new KeyEvent(
                type,
                "",
                "",
                keys.getCode(),
                keys.getShift() == KeyCombination.ModifierValue.DOWN,
                keys.getControl() == KeyCombination.ModifierValue.DOWN,
                keys.getAlt() == KeyCombination.ModifierValue.DOWN,
                keys.getMeta() == KeyCombination.ModifierValue.DOWN);
    }

    private static void fire(KeyEvent event) {
        Scene scene = Window.getWindows().getLast().getScene();
        Node focus = scene.getFocusOwner();
        // Who had the focus may have left the scene a moment ago.
        Event.fireEvent(focus == null || !scene.equals(focus.getScene()) ? scene : focus, event);
    }

    /// What is seen there, on JavaFX's thread.
    public static <T> T onScreen(java.util.function.Supplier<T> look) {
        return CompletableFuture.supplyAsync(look, Platform::runLater).join();
    }

    public static boolean focusOn(String style) {
        return onScreen(() -> {
            Node focused = Window.getWindows().getLast().getScene().getFocusOwner();
            return focused != null && focused.getStyleClass().contains(style);
        });
    }

    public static String text(String query) {
        return onScreen(() -> switch (Window.getWindows().getLast().getScene().lookup(query)) {
            case javafx.scene.control.TextInputControl field -> field.getText();
            case javafx.scene.control.Label label -> label.getText();
            case null, default -> "";
        });
    }
}
