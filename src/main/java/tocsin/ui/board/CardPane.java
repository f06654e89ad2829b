package tocsin.ui.board;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Draws one card; a column lends it from incident to incident while it scrolls.
public final class CardPane {
    private static final PseudoClass OVERDUE = PseudoClass.getPseudoClass("overdue");
    private static final PseudoClass DUE_SOON = PseudoClass.getPseudoClass("due-soon");

    private final ObjectProperty<@Nullable CardModel> model = new SimpleObjectProperty<>();
    private final ChangeListener<String> look = (_, _, now) -> paint(now);

    @FXML
    private Node burningNext;

    @FXML
    private Node quietNext;

    @FXML
    void initialize() {
        model.addListener((_, before, now) -> {
            if (before != null) {
                before.lookProperty().removeListener(look);
            }
            if (now != null) {
                now.lookProperty().addListener(look);
                paint(now.getLook());
            }
        });
    }

    private void paint(String now) {
        for (Node next : List.of(burningNext, quietNext)) {
            next.pseudoClassStateChanged(OVERDUE, now.equals("overdue"));
            next.pseudoClassStateChanged(DUE_SOON, now.equals("due-soon"));
        }
    }

    public @Nullable CardModel getModel() {
        return model.get();
    }

    public ObjectProperty<@Nullable CardModel> modelProperty() {
        return model;
    }
}
