package tocsin.ui.settings;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tocsin.ui.kit.Screens;

/// The vault among the settings: how it stands, what can be done, and the fields of a passphrase when a person asked
/// for them.
public final class VaultPane {
    private final VaultModel model;
    private final Runnable askIdle;

    private Consumer<Node> arrived = _ -> {};

    @FXML
    private VBox rows;

    @FXML
    private PasswordField old;

    @FXML
    private PasswordField fresh;

    @FXML
    private PasswordField again;

    /// @param askIdle asks how long the vault stays open without use
    VaultPane(VaultModel model, Runnable askIdle) {
        this.model = model;
        this.askIdle = askIdle;
    }

    Parent draw(Screens screens) {
        return screens.load(this);
    }

    public VaultModel getModel() {
        return model;
    }

    @FXML
    void initialize() {
        model.onRedrawn(this::draw);
        fields().forEach(field -> field.addEventFilter(KeyEvent.KEY_PRESSED, key -> typed(field, key)));
        model.askingProperty().addListener((_, _, _) -> shownOrHidden());
        draw();
    }

    /// Told which row or field has got the focus.
    void onArrived(Consumer<Node> listener) {
        arrived = listener;
        fields().forEach(this::watch);
    }

    private void watch(Node node) {
        node.focusedProperty().addListener((_, _, here) -> {
            if (here) {
                arrived.accept(node);
            }
        });
    }

    /// The rows as buttons, top down.
    List<Button> buttons() {
        return rows.getChildren().stream().map(Button.class::cast).toList();
    }

    private void shownOrHidden() {
        if (!model.isAsking() && fields().anyMatch(Node::isFocused)) {
            buttons().getFirst().requestFocus();
        }
        fields().forEach(PasswordField::clear);
    }

    private void draw() {
        boolean held = rows.getChildren().stream().anyMatch(Node::isFocused);
        rows.getChildren().setAll(model.steps().stream().map(this::row).toList());
        if (held) {
            buttons().getFirst().requestFocus();
        }
    }

    private Button row(VaultModel.Step step) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var value = new Label(model.value(step));
        value.getStyleClass().add("setting-value");
        var line = new HBox(new Label(model.name(step)), gap, value);
        line.getStyleClass().add("setting-line");
        var row = new Button();
        row.setGraphic(line);
        row.getStyleClass().setAll("setting-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAccessibleText((model.name(step) + " " + model.value(step)).strip());
        line.prefWidthProperty().bind(row.widthProperty().subtract(16));
        watch(row);
        row.setOnAction(_ -> run(step));
        return row;
    }

    private void run(VaultModel.Step step) {
        switch (step) {
            case LOCK -> model.lockNow();
            case IDLE -> askIdle.run();
            default -> {
                model.ask(step);
                shown().findFirst().ifPresent(Node::requestFocus);
            }
        }
    }

    private Stream<PasswordField> fields() {
        return Stream.of(old, fresh, again);
    }

    private Stream<PasswordField> shown() {
        return fields().filter(field -> field.equals(old) ? model.isWantsOld() : model.isWantsFresh());
    }

    private void typed(PasswordField field, KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            model.leave();
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER) {
            List<PasswordField> order = shown().toList();
            int next = order.indexOf(field) + 1;
            if (next < order.size()) {
                order.get(next).requestFocus();
            } else {
                model.submit(Typed.taken(old), Typed.taken(fresh), Typed.taken(again));
                order.getFirst().requestFocus();
            }
            key.consume();
        }
    }
}
