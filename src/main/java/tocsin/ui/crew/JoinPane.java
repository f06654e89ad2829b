package tocsin.ui.crew;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Screens;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Part;
import tocsin.ui.sight.Sight;

/// The join card: it lies over the timeline and takes nothing away, neither the focus nor a key but Esc.
public final class JoinPane implements Part {
    private final InstantSource wall;
    private final Words words;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final Parent root;
    private Optional<Sight> sight = Optional.empty();
    private List<JoinText.Told> told = List.of();

    @FXML
    private VBox lines;

    public JoinPane(InstantSource wall, Words words, Screens screens) {
        this.wall = wall;
        this.words = words;
        root = screens.load(this);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void show(Sight fresh) {
        sight = Optional.of(fresh);
        tick(wall.instant());
    }

    @Override
    public void tick(Instant now) {
        if (open.get()) {
            sight.ifPresent(known -> draw(JoinText.of(known, known.moment(now), words)));
        }
    }

    private void draw(List<JoinText.Told> fresh) {
        if (!fresh.equals(told)) {
            told = fresh;
            lines.getChildren().setAll(fresh.stream().map(JoinPane::line).toList());
        }
    }

    private static Node line(JoinText.Told told) {
        Label words = CrewRows.wrapped(told.line());
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        var line = new HBox(CrewRows.label(told.about(), "join-about"), words);
        line.getStyleClass().add("join-line");
        line.setAccessibleText(told.about() + ": " + told.line());
        return line;
    }

    @Override
    public List<Act> acts() {
        String group = words.get("keys.crew");
        return List.of(
                Act.keyed(group, words.get("act.join"), "F9", this::turn),
                Act.keyed(group, words.get("act.join.close"), "Esc", this::turn).when(open::get));
    }

    @FXML
    void turn() {
        open.set(!open.get());
        tick(wall.instant());
    }

    public boolean isOpen() {
        return open.get();
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }
}
