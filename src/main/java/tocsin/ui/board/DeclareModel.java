package tocsin.ui.board;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import tocsin.app.Answer;
import tocsin.domain.incident.Incident;
import tocsin.domain.severity.Severity;
import tocsin.domain.severity.SeverityAnswers;
import tocsin.domain.severity.SeverityScheme;
import tocsin.ui.kit.Words;

/// The line that declares an incident. What was typed stays until it is on disk.
public final class DeclareModel {
    private final Function<Declaration, CompletableFuture<Answer>> declare;
    private final Executor screen;
    private final Words words;
    private Consumer<Incident> declared = _ -> {};
    private final SizeUpModel sizeUp;
    private final ReadOnlyObjectWrapper<Severity> level =
            new ReadOnlyObjectWrapper<>(SeverityScheme.WHEN_NOTHING_IS_KNOWN);
    private final StringProperty title = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper refused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");

    /// What stands in the line when it is declared. Without a title it gets one.
    record Declaration(String title, Severity level, Optional<SeverityAnswers> answers) {}

    DeclareModel(Function<Declaration, CompletableFuture<Answer>> declare, Executor screen, Words words) {
        this.declare = declare;
        this.screen = screen;
        this.words = words;
        this.sizeUp = new SizeUpModel(words, this::pick);
    }

    /// Who is told of what was declared here.
    void wire(Consumer<Incident> listener) {
        declared = listener;
    }

    /// Takes this level.
    void pick(Severity severity) {
        level.set(severity);
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
        var _ = declare.apply(new Declaration(title.get(), level.get(), sizeUp.answers()))
                .whenCompleteAsync(this::answered, screen);
    }

    private void answered(@Nullable Answer answer, @Nullable Throwable failed) {
        waiting.set(false);
        switch (answer) {
            case Answer.Done(var incident, var _) -> {
                title.set("");
                sizeUp.clear();
                level.set(SeverityScheme.WHEN_NOTHING_IS_KNOWN);
                // First, so that whoever goes back to the cards already knows which one is meant.
                declared.accept(incident);
                leave();
            }
            case Answer.Refused refused -> refuse(words.refusal(refused.refusal()));
            case null -> refuse(words.get("declare.failed", Failure.reason(failed)));
        }
    }

    private void refuse(String line) {
        refusal.set(line);
        refused.set(!line.isEmpty());
    }

    public StringProperty titleProperty() {
        return title;
    }

    public Severity getLevel() {
        return level.get();
    }

    public ReadOnlyObjectProperty<Severity> levelProperty() {
        return level.getReadOnlyProperty();
    }

    public SizeUpModel getSizeUp() {
        return sizeUp;
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
