package tocsin.ui.scrub;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.View;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Past;
import tocsin.ui.sight.Sight;

/// What the foot of a room shows and where in time it points. Lives on the JavaFX thread, knows no node.
public final class ScrubModel {
    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    /// Of so many entries a new one is drawn within a second, not at once.
    private static final int MANY = 20_000;

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final double CLOSER = 0.5;

    private final Words words;
    private final InstantSource wall;
    private final Consumer<Optional<Past>> wish;
    private final ReadOnlyObjectWrapper<Lanes> lanes = new ReadOnlyObjectWrapper<>(Lanes.NONE);
    private final ReadOnlyObjectWrapper<Pointer> pointer = new ReadOnlyObjectWrapper<>(Pointer.NONE);
    private final ReadOnlyStringWrapper begin = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper end = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper later = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper calm = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper belated = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper past = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper(true);
    private Optional<Incident> incident = Optional.empty();
    private Optional<Past> look = Optional.empty();
    private Optional<Stretch> zoom = Optional.empty();
    private Stretch whole = new Stretch(Instant.EPOCH, Instant.EPOCH);
    private Stretch shown = whole;
    private Instant now;
    private Instant drawnAt = Instant.MIN;
    private boolean behind;
    private int width;

    /// Where now is, and the minute that is looked at, in pixels; outside the width when it is out of sight.
    record Pointer(int now, Optional<Integer> minute, String label) {
        static final Pointer NONE = new Pointer(-1, Optional.empty(), "");
    }

    /// @param wish told which minute is wanted; empty is now
    public ScrubModel(Words words, InstantSource wall, Consumer<Optional<Past>> wish) {
        this.words = words;
        this.wall = wall;
        this.wish = wish;
        now = wall.instant();
        calm.bind(reading.isEmpty());
        belated.bind(later.isNotEmpty());
    }

    public void show(Sight sight) {
        boolean first = incident.isEmpty();
        incident = Optional.of(sight.newest());
        now = wall.instant();
        int entries = sight.newest().timeline().entries().size();
        if (!first && entries > MANY && now.isBefore(drawnAt.plus(PAUSE)) && !now.isBefore(drawnAt)) {
            behind = true;
            return;
        }
        if (first) {
            Stretch response = Stretch.response(sight.newest(), now);
            zoom = response.equals(Stretch.whole(sight.newest(), now)) ? Optional.empty() : Optional.of(response);
        }
        redraw();
        if (first) {
            look(look);
        }
    }

    /// Costs nothing until the time has moved on by a pixel.
    void tick(Instant wallNow) {
        boolean moved = behind || shown.x(wallNow, width) != shown.x(now, width) || wallNow.isAfter(whole.to());
        if (moved) {
            now = wallNow;
            redraw();
        }
    }

    void wide(int pixels) {
        if (pixels != width) {
            width = pixels;
            redraw();
        }
    }

    /// The room looks somewhere else, whoever asked for it.
    public void look(Optional<Past> wanted) {
        look = wanted;
        past.set(wanted.isPresent());
        known.set(wanted.map(minute -> minute.view() == View.KNOWN).orElse(true));
        Optional<Stretch> near =
                wanted.filter(_ -> incident.isPresent()).map(minute -> shown.showing(minute.moment(), whole));
        if (near.isPresent() && !near.get().equals(shown)) {
            zoom = near;
            redraw();
        } else {
            point();
        }
    }

    private void redraw() {
        incident.ifPresent(facts -> {
            drawnAt = now;
            behind = false;
            whole = Stretch.whole(facts, now);
            shown = zoom.orElse(whole);
            begin.set(told(facts).begin(shown));
            end.set(told(facts).end(shown));
            Lanes drawn = Draughtsman.draw(facts, shown, width, now, words);
            if (!drawn.equals(lanes.get())) {
                lanes.set(drawn);
            }
            point();
        });
    }

    private void point() {
        incident.ifPresent(facts -> {
            pointer.set(new Pointer(
                    shown.x(now, width),
                    look.map(minute -> shown.x(minute.moment(), width)),
                    look.map(minute -> told(facts).label(minute.moment(), shown))
                            .orElse("")));
            later.set(look.map(told(facts)::later).orElse(""));
        });
    }

    private Told told(Incident facts) {
        return new Told(words, facts, now);
    }

    /// What stands under the mouse, in one line at a fixed place.
    void hover(double x) {
        incident.ifPresent(facts -> reading.set(told(facts).reading(shown.at(x, width))));
    }

    void leave() {
        reading.set("");
    }

    /// The minute at this pixel, or now at the right end.
    void goTo(double x) {
        Instant moment = shown.at(x, width);
        boolean atEnd = x >= shown.x(now, width) - 2;
        goTo(atEnd ? Optional.empty() : Optional.of(moment));
    }

    void goTo(Optional<Instant> moment) {
        wish.accept(moment.map(past -> new Past(past, view())));
    }

    void goTo(Past minute) {
        wish.accept(minute.moment().isBefore(now()) ? Optional.of(minute) : Optional.empty());
    }

    void turn(View view) {
        look.filter(minute -> minute.view() != view)
                .ifPresent(minute -> wish.accept(Optional.of(new Past(minute.moment(), view))));
    }

    /// From now to the newest entry, and from there back, one by one.
    void back() {
        step(steps -> steps.entryBefore(moment()));
    }

    void forth() {
        incident.ifPresent(facts -> goTo(steps(facts).entryAfter(moment())));
    }

    void changeBack() {
        step(steps -> steps.changeBefore(moment()));
    }

    void changeForth() {
        incident.ifPresent(facts -> goTo(steps(facts).changeAfter(moment())));
    }

    void start() {
        incident.ifPresent(facts -> goTo(Optional.of(Stream.concat(
                        steps(facts).changeAfter(Instant.MIN).stream(), steps(facts).entryAfter(Instant.MIN).stream())
                .min(Instant::compareTo)
                .orElse(whole.from()))));
    }

    void minutes(int count) {
        Instant there = moment().plus(Duration.ofMinutes(count));
        goTo(there.isBefore(now()) ? Optional.of(later(there, whole.from())) : Optional.empty());
    }

    private void step(Function<Steps, Optional<Instant>> way) {
        incident.ifPresent(facts -> {
            Optional<Instant> there = way.apply(steps(facts));
            if (there.isPresent()) {
                goTo(there);
            } else if (look.isEmpty()) {
                goTo(Optional.of(later(now().minus(JUST_NOW), whole.from())));
            }
        });
    }

    private Steps steps(Incident facts) {
        return new Steps(facts, view());
    }

    private Instant moment() {
        return look.map(Past::moment).orElse(now().plusMillis(1));
    }

    private View view() {
        return look.map(Past::view).orElse(View.KNOWN);
    }

    private Instant now() {
        now = later(now, wall.instant());
        return now;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    void zoom(double x, double factor) {
        zoomAt(shown.from().plusMillis(Math.round(x / Math.max(1, width) * shown.millis())), factor);
    }

    void closer() {
        zoomAt(look.map(Past::moment).orElse(now), CLOSER);
    }

    void further() {
        zoomAt(look.map(Past::moment).orElse(now), 1 / CLOSER);
    }

    private void zoomAt(Instant anchor, double factor) {
        Stretch wanted = shown.zoomed(anchor, factor, whole);
        zoom = wanted.millis() >= whole.millis() ? Optional.empty() : Optional.of(wanted);
        redraw();
    }

    void all() {
        zoom = Optional.empty();
        redraw();
    }

    /// Along the time, while only a part of it is shown.
    void shift(double pixels) {
        zoom = zoom.map(part ->
                part.movedTo(part.from().plusMillis(Math.round(pixels / Math.max(1, width) * part.millis())), whole));
        redraw();
    }

    GoPrompt prompt() {
        return new GoPrompt(
                words, now(), incident.map(Incident::zone).orElse(ZoneOffset.UTC), view(), whole.from(), this::goTo);
    }

    ReadOnlyObjectProperty<Lanes> lanesProperty() {
        return lanes.getReadOnlyProperty();
    }

    Pointer pointer() {
        return pointer.get();
    }

    ReadOnlyObjectProperty<Pointer> pointerProperty() {
        return pointer.getReadOnlyProperty();
    }

    public String getBegin() {
        return begin.get();
    }

    public ReadOnlyStringProperty beginProperty() {
        return begin.getReadOnlyProperty();
    }

    public String getEnd() {
        return end.get();
    }

    public ReadOnlyStringProperty endProperty() {
        return end.getReadOnlyProperty();
    }

    public String getReading() {
        return reading.get();
    }

    public ReadOnlyStringProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /// Nothing is pointed at, so there is room for the keys.
    public boolean isCalm() {
        return calm.get();
    }

    public ReadOnlyBooleanProperty calmProperty() {
        return calm.getReadOnlyProperty();
    }

    public String getLater() {
        return later.get();
    }

    public ReadOnlyStringProperty laterProperty() {
        return later.getReadOnlyProperty();
    }

    /// Something about the minute that is looked at was written after it.
    public boolean isBelated() {
        return belated.get();
    }

    public ReadOnlyBooleanProperty belatedProperty() {
        return belated.getReadOnlyProperty();
    }

    public boolean isPast() {
        return past.get();
    }

    public ReadOnlyBooleanProperty pastProperty() {
        return past.getReadOnlyProperty();
    }

    public boolean isKnown() {
        return known.get();
    }

    public ReadOnlyBooleanProperty knownProperty() {
        return known.getReadOnlyProperty();
    }
}
