package tocsin.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tocsin.app.Agenda;
import tocsin.app.Due;
import tocsin.app.Pulse;
import tocsin.app.Pulses;
import tocsin.domain.clock.ClockState;
import tocsin.ui.kit.Timing;
import tocsin.ui.kit.Words;

/// The next due things over all incidents, and what time it is. Lives on the JavaFX thread, knows no node.
public final class ClockBarModel {
    private static final int PLACES = 12;

    /// Something may turn due soon in between; it may be told this much later. What turns overdue is told at once.
    private static final Duration LOOKED_AFTER = Duration.ofSeconds(5);

    private final Timing timing;
    private final List<ChipModel> chips;
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper clock = new ReadOnlyStringWrapper("");
    private List<Pulse> leading = List.of();
    private Instant lookAgain = Instant.MIN;

    public ClockBarModel(Words words, ZoneId zone) {
        this.timing = new Timing(words, zone);
        this.chips = Stream.generate(() -> new ChipModel(timing)).limit(PLACES).toList();
    }

    public void show(Pulses.Snapshot snapshot, Instant now) {
        show(Outlook.of(new Agenda(), snapshot, now), now);
    }

    void show(Outlook outlook, Instant now) {
        leading = outlook.leading();
        total.set(outlook.total());
        look(now);
        clock.set(timing.both(now));
    }

    /// Once a second.
    public void tick(Instant now) {
        if (now.isBefore(lookAgain)) {
            chips.forEach(chip -> chip.tick(now));
        } else {
            look(now);
        }
        clock.set(timing.both(now));
    }

    private void look(Instant now) {
        List<Due> due = Due.of(leading, now);
        for (int at = 0; at < PLACES; at++) {
            chips.get(at).show(at < due.size() ? due.get(at) : null, now);
        }
        Instant later = now.plus(LOOKED_AFTER);
        lookAgain = due.stream()
                .filter(each -> each.state() != ClockState.OVERDUE && each.at().isAfter(now))
                .map(each -> each.at().plusMillis(1))
                .filter(turn -> turn.isBefore(later))
                .min(Instant::compareTo)
                .orElse(later);
    }

    List<ChipModel> chips() {
        return chips;
    }

    /// How many things are due, shown or not.
    public int getTotal() {
        return total.get();
    }

    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /// Here and in UTC.
    public String getClock() {
        return clock.get();
    }

    public ReadOnlyStringProperty clockProperty() {
        return clock.getReadOnlyProperty();
    }
}
