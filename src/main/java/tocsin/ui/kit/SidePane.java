package tocsin.ui.kit;

import java.util.List;
import javafx.beans.DefaultProperty;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One side of a room: sections one below the other, or in a narrow room behind tabs. Tabs stand over a column too that
/// is higher than its place, so that each says what waits where nobody looks. The key of a section shows it, and the
/// side with it when that was hidden. Never takes the focus.
@DefaultProperty("sections")
public final class SidePane extends VBox {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final ObservableList<SideSection> sections = FXCollections.observableArrayList();
    private final HBox tabs = new HBox();
    private final VBox column = new VBox();
    private final ScrollPane scroll = new ScrollPane(column);
    private final BooleanProperty narrow = new SimpleBooleanProperty(this, "narrow");
    private @Nullable SideSection chosen;

    public SidePane() {
        getStyleClass().add("side");
        tabs.getStyleClass().add("side-tabs");
        column.getStyleClass().add("side-sections");
        scroll.getStyleClass().add("side-view");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(tabs, scroll);
        sections.addListener((ListChangeListener<SideSection>) _ -> fill());
        narrow.addListener((_, _, _) -> arrange());
        arrange();
    }

    public ObservableList<SideSection> getSections() {
        return sections;
    }

    /// Whether there is room for one section at a time only.
    public BooleanProperty narrowProperty() {
        return narrow;
    }

    /// Hides the side, or brings it back as it was.
    public void toggle() {
        appear(!isVisible());
    }

    private void appear(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }

    /// The way to each section.
    ///
    /// @param group the heading on the sheet of keys
    public List<Act> acts(String group, Words words) {
        return sections.stream()
                .map(section -> Act.keyed(
                                group, words.get("side.show", section.getName()), section.getKey(), () -> show(section))
                        .when(section::isPresent))
                .toList();
    }

    void show(SideSection section) {
        appear(true);
        chosen = section;
        arrange();
        applyCss();
        layout();
        double beyond = column.getHeight() - scroll.getViewportBounds().getHeight();
        double above = narrow.get()
                ? 0
                : section.getBoundsInParent().getMinY() - column.getInsets().getTop();
        scroll.setVvalue(beyond <= 0 ? 0 : Math.clamp(above / beyond, 0, 1));
    }

    private void fill() {
        column.getChildren().setAll(sections);
        tabs.getChildren()
                .setAll(sections.stream()
                        .map(section -> new SideTab(section, () -> show(section)))
                        .toList());
        sections.forEach(section -> section.presentProperty().addListener((_, _, _) -> arrange()));
        arrange();
    }

    private void arrange() {
        boolean tabbed = narrow.get();
        pseudoClassStateChanged(NARROW, tabbed);
        SideSection shown = chosen != null && chosen.isPresent()
                ? chosen
                : sections.stream().filter(SideSection::isPresent).findFirst().orElse(null);
        for (SideSection section : sections) {
            section.setVisible(section.isPresent() && (!tabbed || section == shown));
            section.setManaged(section.isVisible());
        }
        tabs.getChildren().stream().map(SideTab.class::cast).forEach(tab -> tab.chosen(tabbed ? shown : null));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        // Measured against the whole place, so that the tabs themselves never decide whether they are there.
        boolean wanted = narrow.get() || column.prefHeight(getWidth()) > getHeight();
        if (tabs.isManaged() != wanted) {
            tabs.setVisible(wanted);
            tabs.setManaged(wanted);
        }
        super.layoutChildren();
    }
}
