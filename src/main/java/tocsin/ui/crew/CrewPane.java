package tocsin.ui.crew;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tocsin.base.FactId;
import tocsin.domain.organisation.Organisation;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.KeyText;
import tocsin.ui.kit.Screens;
import tocsin.ui.kit.SidePane;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Deeds;
import tocsin.ui.sight.Part;
import tocsin.ui.sight.Sight;

/// The left side of a room.
public final class CrewPane implements Part {

    private final CrewModel model;
    private final CrewActs acts;
    private final InstantSource wall;
    private final Words words;
    private final Map<FactId, Node> drawn = new HashMap<>();
    private final SidePane root;

    @FXML
    private HBox commander;

    @FXML
    private HBox duty;

    @FXML
    private VBox offers;

    @FXML
    private VBox roles;

    @FXML
    private HBox span;

    @FXML
    private KeyText divide;

    @FXML
    private VBox cards;

    @FXML
    private Label settled;

    @FXML
    private KeyText taskKeys;

    @FXML
    private VBox decided;

    @FXML
    private VBox polls;

    @FXML
    private VBox leads;

    @FXML
    private Label noLeads;

    /// What stands beside the room itself.
    ///
    /// @param screen runs work on the JavaFX thread
    public record Beside(Supplier<Organisation> organisation, InstantSource wall, Sheets sheets, Executor screen) {}

    public CrewPane(Deeds deeds, Beside beside, Words words, Screens screens) {
        this.wall = beside.wall();
        this.words = words;
        model = new CrewModel(words, deeds.operator());
        acts = new CrewActs(model, deeds, beside, words);
        root = (SidePane) screens.load(this);
    }

    @FXML
    void initialize() {
        var command = model.getCommand();
        toned(commander, command.toneProperty());
        toned(duty, command.dutyToneProperty());
        toned(span, model.spanToneProperty());
        shownWhen(divide, model.spanToneProperty().map(tone -> tone == Tone.OVER && model.isPresent()));
        shownWhen(settled, settled.textProperty().map(line -> !line.isEmpty()));
        shownWhen(taskKeys, model.getTasks().countProperty().map(count -> !count.isEmpty() && model.isPresent()));
        command.getOffers().addListener((Observable _) -> drawOffers());
        model.getRoles().addListener((Observable _) -> drawRoles());
        model.getTasks().getCards().addListener((Observable _) -> drawCards());
        model.getLeads().addListener((Observable _) -> drawLeads());
        model.getPolls().addListener((Observable _) -> drawPolls());
        drawLeads();
        drawPolls();
    }

    private static void shownWhen(Node node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(node.visibleProperty());
    }

    private static void toned(Node node, ObservableValue<Tone> tone) {
        CrewRows.tone(node, tone.getValue());
        tone.addListener((_, _, now) -> CrewRows.tone(node, now));
    }

    private void drawOffers() {
        offers.getChildren()
                .setAll(model.getCommand().getOffers().stream()
                        .map(CrewRows::offer)
                        .toList());
    }

    private void drawRoles() {
        roles.getChildren()
                .setAll(model.getRoles().stream()
                        .map(row -> CrewRows.role(row, () -> acts.assign(row.word() + " ")))
                        .toList());
    }

    private void drawCards() {
        List<TaskCard> shown = model.getTasks().getCards();
        drawn.keySet().retainAll(shown.stream().map(TaskCard::id).toList());
        cards.getChildren()
                .setAll(shown.stream()
                        .map(card -> drawn.computeIfAbsent(card.id(), _ -> card(card)))
                        .toList());
    }

    private Node card(TaskCard card) {
        return TaskCardPane.draw(card, model.presentProperty(), words, () -> acts.task(card.digit() + " "));
    }

    private void drawLeads() {
        leads.getChildren().setAll(model.getLeads().stream().map(CrewRows::lead).toList());
        boolean none = model.getLeads().isEmpty();
        noLeads.setVisible(none);
        noLeads.setManaged(none);
        leads.setManaged(!none);
    }

    private void drawPolls() {
        polls.getChildren().setAll(model.getPolls().stream().map(CrewRows::lead).toList());
        decided.setVisible(!model.getPolls().isEmpty());
        decided.setManaged(!model.getPolls().isEmpty());
    }

    @FXML
    void handOver() {
        acts.handOver();
    }

    @FXML
    void answer() {
        acts.answer();
    }

    @FXML
    void subTeam() {
        acts.subTeam();
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
        String group = words.get("keys.crew");
        var all = new ArrayList<>(acts.all());
        all.add(Act.keyed(group, words.get("act.crew"), "Shortcut+Shift+L", root::toggle));
        all.addAll(root.acts(group, words));
        return all;
    }

    public CrewModel getModel() {
        return model;
    }
}
