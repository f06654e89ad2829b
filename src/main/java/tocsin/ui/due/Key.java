package tocsin.ui.due;

import javafx.scene.input.KeyCombination;
import tocsin.ui.kit.KeyCaps;

/// The keys of this pane, each in one place.
enum Key {
    STATE("F4"),
    UPDATE("F5"),
    STAMP("F7"),
    ANSWER("F8"),
    SNOOZE("Shift+F8"),
    ESCALATE("Shortcut+F8"),
    WAIVE("Shortcut+G"),
    CHECKLIST("Shortcut+L"),
    RAISE("Shortcut+Up"),
    LOWER("Shortcut+Down"),
    PLAN("Shortcut+Shift+P"),
    PLAN_STEP("Shortcut+Shift+D"),
    REVIEW_OWNER("Shortcut+Shift+O"),
    SETTLE("Shortcut+Shift+C"),
    WHY("Shortcut+Shift+W"),
    HIDE("Shortcut+Shift+R");

    private final String code;

    Key(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /// As it stands on a key cap of this computer.
    String cap() {
        return KeyCaps.of(KeyCombination.valueOf(code));
    }
}
