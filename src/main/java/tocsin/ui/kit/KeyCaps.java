package tocsin.ui.kit;

import java.util.Locale;
import javafx.scene.input.KeyCombination;

/// How a key is written on its cap, on this computer and in this language. Texts name keys as an English keyboard does.
public final class KeyCaps {
    private static final Make HERE =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac") ? Make.MAC : Make.PC;

    /// Who made the keyboard.
    enum Make {
        PC,
        MAC
    }

    private KeyCaps() {}

    public static String of(KeyCombination key) {
        String name = key.getName()
                .replace("Shortcut", "Ctrl")
                .replace("Shift+Ctrl+", "Ctrl+Shift+")
                .replace("Shift+Alt+", "Alt+Shift+")
                .replace("Slash", "/")
                .replace("Period", ".")
                .replace("Comma", ",");
        return in(name, Locale.getDefault());
    }

    /// The same words with their keys as they stand on the caps.
    static String in(String words, Locale language) {
        return in(words, language, HERE);
    }

    static String in(String words, Locale language, Make make) {
        boolean german = language.getLanguage().equals("de");
        String command = make == Make.MAC ? "Cmd" : german ? "Strg" : "Ctrl";
        String caps = words.replaceAll("\\bCtrl\\b", command);
        return german ? caps.replaceAll("\\bShift\\+", "Umschalt+").replaceAll("\\bDel\\b", "Entf") : caps;
    }
}
