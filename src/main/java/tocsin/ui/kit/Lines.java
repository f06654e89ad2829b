package tocsin.ui.kit;

import java.text.Bidi;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A few lines of words, one under the other; no room when there are none.
public final class Lines extends VBox {
    private final ObjectProperty<ObservableList<String>> items =
            new SimpleObjectProperty<>(this, "items", FXCollections.observableArrayList());

    private final InvalidationListener filler = _ -> fill(items.get());
    private ObservableList<String> followed = FXCollections.emptyObservableList();

    public Lines() {
        // Not as a change: two lists that are both empty are equal, and the other one would never be followed.
        items.addListener((Observable _) -> follow());
        follow();
    }

    private void follow() {
        ObservableList<String> now = items.get();
        followed.removeListener(filler);
        now.addListener(filler);
        followed = now;
        fill(now);
    }

    public ObjectProperty<ObservableList<String>> itemsProperty() {
        return items;
    }

    public ObservableList<String> getItems() {
        return items.get();
    }

    public void setItems(ObservableList<String> lines) {
        items.set(lines);
    }

    private void fill(ObservableList<String> lines) {
        getChildren().setAll(lines.stream().map(Lines::label).toList());
        setVisible(!lines.isEmpty());
        setManaged(!lines.isEmpty());
    }

    private static Label label(String line) {
        var label = new Label(line);
        // The toolkit fails when it breaks a line that is read from the right.
        label.setWrapText(!Bidi.requiresBidi(line.toCharArray(), 0, line.length()));
        return label;
    }
}
