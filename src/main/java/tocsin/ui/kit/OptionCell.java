package tocsin.ui.kit;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One option of a prompt: its name, a quieter note, its key.
final class OptionCell extends ListCell<Prompt.Option> {
    private final Label name = new Label();
    private final Label note = new Label();
    private final Label cap = new Label();
    private final HBox row;

    OptionCell() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        row = new HBox(name, note, gap, cap);
        row.getStyleClass().add("option");
        note.getStyleClass().add("muted");
        cap.getStyleClass().addAll("key-cap", "mono");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().add("option-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(Prompt.@Nullable Option option, boolean empty) {
        super.updateItem(option, empty);
        if (empty || option == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(option.name());
        note.setText(option.note());
        cap.setText(option.cap());
        cap.setVisible(!option.cap().isEmpty());
        setAccessibleText((option.name() + " " + option.note() + " " + option.cap()).strip());
        setGraphic(row);
    }

    /// As wide as the list, never wider.
    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }
}
