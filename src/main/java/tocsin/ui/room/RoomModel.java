package tocsin.ui.room;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.View;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Past;
import tocsin.ui.sight.Sight;

/// Whether the room shows now or a past minute, and the one quiet line under the timeline. Lives on the JavaFX thread,
/// knows no node.
public final class RoomModel {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Duration NOTICE = Duration.ofSeconds(12);

    private final Words words;
    private final InstantSource wall;
    private final Consumer<Optional<Past>> wish;
    private final ReadOnlyBooleanWrapper past = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper banner = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper noticed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper troubled = new ReadOnlyBooleanWrapper();
    private Optional<Past> look = Optional.empty();
    private Optional<Incident> incident = Optional.empty();
    private Instant noticeUntil = Instant.MIN;

    /// @param wish told which minute is wanted
    RoomModel(Words words, InstantSource wall, Consumer<Optional<Past>> wish) {
        this.words = words;
        this.wall = wall;
        this.wish = wish;
        noticed.bind(notice.isNotEmpty());
        troubled.bind(trouble.isNotEmpty());
    }

    void show(Sight sight) {
        incident = Optional.of(sight.newest());
        // The zone may only be known now.
        banner.set(look.map(this::words).orElse(""));
        trouble.set("");
    }

    /// Looks at a past minute, or at now again. From here on nothing can be written until it is now again.
    public void look(Optional<Past> wanted) {
        look = wanted;
        past.set(wanted.isPresent());
        banner.set(wanted.map(this::words).orElse(""));
        wish.accept(wanted);
    }

    public Optional<Past> look() {
        return look;
    }

    /// The same minute, seen the other way.
    void turnView() {
        look.ifPresent(now ->
                look(Optional.of(new Past(now.moment(), now.view() == View.KNOWN ? View.TRUE : View.KNOWN))));
    }

    private String words(Past minute) {
        String moment = incident.map(known -> MINUTE.format(minute.moment().atZone(known.zone())) + " " + known.zone())
                .orElse(minute.moment().toString());
        return words.get(minute.view() == View.KNOWN ? "room.past.known" : "room.past.true", moment);
    }

    void say(String line) {
        notice.set(line);
        noticeUntil = wall.instant().plus(NOTICE);
    }

    void trouble(String line) {
        trouble.set(line.isEmpty() ? "" : words.get("room.trouble", line));
    }

    void tick(Instant now) {
        if (now.isAfter(noticeUntil)) {
            notice.set("");
        }
    }

    public boolean isPast() {
        return past.get();
    }

    public ReadOnlyBooleanProperty pastProperty() {
        return past.getReadOnlyProperty();
    }

    public String getBanner() {
        return banner.get();
    }

    public ReadOnlyStringProperty bannerProperty() {
        return banner.getReadOnlyProperty();
    }

    public String getNotice() {
        return notice.get();
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public boolean isNoticed() {
        return noticed.get();
    }

    public ReadOnlyBooleanProperty noticedProperty() {
        return noticed.getReadOnlyProperty();
    }

    public String getTrouble() {
        return trouble.get();
    }

    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    public boolean isTroubled() {
        return troubled.get();
    }

    public ReadOnlyBooleanProperty troubledProperty() {
        return troubled.getReadOnlyProperty();
    }
}
