package tocsin.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// As many chips as fit, in their order, then how many there are beside them. A chip is as wide as a whole number of
/// steps, so that a figure that changes does not push its neighbours about.
public final class ChipRow extends Region {
    private static final double GAP = 8;
    private static final double STEP = 12;
    private static final double HEIGHT = 28;
    private static final double LEAST = 120;

    private final Label more = new Label();
    private int total;

    public ChipRow() {
        more.getStyleClass().add("more");
        getStyleClass().add("chip-row");
        getChildren().add(more);
    }

    /// After those that are there.
    void add(Node chip) {
        getChildren().add(count(), chip);
    }

    int count() {
        return getChildren().size() - 1;
    }

    /// How many things are due, shown here or not.
    void total(int count) {
        total = count;
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        List<Node> chips = getChildren().stream()
                .filter(child -> !child.equals(more) && !child.getStyleClass().contains("none"))
                .toList();
        double end = getWidth();
        double x = 0;
        int shown = 0;
        for (Node chip : chips) {
            double wished = Math.ceil(chip.prefWidth(-1) / STEP) * STEP;
            boolean last = shown + 1 == total;
            double room = end - (last ? 0 : moreWidth());
            // The most urgent is seen at any width, cut where it must be.
            double wide = shown == 0 && room >= LEAST ? Math.min(wished, room) : wished;
            if (x + wide > end - (last ? 0 : moreWidth())) {
                break;
            }
            chip.setVisible(true);
            chip.resizeRelocate(x, (getHeight() - HEIGHT) / 2, wide, HEIGHT);
            x += wide + GAP;
            shown++;
        }
        for (Node child : getChildren()) {
            if (!child.equals(more) && (chips.indexOf(child) < 0 || chips.indexOf(child) >= shown)) {
                child.setVisible(false);
            }
        }
        say(total - shown);
        more.resizeRelocate(x, (getHeight() - HEIGHT) / 2, moreWidth(), HEIGHT);
    }

    private double moreWidth() {
        return 4 * STEP;
    }

    private void say(int hidden) {
        more.setVisible(hidden > 0);
        String words = "+" + hidden;
        if (!more.getText().equals(words)) {
            more.setText(words);
        }
    }
}
