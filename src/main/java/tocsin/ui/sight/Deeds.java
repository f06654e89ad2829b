package tocsin.ui.sight;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tocsin.app.Answer;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.ui.kit.Prompt;

/// What can be done in a room, by whoever sits before it. Called on the JavaFX thread; futures complete on any.
public interface Deeds {
    PersonId operator();

    CompletableFuture<Answer> act(IncidentCommand command, Optional<Instant> occurredAt);

    default CompletableFuture<Answer> act(IncidentCommand command) {
        return act(command, Optional.empty());
    }

    /// The same for a prompt: a refusal stays in its line, and what was done is said in one.
    CompletableFuture<Prompt.Outcome> does(IncidentCommand command, String done);

    /// Opens the line that asks; in the past nothing can be asked for, and it says so.
    void ask(Prompt prompt);

    /// One quiet line, for what was done.
    void say(String line);
}
