package tocsin.ui.board;

import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import tocsin.app.Safe;
import tocsin.ui.kit.Screens;

/// The chips of the board: facets beside the heading, types and a person's own views in a row below.
final class Shelf {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");
    private static final int MOST_NAME = 30;

    private final FacetsModel model;
    private final Screens screens;

    Shelf(FacetsModel model, Screens screens) {
        this.model = model;
        this.screens = screens;
    }

    void fill(HBox beside, HBox below) {
        for (FacetModel facet : model.getFacets()) {
            Button chip = new FacetPane(facet, () -> model.toggle(facet.facet())).draw(screens);
            (facet.facet().ofType() ? below : beside).getChildren().add(chip);
            facet.offeredProperty().addListener((_, _, _) -> showOnlyFilled(below));
        }
        var saved = new HBox();
        saved.getStyleClass().add("saved");
        below.getChildren().add(saved);
        model.getSaved().addListener((ListChangeListener<SavedView>) _ -> {
            saved.getChildren().setAll(model.getSaved().stream().map(this::chip).toList());
            showOnlyFilled(below);
        });
        showOnlyFilled(below);
    }

    /// An empty row takes no room.
    private void showOnlyFilled(HBox below) {
        boolean filled = !model.getSaved().isEmpty()
                || model.getFacets().stream().anyMatch(facet -> facet.facet().ofType() && facet.isOffered());
        below.setVisible(filled);
        below.setManaged(filled);
    }

    /// A person's own view; Delete takes it away.
    private Button chip(SavedView view) {
        var chip = new Button("", new Label(Safe.cut(Safe.line(view.name()), MOST_NAME)));
        chip.getStyleClass().addAll("facet", "view");
        chip.setAccessibleText(view.name());
        chip.setOnAction(_ -> model.choose(view.facets()));
        chip.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.DELETE) {
                model.drop(view);
                key.consume();
            }
        });
        return chip;
    }

    static void mark(Button chip, FacetModel facet) {
        chip.pseudoClassStateChanged(ON, facet.isOn());
        facet.onProperty().addListener((_, _, on) -> chip.pseudoClassStateChanged(ON, on));
    }
}
