package tocsin.ui.kit;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One tab of a side: its name, what waits behind it, its key.
final class SideTab extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final SideSection section;
    private final Region mark = new Region();
    private final Label count = new Label();
    private String style = "";

    SideTab(SideSection section, Runnable taken) {
        this.section = section;
        getStyleClass().add("side-tab");
        setAccessibleRole(AccessibleRole.TAB_ITEM);
        mark.getStyleClass().add("flag-mark");
        count.getStyleClass().add("flag-count");
        count.setMinWidth(USE_PREF_SIZE);
        var name = new Label();
        name.textProperty().bind(section.nameProperty());
        name.getStyleClass().add("side-tab-name");
        var cap = new Label();
        cap.textProperty().bind(section.keyProperty().map(key -> key.isEmpty() ? "" : cap(key)));
        cap.getStyleClass().addAll("side-tab-key", "mono");
        cap.setMinWidth(USE_PREF_SIZE);
        var foot = new HBox(cap, mark, count);
        foot.getStyleClass().add("side-tab-foot");
        getChildren().addAll(name, foot);
        visibleProperty().bind(section.presentProperty());
        managedProperty().bind(visibleProperty());
        section.flagProperty().addListener((_, _, _) -> draw());
        section.nameProperty().addListener((_, _, _) -> draw());
        setOnMouseClicked(_ -> taken.run());
        draw();
    }

    private static String cap(String key) {
        return KeyCaps.of(KeyCombination.valueOf(key)).replace('+', ' ');
    }

    private void draw() {
        Flag flag = section.getFlag();
        getStyleClass().remove(style);
        style = flag.urgency().style();
        getStyleClass().add(style);
        boolean waits = flag.count() > 0;
        count.setText(waits ? Integer.toString(flag.count()) : "");
        count.setManaged(waits);
        mark.setVisible(waits && flag.urgency() != Flag.Urgency.CALM);
        mark.setManaged(mark.isVisible());
        setAccessibleText((section.getName() + " " + count.getText()).strip());
    }

    void chosen(@Nullable SideSection shown) {
        pseudoClassStateChanged(CHOSEN, section == shown);
    }
}
