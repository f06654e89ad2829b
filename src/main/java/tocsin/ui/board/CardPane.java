package tocsin.ui.board;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Draws one card; a column lends it from incident to incident while it scrolls.
public final class CardPane {
    private final ObjectProperty<@Nullable CardModel> model = new SimpleObjectProperty<>();

    public @Nullable CardModel getModel() {
        return model.get();
    }

    public ObjectProperty<@Nullable CardModel> modelProperty() {
        return model;
    }
}
