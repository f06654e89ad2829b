package tocsin.ui.postmortem;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.TwoDimensional;
import org.fxmisc.richtext.util.UndoUtils;
import org.jspecify.annotations.Nullable;
import tocsin.domain.prose.Pen;
import tocsin.domain.prose.Prose;

/// The text being written. What is typed goes to [Writing] at once; what others write comes in where it belongs and
/// moves neither the caret nor what is seen. Only paragraphs near the caret or in sight are dressed.
final class EditorPane {
    private final Writing writing;
    private final Consumer<String> say;
    private final Dresser dresser;
    private final ProseArea area = new ProseArea(this::paste);
    private final Fences fences = new Fences();
    private final Executor screen;
    private final VirtualizedScrollPane<ProseArea> scroll = new VirtualizedScrollPane<>(area);
    private final Label foot = new Label();
    private final Label hint = new Label();
    private final StackPane page = new StackPane(scroll, hint);
    private final VBox root = new VBox(page, foot);
    private final Map<String, Integer> carets = new HashMap<>();
    private final ReadOnlyIntegerWrapper edits = new ReadOnlyIntegerWrapper();
    private String section = "";
    private boolean showing;
    private boolean asked;
    private boolean whole;

    /// How the paragraphs of a text look, by style classes.
    interface Dresser {
        StyleSpans<Collection<String>> spans(String section, String paragraph, Around around);

        /// What a paragraph needs to know of its text.
        ///
        /// @param at where it begins
        /// @param code whether it stands within a block of code
        record Around(int at, boolean code) {}
    }

    EditorPane(Writing writing, Dresser dresser, Consumer<String> say, Executor screen, String name) {
        this.writing = writing;
        this.dresser = dresser;
        this.say = say;
        this.screen = screen;
        VBox.setVgrow(page, Priority.ALWAYS);
        StackPane.setAlignment(hint, Pos.TOP_LEFT);
        hint.getStyleClass().add("prose-hint");
        hint.setMouseTransparent(true);
        hint.setMinWidth(0);
        hint.visibleProperty().bind(Bindings.createBooleanBinding(() -> area.getLength() == 0, area.lengthProperty()));
        foot.getStyleClass().addAll("muted", "small-text", "paper-foot");
        foot.setMinWidth(0);
        area.setWrapText(true);
        area.getStyleClass().add("prose");
        area.setUndoManager(UndoUtils.noOpUndoManager());
        area.setAccessibleRole(AccessibleRole.TEXT_AREA);
        area.setAccessibleText(name);
        area.plainTextChanges().subscribe(this::changed);
        // Told in the middle of a layout, where nothing may change.
        area.getVisibleParagraphs().addModificationObserver(_ -> dressSoon());
        new EditorKeys(area, new Keys()).listen();
    }

    private boolean isCode(int begin, String line) {
        return fences.open(begin) || line.startsWith("```");
    }

    Parent root() {
        return root;
    }

    /// One quiet line under the text.
    void foot(String line) {
        foot.setText(line);
    }

    StyleClassedTextArea area() {
        return area;
    }

    /// Counts up whenever the text shown is another.
    ReadOnlyIntegerProperty editsProperty() {
        return edits.getReadOnlyProperty();
    }

    /// Whether one sees it, so that acts on its words make sense.
    boolean inSight() {
        for (Node node = root; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }

    String section() {
        return section;
    }

    /// Shows the text of this section where its writer left it.
    void open(String key) {
        if (!section.isEmpty()) {
            carets.put(section, area.getCaretPosition());
        }
        section = key;
        String text = writing.text(key);
        fences.read(text);
        int caret = Math.min(carets.getOrDefault(key, text.length()), text.length());
        whole = true;
        show(() -> area.show(
                text, caret, (at, line) -> dresser.spans(section, line, new Dresser.Around(at, isCode(at, line)))));
        whole = false;
        area.moveTo(Math.min(caret, area.getLength()));
        area.requestFollowCaret();
        edits.set(edits.get() + 1);
        dressSoon();
    }

    /// Shows and selects these chars, wherever they are.
    void select(int from, int to) {
        area.selectRange(Math.min(from, area.getLength()), Math.min(to, area.getLength()));
        area.requestFollowCaret();
    }

    /// What stands where nothing is written yet, also under the caret: the area's own words for that go as soon as
    /// somebody comes to write.
    void hint(String guidance) {
        hint.setText(guidance);
        hint.setWrapText(Reading.wraps(guidance));
    }

    /// What became of the text, when it was not typed here.
    void take(String key, List<Prose.Change> changes) {
        if (!key.equals(section)) {
            return;
        }
        int anchor = area.getAnchor();
        int caret = area.getCaretPosition();
        for (Prose.Change change : changes) {
            anchor = moved(anchor, change);
            caret = moved(caret, change);
        }
        show(() -> area.come(changes, () -> writing.text(key)));
        area.selectRange(anchor, caret);
        edits.set(edits.get() + 1);
        dressSoon();
    }

    /// Where a place is after the change: words that come in exactly there stand behind it.
    private static int moved(int place, Prose.Change change) {
        if (place <= change.at()) {
            return place;
        }
        int end = change.at() + change.removed();
        return place >= end ? place - change.removed() + change.words().length() : change.at();
    }

    /// Takes back what this person did last, and stands where it was done.
    void undo() {
        turn(() -> writing.undo(section));
    }

    void redo() {
        turn(() -> writing.redo(section));
    }

    private void turn(Runnable way) {
        int before = edits.get();
        way.run();
        if (edits.get() != before) {
            area.requestFollowCaret();
        }
    }

    private void show(Runnable change) {
        showing = true;
        try {
            change.run();
        } finally {
            showing = false;
        }
    }

    /// A text that is too long is told before the area has it.
    private void paste(String words) {
        String fit = Pen.fit(words);
        IndexRange selected = area.getSelection();
        if (writing.fits(section, List.of(new Prose.Change(selected.getStart(), selected.getLength(), fit)))) {
            area.replaceSelection(fit);
            area.requestFollowCaret();
        } else {
            say.accept("full");
        }
    }

    private void changed(PlainTextChange change) {
        int at = change.getPosition();
        boolean turned = !whole && fenced(change);
        if (!whole) {
            area.part(
                    at,
                    Reading.wraps(change.getInserted())
                            ? at
                            : at + change.getInserted().length());
        }
        if (showing) {
            return;
        }
        String came = change.getInserted();
        String fit = Pen.fit(came);
        if (!writing.typed(section, at, change.getRemoved().length(), fit)) {
            show(() -> area.replaceText(at, at + came.length(), change.getRemoved()));
            say.accept("full");
            return;
        }
        if (!fit.equals(came)) {
            show(() -> area.replaceText(at, at + came.length(), fit));
        }
        edits.set(edits.get() + 1);
        if (turned || came.indexOf('\n') >= 0) {
            dressSoon();
        }
        dressAt(at);
    }

    /// Keeps up with where code begins and ends. True if what is below has turned into the other.
    private boolean fenced(PlainTextChange change) {
        int at = change.getPosition();
        int column = area.offsetToPosition(at, TwoDimensional.Bias.Backward).getMinor();
        return fences.changed(
                at - column,
                at,
                change.getRemoved().length(),
                change.getInserted().length(),
                area.getLength(),
                area::getText);
    }

    /// Once what is under way is through, however often it is asked for meanwhile.
    private void dressSoon() {
        if (!asked) {
            asked = true;
            screen.execute(() -> {
                asked = false;
                dress();
            });
        }
    }

    /// The one paragraph where somebody writes: nothing else is looked at for a key.
    private void dressAt(int place) {
        int paragraph = area.offsetToPosition(Math.min(place, area.getLength()), TwoDimensional.Bias.Backward)
                .getMajor();
        int at = area.getAbsolutePosition(paragraph, 0);
        String text = area.getParagraph(paragraph).getText();
        dress(paragraph, text, new Dresser.Around(at, isCode(at, text)));
    }

    /// Dresses what is in sight.
    void dress() {
        int shown = area.getVisibleParagraphs().size();
        if (shown == 0 || showing) {
            return;
        }
        int first = area.firstVisibleParToAllParIndex();
        if (first < 0) {
            return;
        }
        int at = area.getAbsolutePosition(first, 0);
        boolean code = fences.open(at);
        int last = Math.min(area.getParagraphs().size(), first + shown);
        for (int i = first; i < last; i++) {
            String text = area.getParagraph(i).getText();
            boolean fence = text.startsWith("```");
            dress(i, text, new Dresser.Around(at, code || fence));
            code ^= fence;
            at += text.length() + 1;
        }
    }

    private void dress(int paragraph, String text, Dresser.Around around) {
        if (text.isEmpty()) {
            return;
        }
        StyleSpans<Collection<String>> wanted = dresser.spans(section, text, around);
        @Nullable StyleSpans<Collection<String>> worn = area.getStyleSpans(paragraph);
        if (!wanted.equals(worn)) {
            area.setStyleSpans(paragraph, 0, wanted);
        }
    }

    void focus() {
        area.requestFocus();
    }

    void close() {
        area.dispose();
    }

    private final class Keys implements EditorKeys.Text {
        @Override
        public void undo() {
            EditorPane.this.undo();
        }

        @Override
        public void redo() {
            EditorPane.this.redo();
        }

        @Override
        public boolean isCode(int begin, String line) {
            return EditorPane.this.isCode(begin, line);
        }

        @Override
        public boolean change(List<Prose.Change> changes) {
            return writing.change(section, changes);
        }

        @Override
        public void full() {
            say.accept("full");
        }
    }
}
