package tocsin.ui.postmortem;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tocsin.app.Answer;
import tocsin.app.Console;
import tocsin.app.Gesture;
import tocsin.app.ShippedChecklists;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.organisation.Person;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;
import tocsin.ui.sight.Deeds;
import tocsin.ui.sight.Sight;

/// What is done in a postmortem goes through here to the disk, in the name of whoever sits before it.
///
/// @param asking opens the line that asks
/// @param saying one quiet line
record Hand(
        Console console,
        IncidentId id,
        PersonId operator,
        Words words,
        Consumer<Prompt> asking,
        Consumer<String> saying)
        implements Deeds {
    Asking asking(Surroundings surroundings, Supplier<Optional<Sight>> seen) {
        return new Asking(
                this,
                words,
                surroundings.wall(),
                seen,
                () -> console.organisation().checklists(ShippedChecklists.in(surroundings.locale())),
                () -> console.organisation().people().stream().map(Person::id).toList());
    }

    @Override
    public CompletableFuture<Answer> act(IncidentCommand command, Optional<Instant> occurredAt) {
        return console.act(Gesture.of(operator, id, command).at(occurredAt));
    }

    @Override
    public CompletableFuture<Prompt.Outcome> does(IncidentCommand command, String done) {
        return act(command).thenApply(answer -> outcome(answer, done));
    }

    /// Several things in one gesture, all or none.
    CompletableFuture<Prompt.Outcome> together(List<IncidentCommand> commands) {
        List<Gesture.Step> steps = commands.stream()
                .map(command -> new Gesture.Step(id, command, Optional.empty()))
                .toList();
        return console.act(new Gesture(operator, Optional.empty(), steps))
                .thenApply(answer -> outcome(answer, words.get("postmortem.noted")));
    }

    private Prompt.Outcome outcome(Answer answer, String done) {
        return switch (answer) {
            case Answer.Done _ -> new Prompt.Done(done);
            case Answer.Refused(var why, var _) -> new Prompt.Refused(words.refusal(why));
        };
    }

    @Override
    public void ask(Prompt asked) {
        asking.accept(asked);
    }

    @Override
    public void say(String line) {
        saying.accept(line);
    }
}
