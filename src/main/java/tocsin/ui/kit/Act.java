package tocsin.ui.kit;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCombination;

/// Something a person can do now: run by its key, found in the palette, listed on the sheet of keys.
///
/// @param group the heading it stands under
/// @param ready while false, its key goes on to whatever has the focus
public record Act(String group, String name, Optional<KeyCombination> key, BooleanSupplier ready, Runnable run) {
    public static Act keyed(String group, String name, String key, Runnable run) {
        return new Act(group, name, Optional.of(KeyCombination.valueOf(key)), () -> true, run);
    }

    /// Without a key of its own; the palette finds it.
    public static Act named(String group, String name, Runnable run) {
        return new Act(group, name, Optional.empty(), () -> true, run);
    }

    public Act when(BooleanSupplier condition) {
        return new Act(group, name, key, condition, run);
    }

    /// As it stands on a key cap: `Ctrl+K`.
    public String cap() {
        return key.map(KeyCaps::of).orElse("");
    }
}
