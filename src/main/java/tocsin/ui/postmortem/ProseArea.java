package tocsin.ui.postmortem;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import tocsin.domain.prose.Prose;

/// The area of a text. What is pasted is handed on before the area makes paragraphs of it: a book on the clipboard must
/// not keep the window waiting only to be refused.
final class ProseArea extends StyleClassedTextArea {
    private static final int MOST_CHANGES = 50;
    /// More letters than a window shows above or below its caret; what else comes into sight is dressed then.
    private static final int AROUND = 3_000;

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

    /// How a line looks.
    interface Dress {
        StyleSpans<Collection<String>> of(int at, String line);
    }

    /// Shows another text. Lines near the place that will be in sight come in as they shall look: dressed one by one
    /// afterwards, each of them would be laid out twice.
    void show(String text, int seen, Dress dress) {
        replace(0, getLength(), document(text, seen, dress));
    }

    /// Keeps apart what the toolkit must not hold as one, before it lays these lines out.
    void part(int from, int to) {
        int last = line(to);
        for (int i = line(from); i <= last; i++) {
            String words = getParagraph(i).getText();
            if (!Reading.wraps(words)) {
                setStyleSpans(i, 0, Markdown.spans(words.length(), Reading.marks(words)));
            }
        }
    }

    private static void add(
            String line,
            int at,
            int seen,
            Dress dress,
            ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>> lines) {
        if (at >= seen - AROUND && at <= seen + AROUND && !line.isEmpty()) {
            lines.addParagraph(List.of(line), dress.of(at, line));
        } else if (Reading.wraps(line)) {
            lines.addParagraph(line, List.of());
        } else {
            lines.addParagraph(List.of(line), Markdown.spans(line.length(), Reading.marks(line)));
        }
    }

    private int line(int place) {
        return offsetToPosition(Math.min(place, getLength()), Bias.Backward).getMajor();
    }

    /// Line by line: the area's own way searches the whole text for ends of lines.
    private ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document(
            String text, int seen, Dress dress) {
        var lines = new ReadOnlyStyledDocumentBuilder<>(getSegOps(), getInitialParagraphStyle());
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            add(text.substring(from, end), from, seen, dress, lines);
            from = end + 1;
        }
        add(text.substring(from), from, seen, dress, lines);
        return lines.build();
    }

    /// What became of it. Very many changes come as the one stretch they are in: the area takes its time for each.
    void come(List<Prose.Change> changes, Supplier<String> text) {
        if (changes.size() <= MOST_CHANGES) {
            changes.forEach(each -> replaceText(each.at(), each.at() + each.removed(), each.words()));
            return;
        }
        String now = text.get();
        String before = getText();
        int same = Arrays.mismatch(before.toCharArray(), now.toCharArray());
        if (same >= 0) {
            int most = Math.min(before.length(), now.length()) - same;
            int alike = 0;
            while (alike < most && before.charAt(before.length() - 1 - alike) == now.charAt(now.length() - 1 - alike)) {
                alike++;
            }
            replaceText(same, before.length() - alike, now.substring(same, now.length() - alike));
        }
    }
}
