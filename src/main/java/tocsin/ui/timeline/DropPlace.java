package tocsin.ui.timeline;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Where files and words may be dropped. Takes no focus.
///
/// @param open while false, nothing is accepted
/// @param line told the words that simply belong into the line
record DropPlace(BooleanSupplier open, IntakeModel intake, Consumer<String> line) {
    void stand(Node place) {
        place.setOnDragOver(this::over);
        place.setOnDragExited(_ -> intake.hover(false));
        place.setOnDragDropped(this::dropped);
    }

    private void over(DragEvent drag) {
        if (open.getAsBoolean() && Parcel.in(drag.getDragboard())) {
            drag.acceptTransferModes(TransferMode.COPY);
            intake.hover(true);
            drag.consume();
        }
    }

    private void dropped(DragEvent drag) {
        intake.hover(false);
        boolean taken = open.getAsBoolean() && Parcel.in(drag.getDragboard());
        if (taken) {
            line.accept(intake.paste(Parcel.of(drag.getDragboard())));
        }
        drag.setDropCompleted(taken);
        drag.consume();
    }
}
