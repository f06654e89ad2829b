package tocsin.ui.board;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tocsin.app.Pulse;
import tocsin.app.Safe;
import tocsin.ui.kit.Words;

/// The line under the heading that asks for a reason, a name or another incident. What was typed stays until it was
/// taken. Lives on the JavaFX thread, knows no node.
public final class AskModel {
    private static final int MOST_CHOICES = 5;
    private static final int MOST_TITLE = 60;

    private final Words words;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper refused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper effect = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper choices = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper offering = new ReadOnlyBooleanWrapper();
    private Ask ask = new Ask.Nothing();
    private List<Pulse> others = List.of();
    private List<Pulse> found = List.of();
    private int chosen;

    AskModel(Words words) {
        this.words = words;
        text.addListener((_, _, _) -> look());
    }

    /// @param pool the incidents that can be named in the answer
    void open(Ask fresh, String says, String does, List<Pulse> pool) {
        ask = fresh;
        others = pool;
        question.set(says);
        effect.set(does);
        refuse("");
        text.set("");
        look();
        open.set(true);
    }

    void leave() {
        ask = new Ask.Nothing();
        others = List.of();
        refuse("");
        open.set(false);
    }

    void refuse(String line) {
        refusal.set(line);
        refused.set(!line.isEmpty());
    }

    /// Down and up through what was found.
    void step(int by) {
        if (!found.isEmpty()) {
            chosen = Math.floorMod(chosen + by, found.size());
            say();
        }
    }

    Ask ask() {
        return ask;
    }

    Optional<Pulse> chosen() {
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(chosen));
    }

    private void look() {
        String wanted = fold(text.get().strip());
        found = others.stream()
                .filter(pulse -> matches(pulse, wanted))
                .limit(MOST_CHOICES)
                .toList();
        chosen = 0;
        say();
    }

    /// The end of a number is what people say; a title is known by how it or one of its words begins.
    private static boolean matches(Pulse pulse, String wanted) {
        String title = fold(pulse.title());
        return wanted.isEmpty()
                || fold(pulse.number()).startsWith(wanted)
                || fold(pulse.number()).endsWith(wanted)
                || title.startsWith(wanted)
                || title.contains(" " + wanted);
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private void say() {
        var lines = new StringBuilder();
        for (int at = 0; at < found.size(); at++) {
            Pulse pulse = found.get(at);
            lines.append(lines.isEmpty() ? "" : "\n")
                    .append(at == chosen ? "› " : "   ")
                    .append(pulse.number())
                    .append("  ")
                    .append(pulse.severity())
                    .append("  ")
                    .append(Safe.cut(Safe.line(pulse.title()), MOST_TITLE));
        }
        if (found.isEmpty() && !others.isEmpty()) {
            lines.append(words.get("ask.none"));
        }
        choices.set(lines.toString());
        offering.set(!lines.isEmpty());
    }

    public StringProperty textProperty() {
        return text;
    }

    public boolean isOpen() {
        return open.get();
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public String getQuestion() {
        return question.get();
    }

    public ReadOnlyStringProperty questionProperty() {
        return question.getReadOnlyProperty();
    }

    /// What will come of it.
    public String getEffect() {
        return effect.get();
    }

    public ReadOnlyStringProperty effectProperty() {
        return effect.getReadOnlyProperty();
    }

    /// The incidents that the words may mean, one a line, the one that Enter takes marked.
    public String getChoices() {
        return choices.get();
    }

    public ReadOnlyStringProperty choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    public boolean isOffering() {
        return offering.get();
    }

    public ReadOnlyBooleanProperty offeringProperty() {
        return offering.getReadOnlyProperty();
    }

    public boolean isRefused() {
        return refused.get();
    }

    public ReadOnlyBooleanProperty refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    public String getRefusal() {
        return refusal.get();
    }

    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }
}
