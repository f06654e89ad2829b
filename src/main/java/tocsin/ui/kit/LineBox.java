package tocsin.ui.kit;

import java.text.Bidi;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Draws one line; its words change in place, the node stays.
public final class LineBox extends VBox {
    /// Where the shape stands that tells how the line is.
    public enum Side {
        /// Before the name, for things to tick off.
        NAME,
        /// Before the value at the right, for what runs.
        VALUE
    }

    private final Label name = new Label();
    private final Label value = new Label();
    private final Label cap = new Label();
    private final Region shape = new Region();
    private final VBox notes = new VBox();
    private String tone = "";
    private List<String> noted = List.of();
    private boolean drawnTall = true;

    public LineBox(Side side) {
        getStyleClass().addAll("due-line", side == Side.NAME ? "to-tick" : "running");
        name.getStyleClass().add("due-name");
        name.setMinHeight(USE_PREF_SIZE);
        value.getStyleClass().add("due-value");
        value.setMinWidth(USE_PREF_SIZE);
        cap.getStyleClass().addAll("key-cap", "mono");
        cap.setMinWidth(USE_PREF_SIZE);
        shape.getStyleClass().add("due-shape");
        notes.getStyleClass().add("due-notes");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var row = side == Side.NAME ? new HBox(shape, name, cap) : new HBox(name, shape, value, cap);
        row.getStyleClass().add("due-row");
        getChildren().addAll(row, notes);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    public void show(DueLine line) {
        // The toolkit fails when it breaks a line that is read from the right.
        boolean tall = line.room() == DueLine.Room.AS_NEEDED;
        name.setWrapText(tall && wraps(line.name()));
        name.setText(line.name());
        value.setText(line.value());
        boolean plain = getStyleClass().contains("running") && (line.tone() == Tone.CALM || line.tone() == Tone.QUIET);
        shape.setVisible(!plain);
        shape.setManaged(!plain);
        cap.setText(line.cap());
        cap.setVisible(!line.cap().isEmpty());
        cap.setManaged(!line.cap().isEmpty());
        if (!tone.equals(line.tone().style())) {
            getStyleClass().remove(tone);
            tone = line.tone().style();
            getStyleClass().add(tone);
        }
        if (!noted.equals(line.notes()) || tall != drawnTall) {
            noted = line.notes();
            drawnTall = tall;
            notes.getChildren()
                    .setAll(noted.stream().map(words -> note(words, tall)).toList());
        }
        notes.setVisible(!noted.isEmpty());
        notes.setManaged(!noted.isEmpty());
        setAccessibleText(line.spoken());
    }

    private static Label note(String words, boolean tall) {
        var note = new Label(words);
        note.setWrapText(tall && wraps(words));
        note.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().add("due-note");
        return note;
    }

    private static boolean wraps(String words) {
        return !Bidi.requiresBidi(words.toCharArray(), 0, words.length());
    }
}
