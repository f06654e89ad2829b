package tocsin.ui.postmortem;

import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// A key that means something only while a certain place has the focus: a letter or Enter stays with whoever writes
/// elsewhere.
final class HereKey extends KeyCombination {
    private final KeyCombination key;
    private final BooleanSupplier here;

    HereKey(String key, BooleanSupplier here) {
        this.key = KeyCombination.valueOf(key);
        this.here = here;
    }

    @Override
    public boolean match(KeyEvent event) {
        return key.match(event) && here.getAsBoolean();
    }

    @Override
    public String getName() {
        return key.getName();
    }

    @Override
    public String getDisplayText() {
        return key.getDisplayText();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HereKey same && key.equals(same.key) && here.equals(same.here);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
