package tocsin.ui.scrub;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import tocsin.domain.incident.View;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Chord;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Screens;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Part;
import tocsin.ui.sight.Past;
import tocsin.ui.sight.Sight;

/// The foot of a room. The mouse drags through time here and never takes the focus from the line that is being written.
public final class ScrubPane implements Part {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double NOTCH = 1.25;

    private final ScrubModel model;
    private final Words words;
    private final Consumer<Prompt> ask;
    private final BooleanSupplier unwritten;
    private final Parent root;

    @FXML
    private Strip strip;

    @FXML
    private Label known;

    @FXML
    private Label happened;

    /// @param ask opens the line that asks, in the past too
    /// @param unwritten whether the entry line is empty, so that its keys are free
    public ScrubPane(ScrubModel model, Consumer<Prompt> ask, BooleanSupplier unwritten, Words words, Screens screens) {
        this.model = model;
        this.ask = ask;
        this.unwritten = unwritten;
        this.words = words;
        this.root = screens.load(this);
    }

    @FXML
    void initialize() {
        model.lanesProperty().addListener((_, _, lanes) -> strip.show(lanes));
        model.pointerProperty().addListener((_, _, pointer) -> strip.point(pointer));
        model.knownProperty().addListener((_, _, now) -> mark(now));
        strip.widthProperty().addListener((_, _, width) -> model.wide(width.intValue()));
        mark(model.isKnown());
    }

    private void mark(boolean knownThen) {
        known.pseudoClassStateChanged(CHOSEN, knownThen);
        happened.pseudoClassStateChanged(CHOSEN, !knownThen);
    }

    @FXML
    void dragged(MouseEvent mouse) {
        model.goTo(mouse.getX());
        model.hover(mouse.getX());
    }

    @FXML
    void moved(MouseEvent mouse) {
        model.hover(mouse.getX());
    }

    @FXML
    void left() {
        model.leave();
    }

    @FXML
    void rolled(ScrollEvent wheel) {
        double way = wheel.getDeltaY() == 0 ? wheel.getDeltaX() : wheel.getDeltaY();
        if (wheel.isShortcutDown()) {
            model.zoom(wheel.getX(), way > 0 ? 1 / NOTCH : NOTCH);
        } else {
            model.shift(-way);
        }
        wheel.consume();
    }

    @FXML
    void knownThen() {
        model.turn(View.KNOWN);
    }

    @FXML
    void trueThen() {
        model.turn(View.TRUE);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void show(Sight sight) {
        model.show(sight);
    }

    /// The room looks at another moment; the pointer goes there before the picture has been read.
    public void look(Optional<Past> wanted) {
        model.look(wanted);
    }

    @Override
    public void tick(Instant now) {
        model.tick(now);
    }

    @Override
    public List<Act> acts() {
        String group = words.get("keys.time");
        return List.of(
                Act.keyed(group, words.get("act.past"), "F11", model::back),
                Act.keyed(group, words.get("act.past.twin"), "Shortcut+Left", model::back)
                        .when(() -> unwritten.getAsBoolean() && !model.isPast()),
                Act.keyed(group, words.get("act.go"), "Shortcut+Shift+G", () -> ask.accept(model.prompt())),
                past(group, "act.entry.before", "Alt+Left", model::back),
                past(group, "act.entry.after", "Alt+Right", model::forth),
                past(group, "act.minute.before", "Alt+Shift+Left", () -> model.minutes(-1)),
                past(group, "act.minute.after", "Alt+Shift+Right", () -> model.minutes(1)),
                past(group, "act.change.before", "Alt+Up", model::changeBack),
                past(group, "act.change.after", "Alt+Down", model::changeForth),
                past(group, "act.start", "Alt+Home", model::start),
                chord(group, "act.closer", model::closer, "Plus", "Equals", "Add"),
                chord(group, "act.further", model::further, "Minus", "Subtract"),
                chord(group, "act.all", model::all, "0", "Numpad 0"));
    }

    private Act past(String group, String name, String key, Runnable run) {
        return Act.keyed(group, words.get(name), key, run).when(model::isPast);
    }

    /// The same sign stands on other keys of other keyboards.
    private Act chord(String group, String name, Runnable run, String... signs) {
        List<KeyCombination> keys = List.of(signs).stream()
                .map(sign -> KeyCombination.valueOf("Shortcut+Shift+" + sign))
                .toList();
        return new Act(group, words.get(name), Optional.of(new Chord(keys)), () -> true, run);
    }

    public ScrubModel getModel() {
        return model;
    }
}
