package tocsin.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Something that is asked in one line: what is typed is read at every key, and nothing happens before Enter. Knows no
/// node; one pane shows them all.
public interface Prompt {
    /// What this line does: `Assign a role`.
    String title();

    /// What to type, shown while nothing is typed.
    String hint();

    /// What stands in the line when it opens.
    default String draft() {
        return "";
    }

    /// How tall the line is. One with several lines is sent by Ctrl+Enter.
    default int lines() {
        return 1;
    }

    /// On the JavaFX thread at every key, so quick and without reading a disk.
    Reading read(String text);

    /// What the words mean so far.
    sealed interface Reading {
        /// Things to choose from.
        List<Option> options();
    }

    /// Not enough yet, and what could follow.
    record Wanting(String say, List<Option> options) implements Reading {}

    /// Enter does it.
    ///
    /// @param summary what will be done, in one line
    /// @param effects what follows from it, a line each
    record Ready(String summary, List<String> effects, List<Option> options, Supplier<CompletableFuture<Outcome>> run)
            implements Reading {
        public static Ready of(String summary, Supplier<CompletableFuture<Outcome>> run) {
            return new Ready(summary, List.of(), List.of(), run);
        }
    }

    /// It cannot be done like this; the line says why and what to do.
    record Wrong(String line) implements Reading {
        @Override
        public List<Option> options() {
            return List.of();
        }
    }

    /// One of several things to take.
    ///
    /// @param fill what the line holds when it is taken
    /// @param name what it is
    /// @param note what helps to choose, quieter
    /// @param cap its key, or empty
    record Option(String fill, String name, String note, String cap) {
        public static Option of(String fill, String name, String note) {
            return new Option(fill, name, note, "");
        }
    }

    /// What came of it.
    sealed interface Outcome {}

    /// Done; one quiet line may say so.
    record Done(String say) implements Outcome {}

    /// Another line follows.
    record Next(Prompt prompt) implements Outcome {}

    /// Not done, the words stay.
    record Refused(String line) implements Outcome {}

    static Optional<Option> at(Reading reading, int index) {
        return index >= 0 && index < reading.options().size()
                ? Optional.of(reading.options().get(index))
                : Optional.empty();
    }
}
