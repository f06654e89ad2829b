package tocsin.ui.board;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tocsin.domain.severity.Severity;
import tocsin.store.IncidentRow;
import tocsin.ui.kit.Words;

/// What the board shows. Lives on the JavaFX thread, knows no node.
public final class BoardModel {
    private final InstantSource wall;
    private final Words words;
    private final DeclareModel declare;
    private final StatusModel status;
    private final List<ColumnModel> columns;
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper quiet = new ReadOnlyBooleanWrapper();

    BoardModel(DeclareModel declare, StatusModel status, InstantSource wall, Words words) {
        this.declare = declare;
        this.status = status;
        this.wall = wall;
        this.words = words;
        this.columns = Arrays.stream(Severity.values())
                .map(severity -> new ColumnModel(severity, words))
                .toList();
    }

    void show(Reading reading) {
        status.show(reading);
        if (reading instanceof Reading.Fresh fresh) {
            show(fresh.incidents());
        }
    }

    void tick(Instant now) {
        columns.forEach(column -> column.tick(now));
    }

    private void show(List<IncidentRow> live) {
        Instant now = wall.instant();
        columns.forEach(column -> column.show(live, now));
        count.set(live.isEmpty() ? "" : words.get("board.live", words.number(live.size())));
        quiet.set(live.isEmpty());
    }

    public List<ColumnModel> getColumns() {
        return columns;
    }

    public DeclareModel getDeclare() {
        return declare;
    }

    public StatusModel getStatus() {
        return status;
    }

    public String getCount() {
        return count.get();
    }

    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /// Nothing is live; false too as long as nobody has looked.
    public boolean isQuiet() {
        return quiet.get();
    }

    public ReadOnlyBooleanProperty quietProperty() {
        return quiet.getReadOnlyProperty();
    }
}
