package tocsin.ui.shell;

import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tocsin.ui.kit.Screens;

/// The frame: rail at the left, a strip above and one below, the screen between, the palette over it.
public final class ShellPane {
    private static final double ABOVE_STRIP = 40;
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final ShellModel model;

    @FXML
    private BorderPane frame;

    @FXML
    private VBox rail;

    @FXML
    private StackPane stage;

    ShellPane(ShellModel model) {
        this.model = model;
    }

    Parent draw(Screens screens, ReadOnlyStringProperty notice, Parent palette) {
        Parent root = screens.load(this);
        var line = new Label();
        line.textProperty().bind(notice);
        line.visibleProperty().bind(notice.isNotEmpty());
        line.setMouseTransparent(true);
        line.getStyleClass().add("shell-notice");
        // At the foot, where it covers least of what is read.
        StackPane.setAlignment(line, Pos.BOTTOM_CENTER);
        StackPane.setMargin(line, new Insets(0, 0, ABOVE_STRIP, 0));
        // As tall as what it offers, always at the same height of the window.
        StackPane.setAlignment(palette, Pos.TOP_CENTER);
        if (palette instanceof Region region) {
            region.setMaxHeight(Region.USE_PREF_SIZE);
        }
        stage.getChildren().addAll(line, palette);
        return root;
    }

    @FXML
    void initialize() {
        model.getStops().addListener((Observable _) -> draw());
        model.hereProperty().addListener((Observable _) -> draw());
        draw();
    }

    void top(Parent strip) {
        frame.setTop(strip);
    }

    void bottom(Parent strip) {
        frame.setBottom(strip);
    }

    /// Shows this screen; the others stay as they are, unseen.
    void show(Parent screen) {
        frame.setCenter(screen);
    }

    private void draw() {
        rail.getChildren().setAll(model.getStops().stream().map(this::stop).toList());
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        int work = (int) model.getStops().stream().filter(RailItem::work).count();
        rail.getChildren().add(work, gap);
    }

    private Node stop(RailItem item) {
        var name = new Label(item.name());
        name.getStyleClass().add("rail-name");
        var box = new VBox(name);
        box.getStyleClass().add("rail-box");
        if (!item.style().isEmpty()) {
            var shape = new Region();
            shape.getStyleClass().add("shape");
            box.getChildren().addFirst(shape);
        }
        if (!item.cap().isEmpty()) {
            var cap = new Label(item.cap());
            cap.getStyleClass().addAll("rail-cap", "mono");
            box.getChildren().add(cap);
        }
        var button = new Button();
        button.setGraphic(box);
        button.getStyleClass().setAll("rail-stop");
        if (!item.style().isEmpty()) {
            button.getStyleClass().add(item.style());
        }
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText((item.name() + " " + item.note()).strip());
        if (!item.note().isEmpty()) {
            button.setTooltip(new Tooltip(item.note()));
        }
        button.pseudoClassStateChanged(HERE, item.place().equals(model.getHere()));
        button.setOnAction(_ -> model.go(item.place()));
        return button;
    }
}
