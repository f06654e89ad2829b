package tocsin.ui.board;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/// How wide the columns are: the worse the level, the wider. Where there is little room the mildest fold to their
/// count;
/// a card that is alone gets most of it.
final class ColumnWidths {
    private static final double NARROW = 1300;

    /// Below it a third column would cut its cards.
    private static final double MIDDLE = 1060;

    /// What a usual screen leaves at 200 per cent.
    static final double TIGHT = 860;

    private static final double[] SHARES = {30.5, 24.5, 24.5, 20.5};
    private static final double FOLDED_SHARE = 9.5;
    private static final double FOLDED_TIGHT_SHARE = 16;

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
        int before = width > 0 ? folds(width) : 0;
        width = fresh;
        int now = folds(fresh);
        if (now != before) {
            for (int at = 0; at < columns.size(); at++) {
                columns.get(at).fold(at >= columns.size() - now);
            }
        }
        share();
    }

    private static int folds(double width) {
        return width >= NARROW ? 0 : width >= MIDDLE ? 1 : width >= TIGHT ? 2 : 3;
    }

    private void share() {
        double[] shares = shares();
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

    /// The columns that are open share what the folded ones leave.
    private double[] shares() {
        double folded = width > 0 && width < TIGHT ? FOLDED_TIGHT_SHARE : FOLDED_SHARE;
        double left = 100;
        double open = 0;
        for (int at = 0; at < SHARES.length; at++) {
            if (columns.get(at).isFolded()) {
                left -= folded;
            } else {
                open += SHARES[at];
            }
        }
        double[] shares = new double[SHARES.length];
        for (int at = 0; at < SHARES.length; at++) {
            shares[at] = columns.get(at).isFolded() ? folded : SHARES[at] / open * left;
        }
        return shares;
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
