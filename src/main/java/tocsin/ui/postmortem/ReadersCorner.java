package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tocsin.app.Safe;
import tocsin.base.PersonId;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Phase;
import tocsin.domain.postmortem.Reviewer;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.DueLine;
import tocsin.ui.kit.KeyText;
import tocsin.ui.kit.LineBox;
import tocsin.ui.kit.LineBoxes;
import tocsin.ui.kit.Tone;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Telling;

/// Who was asked to read the document and who has. What can be done about it stands below with its keys; a click on
/// one's own
/// name says that one has read it.
final class ReadersCorner implements Bench.Corner {
    static final String ASK = "Shortcut+Shift+U";
    static final String READ = "Shortcut+Shift+Y";
    static final String BACK = "Shortcut+Shift+B";

    private final Bench bench;
    private final ReviewPrompts prompts;
    private final ObservableList<DueLine> lines = FXCollections.observableArrayList();
    private final VBox side = new VBox();
    private final KeyText keys = new KeyText();
    private final Label nobody = new Label();

    ReadersCorner(Bench bench) {
        this.bench = bench;
        prompts = new ReviewPrompts(bench.asking(), bench.together());
        var head = new Label(bench.words().get("postmortem.readers"));
        head.getStyleClass().add("section-head");
        var rows = new VBox();
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var top = new HBox(head, gap);
        top.getStyleClass().add("due-head");
        keys.getStyleClass().add("small");
        keys.setText(bench.words().get("postmortem.readers.keys"));
        nobody.getStyleClass().addAll("muted", "small-text");
        nobody.setText(bench.words().get("postmortem.readers.none"));
        nobody.setWrapText(true);
        side.getChildren().addAll(top, rows, nobody, keys);
        show(side, false);
        var _ = new LineBoxes(rows, LineBox.Side.NAME, lines, this::clicked);
    }

    @Override
    public Optional<Parent> side() {
        return Optional.of(side);
    }

    @Override
    public void show(Incident incident) {
        var now = new ArrayList<DueLine>();
        if (incident.editedAfterClosing()) {
            now.add(late(bench.words()));
        }
        now.addAll(lines(
                incident.review().reviewers(),
                bench.words(),
                new Telling(bench.words(), incident.zone(), bench.asking().now())));
        boolean asks = incident.review().owner().isPresent() && incident.phase() != Phase.CLOSED;
        if (!now.equals(List.copyOf(lines))) {
            lines.setAll(now);
        }
        show(keys, asks);
        show(nobody, asks && now.isEmpty());
        show(side, asks || !now.isEmpty());
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /// Words came from another desk after the closing.
    static DueLine late(Words words) {
        return new DueLine(
                "late", Tone.WARNING, words.get("postmortem.late"), "", List.of(words.get("postmortem.late.note")), "");
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
        if (name.equals("late")) {
            return;
        }
        PersonId me = bench.surroundings().operator();
        bench.ask(name.equals(me.name()) ? prompts.reviewed() : prompts.reviewer());
    }

    @Override
    public List<Act> acts() {
        String group = bench.words().get("keys.postmortem");
        return List.of(
                Act.keyed(
                        group, bench.words().get("postmortem.act.reviewer"), ASK, () -> bench.ask(prompts.reviewer())),
                Act.keyed(
                        group, bench.words().get("postmortem.act.reviewed"), READ, () -> bench.ask(prompts.reviewed())),
                Act.keyed(
                        group, bench.words().get("postmortem.act.return"), BACK, () -> bench.ask(prompts.giveBack())));
    }
}
