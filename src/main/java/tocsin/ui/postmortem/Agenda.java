package tocsin.ui.postmortem;

import java.time.Duration;
import java.util.List;

/// How the hour of a review meeting is spent.
enum Agenda {
    GIVEN(List.of(
            new Slot(Point.OVERVIEW, 10),
            new Slot(Point.CAUSE, 20),
            new Slot(Point.ACTIONS, 15),
            new Slot(Point.LEARNING, 10),
            new Slot(Point.FOLLOW_UP, 5))),
    /// Most of the hour goes to what people saw and knew; fixes are parked until then.
    TIMELINE(List.of(
            new Slot(Point.OVERVIEW, 5),
            new Slot(Point.TIMELINE, 35),
            new Slot(Point.ACTIONS, 12),
            new Slot(Point.LEARNING, 5),
            new Slot(Point.FOLLOW_UP, 3)));

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Slot> slots;

    enum Point {
        OVERVIEW,
        TIMELINE,
        CAUSE,
        ACTIONS,
        LEARNING,
        FOLLOW_UP
    }

    record Slot(Point point, int minutes) {
        Duration length() {
            return Duration.ofMinutes(minutes);
        }
    }

    Agenda(List<Slot> slots) {
        this.slots = slots;
    }

    List<Slot> slots() {
        return slots;
    }

    Duration length() {
        return slots.stream().map(Slot::length).reduce(Duration.ZERO, Duration::plus);
    }

    /// Whether fixes are to wait while this point is talked about.
    boolean parksFixes(Point point) {
        return this == TIMELINE && (point == Point.OVERVIEW || point == Point.TIMELINE);
    }
}
