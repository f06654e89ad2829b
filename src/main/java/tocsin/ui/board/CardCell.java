package tocsin.ui.board;

import java.time.InstantSource;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import tocsin.ui.kit.Screens;

/// The place of a card in its column.
final class CardCell extends ListCell<CardModel> {
    private final CardPane pane = new CardPane();
    private final Parent card;
    private final InstantSource wall;

    CardCell(Screens screens, ColumnModel column, InstantSource wall, Gestures gestures) {
        this.wall = wall;
        card = screens.load(pane);
        card.getStyleClass().add(Levels.style(column.severity()));
        getStyleClass().add("card-cell");
        setOnMouseClicked(click -> {
            if (click.getClickCount() == 2 && getItem() != null) {
                gestures.open(getItem());
            }
        });
        setOnDragDetected(drag -> {
            if (getItem() != null) {
                var board = startDragAndDrop(TransferMode.MOVE);
                var carried = new ClipboardContent();
                carried.putString(getItem().getNumber());
                board.setContent(carried);
                gestures.lift(getItem());
                drag.consume();
            }
        });
        setOnDragDone(_ -> gestures.letGo());
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable CardModel model, boolean empty) {
        super.updateItem(model, empty);
        accessibleTextProperty().unbind();
        CardModel before = pane.getModel();
        if (before != null) {
            before.unwatch();
        }
        if (!empty && model != null) {
            model.watch(wall.instant());
        }
        pane.modelProperty().set(empty ? null : model);
        if (empty || model == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            setGraphic(card);
            accessibleTextProperty().bind(model.spokenProperty());
        }
    }

    /// A card is as wide as its column, never wider.
    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    /// The plain cell would ask its card for a height without telling it the width its title wraps at.
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null) {
            return 0;
        }
        double inner = width - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + card.prefHeight(inner) + snappedBottomInset();
    }
}
