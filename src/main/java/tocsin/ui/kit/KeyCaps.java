package tocsin.ui.kit;

import java.util.Locale;
import javafx.scene.input.KeyCombination;

/// How a key is written on its cap, on this computer.
public final class KeyCaps {
    private static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");

    private KeyCaps() {}

    public static String of(KeyCombination key) {
        boolean german = Locale.getDefault().getLanguage().equals("de");
        return key.getName()
                .replace("Shortcut", MAC ? "Cmd" : german ? "Strg" : "Ctrl")
                .replace("Shift", german ? "Umschalt" : "Shift")
                .replace("Slash", "/")
                .replace("Period", ".")
                .replace("Comma", ",");
    }
}
