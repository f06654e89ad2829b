package tocsin.ui.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tocsin.app.Answer;
import tocsin.app.Attachments;
import tocsin.app.Console;
import tocsin.app.Gesture;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.PromptModel;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Deeds;
import tocsin.ui.timeline.Inlet;

/// What the operator does in one room goes to the console from here; nothing goes from a room that shows the past.
final class RoomDeeds implements Deeds, Inlet {
    private final Console console;
    private final IncidentId id;
    private final PersonId operator;
    private final Words words;
    private final PromptModel prompt;
    private final Consumer<String> notice;
    private final BooleanSupplier past;

    RoomDeeds(
            Console console,
            IncidentId id,
            PersonId operator,
            Words words,
            PromptModel prompt,
            Consumer<String> notice,
            BooleanSupplier past) {
        this.console = console;
        this.id = id;
        this.operator = operator;
        this.words = words;
        this.prompt = prompt;
        this.notice = notice;
        this.past = past;
    }

    @Override
    public PersonId operator() {
        return operator;
    }

    @Override
    public CompletableFuture<Answer> act(IncidentCommand command, Optional<Instant> occurredAt) {
        if (past.getAsBoolean()) {
            notice.accept(words.get("room.past.readonly"));
            return CompletableFuture.failedFuture(new IllegalStateException(words.get("room.past.readonly")));
        }
        return console.act(Gesture.of(operator, id, command).at(occurredAt));
    }

    @Override
    public CompletableFuture<Prompt.Outcome> does(IncidentCommand command, String done) {
        return act(command, Optional.empty()).thenApply(answer -> outcome(answer, done));
    }

    CompletableFuture<Answer> undo() {
        return past.getAsBoolean()
                ? CompletableFuture.failedFuture(new IllegalStateException(words.get("room.past.readonly")))
                : console.undo(id, operator);
    }

    /// One gesture over several incidents, for a prompt.
    CompletableFuture<Prompt.Outcome> does(List<Gesture.Step> steps, String done) {
        if (past.getAsBoolean()) {
            return CompletableFuture.completedFuture(new Prompt.Refused(words.get("room.past.readonly")));
        }
        return console.act(new Gesture(operator, Optional.empty(), steps)).thenApply(answer -> outcome(answer, done));
    }

    @Override
    public CompletableFuture<Answer> write(List<Line> lines) {
        if (past.getAsBoolean()) {
            return CompletableFuture.failedFuture(new IllegalStateException(words.get("room.past.readonly")));
        }
        return console.act(new Gesture(
                operator,
                Optional.empty(),
                lines.stream()
                        .map(line -> new Gesture.Step(id, line.entry(), line.occurredAt()))
                        .toList()));
    }

    @Override
    public Attachments files() {
        return console.attachments();
    }

    @Override
    public void readAgain() {
        prompt.readAgain();
    }

    private Prompt.Outcome outcome(Answer answer, String done) {
        return switch (answer) {
            case Answer.Done _ -> new Prompt.Done(done);
            case Answer.Refused(var why, var _) -> new Prompt.Refused(words.refusal(why));
        };
    }

    @Override
    public void ask(Prompt asked) {
        if (past.getAsBoolean()) {
            notice.accept(words.get("room.past.readonly"));
        } else {
            prompt.ask(asked);
        }
    }

    @Override
    public void say(String line) {
        notice.accept(line);
    }
}
