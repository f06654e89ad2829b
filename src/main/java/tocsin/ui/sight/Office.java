package tocsin.ui.sight;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import tocsin.app.Console;
import tocsin.app.OrganisationAnswer;
import tocsin.app.Safe;
import tocsin.base.PersonId;
import tocsin.domain.organisation.OrganisationCommand;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

/// What whoever sits before the screen asks of the organisation's own data. Called on the JavaFX thread; futures
/// complete on any.
public record Office(Function<List<OrganisationCommand>, CompletableFuture<OrganisationAnswer>> asks, Words words) {

    public static Office of(Console console, PersonId operator, Words words) {
        return new Office(commands -> console.organise(commands, operator), words);
    }

    /// All of it or nothing, for a line that asked.
    public CompletableFuture<Prompt.Outcome> does(List<OrganisationCommand> commands, String done) {
        return asks.apply(commands).thenApply(answer -> switch (answer) {
            case OrganisationAnswer.Done _ -> new Prompt.Done(done);
            case OrganisationAnswer.Refused(var _, var why) -> new Prompt.Refused(Safe.line(words.refusal(why)));
        });
    }
}
