package tocsin.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// Lets a list stand at the foot of its place while it is short, so that the newest row is always next to the line that
/// is being written.
final class Foot extends Region {
    private ListView<?> list = new ListView<>();
    private IntConsumer told = _ -> {};
    private boolean following = true;
    private boolean watched;
    private boolean moved;

    Foot() {
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    /// @param scrolled told at which place the rows in sight begin, after that has changed
    void hold(ListView<?> held, IntConsumer scrolled) {
        list = held;
        told = scrolled;
        getChildren().setAll(held);
        held.addEventFilter(ScrollEvent.ANY, _ -> release());
        held.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> release());
        held.getItems().addListener((javafx.beans.Observable _) -> requestLayout());
    }

    @Override
    protected void layoutChildren() {
        // A line that opens under the rows must not hide the newest of them.
        boolean follow = following || (list.getHeight() != getHeight() && atFoot());
        list.resizeRelocate(0, 0, getWidth(), getHeight());
        list.applyCss();
        list.layout();
        watch();
        if (follow) {
            settle();
        }
        list.relocate(0, blank());
    }

    private void watch() {
        if (!watched && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            watched = true;
            flow.positionProperty().addListener((_, _, _) -> {
                if (!moved) {
                    moved = true;
                    // Not while the rows are being laid out.
                    Platform.runLater(() -> tell(flow));
                }
            });
        }
    }

    private void tell(VirtualFlow<?> flow) {
        moved = false;
        if (flow.getFirstVisibleCell() != null) {
            told.accept(flow.getFirstVisibleCell().getIndex());
        }
    }

    /// Shows the newest row, and each newer one, until somebody scrolls.
    void follow() {
        following = true;
        settle();
    }

    void release() {
        following = false;
    }

    /// Twice, since how high rows are that were never shown is only guessed before.
    private void settle() {
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getCellCount() > 0) {
            for (int i = 0; i < 2 && !settled(flow); i++) {
                flow.scrollTo(flow.getCellCount() - 1);
                flow.layout();
                if (!settled(flow)) {
                    flow.scrollPixels(list.getHeight());
                    flow.layout();
                }
            }
        }
    }

    /// The last row ends where the list does; with many rows it costs much to bring it there once more.
    private static boolean settled(VirtualFlow<?> flow) {
        IndexedCell<?> last = flow.getLastVisibleCell();
        return last != null
                && last.getIndex() == flow.getCellCount() - 1
                && Math.abs(last.getBoundsInParent().getMaxY() - flow.getHeight()) < 1;
    }

    /// The last row is in sight, or there is none, or nobody has scrolled away from where it comes.
    boolean atFoot() {
        return following
                || !(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
                || flow.getLastVisibleCell() == null
                || flow.getLastVisibleCell().getIndex() >= flow.getCellCount() - 1;
    }

    /// A row in sight, and how far below the upper edge it begins.
    record Anchor(Row row, double y) {}

    /// What is being read, from the top.
    List<Anchor> anchors() {
        var anchors = new ArrayList<Anchor>();
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null) {
            for (int i = flow.getFirstVisibleCell().getIndex();
                    i <= flow.getLastVisibleCell().getIndex();
                    i++) {
                IndexedCell<?> cell = flow.getVisibleCell(i);
                if (cell != null && cell.getItem() instanceof Row row) {
                    anchors.add(new Anchor(row, cell.getLayoutY()));
                }
            }
        }
        return anchors;
    }

    /// Brings the row of this index back to where it stood.
    void hold(int index, double y) {
        release();
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            list.layout();
            flow.scrollToTop(index);
            flow.layout();
            flow.scrollPixels(-y);
            flow.layout();
        }
    }

    /// How much of the height the rows leave free.
    private double blank() {
        if (!(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) || flow.getCellCount() == 0) {
            return 0;
        }
        IndexedCell<?> last = flow.getLastVisibleCell();
        IndexedCell<?> first = flow.getFirstVisibleCell();
        boolean whole =
                first != null && last != null && first.getIndex() == 0 && last.getIndex() == flow.getCellCount() - 1;
        return whole ? Math.max(0, getHeight() - last.getBoundsInParent().getMaxY() - list.snappedBottomInset()) : 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 200;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 60;
    }
}
