package tocsin.ui.crew;

import java.text.Bidi;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import tocsin.ui.kit.KeyText;

/// Draws the small rows of the left side. All of it on the JavaFX thread.
final class CrewRows {
    private CrewRows() {}

    /// A mark takes room only where there is something to say.
    static void tone(Node node, Tone tone) {
        node.getStyleClass().removeIf(style -> style.startsWith("tone-"));
        node.getStyleClass().add(tone.style());
        if (node instanceof Pane pane) {
            pane.getChildren().stream()
                    .filter(child -> child.getStyleClass().contains("mark"))
                    .forEach(mark -> mark.setManaged(tone != Tone.PLAIN));
        }
    }

    static Label label(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A label of several rows, where the toolkit can break them.
    static Label wrapped(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(!Bidi.requiresBidi(text.toCharArray(), 0, text.length()));
        return label;
    }

    static Region mark() {
        var mark = new Region();
        mark.getStyleClass().add("mark");
        return mark;
    }

    static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    static Node offer(CommandModel.Asked asked) {
        var box = new VBox(wrapped(asked.line(), "crew-words"));
        if (!asked.keys().isEmpty()) {
            var keys = new KeyText();
            keys.getStyleClass().add("small");
            keys.setText(asked.keys());
            box.getChildren().add(keys);
        }
        box.getStyleClass().add("crew-offer");
        tone(box, asked.tone());
        return box;
    }

    static Node role(CrewModel.Holding row, Runnable pointed) {
        Label role = label(row.role(), "muted");
        role.setMinWidth(60);
        Label holder = label(row.holder(), "crew-word");
        holder.setMinWidth(row.holder().length() > 9 ? 60 : Region.USE_PREF_SIZE);
        holder.setAlignment(Pos.CENTER_RIGHT);
        var box = new HBox(role, gap(), mark(), holder);
        box.getStyleClass().addAll("crew-line", "clickable");
        box.setAccessibleText(row.role() + ": " + row.holder() + ", " + row.note());
        tone(box, row.tone());
        var note = new Tooltip(row.role() + ": " + row.holder() + "\n" + row.note());
        note.setShowDelay(Duration.millis(300));
        Tooltip.install(box, note);
        box.setOnMouseClicked(_ -> pointed.run());
        return box;
    }

    static Node lead(CrewModel.Lead lead) {
        boolean asked = lead.standing() == CrewModel.Lead.Standing.ASKED;
        Label sign = label(asked ? "=" : "~", "sign", "mono");
        sign.setMinWidth(Region.USE_PREF_SIZE);
        var words = new VBox(wrapped(lead.text(), "lead-text"), wrapped(lead.note(), "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var box = new HBox(sign, words);
        box.getStyleClass().addAll("crew-lead", lead.standing().name().toLowerCase(Locale.ROOT));
        box.setAccessibleText(lead.text() + ", " + lead.note());
        return box;
    }
}
