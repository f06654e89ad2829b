package tocsin.ui.due;

import java.text.Bidi;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.LineBox;
import tocsin.ui.kit.LineBoxes;
import tocsin.ui.kit.Screens;
import tocsin.ui.kit.SidePane;
import tocsin.ui.kit.Tone;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Part;
import tocsin.ui.sight.Sight;

/// The right side of a room: clocks, next gate, checklist, disagreements. Never takes the focus.
public final class DuePane implements Part {
    private static final PseudoClass EXCEEDED = PseudoClass.getPseudoClass("exceeded");

    private final DueModel model;
    private final DueActs acts;
    private final InstantSource wall;
    private final Words words;
    private final SidePane root;

    @FXML
    private VBox clocks;

    @FXML
    private VBox gates;

    @FXML
    private VBox steps;

    @FXML
    private VBox quarrels;

    @FXML
    private Label listNote;

    public DuePane(DueActs acts, InstantSource wall, Words words, Screens screens) {
        this.model = acts.model();
        this.acts = acts;
        this.wall = wall;
        this.words = words;
        this.root = (SidePane) screens.load(this);
    }

    @FXML
    void initialize() {
        var _ = new LineBoxes(clocks, LineBox.Side.VALUE, model.clocks(), id -> model.explain(id, wall.instant()));
        var _ = new LineBoxes(gates, LineBox.Side.NAME, model.gates(), this::gate);
        var _ = new LineBoxes(steps, LineBox.Side.NAME, model.steps(), acts::step);
        model.quarrels().addListener((Observable _) -> quarrels());
        quarrels();
        model.exceededProperty().addListener((_, _, exceeded) -> listNote.pseudoClassStateChanged(EXCEEDED, exceeded));
    }

    /// What is open is met from here; what is met tells its evidence.
    private void gate(String id) {
        boolean open = model.gates().stream()
                .anyMatch(line -> line.id().equals(id) && line.tone() != Tone.MET && line.tone() != Tone.WAIVED);
        if (open) {
            acts.fix(id);
        } else {
            model.explain(id, wall.instant());
        }
    }

    private void quarrels() {
        quarrels.getChildren().setAll(model.quarrels().stream().map(this::card).toList());
    }

    private Node card(Quarrel quarrel) {
        Label title = wrapped(quarrel.title());
        title.getStyleClass().add("strong");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        var cap = new Label(Key.SETTLE.cap());
        cap.getStyleClass().addAll("key-cap", "mono");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(title, cap);
        head.getStyleClass().add("due-row");
        Label told = wrapped(quarrel.words());
        told.getStyleClass().add("due-told");
        var choices = new VBox(choice(quarrel, quarrel.first(), 1), choice(quarrel, quarrel.second(), 2));
        choices.getStyleClass().add("due-choices");
        var card = new VBox(head, told, choices);
        card.getStyleClass().add("due-quarrel");
        return card;
    }

    /// With the digit that the line asks for.
    private Button choice(Quarrel quarrel, Quarrel.Choice choice, int digit) {
        String name = digit + "  " + choice.name();
        var button = new Button(name);
        button.setWrapText(breaks(name));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinHeight(Region.USE_PREF_SIZE);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> acts.settle(quarrel, choice));
        return button;
    }

    /// The toolkit fails when it breaks a line that is read from the right.
    private static boolean breaks(String words) {
        return !Bidi.requiresBidi(words.toCharArray(), 0, words.length());
    }

    private static Label wrapped(String words) {
        var label = new Label(words);
        label.setWrapText(breaks(words));
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    @Override
    public SidePane root() {
        return root;
    }

    @Override
    public void show(Sight sight) {
        model.show(sight, wall.instant());
    }

    @Override
    public void tick(Instant now) {
        model.tick(now);
    }

    @Override
    public List<Act> acts() {
        var all = new ArrayList<>(acts.all(root::toggle));
        all.addAll(root.acts(words.get("keys.due"), words));
        return all;
    }

    public DueModel getModel() {
        return model;
    }
}
