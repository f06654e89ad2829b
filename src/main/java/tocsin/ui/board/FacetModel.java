package tocsin.ui.board;

import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tocsin.ui.kit.Words;

/// One facet as a chip with its count.
public final class FacetModel {
    private final Facet facet;
    private final Words words;
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper();

    FacetModel(Facet facet, Words words) {
        this.facet = facet;
        this.words = words;
        offered.set(!facet.ofType());
    }

    void show(long fresh, boolean chosen, boolean several) {
        count.set(words.number(fresh));
        on.set(chosen);
        // One type alone needs no chip to tell it from others.
        offered.set(!facet.ofType() || chosen || (several && fresh > 0));
    }

    Facet facet() {
        return facet;
    }

    public String getName() {
        return words.get("facet." + facet.name().toLowerCase(Locale.ROOT));
    }

    public String getKey() {
        return words.key(facet.key());
    }

    public String getCount() {
        return count.get();
    }

    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    public boolean isOn() {
        return on.get();
    }

    public ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    public boolean isOffered() {
        return offered.get();
    }

    public ReadOnlyBooleanProperty offeredProperty() {
        return offered.getReadOnlyProperty();
    }
}
