package tocsin.ui.lessons;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tocsin.ui.kit.Tone;

/// The columns of a row: what it is, whose it is, one figure, and how it stands to its day.
final class Columns {
    private static final double WHO = 146;
    private static final double THIRD = 92;
    private static final double DUE = 142;

    private final HBox line = new HBox();
    private final Label title = new Label();
    private final Label under = new Label();
    private final HBox flag = new HBox();
    private final Label flagged = new Label();
    private final Label who = new Label();
    private final Label how = new Label();
    private final Label third = new Label();
    private final Label fourth = new Label();
    private final HBox due = new HBox();
    private final Label word = new Label();
    private final Label day = new Label();
    private String level = "";
    private String tone = "";

    Columns() {
        line.getStyleClass().add("lesson");
        flag.getStyleClass().addAll("lesson-flag", Tone.OVERDUE.style());
        flag.getChildren().addAll(shape("due-shape"), flagged);
        flagged.getStyleClass().addAll("due-value", "small-text");
        flagged.setMinWidth(0);
        under.getStyleClass().addAll("muted", "small-text", "lesson-under");
        under.setMinWidth(Region.USE_PREF_SIZE);
        due.getStyleClass().add("lesson-due");
        due.getChildren().addAll(shape("due-shape"), word);
        word.getStyleClass().add("due-value");
        quiet(how);
        quiet(fourth);
        quiet(day);
        day.getStyleClass().addAll("mono", "lesson-day");
        var below = new HBox(under, flag);
        below.getStyleClass().add("lesson-below");
        below.setMinWidth(0);
        var first = new VBox(title, below);
        first.getStyleClass().add("lesson-column");
        first.setMinWidth(0);
        first.setPrefWidth(0);
        HBox.setHgrow(first, Priority.ALWAYS);
        line.getChildren()
                .addAll(
                        shape("shape"),
                        first,
                        column(WHO, new VBox(who, how)),
                        column(THIRD, new VBox(third, fourth)),
                        column(DUE, new VBox(due, day)));
    }

    private static void quiet(Label label) {
        label.getStyleClass().addAll("muted", "small-text");
    }

    private static Region shape(String style) {
        var shape = new Region();
        shape.getStyleClass().add(style);
        return shape;
    }

    private static VBox column(double width, VBox column) {
        column.getStyleClass().add("lesson-column");
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
        return column;
    }

    HBox show(Line.Told told, int severity) {
        title.setText(told.title());
        under.setText(told.under());
        flagged.setText(told.flag());
        show(flag, !told.flag().isEmpty());
        who.setText(told.who());
        how.setText(told.how());
        third.setText(told.third());
        fourth.setText(told.fourth());
        word.setText(told.due().word());
        day.setText(told.due().day());
        show(day, !told.due().day().isEmpty());
        level = restyle(line, level, "sev-" + severity);
        tone = restyle(due, tone, told.due().tone().style());
        return line;
    }

    private static void show(Region region, boolean shown) {
        region.setVisible(shown);
        region.setManaged(shown);
    }

    private static String restyle(Region region, String before, String now) {
        if (!before.equals(now)) {
            region.getStyleClass().remove(before);
            region.getStyleClass().add(now);
        }
        return now;
    }
}
