package tocsin.ui.postmortem;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.scene.Parent;
import tocsin.app.postmortem.Draft;
import tocsin.app.postmortem.Template;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.FxRelay;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;

/// What the parts of a postmortem find at hand. On the JavaFX thread.
///
/// @param asking what every prompt needs: who asks, of what incident, by which rules
/// @param together does several things in one gesture, all or none
/// @param template the sections, once they are known
/// @param draft all of the document as it stands now, to compose on any thread
/// @param open goes to a section
/// @param slowly runs work that reads or reckons, one after the other, away from the screen
record Bench(
        Words words,
        Surroundings surroundings,
        FxRelay relay,
        Asking asking,
        Function<List<IncidentCommand>, CompletableFuture<Prompt.Outcome>> together,
        Writing writing,
        EditorPane editor,
        java.util.function.Supplier<Template> template,
        java.util.function.Supplier<Draft> draft,
        java.util.function.Consumer<String> open,
        java.util.concurrent.Executor slowly) {

    /// A part of the screen with its keys: a section at the right, or only things that can be done.
    interface Corner {
        /// What stands at the right side; nothing for one that only acts.
        default Optional<Parent> side() {
            return Optional.empty();
        }

        /// What stands under the header, from edge to edge.
        default Optional<Parent> strip() {
            return Optional.empty();
        }

        /// A newer picture of the incident.
        void show(Incident incident);

        /// Once a second.
        default void tick(Instant now) {}

        /// Whether the focus belongs here now and went here, when a person comes to the screen or a line closes.
        default boolean enter() {
            return false;
        }

        List<Act> acts();

        /// How this part wants a paragraph of the text to look.
        ///
        /// @param at where it begins in the text
        default List<Markdown.Mark> marks(String section, String paragraph, int at) {
            return List.of();
        }

        /// Back to the text as it stands now: whoever keeps or shows older words lets them go.
        default void letGo() {}

        /// The line in which acts are asked was closed.
        default void rested() {}
    }

    Incident incident() {
        return asking.incident();
    }

    void ask(Prompt prompt) {
        asking.deeds().ask(prompt);
    }

    void say(String line) {
        asking.deeds().say(line);
    }
}
