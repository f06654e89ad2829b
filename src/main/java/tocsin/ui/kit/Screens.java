package tocsin.ui.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Locale;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads the screen that belongs to a pane: `BoardPane` of the room `board` is drawn by
/// `board/board-pane.fxml`. The pane comes ready-made from whoever wires it; nothing is created behind its
/// back.
public final class Screens {
    private final Words words;

    public Screens(Words words) {
        this.words = words;
    }

    public Parent load(Object pane) {
        Class<?> type = pane.getClass();
        var loader = new FXMLLoader(drawing(type), words.bundle());
        loader.setControllerFactory(wanted -> {
            if (wanted != type) {
                throw new IllegalStateException(wanted + " was not wired into the screen of " + type);
            }
            return pane;
        });
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException("the screen of " + type.getSimpleName() + " cannot be drawn", broken);
        }
    }

    private static URL drawing(Class<?> type) {
        String file =
                type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ".fxml";
        URL found = type.getResource(file);
        if (found == null) {
            throw new IllegalStateException("the program is incomplete: " + file + " is missing");
        }
        return found;
    }
}
