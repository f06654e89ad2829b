package tocsin.ui.settings;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tocsin.domain.organisation.Setting;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Screens;

/// The settings as a table of the four levels and three short lists. Every value is a button of its own, so Tab, the
/// arrows and a screen reader all find it.
public final class SettingsPane {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final List<Function<Severity, Setting>> BY_LEVEL = List.of(
            Setting::response,
            Setting::updates,
            Setting::ladder,
            Setting::stakeholders,
            Setting::restore,
            Setting::soak,
            Setting::postmortem);

    private final SettingsModel model;
    private final Runnable edit;
    private final Parent prompt;
    private final VaultPane vault;
    private final HubPane hub;
    private final Screens screens;
    private final Map<Setting, Button> buttons = new EnumMap<>(Setting.class);
    private final List<List<Button>> lines = new ArrayList<>();

    @FXML
    private VBox middle;

    @FXML
    private ScrollPane scroll;

    @FXML
    private GridPane matrix;

    @FXML
    private VBox every;

    @FXML
    private VBox hours;

    @FXML
    private VBox lists;

    @FXML
    private VBox safe;

    @FXML
    private VBox shared;

    @FXML
    private VBox firstRoles;

    @FXML
    private VBox moreRoles;

    @FXML
    private Label deskHead;

    @FXML
    private VBox desk;

    @FXML
    private VBox clashes;

    SettingsPane(SettingsModel model, Runnable edit, Parent prompt, VaultPane vault, HubPane hub, Screens screens) {
        this.model = model;
        this.edit = edit;
        this.prompt = prompt;
        this.vault = vault;
        this.hub = hub;
        this.screens = screens;
    }

    Parent draw() {
        return screens.load(this);
    }

    public SettingsModel getModel() {
        return model;
    }

    @FXML
    void initialize() {
        middle.getChildren().add(prompt);
        safe.getChildren().add(vault.draw(screens));
        shared.getChildren().add(hub.draw(screens));
        vault.onArrived(this::reveal);
        hub.onArrived(this::reveal);
        table();
        rows(every, Setting.SOAK_SECURITY, Setting.REOPEN, Setting.UNDO, Setting.DUTY);
        rows(hours, Setting.HOURS, Setting.HOLIDAYS, Setting.ZONE);
        rows(lists, Arrays.stream(IncidentType.values()).map(Setting::checklist).toArray(Setting[]::new));
        List<Role> roles = List.of(Role.values());
        int half = (roles.size() + 1) / 2;
        rows(firstRoles, roles.subList(0, half).stream().map(Setting::role).toArray(Setting[]::new));
        rows(
                moreRoles,
                roles.subList(half, roles.size()).stream().map(Setting::role).toArray(Setting[]::new));
        model.clashes().addListener((Observable _) -> cards());
        cards();
        scroll.addEventFilter(KeyEvent.KEY_PRESSED, this::arrow);
    }

    /// The rows of this desk's own look, once the window is there to change.
    void desk(List<Act> acts) {
        deskHead.setVisible(!acts.isEmpty());
        lines.removeAll(
                desk.getChildren().stream().map(node -> List.of((Button) node)).toList());
        desk.getChildren().clear();
        for (Act act : acts) {
            var cap = new Label(act.cap());
            cap.getStyleClass().addAll("key-cap", "mono");
            cap.setVisible(!act.cap().isEmpty());
            Button row = button(line(new Label(act.name()), cap), "setting-row");
            row.setAccessibleText((act.name() + " " + act.cap()).strip());
            row.setOnAction(_ -> act.run().run());
            desk.getChildren().add(row);
            lines.add(List.of(row));
        }
    }

    void focus() {
        focus(model.chosen());
    }

    void focus(Setting setting) {
        Button button = buttons.get(setting);
        if (button != null) {
            // What a scroll pane holds is in no scene before its skin is made.
            scroll.applyCss();
            button.requestFocus();
        }
    }

    /// Whether a setting has the focus, so that keys mean it.
    boolean onSetting() {
        return buttons.values().stream().anyMatch(Node::isFocused);
    }

    private void table() {
        for (Severity severity : Severity.values()) {
            var shape = new Region();
            shape.getStyleClass().add("shape");
            var name = new Label(severity.toString());
            name.getStyleClass().add("level");
            var head = new HBox(shape, name);
            head.getStyleClass().addAll("level-head", "sev-" + severity.level());
            matrix.add(head, severity.level(), 0);
        }
        for (int row = 0; row < BY_LEVEL.size(); row++) {
            var line = new ArrayList<Button>();
            var name =
                    new Label(model.row(BY_LEVEL.get(row).apply(Severity.SEV1)).name());
            name.getStyleClass().add("matrix-name");
            name.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            matrix.add(name, 0, row + 1);
            for (Severity severity : Severity.values()) {
                Setting setting = BY_LEVEL.get(row).apply(severity);
                SettingModel shown = model.row(setting);
                var box = new VBox(value(shown), shipped(shown));
                box.getStyleClass().add("setting-box");
                Button cell = button(setting, box, "setting-cell");
                matrix.add(cell, severity.level(), row + 1);
                GridPane.setHgrow(cell, Priority.ALWAYS);
                line.add(cell);
            }
            lines.add(line);
        }
    }

    private void rows(VBox place, Setting... settings) {
        for (Setting setting : settings) {
            SettingModel shown = model.row(setting);
            var name = new Label(shown.name());
            name.getStyleClass().add("muted");
            name.setMinWidth(Region.USE_PREF_SIZE);
            Button row = button(setting, line(name, shipped(shown), value(shown)), "setting-row");
            place.getChildren().add(row);
            lines.add(List.of(row));
        }
    }

    private static HBox line(Node name, Node... rest) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(name, gap);
        line.getChildren().addAll(rest);
        line.getStyleClass().add("setting-line");
        return line;
    }

    private static Label value(SettingModel shown) {
        var value = new Label();
        value.textProperty().bind(shown.valueProperty());
        value.getStyleClass().add("setting-value");
        return value;
    }

    private static Label shipped(SettingModel shown) {
        var shipped = new Label();
        shipped.textProperty().bind(shown.shippedProperty());
        shipped.visibleProperty().bind(shown.changedProperty());
        shipped.managedProperty().bind(shown.changedProperty());
        shipped.getStyleClass().add("setting-shipped");
        return shipped;
    }

    private Button button(Setting setting, Parent look, String style) {
        SettingModel shown = model.row(setting);
        Button button = button(look, style);
        button.accessibleTextProperty().bind(shown.spokenProperty());
        shown.changedProperty().addListener((_, _, now) -> button.pseudoClassStateChanged(CHANGED, now));
        button.pseudoClassStateChanged(CHANGED, shown.changedProperty().get());
        button.focusedProperty().addListener((_, _, here) -> {
            if (here) {
                model.choose(setting);
            }
        });
        button.setOnAction(_ -> {
            model.choose(setting);
            edit.run();
        });
        buttons.put(setting, button);
        return button;
    }

    private Button button(Parent look, String style) {
        var button = new Button();
        button.setGraphic(look);
        button.getStyleClass().setAll(style);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMaxHeight(Double.MAX_VALUE);
        if (look instanceof Region region) {
            // As wide as the button, whatever its words would like.
            region.prefWidthProperty().bind(button.widthProperty().subtract(16));
            region.setMinWidth(0);
        }
        button.setMinWidth(0);
        button.setPrefWidth(0);
        button.focusedProperty().addListener((_, _, here) -> {
            if (here) {
                reveal(button);
            }
        });
        return button;
    }

    private void cards() {
        clashes.getChildren().setAll(model.clashes().stream().map(this::card).toList());
    }

    private Node card(SettingsModel.Apart apart) {
        var title = new Label(apart.title());
        title.getStyleClass().add("strong");
        var line = new Label(apart.line());
        // The toolkit fails when it breaks a line that is read from the right.
        line.setWrapText(
                !Bidi.requiresBidi(apart.line().toCharArray(), 0, apart.line().length()));
        line.getStyleClass().addAll("muted", "small-text");
        var box = new VBox(title, line);
        var card = new Button();
        card.setGraphic(box);
        card.getStyleClass().setAll("clash-card");
        card.setMaxWidth(Double.MAX_VALUE);
        card.setAccessibleText(apart.title() + ". " + apart.line());
        card.setOnAction(_ -> {
            model.choose(apart.setting());
            edit.run();
        });
        return card;
    }

    private void arrow(KeyEvent key) {
        int down = switch (key.getCode()) {
            case UP -> -1;
            case DOWN -> 1;
            default -> 0;
        };
        int right = switch (key.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
        boolean typing = key.getTarget() instanceof TextInputControl;
        boolean plain = !typing && !key.isShortcutDown() && !key.isAltDown() && !key.isShiftDown();
        if (plain && (down != 0 || right != 0)) {
            move(down, right);
            key.consume();
        }
    }

    private void move(int down, int right) {
        var all = new ArrayList<>(lines);
        hub.buttons().forEach(button -> all.add(List.of(button)));
        vault.buttons().forEach(button -> all.add(List.of(button)));
        for (int row = 0; row < all.size(); row++) {
            for (int column = 0; column < all.get(row).size(); column++) {
                if (all.get(row).get(column).isFocused()) {
                    List<Button> line = all.get(Math.clamp((long) row + down, 0, all.size() - 1));
                    line.get(Math.clamp((long) column + right, 0, line.size() - 1))
                            .requestFocus();
                    return;
                }
            }
        }
        focus();
    }

    private void reveal(Node node) {
        Node content = scroll.getContent();
        double hidden = content.getLayoutBounds().getHeight()
                - scroll.getViewportBounds().getHeight();
        if (hidden <= 0) {
            return;
        }
        var place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double top = scroll.getVvalue() * hidden;
        double bottom = top + scroll.getViewportBounds().getHeight();
        if (place.getMinY() < top) {
            scroll.setVvalue(Math.max(0, place.getMinY() - 8) / hidden);
        } else if (place.getMaxY() > bottom) {
            scroll.setVvalue(Math.min(
                    1, (place.getMaxY() + 8 - scroll.getViewportBounds().getHeight()) / hidden));
        }
    }
}
