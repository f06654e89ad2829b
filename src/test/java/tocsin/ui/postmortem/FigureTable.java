package tocsin.ui.postmortem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import tocsin.app.Answer;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.analysis.Figure;
import tocsin.domain.analysis.Node;
import tocsin.domain.incident.Context;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Outcome;
import tocsin.domain.incident.Story;
import tocsin.domain.severity.Severity;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;
import tocsin.ui.sight.Deeds;
import tocsin.ui.sight.Sight;

/// Ana before a figure of an incident whose story is told in tests: lines in, facts out.
final class FigureTable implements Deeds {
    final Story story = Story.incident(Severity.SEV2);
    final FigurePrompts prompts;
    final List<FactId> made = new ArrayList<>();

    FigureTable(Locale language) {
        prompts = new FigurePrompts(
                new Asking(
                        this,
                        Words.in(language),
                        story::time,
                        () -> Optional.of(Sight.now(story.now(), Story.RULES)),
                        () -> Story.CHECKLISTS,
                        List::of),
                made::add);
    }

    FigureTable() {
        this(Locale.ENGLISH);
    }

    Node node(String text) {
        return story.now().analysis().nodes().values().stream()
                .filter(node -> node.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    FigureMoves moves() {
        return new FigureMoves(story.now().analysis());
    }

    /// The words of a figure, a dot for each level.
    List<String> told(Figure figure) {
        return story.now().analysis().figure(figure).stream()
                .map(node -> ".".repeat(node.depth()) + node.text())
                .collect(Collectors.toList());
    }

    FigureTable does(List<IncidentCommand> commands) {
        commands.forEach(story::does);
        return this;
    }

    Prompt.Outcome enter(Prompt prompt, String text) {
        if (prompt.read(text) instanceof Prompt.Ready ready) {
            return ready.run().get().join();
        }
        throw new AssertionError(prompt.read(text));
    }

    Prompt next(Prompt prompt, String text) {
        return ((Prompt.Next) enter(prompt, text)).prompt();
    }

    @Override
    public PersonId operator() {
        return Story.ANA;
    }

    @Override
    public CompletableFuture<Answer> act(IncidentCommand command, Optional<Instant> occurredAt) {
        var context = new Context(Story.ANA, story.time(), occurredAt, Story.RULES, Story.CHECKLISTS);
        return CompletableFuture.completedFuture(
                switch (story.now().decide(command, context)) {
                    case Outcome.Accepted(var facts) -> {
                        story.by(Story.ANA).record(facts, occurredAt);
                        yield new Answer.Done(story.now(), List.of(story.last()));
                    }
                    case Outcome.Refused(var refusal, var _) -> new Answer.Refused(refusal, List.of());
                });
    }

    @Override
    public CompletableFuture<Prompt.Outcome> does(IncidentCommand command, String done) {
        return act(command, Optional.empty()).thenApply(_ -> new Prompt.Done(done));
    }

    @Override
    public void ask(Prompt prompt) {
        throw new AssertionError(prompt.title());
    }

    @Override
    public void say(String line) {
        throw new AssertionError(line);
    }
}
