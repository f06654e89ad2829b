package tocsin.ui.board;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import tocsin.app.Answer;
import tocsin.ui.kit.Words;

/// The line that declares an incident. What was typed stays until it is on disk.
public final class DeclareModel {
    private final Function<String, CompletableFuture<Answer>> declare;
    private final Executor screen;
    private final Words words;
    private final StringProperty title = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper refused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");

    DeclareModel(Function<String, CompletableFuture<Answer>> declare, Executor screen, Words words) {
        this.declare = declare;
        this.screen = screen;
        this.words = words;
    }

    void open() {
        open.set(true);
    }

    /// Leaves the line; the words wait there for the next time.
    void leave() {
        refuse("");
        open.set(false);
    }

    void commit() {
        if (waiting.get()) {
            return;
        }
        waiting.set(true);
        refuse("");
        var _ = declare.apply(title.get()).whenCompleteAsync(this::answered, screen);
    }

    private void answered(@Nullable Answer answer, @Nullable Throwable failed) {
        waiting.set(false);
        switch (answer) {
            case Answer.Done _ -> {
                title.set("");
                leave();
            }
            case Answer.Refused refused -> refuse(words.refusal(refused.refusal()));
            case null -> refuse(words.get("declare.failed", reason(failed)));
        }
    }

    private void refuse(String line) {
        refusal.set(line);
        refused.set(!line.isEmpty());
    }

    private static String reason(@Nullable Throwable failed) {
        Throwable cause = failed == null ? null : failed.getCause();
        Throwable shown = cause == null ? failed : cause;
        return shown == null ? "" : String.valueOf(shown.getMessage());
    }

    public StringProperty titleProperty() {
        return title;
    }

    public boolean isOpen() {
        return open.get();
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public boolean isWaiting() {
        return waiting.get();
    }

    public ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
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
