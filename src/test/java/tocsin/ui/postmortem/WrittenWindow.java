package tocsin.ui.postmortem;

import static tocsin.ui.Keyboard.onScreen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import tocsin.base.DeskId;
import tocsin.base.PersonId;
import tocsin.domain.prose.Manuscript;
import tocsin.domain.prose.ProseFact.TextInserted;
import tocsin.domain.prose.Side;
import tocsin.ui.kit.Toolkit;

/// The editor in a window of its own, over a text that no disk holds. Used on a thread that is not JavaFX's.
final class WrittenWindow implements AutoCloseable {
    static final String SECTION = "summary";

    private static final DeskId HERE = Desk.HERE;

    final List<String> said = new ArrayList<>();
    final Writing writing = new Writing(new Writing.Ground(
            _ -> new CompletableFuture<>(),
            _ -> "refused",
            HERE,
            new PersonId("Ana"),
            Platform::runLater,
            (_, _) -> {},
            (section, changes) -> taken().take(section, changes)));
    final EditorPane editor;
    private final Stage stage;

    private WrittenWindow(String text) {
        editor = new EditorPane(writing, new Phrases().dress(List::of), said::add, Platform::runLater, "Text");
        var manuscript = new Manuscript(HERE);
        if (!text.isEmpty()) {
            manuscript.take(Desk.fact(1, Desk.BEN, new TextInserted(SECTION, Optional.empty(), Side.AFTER, text)));
        }
        writing.load(manuscript);
        stage = new Stage();
        stage.setScene(new Scene(new VBox(editor.root(), new Button("Next")), 600, 400));
        stage.show();
        editor.open(SECTION);
        editor.focus();
    }

    private EditorPane taken() {
        return editor;
    }

    static WrittenWindow with(String text) {
        Toolkit.start();
        return onScreen(() -> new WrittenWindow(text));
    }

    /// Puts the caret behind these words.
    void behind(String words) {
        onScreen(() -> {
            editor.area().moveTo(editor.area().getText().indexOf(words) + words.length());
            return editor;
        });
    }

    /// `^` is the caret. What is seen and what is written are one.
    String text() {
        return onScreen(() -> {
            String seen = editor.area().getText();
            if (!seen.equals(writing.text(SECTION))) {
                throw new AssertionError("seen <" + seen + "> written <" + writing.text(SECTION) + ">");
            }
            return new StringBuilder(seen)
                    .insert(editor.area().getCaretPosition(), '^')
                    .toString();
        });
    }

    void pastes(String words) {
        onScreen(() -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, words));
            editor.area().paste();
            return editor;
        });
    }

    /// What is said of an empty text, as one sees it.
    String hint() {
        return onScreen(() ->
                editor.root().lookup(".prose-hint") instanceof Label hint && hint.isVisible() ? hint.getText() : "");
    }

    /// The styles at the beginning of this line.
    List<String> styles(String line) {
        return onScreen(() -> List.copyOf(
                editor.area().getStyleAtPosition(editor.area().getText().indexOf(line) + 1)));
    }

    /// Lays out and paints what is there now.
    void laidOut() {
        onScreen(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            return stage.getScene().snapshot(null);
        });
    }

    boolean hasFocus() {
        return onScreen(() -> editor.area().isFocused());
    }

    @Override
    public void close() {
        onScreen(() -> {
            stage.close();
            editor.close();
            return stage;
        });
    }
}
