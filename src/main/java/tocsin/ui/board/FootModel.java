package tocsin.ui.board;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// One line at the foot of the board that is always there, so that nothing moves: what an act did, what it would do,
/// why
/// it was refused, or else the keys that work now.
public final class FootModel {
    private static final Duration SAID_FOR = Duration.ofSeconds(30);

    private String keys;
    private final ReadOnlyStringWrapper line;
    private final ReadOnlyBooleanWrapper refused = new ReadOnlyBooleanWrapper();
    private Instant until = Instant.MIN;

    FootModel(String keys) {
        this.keys = keys;
        this.line = new ReadOnlyStringWrapper(keys);
    }

    /// Which keys work from now on; what was said stays until its time is over.
    void keys(String now) {
        boolean shown = line.get().equals(keys);
        keys = now;
        if (shown) {
            line.set(now);
        }
    }

    void say(String words, Instant now) {
        line.set(words);
        refused.set(false);
        until = now.plus(SAID_FOR);
    }

    void refuse(String words, Instant now) {
        say(words, now);
        refused.set(true);
    }

    void clear() {
        line.set(keys);
        refused.set(false);
        until = Instant.MIN;
    }

    void tick(Instant now) {
        if (!until.equals(Instant.MIN) && now.isAfter(until)) {
            clear();
        }
    }

    public String getLine() {
        return line.get();
    }

    public ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    public boolean isRefused() {
        return refused.get();
    }

    public ReadOnlyBooleanProperty refusedProperty() {
        return refused.getReadOnlyProperty();
    }
}
