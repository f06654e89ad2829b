package tocsin.ui.board;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tocsin.ui.kit.Words;

/// The strip at the foot: what is safe on disk, where, and what time the screen speaks.
public final class StatusModel {
    private final Words words;
    private final String profile;
    private final String zone;
    private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper troubled = new ReadOnlyBooleanWrapper();

    StatusModel(Path profile, ZoneId zone, Words words) {
        this.words = words;
        this.profile = words.get(
                "status.profile", Optional.ofNullable(profile.getFileName()).orElse(profile));
        this.zone = zone.getId();
    }

    void show(Reading reading) {
        switch (reading) {
            case Reading.Fresh(var _, var count, var reason) -> {
                facts.set(words.get("status.facts", words.number(count)));
                trouble(reason);
            }
            case Reading.Failed(var reason) -> trouble(Optional.of(words.get("status.unread", reason)));
        }
    }

    private void trouble(Optional<String> line) {
        trouble.set(line.orElse(""));
        troubled.set(line.isPresent());
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
