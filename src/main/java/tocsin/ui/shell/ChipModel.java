package tocsin.ui.shell;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import tocsin.app.Due;
import tocsin.app.Safe;
import tocsin.base.IncidentId;
import tocsin.domain.clock.ClockState;
import tocsin.ui.kit.Timing;

/// One place in the clock bar. What stands there changes; the place does not. Lives on the JavaFX thread.
public final class ChipModel {
    private static final int MOST_NAME = 14;

    private final Timing timing;
    private final ReadOnlyObjectWrapper<String> look = new ReadOnlyObjectWrapper<>("none");
    private final ReadOnlyBooleanWrapper marked = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper what = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper when = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper who = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper spoken = new ReadOnlyStringWrapper("");
    private @Nullable Due due;

    ChipModel(Timing timing) {
        this.timing = timing;
    }

    void show(@Nullable Due fresh, Instant now) {
        due = fresh;
        if (fresh == null) {
            look.set("none");
            return;
        }
        look.set(fresh.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        marked.set(fresh.state() != ClockState.RUNNING);
        what.set(timing.what(fresh));
        who.set(
                fresh.kind() == Due.Kind.TASK || fresh.kind() == Due.Kind.ACTION
                        ? fresh.whose()
                                .map(person -> Safe.cut(Safe.line(person.name()), MOST_NAME))
                                .orElse("")
                        : fresh.incident().number());
        tick(now);
    }

    void tick(Instant now) {
        if (due != null) {
            when.set(timing.when(due, now));
            spoken.set(timing.line(due, now) + ", " + due.incident().number());
        }
    }

    Optional<IncidentId> incident() {
        return Optional.ofNullable(due).map(Due::incident);
    }

    /// `overdue`, `due-soon`, `running`, or `none` where nothing stands.
    public String getLook() {
        return look.get();
    }

    public ReadOnlyObjectProperty<String> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /// Whether a shape stands before the words.
    public boolean isMarked() {
        return marked.get();
    }

    public ReadOnlyBooleanProperty markedProperty() {
        return marked.getReadOnlyProperty();
    }

    public String getWhat() {
        return what.get();
    }

    public ReadOnlyStringProperty whatProperty() {
        return what.getReadOnlyProperty();
    }

    public String getWhen() {
        return when.get();
    }

    public ReadOnlyStringProperty whenProperty() {
        return when.getReadOnlyProperty();
    }

    public String getWho() {
        return who.get();
    }

    public ReadOnlyStringProperty whoProperty() {
        return who.getReadOnlyProperty();
    }

    /// The whole chip for somebody who hears it.
    public String getSpoken() {
        return spoken.get();
    }

    public ReadOnlyStringProperty spokenProperty() {
        return spoken.getReadOnlyProperty();
    }
}
