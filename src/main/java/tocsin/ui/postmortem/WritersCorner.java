package tocsin.ui.postmortem;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tocsin.app.Safe;
import tocsin.domain.incident.Incident;
import tocsin.domain.prose.Prose;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.KeyText;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Telling;

/// Shows whose words these are: always in one line under the text, and on demand as tints with the names beside it.
/// Only
/// what is in sight is tinted, so a long text costs no more than a short one.
final class WritersCorner implements Bench.Corner {
    private static final long PAUSE_MILLIS = 400;

    private final Bench bench;
    private final Words words;
    private final Writers writers;
    private final VBox rows = new VBox();
    private final VBox side = new VBox();
    private boolean shown;
    private boolean counting;
    private boolean looking;

    WritersCorner(Bench bench) {
        this.bench = bench;
        words = bench.words();
        writers = new Writers(bench.surroundings().operator());
        var head = new Label(words.get("paperwriters.title"));
        head.getStyleClass().add("section-head");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var key = new KeyText();
        key.setText("[" + Key.WRITERS.cap() + "]");
        key.getStyleClass().add("small");
        key.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(head, gap, key);
        line.getStyleClass().add("due-head");
        rows.getStyleClass().add("writers");
        side.getChildren().addAll(line, rows);
        side.getStyleClass().add("phrases");
        present();
        bench.editor().area().caretPositionProperty().addListener(_ -> look());
        bench.editor().editsProperty().addListener(_ -> {
            look();
            count();
        });
    }

    private void present() {
        side.setVisible(shown);
        side.setManaged(shown);
    }

    @Override
    public Optional<Parent> side() {
        return Optional.of(side);
    }

    @Override
    public void show(Incident incident) {
        look();
    }

    @Override
    public List<Act> acts() {
        return List.of(Act.keyed(
                words.get("keys.postmortem"), words.get("paperwriters.title"), Key.WRITERS.code(), this::turn));
    }

    private void turn() {
        shown = !shown;
        present();
        count();
        bench.editor().dress();
    }

    @Override
    public List<Markdown.Mark> marks(String section, String paragraph, int at) {
        return shown
                ? writers.marks(
                        bench.writing().prose(section).passages(at, at + paragraph.length()), at, paragraph.length())
                : List.of();
    }

    /// At the words where the caret stands, once the change under way is through.
    private void look() {
        if (!looking) {
            looking = true;
            bench.relay().execute(() -> {
                looking = false;
                bench.editor().foot(line());
            });
        }
    }

    private String line() {
        String section = bench.editor().section();
        if (!bench.writing().isLoaded() || section.isEmpty()) {
            return "";
        }
        Prose prose = bench.writing().prose(section);
        int caret = Math.min(bench.editor().area().getCaretPosition(), prose.length());
        return writers.theirs(prose, caret)
                .map(passage -> words.get(
                        "paperwriters.at",
                        Safe.line(passage.author().name()),
                        telling().moment(passage.at())))
                .orElse("");
    }

    private Telling telling() {
        return new Telling(
                words, bench.incident().zone(), bench.surroundings().wall().instant());
    }

    /// A person who types on does not need to see each letter counted.
    private void count() {
        if (shown && !counting) {
            counting = true;
            CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, bench.relay())
                    .execute(() -> {
                        counting = false;
                        rows.getChildren()
                                .setAll(
                                        writers
                                                .rows(bench.writing()
                                                        .prose(bench.editor().section())
                                                        .passages())
                                                .stream()
                                                .map(this::row)
                                                .toList());
                        if (rows.getChildren().isEmpty()) {
                            var nobody = new Label(words.get("paperwriters.nobody"));
                            nobody.getStyleClass().addAll("muted", "small-text");
                            rows.getChildren().add(nobody);
                        }
                    });
        }
    }

    private Node row(Writers.Row row) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("writer-tint", "writer-" + row.tint());
        var name = new Label(Safe.line(row.author().name()));
        name.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        String when = row.newest().map(telling()::moment).orElse("");
        var note = new Label(
                row.tint() == 0
                        ? words.get("paperwriters.self", row.share())
                        : words.get("paperwriters.share", row.share(), when));
        note.getStyleClass().addAll("muted", "small-text");
        note.setMinWidth(Region.USE_PREF_SIZE);
        var box = new HBox(swatch, name, gap, note);
        box.getStyleClass().add("writer");
        box.setAccessibleText(name.getText() + ", " + note.getText()
                + (row.tint() == 0 ? "" : ", " + words.get("paperwriters.tint", row.tint())));
        box.setFocusTraversable(false);
        return box;
    }
}
