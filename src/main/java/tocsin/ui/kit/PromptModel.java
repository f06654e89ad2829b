package tocsin.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The one line in which acts are asked for. What was typed stays until it is done, also when it was refused. Lives on
/// the JavaFX thread, knows no node.
public final class PromptModel {
    private final Executor screen;
    private final Words words;
    private final Consumer<String> notice;
    private final Drafts drafts;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper keys = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper refused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final ObservableList<Prompt.Option> options = FXCollections.observableArrayList();
    private final ObservableList<String> effects = FXCollections.observableArrayList();
    private @Nullable Prompt prompt;
    private Prompt.@Nullable Reading reading;
    private int chosen = -1;
    private int round;

    /// A line whose words need not outlive the window.
    public PromptModel(Executor screen, Words words, Consumer<String> notice) {
        this(screen, words, notice, Drafts.none());
    }

    /// @param drafts where half-typed words are kept until they are done or given up
    public PromptModel(Executor screen, Words words, Consumer<String> notice, Drafts drafts) {
        this.screen = screen;
        this.words = words;
        this.notice = notice;
        this.drafts = drafts;
        text.addListener((_, _, line) -> {
            if (open.get() && prompt != null) {
                drafts.keep(prompt.title(), line.equals(prompt.draft()) ? "" : line);
            }
            read();
        });
        refused.bind(refusal.isNotEmpty());
    }

    public void ask(Prompt asked) {
        round++;
        prompt = asked;
        waiting.set(false);
        title.set(asked.title());
        keys.set(words.get(asked.lines() > 1 ? "prompt.keys.rows" : "prompt.keys"));
        hint.set(asked.hint());
        open.set(false);
        text.set(drafts.get(asked.title()).orElse(asked.draft()));
        read();
        // Another line may already have been open, and whoever shows it must look again.
        open.set(false);
        open.set(true);
    }

    /// What the words mean may have changed without a key.
    public void readAgain() {
        if (open.get() && !waiting.get()) {
            read();
        }
    }

    /// What it is about has changed: a line that was wrong may be right now. What could be done or chosen stays as it
    /// was read, so that nothing moves under a hand.
    public void reconsider() {
        if (reading instanceof Prompt.Wrong) {
            readAgain();
        }
    }

    public void leave() {
        round++;
        if (prompt != null) {
            drafts.keep(prompt.title(), "");
        }
        open.set(false);
        prompt = null;
        reading = null;
        waiting.set(false);
    }

    public void move(int step) {
        if (!options.isEmpty()) {
            choose(Math.floorMod(chosen < 0 && step < 0 ? step : chosen + step, options.size()));
        }
    }

    /// Takes the option over into the line, to go on typing.
    public void complete() {
        Prompt.Reading now = reading;
        if (now != null) {
            Prompt.at(now, Math.max(0, chosen)).ifPresent(option -> text.set(option.fill()));
        }
    }

    /// Does what the line says; with something chosen, does that.
    public void commit() {
        Prompt.Reading now = reading;
        if (now == null || waiting.get()) {
            return;
        }
        Optional<Prompt.Option> option = Prompt.at(now, chosen);
        if (option.isPresent() && !option.get().fill().equals(text.get())) {
            text.set(option.get().fill());
            now = reading;
        }
        switch (now) {
            case Prompt.Ready ready -> run(ready);
            case Prompt.Wanting(var say, var _) -> refusal.set(say);
            case Prompt.Wrong(var line) -> refusal.set(line);
            case null -> {}
        }
    }

    /// Takes one that was pointed at.
    void take(int index) {
        choose(index);
        commit();
    }

    private void run(Prompt.Ready asked) {
        waiting.set(true);
        refusal.set("");
        int before = round;
        var _ = asked.run()
                .get()
                .whenCompleteAsync(
                        (outcome, failed) -> {
                            if (round == before) {
                                answered(outcome, failed);
                            } else if (!(outcome instanceof Prompt.Done)) {
                                notice.accept(outcome instanceof Prompt.Refused(var line) ? line : failure(failed));
                            }
                        },
                        screen);
    }

    private void answered(Prompt.@Nullable Outcome outcome, @Nullable Throwable failed) {
        waiting.set(false);
        switch (outcome) {
            case Prompt.Done(var say) -> {
                leave();
                if (!say.isEmpty()) {
                    notice.accept(say);
                }
            }
            case Prompt.Next(var next) -> {
                leave();
                ask(next);
            }
            case Prompt.Refused(var line) -> refusal.set(line);
            case null -> refusal.set(failure(failed));
        }
    }

    private String failure(@Nullable Throwable failed) {
        Throwable cause =
                failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
        return words.get("prompt.failed", cause == null ? "" : String.valueOf(cause.getMessage()));
    }

    private void read() {
        Prompt asked = prompt;
        if (asked == null) {
            return;
        }
        Prompt.Reading now = asked.read(text.get());
        reading = now;
        refusal.set(now instanceof Prompt.Wrong(var line) ? line : "");
        ready.set(now instanceof Prompt.Ready);
        summary.set(
                switch (now) {
                    case Prompt.Ready known -> known.summary();
                    case Prompt.Wanting(var say, var _) -> say;
                    case Prompt.Wrong _ -> "";
                });
        effects.setAll(now instanceof Prompt.Ready known ? known.effects() : List.of());
        options.setAll(now.options());
        choose(-1);
    }

    private void choose(int index) {
        chosen = index;
        chosenListener.accept(index);
    }

    private Consumer<Integer> chosenListener = _ -> {};

    /// Told which option is chosen, -1 for none.
    void onChosen(Consumer<Integer> listener) {
        chosenListener = listener;
    }

    int lines() {
        return prompt == null ? 1 : prompt.lines();
    }

    public StringProperty textProperty() {
        return text;
    }

    public ObservableList<Prompt.Option> getOptions() {
        return options;
    }

    public ObservableList<String> getEffects() {
        return effects;
    }

    public String getKeys() {
        return keys.get();
    }

    public ReadOnlyStringProperty keysProperty() {
        return keys.getReadOnlyProperty();
    }

    public String getTitle() {
        return title.get();
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    public String getHint() {
        return hint.get();
    }

    public ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    public String getSummary() {
        return summary.get();
    }

    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    public String getRefusal() {
        return refusal.get();
    }

    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    public boolean isRefused() {
        return refused.get();
    }

    public ReadOnlyBooleanProperty refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    public boolean isOpen() {
        return open.get();
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public boolean isReady() {
        return ready.get();
    }

    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    public boolean isWaiting() {
        return waiting.get();
    }

    public ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }
}
