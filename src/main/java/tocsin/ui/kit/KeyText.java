package tocsin.ui.kit;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A sentence whose `[Ctrl+N]` is drawn as a key cap.
public final class KeyText extends TextFlow {
    private static final Pattern PART = Pattern.compile("\\[([^\\]]+)\\]|[^\\[]+");

    private final StringProperty text = new SimpleStringProperty(this, "text", "");

    public KeyText() {
        getStyleClass().add("key-text");
        text.addListener((_, _, now) -> getChildren()
                .setAll(PART.matcher(now).results().map(KeyText::part).toList()));
    }

    public StringProperty textProperty() {
        return text;
    }

    public String getText() {
        return text.get();
    }

    public void setText(String text) {
        this.text.set(text);
    }

    private static Node part(MatchResult found) {
        String key = found.group(1);
        if (key == null) {
            var words = new Text(found.group());
            words.getStyleClass().add("text");
            return words;
        }
        var cap = new Label(key);
        cap.getStyleClass().addAll("key-cap", "mono");
        return cap;
    }
}
