package tocsin.ui.board;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.css.PseudoClass;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A few marks in a row, of which the first ones are filled.
public final class Steps extends HBox {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final IntegerProperty of = new SimpleIntegerProperty(this, "of");
    private final IntegerProperty done = new SimpleIntegerProperty(this, "done");

    public Steps() {
        of.addListener((_, _, _) -> draw());
        done.addListener((_, _, _) -> fill());
    }

    public int getOf() {
        return of.get();
    }

    public void setOf(int count) {
        of.set(count);
    }

    public IntegerProperty ofProperty() {
        return of;
    }

    public int getDone() {
        return done.get();
    }

    public void setDone(int count) {
        done.set(count);
    }

    public IntegerProperty doneProperty() {
        return done;
    }

    private void draw() {
        getChildren().clear();
        for (int at = 0; at < of.get(); at++) {
            var step = new Region();
            step.getStyleClass().add("step");
            getChildren().add(step);
        }
        fill();
    }

    private void fill() {
        for (int at = 0; at < getChildren().size(); at++) {
            getChildren().get(at).pseudoClassStateChanged(DONE, at < done.get());
        }
    }
}
