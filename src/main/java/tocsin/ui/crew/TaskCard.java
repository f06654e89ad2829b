package tocsin.ui.crew;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tocsin.app.Safe;
import tocsin.base.FactId;
import tocsin.domain.timeline.Task;

/// One open task as a card shows it. It keeps its digit as long as it is open, so that what a hand has learned stays
/// true while others come and go.
public final class TaskCard {
    /// With less than this part of the box left it is nearly over.
    private static final double NEARLY = 0.8;

    private final FactId id;
    private final int digit;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper owner = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper heard = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper used = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(Tone.PLAIN);

    TaskCard(FactId id, int digit) {
        this.id = id;
        this.digit = digit;
    }

    void show(Task task, Moments moments) {
        text.set(Safe.line(task.text()));
        owner.set(Safe.line(task.owner().name()));
        heard.set(task.readBackAt().isPresent());
        Instant now = moments.now();
        left.set(task.left(now).map(moments::left).orElse(moments.words().get("crew.task.noBox")));
        double part = used(task, now);
        used.set(part);
        tone.set(part >= 1 ? Tone.OVER : part >= NEARLY ? Tone.SOON : Tone.PLAIN);
    }

    /// How much of its box is used up, 0 where it has none.
    private static double used(Task task, Instant now) {
        Optional<Duration> box = task.box().filter(length -> length.compareTo(Duration.ZERO) > 0);
        return box.map(length -> Math.clamp(
                        (double) Duration.between(task.assignedAt(), now).toMillis() / length.toMillis(), 0, 1))
                .orElse(0.0);
    }

    public FactId id() {
        return id;
    }

    /// 1 to 9, or 0 when there are more than nine.
    public int digit() {
        return digit;
    }

    public String getText() {
        return text.get();
    }

    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    public String getOwner() {
        return owner.get();
    }

    public ReadOnlyStringProperty ownerProperty() {
        return owner.getReadOnlyProperty();
    }

    public boolean isHeard() {
        return heard.get();
    }

    /// Whether the owner has read it back.
    public ReadOnlyBooleanProperty heardProperty() {
        return heard.getReadOnlyProperty();
    }

    public String getLeft() {
        return left.get();
    }

    public ReadOnlyStringProperty leftProperty() {
        return left.getReadOnlyProperty();
    }

    public double getUsed() {
        return used.get();
    }

    public ReadOnlyDoubleProperty usedProperty() {
        return used.getReadOnlyProperty();
    }

    public Tone getTone() {
        return tone.get();
    }

    public ReadOnlyObjectProperty<Tone> toneProperty() {
        return tone.getReadOnlyProperty();
    }
}
