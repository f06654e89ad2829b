package tocsin.ui.board;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/// How wide the columns are: the worse the level, the wider. Where there is little room the mildest folds to its count;
/// a card that is alone gets most of it.
final class ColumnWidths {
    private static final double NARROW = 1300;
    private static final double[] SHARES = {30.5, 24.5, 24.5, 20.5};
    private static final double[] FOLDED_SHARES = {33.5, 28.5, 28.5, 9.5};

    private final GridPane grid;
    private final List<ColumnPane> columns;
    private final ReadOnlyBooleanProperty alone;
    private double width;

    ColumnWidths(GridPane grid, List<ColumnPane> columns, ReadOnlyBooleanProperty alone) {
        this.grid = grid;
        this.columns = columns;
        this.alone = alone;
        alone.addListener((_, _, _) -> fit(width));
        columns.forEach(column -> column.foldedProperty().addListener((_, _, _) -> share()));
        columns.forEach(column -> column.getModel().countProperty().addListener((_, _, _) -> share()));
        share();
    }

    /// A person who opened the last column at this size keeps it open.
    void fit(double fresh) {
        boolean wasNarrow = width > 0 && width < NARROW;
        width = fresh;
        boolean narrow = fresh < NARROW;
        if (narrow != wasNarrow) {
            columns.getLast().fold(narrow);
        }
        share();
    }

    private void share() {
        boolean folded = columns.getLast().isFolded();
        double[] shares = folded ? FOLDED_SHARES : SHARES;
        int lone = alone.get() ? lone() : -1;
        if (grid.getStyleClass().contains("single") != (lone >= 0)) {
            if (lone >= 0) {
                grid.getStyleClass().add("single");
            } else {
                grid.getStyleClass().remove("single");
            }
        }
        for (int at = 0; at < columns.size(); at++) {
            double share = lone < 0 ? shares[at] : at == lone ? 55 : 15;
            grid.getColumnConstraints().set(at, constraints(share));
        }
    }

    private int lone() {
        for (int at = 0; at < columns.size(); at++) {
            if (columns.get(at).filled()) {
                return at;
            }
        }
        return -1;
    }

    private static ColumnConstraints constraints(double share) {
        var constraints = new ColumnConstraints();
        constraints.setPercentWidth(share);
        return constraints;
    }
}
