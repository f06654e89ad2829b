package tocsin.ui.shell;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tocsin.app.Pulses;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.HubLine;

/// The strip at the foot: what is safe on disk, where, how much room is left, and what zone the screen speaks. Lives on
/// the JavaFX thread, knows no node.
public final class StatusModel {
    private static final long GIGABYTE = 1L << 30;
    private static final long MEGABYTE = 1L << 20;

    private final Words words;
    private final String profile;
    private final String zone;
    private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper free = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper troubled = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<HubLine> hub = new ReadOnlyObjectWrapper<>(HubLine.NONE);

    public StatusModel(Path profile, ZoneId zone, Words words) {
        this.words = words;
        this.profile = words.get(
                "status.profile", Optional.ofNullable(profile.getFileName()).orElse(profile));
        this.zone = zone.getId();
    }

    public void show(Pulses.Snapshot snapshot) {
        facts.set(words.get("status.facts", words.number(snapshot.facts())));
        free.set(snapshot.freeBytes() <= 0 ? "" : words.get("status.free", size(snapshot.freeBytes())));
        Optional<String> line =
                snapshot.trouble().or(() -> snapshot.unread().map(reason -> words.get("status.unread", reason)));
        trouble.set(line.orElse(""));
        troubled.set(line.isPresent());
    }

    void show(HubLine line) {
        hub.set(line);
    }

    /// The journal is still being read.
    public void opening() {
        facts.set(words.get("status.opening"));
    }

    /// The journal cannot be read.
    void fail(String reason) {
        facts.set(words.get("status.failed"));
        trouble.set(reason);
        troubled.set(true);
    }

    private String size(long bytes) {
        return bytes >= GIGABYTE ? words.number(bytes / GIGABYTE) + " GB" : words.number(bytes / MEGABYTE) + " MB";
    }

    public String getProfile() {
        return profile;
    }

    public String getZone() {
        return zone;
    }

    public String getFacts() {
        return facts.get();
    }

    public ReadOnlyStringProperty factsProperty() {
        return facts.getReadOnlyProperty();
    }

    public String getFree() {
        return free.get();
    }

    public ReadOnlyStringProperty freeProperty() {
        return free.getReadOnlyProperty();
    }

    /// What the strip says of the hub; nothing when there is none.
    public HubLine getHub() {
        return hub.get();
    }

    public ReadOnlyObjectProperty<HubLine> hubProperty() {
        return hub.getReadOnlyProperty();
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
