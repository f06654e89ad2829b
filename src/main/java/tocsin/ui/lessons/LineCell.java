package tocsin.ui.lessons;

import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import tocsin.ui.kit.Words;

/// The place of one line. What it says is written here, when it comes into sight.
final class LineCell extends ListCell<Line> {
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

    private final Words words;
    private final Columns columns = new Columns();
    private final Label title = new Label();
    private final Label count = new Label();
    private final HBox head = new HBox(title, count);

    LineCell(Words words) {
        this.words = words;
        getStyleClass().add("lesson-cell");
        head.getStyleClass().add("lesson-group");
        title.getStyleClass().addAll("strong", "due-value");
        count.getStyleClass().addAll("muted", "small-text");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        pseudoClassStateChanged(HEAD, line instanceof Line.Head);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (line) {
            case Line.Head group -> {
                title.setText(group.title());
                count.setText(words.number(group.count()));
                head.getStyleClass().setAll("lesson-group", group.tone().style());
                setAccessibleText(group.title() + ", " + words.number(group.count()));
                setGraphic(head);
            }
            case Line.Debt debt ->
                show(debt.told(words), debt.of().lesson().severity().level());
            case Line.Action action ->
                show(action.told(words), action.of().lesson().severity().level());
        }
    }

    private void show(Line.Told told, int level) {
        setAccessibleText(told.spoken());
        setGraphic(columns.show(told, level));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }
}
