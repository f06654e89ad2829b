package tocsin.ui.crew;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tocsin.app.Answer;
import tocsin.app.Console;
import tocsin.app.Gesture;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.History;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Rules;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Severity;
import tocsin.journal.JournalException;
import tocsin.ui.Given;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Deeds;
import tocsin.ui.sight.Sight;

/// One incident in a real console, and somebody who sits before its room.
final class Desks implements Deeds, AutoCloseable {
    static final PersonId DUVAL = Given.ANA;
    static final PersonId MARA = new PersonId("Mara Lind");
    static final PersonId BEN = new PersonId("Ben Okafor");
    static final Instant NOW = Given.NOW;

    final Words words = Words.in(Locale.ENGLISH);
    final List<Prompt> asked = new ArrayList<>();
    final List<String> said = new ArrayList<>();
    private final Console console;
    private final IncidentId id;
    private PersonId operator = DUVAL;

    Desks(Path folder, Severity severity) throws JournalException {
        console = Given.console(folder);
        id = Given.declared(console, "Checkout errors", severity, 43);
    }

    Console console() {
        return console;
    }

    Desks operatedBy(PersonId person) {
        operator = person;
        return this;
    }

    /// Something done by somebody, so many minutes ago; returns the first fact it wrote.
    FactId did(PersonId who, IncidentCommand command, int minutesAgo) {
        Optional<Instant> then =
                minutesAgo == 0 ? Optional.empty() : Optional.of(NOW.minus(Duration.ofMinutes(minutesAgo)));
        return switch (console.act(Gesture.of(who, id, command).at(then)).join()) {
            case Answer.Done(var _, var facts) -> facts.getFirst();
            case Answer.Refused(var why, var _) -> throw new AssertionError(words.refusal(why));
        };
    }

    FactId did(IncidentCommand command, int minutesAgo) {
        return did(DUVAL, command, minutesAgo);
    }

    void assigned(Role role, PersonId person) {
        did(new IncidentCommand.AssignRole(role, person, Optional.empty()), 30);
    }

    FactId task(String text, PersonId owner, int boxMinutes, int minutesAgo) {
        return did(
                new IncidentCommand.AssignTask(text, owner, Optional.of(Duration.ofMinutes(boxMinutes))), minutesAgo);
    }

    Incident incident() {
        return history().now();
    }

    History history() {
        try {
            return console.history(id);
        } catch (JournalException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    Sight sight() {
        return Sight.now(incident(), Rules.shipped(Given.BERLIN));
    }

    CrewModel model() {
        var model = new CrewModel(words, operator);
        model.show(sight(), NOW);
        return model;
    }

    Desk desk() {
        return new Desk(this::sight, console::organisation, this, InstantSource.fixed(NOW), words);
    }

    /// Presses Enter on a line that is ready.
    static Prompt.Outcome enter(Prompt.Reading reading) {
        return switch (reading) {
            case Prompt.Ready ready -> ready.run().get().join();
            case Prompt.Wanting(var say, var _) -> throw new AssertionError("wants more: " + say);
            case Prompt.Wrong(var line) -> throw new AssertionError("wrong: " + line);
        };
    }

    static String summary(Prompt.Reading reading) {
        return switch (reading) {
            case Prompt.Ready ready -> ready.summary();
            case Prompt.Wanting(var say, var _) -> "? " + say;
            case Prompt.Wrong(var line) -> "! " + line;
        };
    }

    static List<String> fills(Prompt.Reading reading) {
        return reading.options().stream().map(Prompt.Option::fill).toList();
    }

    @Override
    public PersonId operator() {
        return operator;
    }

    @Override
    public CompletableFuture<Answer> act(IncidentCommand command, Optional<Instant> occurredAt) {
        return console.act(Gesture.of(operator, id, command).at(occurredAt));
    }

    @Override
    public CompletableFuture<Prompt.Outcome> does(IncidentCommand command, String done) {
        return act(command, Optional.empty()).thenApply(answer -> switch (answer) {
            case Answer.Done _ -> new Prompt.Done(done);
            case Answer.Refused(var why, var _) -> new Prompt.Refused(words.refusal(why));
        });
    }

    @Override
    public void ask(Prompt prompt) {
        asked.add(prompt);
    }

    @Override
    public void say(String line) {
        said.add(line);
    }

    @Override
    public void close() {
        console.close();
    }
}
