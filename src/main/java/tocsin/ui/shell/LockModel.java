package tocsin.ui.shell;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tocsin.ui.kit.Words;

/// Whether somebody waits for the passphrase of a locked profile, and what became of the one before. Confined to one
/// thread.
public final class LockModel {
    private final Words words;
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper(false);
    private Consumer<Optional<char[]>> answer = _ -> {};

    public LockModel(Words words) {
        this.words = words;
    }

    /// Somebody needs the passphrase.
    ///
    /// @param wrong there was one before, and it did not fit
    public void ask(Consumer<Optional<char[]>> told, Optional<String> wrong) {
        answer = told;
        line.set(wrong.map(_ -> words.get("vault.why.WRONG_PASSPHRASE")).orElse(""));
        waiting.set(true);
    }

    /// It is the answerer's to wipe. Nothing happens while nobody waits for it.
    void submit(char[] passphrase) {
        if (waiting.get() && passphrase.length > 0) {
            waiting.set(false);
            line.set(words.get("vault.working"));
            answer.accept(Optional.of(passphrase));
        }
    }

    /// It stays shut, whatever is typed.
    public void refuse(String reason) {
        waiting.set(false);
        line.set(reason);
    }

    /// The window was closed.
    public void leave() {
        waiting.set(false);
        answer.accept(Optional.empty());
    }

    public String getLine() {
        return line.get();
    }

    public ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    public boolean isWaiting() {
        return waiting.get();
    }

    public ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }
}
