package tocsin.ui.postmortem;

import java.util.Optional;
import javafx.scene.input.KeyCombination;
import tocsin.domain.incident.Gates;
import tocsin.ui.kit.KeyCaps;

/// The keys of this screen. A gate that is open shows the one that fixes it.
enum Key {
    SECTION("F2"),
    FIND("F3"),
    QUOTE("Shortcut+J"),
    WRITE_OUT("Shortcut+Shift+J"),
    RECORD("Shortcut+Shift+R"),
    WRITERS("Shortcut+Shift+H"),
    VERSIONS("Shortcut+H"),
    IMPACT("F4"),
    ACTION("F5"),
    ACTIONS("F6"),
    HARDEN("F8"),
    CAUSE("F9"),
    MERGED("F10"),
    STEP("Shortcut+Enter"),
    OWNER("Shortcut+Shift+O"),
    EXPORT("Shortcut+E"),
    VIEW("Shortcut+Shift+V"),
    WAIVE("Shortcut+G"),
    WORDING("Shortcut+Period"),
    ROOM("Shortcut+P");

    private final String code;

    Key(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    String cap() {
        return KeyCaps.of(KeyCombination.valueOf(code));
    }

    /// The one key that meets this gate, if it is met from here.
    static Optional<Key> fixing(String gate) {
        return switch (gate) {
            case Gates.OWNER -> Optional.of(OWNER);
            case Gates.REVIEW_IMPACT -> Optional.of(IMPACT);
            case Gates.REVIEW_CAUSE -> Optional.of(CAUSE);
            case Gates.REVIEW_ACTIONS -> Optional.of(ACTION);
            case Gates.STOP_1, Gates.REVIEW_TIMELINE, Gates.EXPLANATION -> Optional.of(ROOM);
            case Gates.STOP_2 -> Optional.of(STEP);
            case Gates.STOP_3 -> Optional.of(HARDEN);
            default -> Optional.empty();
        };
    }
}
