package tocsin.ui.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tocsin.ui.kit.Words;

/// Which incidents are shown, and the views a person has kept. Lives on the JavaFX thread, knows no node.
public final class FacetsModel {
    private final Views views;
    private final List<FacetModel> facets;
    private final ObservableList<SavedView> saved = FXCollections.observableArrayList();
    private final Set<Facet> chosen = EnumSet.noneOf(Facet.class);
    private final ReadOnlyBooleanWrapper narrowed = new ReadOnlyBooleanWrapper();
    private Consumer<Set<Facet>> changed = _ -> {};

    FacetsModel(Views views, Words words) {
        this.views = views;
        this.facets = Arrays.stream(Facet.values())
                .map(facet -> new FacetModel(facet, words))
                .toList();
    }

    /// Who is told of the facets that are chosen now.
    void wire(Consumer<Set<Facet>> listener) {
        changed = listener;
    }

    void toggle(Facet facet) {
        if (!chosen.remove(facet)) {
            chosen.add(facet);
        }
        choose(Set.copyOf(chosen));
    }

    void choose(Set<Facet> wanted) {
        chosen.clear();
        chosen.addAll(wanted);
        narrowed.set(!chosen.isEmpty());
        changed.accept(Set.copyOf(chosen));
    }

    /// The counts of all.
    void show(Picture picture) {
        for (FacetModel each : facets) {
            long count = picture.counts().getOrDefault(each.facet(), 0L);
            each.show(count, chosen.contains(each.facet()), picture.manyTypes());
        }
    }

    /// Keeps what is chosen now under a name; an older view of that name is replaced.
    void keep(String name) {
        var all = new ArrayList<>(saved);
        all.removeIf(view -> view.name().equals(name));
        all.add(new SavedView(name, Set.copyOf(chosen)));
        saved.setAll(all);
        var _ = views.keep(List.copyOf(all));
    }

    void drop(SavedView view) {
        saved.remove(view);
        var _ = views.keep(List.copyOf(saved));
    }

    void loaded(List<SavedView> kept) {
        saved.setAll(kept);
    }

    public List<FacetModel> getFacets() {
        return facets;
    }

    public ObservableList<SavedView> getSaved() {
        return saved;
    }

    /// Something is left out.
    public boolean isNarrowed() {
        return narrowed.get();
    }

    public ReadOnlyBooleanProperty narrowedProperty() {
        return narrowed.getReadOnlyProperty();
    }
}
