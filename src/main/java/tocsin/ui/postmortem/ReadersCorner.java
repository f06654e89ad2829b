package tocsin.ui.postmortem;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import tocsin.app.Safe;
import tocsin.base.PersonId;
import tocsin.domain.incident.Incident;
import tocsin.domain.postmortem.Reviewer;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.DueLine;
import tocsin.ui.kit.LineBox;
import tocsin.ui.kit.LineBoxes;
import tocsin.ui.kit.Tone;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Telling;

/// Who was asked to read the document and who has. What can be done about it is in the palette; a click on one's own
/// name says that one has read it.
final class ReadersCorner implements Bench.Corner {
    private final Bench bench;
    private final ReviewPrompts prompts;
    private final ObservableList<DueLine> lines = FXCollections.observableArrayList();
    private final VBox side = new VBox();

    ReadersCorner(Bench bench) {
        this.bench = bench;
        prompts = new ReviewPrompts(bench.asking(), bench.together());
        var head = new Label(bench.words().get("postmortem.readers"));
        head.getStyleClass().add("section-head");
        var rows = new VBox();
        side.getChildren().addAll(head, rows);
        side.setVisible(false);
        side.setManaged(false);
        var _ = new LineBoxes(rows, LineBox.Side.NAME, lines, this::clicked);
    }

    @Override
    public Optional<Parent> side() {
        return Optional.of(side);
    }

    @Override
    public void show(Incident incident) {
        List<DueLine> now = lines(
                incident.review().reviewers(),
                bench.words(),
                new Telling(bench.words(), incident.zone(), bench.asking().now()));
        if (!now.equals(List.copyOf(lines))) {
            lines.setAll(now);
        }
        side.setVisible(!now.isEmpty());
        side.setManaged(!now.isEmpty());
    }

    static List<DueLine> lines(List<Reviewer> readers, Words words, Telling telling) {
        return readers.stream()
                .map(reader -> new DueLine(
                        reader.person().name(),
                        reader.done() ? Tone.MET : Tone.OPEN,
                        reader.reviewedAt()
                                .map(at -> words.get(
                                        "postmortem.reader.read",
                                        Safe.line(reader.person().name()),
                                        telling.moment(at)))
                                .orElseGet(() -> words.get(
                                        "postmortem.reader.asked",
                                        Safe.line(reader.person().name()))),
                        "",
                        reader.note().isBlank() ? List.of() : List.of(Safe.line(reader.note())),
                        ""))
                .toList();
    }

    private void clicked(String name) {
        PersonId me = bench.surroundings().operator();
        bench.ask(name.equals(me.name()) ? prompts.reviewed() : prompts.reviewer());
    }

    @Override
    public List<Act> acts() {
        return List.of();
    }
}
