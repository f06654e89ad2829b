package tocsin.ui.kit;

import java.util.List;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Several keys for one act, because keyboards differ; its cap shows the first.
public final class Chord extends KeyCombination {
    private final List<KeyCombination> keys;

    public Chord(List<KeyCombination> keys) {
        this.keys = List.copyOf(keys);
    }

    @Override
    public boolean match(KeyEvent event) {
        return keys.stream().anyMatch(key -> key.match(event));
    }

    @Override
    public String getName() {
        return keys.getFirst().getName();
    }

    @Override
    public String getDisplayText() {
        return keys.getFirst().getDisplayText();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Chord chord && keys.equals(chord.keys);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }
}
