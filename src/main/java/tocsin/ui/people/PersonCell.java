package tocsin.ui.people;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The place of one person: who they are, what they can do, what they hold now.
final class PersonCell extends ListCell<PersonRow> {
    private static final double INITIALS = 64;
    private static final double PADDING = 24;

    private final Label initials = new Label();
    private final Label name = new Label();
    private final Label contact = new Label();
    private final Label team = new Label();
    private final Label trained = new Label();
    private final Label now = new Label();
    private final Label where = new Label();
    private final HBox line = new HBox();

    PersonCell() {
        getStyleClass().add("person-cell");
        line.getStyleClass().add("person");
        initials.getStyleClass().addAll("person-initials", "mono");
        name.getStyleClass().add("strong");
        contact.getStyleClass().addAll("muted", "small-text");
        trained.getStyleClass().addAll("muted", "small-text");
        where.getStyleClass().addAll("muted", "small-text", "mono");
        line.getChildren()
                .addAll(
                        column(0, initials),
                        column(0.36, name, contact),
                        column(0.36, team, trained),
                        column(0.28, now, where));
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    /// A share of what the initials leave.
    private Region column(double share, Label... labels) {
        var column = new VBox(labels);
        column.getStyleClass().add("person-column");
        if (share == 0) {
            column.setMinWidth(INITIALS);
            column.setMaxWidth(INITIALS);
            column.setPrefWidth(INITIALS);
        } else {
            var width = widthProperty().subtract(INITIALS + PADDING).multiply(share);
            column.setMinWidth(0);
            column.prefWidthProperty().bind(width);
            column.maxWidthProperty().bind(width);
        }
        return column;
    }

    @Override
    protected void updateItem(@Nullable PersonRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        initials.setText(row.initials());
        name.setText(row.name());
        show(contact, row.contact());
        show(team, row.team());
        show(trained, row.trained());
        show(now, row.now());
        show(where, row.where());
        setAccessibleText(row.spoken());
        setGraphic(line);
    }

    private static void show(Label label, String text) {
        label.setText(text);
        label.setManaged(!text.isEmpty());
        label.setVisible(!text.isEmpty());
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }
}
