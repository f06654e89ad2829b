package tocsin.ui.settings;

import java.text.Bidi;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tocsin.ui.kit.Screens;

/// The hub among the settings: how it stands, who is there, what can be done, and the fields of an address when a
/// person asked for them.
public final class HubPane {
    private final HubModel model;
    private final Runnable askLeave;

    @FXML
    private VBox figures;

    @FXML
    private VBox held;

    private Consumer<Node> arrived = _ -> {};

    @FXML
    private VBox rows;

    @FXML
    private TextField url;

    @FXML
    private TextField user;

    @FXML
    private PasswordField password;

    /// @param askLeave asks whether to leave
    HubPane(HubModel model, Runnable askLeave) {
        this.model = model;
        this.askLeave = askLeave;
    }

    Parent draw(Screens screens) {
        return screens.load(this);
    }

    public HubModel getModel() {
        return model;
    }

    @FXML
    void initialize() {
        model.figures().addListener((Observable _) -> drawFigures());
        model.held().addListener((Observable _) -> drawHeld());
        model.steps().addListener((Observable _) -> drawSteps());
        url.textProperty().addListener((_, _, text) -> model.address(text));
        fields().forEach(field -> field.addEventFilter(KeyEvent.KEY_PRESSED, key -> typed(field, key)));
        model.askingProperty().addListener((_, _, _) -> shownOrHidden());
        drawFigures();
        drawHeld();
        drawSteps();
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

    private void drawFigures() {
        figures.getChildren().setAll(model.figures().stream().map(HubPane::line).toList());
    }

    private static Node line(HubModel.Figure figure) {
        var name = new Label(figure.name());
        name.getStyleClass().add("muted");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label value = wrapped(figure.value());
        value.getStyleClass().add("setting-value");
        var line = new HBox(name, gap, value);
        line.getStyleClass().addAll("setting-line", "hub-line");
        return line;
    }

    private void drawHeld() {
        held.getChildren().setAll(model.held().stream().map(HubPane::heldLine).toList());
    }

    private static Node heldLine(String words) {
        Label line = wrapped(words);
        line.getStyleClass().add("hub-held");
        return line;
    }

    private static Label wrapped(String words) {
        var label = new Label(words);
        // The toolkit fails when it breaks a line that is read from the right.
        label.setWrapText(!Bidi.requiresBidi(words.toCharArray(), 0, words.length()));
        return label;
    }

    private void drawSteps() {
        boolean had = rows.getChildren().stream().anyMatch(Node::isFocused);
        rows.getChildren().setAll(model.steps().stream().map(this::row).toList());
        if (had) {
            buttons().getFirst().requestFocus();
        }
    }

    private Button row(HubModel.Step step) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var name = new Label(model.name(step));
        name.setMinWidth(Region.USE_PREF_SIZE);
        var note = new Label(model.note(step));
        note.getStyleClass().add("setting-shipped");
        var line = new HBox(name, gap, note);
        line.getStyleClass().add("setting-line");
        line.setMinWidth(0);
        var row = new Button();
        row.setGraphic(line);
        row.getStyleClass().setAll("setting-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAccessibleText((model.name(step) + " " + model.note(step)).strip());
        line.prefWidthProperty().bind(row.widthProperty().subtract(16));
        watch(row);
        row.setOnAction(_ -> run(step));
        return row;
    }

    private void run(HubModel.Step step) {
        switch (step) {
            case JOIN -> {
                url.setText(model.url());
                user.setText(model.user());
                model.ask();
                model.address(url.getText());
                url.requestFocus();
                url.end();
            }
            case MEET -> model.meetNow();
            case STOP -> model.stop();
            case LEAVE -> askLeave.run();
        }
    }

    private Stream<TextField> fields() {
        return Stream.of(url, user, password);
    }

    private void shownOrHidden() {
        if (!model.isAsking() && fields().anyMatch(Node::isFocused)) {
            buttons().getFirst().requestFocus();
        }
        password.clear();
    }

    private void typed(TextField field, KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            model.giveUp();
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER) {
            List<TextField> order = fields().filter(each -> each.equals(url) || model.isWantsRole())
                    .toList();
            int next = order.indexOf(field) + 1;
            if (next < order.size()) {
                order.get(next).requestFocus();
            } else {
                model.join(url.getText(), user.getText(), Typed.taken(password));
                field.requestFocus();
            }
            key.consume();
        }
    }
}
