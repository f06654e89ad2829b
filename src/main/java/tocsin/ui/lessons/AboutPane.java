package tocsin.ui.lessons;

import java.text.Bidi;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tocsin.ui.kit.DueLine;

/// The side of the screen: all about the line that is pointed at, drawn anew for each, since it is a dozen labels.
final class AboutPane {
    private final VBox place;

    AboutPane(VBox place) {
        this.place = place;
    }

    void show(About about) {
        place.getChildren().clear();
        if (about.title().isEmpty()) {
            return;
        }
        var head = new Label(about.head());
        head.getStyleClass().add("section-head");
        var title = wrapped(about.title());
        title.getStyleClass().add("about-name");
        var shape = new Region();
        shape.getStyleClass().add("shape");
        var from = wrapped(about.from());
        from.getStyleClass().addAll("muted", "small-text");
        from.setMinWidth(0);
        var source = new HBox(shape, from);
        source.getStyleClass().addAll("about-from", about.level());
        place.getChildren().addAll(head, title, source);
        var lines = new VBox();
        lines.getStyleClass().add("about-lines");
        about.lines().forEach(line -> lines.getChildren().add(row(line)));
        place.getChildren().add(lines);
        place.setAccessibleText(about.spoken());
    }

    private static VBox row(DueLine line) {
        var shape = new Region();
        shape.getStyleClass().add("due-shape");
        var name = new Label(line.name());
        name.getStyleClass().add("due-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var value = new Label(line.value());
        value.getStyleClass().add("due-value");
        value.setMinWidth(0);
        var top = new HBox(shape, name, gap, value);
        top.getStyleClass().add("due-row");
        var row = new VBox(top);
        row.getStyleClass().addAll("about-line", line.tone().style());
        line.notes().forEach(note -> {
            var label = wrapped(note);
            label.getStyleClass().add("due-note");
            label.setMaxWidth(Double.MAX_VALUE);
            row.getChildren().add(label);
        });
        return row;
    }

    /// The toolkit fails when it breaks a line that is read from the right.
    private static Label wrapped(String text) {
        var label = new Label(text);
        boolean turned = Bidi.requiresBidi(text.toCharArray(), 0, text.length());
        label.setWrapText(!turned);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
