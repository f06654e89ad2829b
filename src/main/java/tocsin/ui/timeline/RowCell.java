package tocsin.ui.timeline;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import tocsin.app.Safe;
import tocsin.domain.timeline.Attachment;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;

/// The place of one row. A long text is broken over as many lines as it needs.
final class RowCell extends ListCell<Row> {
    private static final int MOST_CHARS = 4_000;

    private final TimelineModel model;
    private final Label time = new Label();
    private final Label sign = new Label();
    private final RowBody body;
    private final Label badge = new Label();
    private final Label by = new Label();
    private final HBox line;
    private final Tint tint = new Tint();
    private final Predicate<Entry> news;
    private final Label day = new Label();

    /// @param news whether an entry has just come from somebody else
    RowCell(TimelineModel model, Thumbnails pictures, Predicate<Entry> news) {
        this.model = model;
        this.news = news;
        body = new RowBody(model.words(), pictures);
        line = new HBox(time, sign, body, badge, by);
        tint.behind(line);
        getStyleClass().add("row-cell");
        line.getStyleClass().add("row");
        day.getStyleClass().add("day");
        day.setMaxWidth(Double.MAX_VALUE);
        time.getStyleClass().addAll("row-time", "mono");
        sign.getStyleClass().addAll("row-sign", "mono");
        badge.getStyleClass().add("badge");
        by.getStyleClass().add("row-by");
        HBox.setHgrow(body, Priority.ALWAYS);
        body.setMaxWidth(Double.MAX_VALUE);
        for (Label fixed : new Label[] {time, sign, badge}) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (row) {
            case Row.Day(var date) -> {
                day.setText(model.times().day(date));
                setAccessibleText(day.getText());
                setGraphic(day);
            }
            case Row.Line(var entry, var told) -> show(entry, told);
        }
    }

    private void show(Entry entry, String told) {
        String words = Safe.cut(lines(told), MOST_CHARS);
        time.setText(model.times().clock(entry.occurredAt()));
        sign.setText(signOf(entry.kind()));
        List<Attachment> files = RowFiles.of(entry);
        body.show(words, files);
        if (news.test(entry)) {
            tint.show();
        } else {
            tint.hide();
        }
        String mark = badges(entry);
        badge.setText(mark);
        badge.setVisible(!mark.isEmpty());
        badge.setManaged(!mark.isEmpty());
        by.setText(Safe.line(entry.by().name())
                + entry.strike()
                        .map(strike -> " · "
                                + model.words()
                                        .get("timeline.struck", model.times().clock(strike.at())))
                        .orElse(""));
        line.getStyleClass().removeIf(style -> style.startsWith("kind-") || style.equals("struck"));
        line.getStyleClass().add("kind-" + entry.kind().word());
        if (entry.struck()) {
            line.getStyleClass().add("struck");
        }
        setAccessibleText(time.getText() + " " + model.words().kind(entry.kind()) + ": " + words + ". " + by.getText()
                + " " + mark + " " + names(files));
        setGraphic(line);
    }

    private static String names(List<Attachment> files) {
        return files.stream().map(Attachment::name).map(Safe::line).collect(Collectors.joining(", "));
    }

    private String badges(Entry entry) {
        String late = entry.late().map(model.times()::late).orElse("");
        String pinned = entry.pinned() ? model.words().get("timeline.pinned") : "";
        String corrected = entry.changes().isEmpty() ? "" : model.words().get("timeline.corrected");
        return java.util.stream.Stream.of(pinned, corrected, late)
                .filter(mark -> !mark.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String signOf(EntryKind kind) {
        return switch (kind) {
            case NOTE -> "·";
            case SYSTEM -> "◇";
            default -> kind.sign();
        };
    }

    /// Each of its lines is made harmless; the breaks between them stay.
    private static String lines(String text) {
        return text.lines().map(Safe::line).collect(Collectors.joining("\n"));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    /// The plain cell would ask for a height without telling the width at which the text breaks.
    @Override
    protected double computePrefHeight(double width) {
        if (!(getGraphic() instanceof Region graphic)) {
            return 0;
        }
        double inner = width - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + graphic.prefHeight(inner) + snappedBottomInset();
    }
}
