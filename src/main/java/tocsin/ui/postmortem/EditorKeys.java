package tocsin.ui.postmortem;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.fxmisc.wellbehaved.event.EventPattern;
import org.fxmisc.wellbehaved.event.InputHandler;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;
import tocsin.domain.prose.Prose;

/// The keys of a text that are not letters.
record EditorKeys(ProseArea area, Text text) {
    /// What the keys work on.
    interface Text {
        void undo();

        void redo();

        /// Whether this line stands in code.
        boolean isCode(int begin, String line);

        /// Changes that belong together. False if there is no room for them.
        boolean change(List<Prose.Change> changes);

        /// There was no room.
        void full();
    }

    void listen() {
        // The screen's own keys: the text takes back its words by its own way, and Tab belongs to lists and tables.
        Nodes.addInputMap(
                area,
                InputMap.sequence(
                        InputMap.consume(
                                EventPattern.keyPressed(KeyCode.Z, KeyCombination.SHORTCUT_DOWN), _ -> text.undo()),
                        InputMap.consume(
                                EventPattern.keyPressed(
                                        KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                                _ -> text.redo()),
                        InputMap.consume(
                                EventPattern.keyPressed(KeyCode.Y, KeyCombination.SHORTCUT_DOWN), _ -> text.redo()),
                        InputMap.process(
                                EventPattern.keyPressed(KeyCode.ENTER),
                                _ -> structured(LineKeys::enter, InputHandler.Result.PROCEED)),
                        // Outside of lists and tables the key goes from place to place, as it does on every screen.
                        InputMap.process(
                                EventPattern.keyPressed(KeyCode.TAB),
                                _ -> structured(LineKeys::tab, InputHandler.Result.IGNORE)),
                        InputMap.process(
                                EventPattern.keyPressed(KeyCode.TAB, KeyCombination.SHIFT_DOWN),
                                _ -> structured(LineKeys::shiftTab, InputHandler.Result.IGNORE))));
    }

    /// What a key does in a list or a table; else what it does elsewhere. In code it is the letter it is.
    private InputHandler.Result structured(
            BiFunction<LineKeys, LineKeys.Caret, Optional<LineKeys.Done>> key, InputHandler.Result elsewhere) {
        int place = area.getCaretPosition();
        int line = area.getCurrentParagraph();
        int begin = area.getAbsolutePosition(line, 0);
        if (text.isCode(begin, area.getParagraph(line).getText())) {
            return InputHandler.Result.PROCEED;
        }
        if (area.getSelection().getLength() > 0) {
            return elsewhere;
        }
        var keys = new LineKeys(
                at -> area.getParagraph(at).getText(), area.getParagraphs().size());
        Optional<LineKeys.Done> found = key.apply(keys, new LineKeys.Caret(line, place - begin, begin));
        if (found.isEmpty()) {
            return elsewhere;
        }
        LineKeys.Done done = found.get();
        if (done.changes().isEmpty() || text.change(done.changes())) {
            area.moveTo(done.caret());
            area.requestFollowCaret();
        } else {
            text.full();
        }
        return InputHandler.Result.CONSUME;
    }
}
