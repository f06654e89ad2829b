package tocsin.ui.shell;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The stops of the rail and where the person is. Lives on the JavaFX thread, knows no node.
public final class ShellModel {
    private final ObservableList<RailItem> stops = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Place> here = new ReadOnlyObjectWrapper<>(new Place.OnBoard());
    private final Consumer<Place> go;

    ShellModel(Consumer<Place> go) {
        this.go = go;
    }

    void here(Place place) {
        here.set(place);
    }

    /// A person asked to go there.
    void go(Place place) {
        go.accept(place);
    }

    public ObservableList<RailItem> getStops() {
        return stops;
    }

    public ReadOnlyObjectProperty<Place> hereProperty() {
        return here.getReadOnlyProperty();
    }

    public Place getHere() {
        return here.get();
    }
}
