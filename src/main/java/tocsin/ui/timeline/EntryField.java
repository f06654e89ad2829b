package tocsin.ui.timeline;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;

/// The field of the entry line. What is pasted goes to whoever can tell a table or a picture from a word; the field
/// itself takes single lines only.
public final class EntryField extends TextField {
    private Consumer<Clipboard> pasted = _ -> super.paste();

    /// Asked before anything is pasted.
    void onPaste(Consumer<Clipboard> taker) {
        pasted = taker;
    }

    @Override
    public void paste() {
        pasted.accept(Clipboard.getSystemClipboard());
    }
}
