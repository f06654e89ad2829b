package tocsin.ui.crew;

import java.text.Bidi;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tocsin.ui.kit.Words;

/// One task as a card. Follows its model, so that a second passing moves no node.
final class TaskCardPane {
    private TaskCardPane() {}

    /// @param present whether something can be done, so that the digit is worth showing
    static Node draw(TaskCard card, ObservableValue<Boolean> present, Words words, Runnable pointed) {
        var text = new Label();
        text.getStyleClass().add("task-text");
        text.textProperty().bind(card.textProperty());
        text.wrapTextProperty()
                .bind(card.textProperty().map(line -> !Bidi.requiresBidi(line.toCharArray(), 0, line.length())));
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        var head = new HBox(text);
        head.setSpacing(6);
        if (card.digit() > 0) {
            Label digit = CrewRows.label(String.valueOf(card.digit()), "key-cap", "mono");
            digit.setMinWidth(Region.USE_PREF_SIZE);
            digit.visibleProperty().bind(present);
            head.getChildren().add(digit);
        }
        var owner = CrewRows.label("", "muted");
        owner.textProperty().bind(card.ownerProperty());
        var left = CrewRows.label("", "crew-word", "task-left");
        left.textProperty().bind(card.leftProperty());
        left.setMinWidth(Region.USE_PREF_SIZE);
        var heard = CrewRows.label("\u2713", "heard");
        heard.setMinWidth(Region.USE_PREF_SIZE);
        heard.visibleProperty().bind(card.heardProperty());
        heard.managedProperty().bind(card.heardProperty());
        var unheard = CrewRows.label(words.get("crew.task.notReadBack"), "small-text", "muted");
        unheard.visibleProperty().bind(card.heardProperty().map(yes -> !yes));
        unheard.managedProperty().bind(unheard.visibleProperty());
        var line = new HBox(owner, heard, CrewRows.gap(), CrewRows.mark(), left);
        line.getStyleClass().add("crew-line");
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setFocusTraversable(false);
        bar.progressProperty().bind(card.usedProperty());
        var box = new VBox(head, line, unheard, bar);
        box.getStyleClass().add("task-card");
        box.accessibleTextProperty().bind(card.leftProperty().map(_ -> spoken(card, words)));
        tone(box, line, card.getTone());
        card.toneProperty().addListener((_, _, now) -> tone(box, line, now));
        box.setOnMouseClicked(_ -> pointed.run());
        return box;
    }

    private static String spoken(TaskCard card, Words words) {
        String heard = words.get(card.isHeard() ? "crew.task.readBack" : "crew.task.notReadBack");
        return String.join(", ", card.getText(), card.getOwner(), heard, card.getLeft());
    }

    private static void tone(Node box, Node line, Tone tone) {
        CrewRows.tone(box, tone);
        CrewRows.tone(line, tone);
    }
}
