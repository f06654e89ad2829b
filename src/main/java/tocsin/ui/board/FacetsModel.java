package tocsin.ui.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tocsin.app.Pulse;
import tocsin.app.Pulses;
import tocsin.base.PersonId;
import tocsin.ui.kit.Words;

/// Which incidents are shown, and the views a person has kept. Lives on the JavaFX thread, knows no node.
public final class FacetsModel {
    private final PersonId person;
    private final Views views;
    private final List<FacetModel> facets;
    private final ObservableList<SavedView> saved = FXCollections.observableArrayList();
    private final Set<Facet> chosen = EnumSet.noneOf(Facet.class);
    private final ReadOnlyBooleanWrapper narrowed = new ReadOnlyBooleanWrapper();
    private Runnable changed = () -> {};

    FacetsModel(PersonId person, Views views, Words words) {
        this.person = person;
        this.views = views;
        this.facets = Arrays.stream(Facet.values())
                .map(facet -> new FacetModel(facet, words))
                .toList();
    }

    /// Who looks again when another facet was chosen.
    void wire(Runnable listener) {
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
        changed.run();
    }

    /// The chosen ones of these, with the counts of all.
    List<Pulse> take(Pulses.Snapshot snapshot, Instant now) {
        long types = snapshot.live().stream().map(Pulse::type).distinct().count();
        for (FacetModel each : facets) {
            Facet facet = each.facet();
            List<Pulse> pool = facet == Facet.CLOSED ? snapshot.ended() : snapshot.live();
            long count = pool.stream()
                    .filter(pulse -> facet.takes(pulse, person, now))
                    .count();
            each.show(count, chosen.contains(facet), types > 1);
        }
        List<Pulse> pool = chosen.contains(Facet.CLOSED) ? snapshot.ended() : snapshot.live();
        return chosen.isEmpty()
                ? pool
                : pool.stream()
                        .filter(pulse -> Facet.all(chosen, pulse, person, now))
                        .toList();
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
