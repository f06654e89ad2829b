package tocsin.ui.postmortem;

import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import org.fxmisc.richtext.StyleClassedTextArea;

/// The area of a text. What is pasted is handed on before the area makes paragraphs of it: a book on the clipboard must
/// not keep the window waiting only to be refused.
final class ProseArea extends StyleClassedTextArea {
    private final Consumer<String> pasted;

    ProseArea(Consumer<String> pasted) {
        super(false);
        this.pasted = pasted;
    }

    @Override
    public void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasString()) {
            pasted.accept(clipboard.getString());
        }
    }
}
