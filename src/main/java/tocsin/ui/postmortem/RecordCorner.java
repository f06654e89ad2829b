package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import tocsin.app.Safe;
import tocsin.app.postmortem.TimeRecords;
import tocsin.domain.incident.Incident;
import tocsin.domain.severity.Severity;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.DueLine;
import tocsin.ui.kit.LineBox;
import tocsin.ui.kit.LineBoxes;
import tocsin.ui.kit.Tone;
import tocsin.ui.kit.Words;

/// What the record says and nobody types: how long things took, which levels it had, who commanded.
final class RecordCorner implements Bench.Corner {
    private final Words words;
    private final ObservableList<DueLine> lines = FXCollections.observableArrayList();
    private final VBox side = new VBox();

    RecordCorner(Words words) {
        this.words = words;
        var head = new Label(words.get("postmortem.facts"));
        head.getStyleClass().add("section-head");
        var rows = new VBox();
        var _ = new LineBoxes(rows, LineBox.Side.VALUE, lines, _ -> {});
        side.getChildren().addAll(head, rows);
    }

    @Override
    public Optional<Parent> side() {
        return Optional.of(side);
    }

    @Override
    public void show(Incident incident) {
        List<DueLine> fresh = lines(incident, words);
        if (!lines.equals(fresh)) {
            lines.setAll(fresh);
        }
    }

    static List<DueLine> lines(Incident incident, Words words) {
        var lines = new ArrayList<DueLine>();
        for (TimeRecords.Length length : TimeRecords.lengths(incident, words.texts())) {
            length.time()
                    .ifPresent(
                            time -> lines.add(line(length.key(), words.texts().get(length.key()), words.span(time))));
        }
        List<Severity> levels = new ArrayList<>();
        incident.declaredSeverity().ifPresent(levels::add);
        incident.peakSeverity().ifPresent(levels::add);
        incident.finalSeverity().ifPresent(levels::add);
        if (!levels.isEmpty()) {
            lines.add(line(
                    "levels",
                    words.get("postmortem.facts.levels"),
                    levels.stream().map(level -> String.valueOf(level.level())).collect(Collectors.joining(", "))));
        }
        incident.commander()
                .ifPresent(who -> lines.add(
                        line("command", words.get("postmortem.facts.command"), Safe.cut(Safe.line(who.name()), 24))));
        return lines;
    }

    private static DueLine line(String id, String name, String value) {
        return new DueLine(id, Tone.QUIET, name, value, List.of(), "", DueLine.Room.ONE_ROW);
    }

    @Override
    public List<Act> acts() {
        return List.of();
    }
}
