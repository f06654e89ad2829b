package tocsin.ui.due;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tocsin.app.Safe;
import tocsin.base.PersonId;
import tocsin.domain.clock.Clock;
import tocsin.domain.incident.Audience;
import tocsin.domain.incident.IncidentCommand.AddEntry;
import tocsin.domain.incident.IncidentCommand.ExtendTask;
import tocsin.domain.incident.IncidentCommand.FinishTask;
import tocsin.domain.incident.IncidentCommand.SetStamp;
import tocsin.domain.incident.StampName;
import tocsin.domain.roster.Role;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.Task;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;

/// Answering the most urgent clock, letting it wait, and calling somebody to it.
final class ClockActs {
    private final Asking asking;
    private final DueModel model;
    private final UpdatePrompt updates;
    private final StampPrompts stamps;
    private final Words words;

    ClockActs(Asking asking, DueModel model, UpdatePrompt updates, StampPrompts stamps) {
        this.asking = asking;
        this.model = model;
        this.updates = updates;
        this.stamps = stamps;
        this.words = asking.words();
    }

    CompletableFuture<Prompt.Outcome> answer() {
        return model.mostUrgent(asking.now()).map(this::answer).orElseGet(() -> said(words.get("owed.answer.none")));
    }

    private CompletableFuture<Prompt.Outcome> answer(Clock clock) {
        Optional<Task> task = task(clock);
        if (task.isPresent()) {
            return next(finish(task.get()));
        }
        return switch (clock.name()) {
            case "update" -> next(updates.open());
            case "first public note" -> next(updates.open(Audience.PUBLIC));
            case "response" -> acknowledge();
            case "restore" -> next(stamps.set(StampName.IMPACT_ENDED));
            case "soak" -> next(stamps.set(StampName.STABILITY_VERIFIED));
            case "command duty" -> said(words.get("owed.answer.duty"));
            default -> clock.name().startsWith("call ") ? acknowledge() : said(words.get("owed.answer.review"));
        };
    }

    private CompletableFuture<Prompt.Outcome> acknowledge() {
        return asking.does(
                new SetStamp(StampName.ACKNOWLEDGED, Optional.empty(), ""),
                Optional.empty(),
                words.get("owed.answer.acknowledged"));
    }

    private Prompt finish(Task task) {
        String name = Safe.cut(Safe.line(task.text()), 80);
        return Asking.line(
                words.get("owed.finish"),
                words.get("owed.finish.hint"),
                "",
                text -> asking.reading(
                        new FinishTask(task.id(), text.strip()),
                        words.get("owed.finish.go", name),
                        List.of(),
                        words.get("owed.finish.done", name)));
    }

    /// A task's box is made longer, which everybody sees; any other clock runs on and is only quiet in this window.
    CompletableFuture<Prompt.Outcome> snooze() {
        Optional<Clock> urgent = model.mostUrgent(asking.now());
        if (urgent.isEmpty()) {
            return said(words.get("owed.answer.none"));
        }
        Clock clock = urgent.get();
        String name = model.nameOf(clock, asking.now());
        return task(clock)
                .map(task -> asking.does(
                        new ExtendTask(task.id(), DueModel.SNOOZE),
                        Optional.empty(),
                        words.get("owed.snooze.task", name)))
                .orElseGet(() -> said(words.get(
                        "owed.snooze.clock", name, asking.telling().moment(model.snooze(clock, asking.now())))));
    }

    /// Somebody else is called to it: the deputy, else the commander, else whoever has duty command.
    CompletableFuture<Prompt.Outcome> escalate() {
        Optional<Clock> urgent = model.mostUrgent(asking.now());
        if (urgent.isEmpty()) {
            return said(words.get("owed.answer.none"));
        }
        Clock clock = urgent.get();
        PersonId me = asking.deeds().operator();
        String whom = asking.incident()
                .crew()
                .holder(Role.DEPUTY)
                .filter(other -> !other.equals(me))
                .or(() -> asking.incident().commander().filter(other -> !other.equals(me)))
                .map(person -> "@" + person.name())
                .orElseGet(() -> words.get("owed.call.duty"));
        String name = Safe.line(model.nameOf(clock, asking.now()));
        String stands = clock.due()
                .map(due -> asking.now().isAfter(due)
                        ? words.get("owed.over", asking.telling().over(due))
                        : words.get("owed.left", asking.telling().left(due)))
                .orElse("");
        return asking.does(
                new AddEntry(EntryKind.TODO, words.get("owed.escalate.entry", whom, name, stands)),
                Optional.empty(),
                words.get("owed.escalate.done", whom));
    }

    private Optional<Task> task(Clock clock) {
        return asking.incident().timeline().openTasks().stream()
                .filter(task -> clock.name().equals("task " + task.id()))
                .findFirst();
    }

    private static CompletableFuture<Prompt.Outcome> next(Prompt prompt) {
        return CompletableFuture.completedFuture(new Prompt.Next(prompt));
    }

    private static CompletableFuture<Prompt.Outcome> said(String line) {
        return CompletableFuture.completedFuture(new Prompt.Refused(line));
    }
}
