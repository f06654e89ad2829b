package tocsin.ui.board;

import java.text.Bidi;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tocsin.app.Safe;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.severity.Severity;
import tocsin.store.IncidentRow;
import tocsin.ui.kit.Words;

/// One live incident on the board. The same card stays for the same incident while it keeps its level, so that
/// the place of the reader is never lost.
public final class CardModel {
    private final Words words;
    private final ReadOnlyStringWrapper phase = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper wrapped = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper commander = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper elapsed = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper since = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper spoken = new ReadOnlyStringWrapper("");
    private IncidentRow row;

    CardModel(IncidentRow row, Instant now, Words words) {
        this.words = words;
        this.row = row;
        show(row, now);
    }

    void show(IncidentRow fresh, Instant now) {
        row = fresh;
        phase.set(words.phase(row.phase()));
        String line = Safe.line(row.title());
        // In this order the label never breaks what it must not break.
        wrapped.set(false);
        title.set(line);
        wrapped.set(!Bidi.requiresBidi(line.toCharArray(), 0, line.length()));
        commander.set(row.commander().map(PersonId::name).map(Safe::line).orElse(words.get("card.vacant")));
        since.set(words.get(row.declaredAt().isPresent() ? "card.since" : "card.undeclared"));
        tick(now);
    }

    void tick(Instant now) {
        elapsed.set(row.declaredAt()
                .map(declared -> Elapsed.words(Duration.between(declared, now), words))
                .orElse(words.get("card.none")));
        spoken.set(words.get(
                "card.spoken",
                severity(),
                words.get(Levels.key(severity())),
                getNumber(),
                getPhase(),
                getTitle(),
                getCommander(),
                getElapsed(),
                getSince()));
    }

    IncidentId id() {
        return row.id();
    }

    Severity severity() {
        return row.severity();
    }

    public String getNumber() {
        return row.number();
    }

    public String getLevel() {
        return severity().toString();
    }

    public String getPhase() {
        return phase.get();
    }

    public ReadOnlyStringProperty phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    public String getTitle() {
        return title.get();
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// JavaFX 26 fails while it breaks lines of a text that reads from right to left, so such a title stays on
    /// one line.
    public boolean isWrapped() {
        return wrapped.get();
    }

    public ReadOnlyBooleanProperty wrappedProperty() {
        return wrapped.getReadOnlyProperty();
    }

    public String getCommander() {
        return commander.get();
    }

    public ReadOnlyStringProperty commanderProperty() {
        return commander.getReadOnlyProperty();
    }

    public String getElapsed() {
        return elapsed.get();
    }

    public ReadOnlyStringProperty elapsedProperty() {
        return elapsed.getReadOnlyProperty();
    }

    public String getSince() {
        return since.get();
    }

    public ReadOnlyStringProperty sinceProperty() {
        return since.getReadOnlyProperty();
    }

    /// The whole card for somebody who hears it.
    public String getSpoken() {
        return spoken.get();
    }

    public ReadOnlyStringProperty spokenProperty() {
        return spoken.getReadOnlyProperty();
    }
}
