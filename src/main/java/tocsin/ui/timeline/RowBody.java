package tocsin.ui.timeline;

import java.text.Bidi;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import tocsin.app.Safe;
import tocsin.domain.timeline.Attachment;
import tocsin.domain.timeline.EntryText;
import tocsin.ui.kit.Words;

/// The words of an entry, in which tags, people and addresses are quieter, and its files under them. Its height does
/// not change when a picture comes.
final class RowBody extends VBox {
    private final Words words;
    private final Thumbnails pictures;
    private final Label plain = new Label();
    private final TextFlow marked = new TextFlow();
    private final FlowPane files = new FlowPane();

    RowBody(Words words, Thumbnails pictures) {
        this.words = words;
        this.pictures = pictures;
        getStyleClass().add("row-body");
        plain.getStyleClass().add("row-text");
        plain.setMaxWidth(Double.MAX_VALUE);
        marked.getStyleClass().addAll("row-text", "row-marked");
        files.getStyleClass().add("row-files");
    }

    void show(String text, List<Attachment> attachments) {
        Node said = said(text);
        if (attachments.isEmpty()) {
            files.getChildren().clear();
            getChildren().setAll(said);
            return;
        }
        files.getChildren().setAll(attachments.stream().map(this::chip).toList());
        if (text.isEmpty()) {
            getChildren().setAll(files);
        } else {
            getChildren().setAll(said, files);
        }
    }

    /// The toolkit fails when it breaks a line that is read from the right, so such words stay in one plain line.
    private Node said(String text) {
        boolean right = Bidi.requiresBidi(text.toCharArray(), 0, text.length());
        List<EntryText.Mark> marks = right ? List.of() : new EntryText(text).marks();
        if (marks.isEmpty()) {
            marked.getChildren().clear();
            plain.setWrapText(false);
            plain.setText(text);
            plain.setWrapText(!right);
            return plain;
        }
        marked.getChildren().clear();
        int at = 0;
        for (EntryText.Mark mark : marks) {
            add(text.substring(at, mark.start()), "word");
            add(text.substring(mark.start(), mark.end()), "mark");
            at = mark.end();
        }
        add(text.substring(at), "word");
        return marked;
    }

    private void add(String part, String style) {
        if (!part.isEmpty()) {
            var text = new Text(part);
            text.getStyleClass().add(style);
            marked.getChildren().add(text);
        }
    }

    private Node chip(Attachment attachment) {
        var name = new Label(Safe.cut(Safe.line(attachment.name()), 60));
        name.getStyleClass().add("file-name");
        var size = new Label(FileSize.words(attachment.size(), words));
        size.getStyleClass().add("file-size");
        var chip = new HBox(name, size);
        chip.getStyleClass().add("file-chip");
        chip.setAccessibleText(name.getText() + " " + size.getText());
        pictures.of(attachment).ifPresent(picture -> {
            chip.getStyleClass().add("picture");
            chip.getChildren().addFirst(tile(picture));
        });
        return chip;
    }

    private static Node tile(Thumbnails.Thumbnail picture) {
        var view = new ImageView();
        view.setFitWidth(Thumbnails.WIDTH);
        view.setFitHeight(Thumbnails.HEIGHT);
        view.setPreserveRatio(true);
        view.imageProperty().bind(picture.picture());
        var note = new Label();
        note.getStyleClass().add("file-size");
        note.textProperty().bind(picture.note());
        var tile = new StackPane(view, note);
        tile.getStyleClass().add("file-tile");
        tile.setMinSize(Thumbnails.WIDTH, Thumbnails.HEIGHT);
        tile.setMaxSize(Thumbnails.WIDTH, Thumbnails.HEIGHT);
        return tile;
    }
}
