package tocsin.ui.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Keeps the nodes of a list of lines: the same line keeps its node.
public final class LineBoxes {
    private final VBox place;
    private final LineBox.Side side;
    private final Consumer<String> taken;
    private final Map<String, LineBox> byId = new HashMap<>();

    /// @param taken told the id of a line that was clicked
    public LineBoxes(VBox place, LineBox.Side side, ObservableList<DueLine> lines, Consumer<String> taken) {
        this.place = place;
        this.side = side;
        this.taken = taken;
        lines.addListener((Observable _) -> fill(lines));
        fill(lines);
    }

    private void fill(List<DueLine> lines) {
        var nodes = new ArrayList<Node>();
        for (DueLine line : lines) {
            LineBox box = byId.computeIfAbsent(line.id(), this::box);
            box.show(line);
            nodes.add(box);
        }
        if (!place.getChildren().equals(nodes)) {
            place.getChildren().setAll(nodes);
            byId.values().retainAll(nodes);
        }
        place.setVisible(!nodes.isEmpty());
        place.setManaged(!nodes.isEmpty());
    }

    private LineBox box(String id) {
        var box = new LineBox(side);
        box.setOnMouseClicked(_ -> taken.accept(id));
        return box;
    }
}
