package tocsin.ui.timeline;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tocsin.app.Answer;
import tocsin.app.Attachments;
import tocsin.app.Console;
import tocsin.app.Gesture;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.journal.JournalException;
import tocsin.ui.Given;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Deeds;

/// One incident in a real console, and somebody who writes into it; what is asked and said is kept.
final class OneRoom implements Deeds, Inlet, AutoCloseable {
    final Words words = Words.in(Locale.ENGLISH);
    final List<Prompt> asked = new ArrayList<>();
    final List<String> said = new ArrayList<>();
    int readAgain;
    private final Console console;
    private final IncidentId id;

    OneRoom(Path folder) throws JournalException {
        console = Given.console(folder);
        id = Given.declared(console, "Checkout errors", Severity.SEV2, 43);
    }

    List<Entry> timeline() throws JournalException {
        return console.history(id).now().timeline().entries();
    }

    /// What people wrote.
    List<Entry> entries() throws JournalException {
        return timeline().stream()
                .filter(entry -> entry.kind() != EntryKind.SYSTEM)
                .toList();
    }

    void undo() {
        console.undo(id, operator()).join();
    }

    @Override
    public PersonId operator() {
        return Given.ANA;
    }

    @Override
    public CompletableFuture<Answer> act(IncidentCommand command, Optional<Instant> occurredAt) {
        return console.act(Gesture.of(operator(), id, command).at(occurredAt));
    }

    @Override
    public CompletableFuture<Prompt.Outcome> does(IncidentCommand command, String done) {
        return act(command).thenApply(_ -> new Prompt.Done(done));
    }

    @Override
    public CompletableFuture<Answer> write(List<Line> lines) {
        return console.act(new Gesture(
                operator(),
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
        readAgain++;
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
