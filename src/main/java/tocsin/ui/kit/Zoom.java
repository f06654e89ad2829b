package tocsin.ui.kit;

import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows its content larger or smaller as a whole, so that every measure keeps its proportion. From 80 to 200 per cent.
public final class Zoom extends Region {
    public static final int LEAST = 80;
    public static final int MOST = 200;
    private static final int STEP = 10;

    private Parent content;
    private final Scale scale = new Scale(1, 1);
    private int percent = 100;

    public Zoom(Parent content) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().add(content);
    }

    /// Shows something else in its place.
    public void show(Parent other) {
        content.getTransforms().remove(scale);
        content = other;
        content.getTransforms().add(scale);
        getChildren().setAll(content);
    }

    /// Hands a key to what is shown, as if that had the focus.
    void pass(KeyEvent key) {
        Event.fireEvent(content, key);
    }

    public int percent() {
        return percent;
    }

    public void percent(int wanted) {
        percent = Math.clamp(wanted, LEAST, MOST);
        scale.setX(percent / 100.0);
        scale.setY(percent / 100.0);
        requestLayout();
    }

    public void larger() {
        percent(percent + STEP);
    }

    public void smaller() {
        percent(percent - STEP);
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() * 100 / percent, getHeight() * 100 / percent);
    }
}
