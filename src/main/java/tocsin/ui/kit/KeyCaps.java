package tocsin.ui.kit;

import java.util.Locale;
import javafx.scene.input.KeyCombination;

/// How a key is written on its cap, on this computer.
public final class KeyCaps {
    private static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");

    private KeyCaps() {}

    public static String of(KeyCombination key) {
        return key.getName()
                .replace("Shortcut", MAC ? "Cmd" : "Ctrl")
                .replace("Slash", "/")
                .replace("Period", ".")
                .replace("Comma", ",");
    }
}
