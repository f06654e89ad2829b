package tocsin.ui.crew;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import tocsin.domain.roster.Role;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Deeds;

/// What can be done about people and tasks, each by its key.
final class CrewActs {
    private final CrewModel model;
    private final Deeds deeds;
    private final Words words;
    private final Desk desk;
    private final Sheets sheets;
    private final Executor screen;
    private final RolePrompts roles;
    private final TaskPrompts tasks;
    private final CommandPrompts command;

    CrewActs(CrewModel model, Deeds deeds, CrewPane.Beside beside, Words words) {
        this.model = model;
        this.deeds = deeds;
        this.words = words;
        this.sheets = beside.sheets();
        this.screen = beside.screen();
        desk = new Desk(() -> model.sight().orElseThrow(), beside.organisation(), deeds, beside.wall(), words);
        roles = new RolePrompts(desk);
        tasks = new TaskPrompts(desk, model.getTasks()::digits);
        command = new CommandPrompts(desk);
    }

    List<Act> all() {
        String group = words.get("keys.crew");
        return List.of(
                keyed(group, "act.assign", "F3", () -> assign("")),
                keyed(group, "act.subTeam", "Shift+F3", this::subTeam),
                keyed(group, "act.task", "F2", this::give),
                keyed(group, "act.settle", "Shortcut+J", () -> task("")),
                keyed(group, "act.handOver", "F6", this::handOver),
                keyed(group, "act.answer", "Shift+F6", this::answer),
                Act.named(group, words.get("act.handOverRole"), () -> ask(this::otherRole))
                        .when(this::seen),
                Act.named(group, words.get("act.take"), () -> ask(command::take))
                        .when(this::seen),
                Act.named(group, words.get("act.sheet"), this::sheet).when(this::seen),
                Act.named(group, words.get("act.whoAt"), () -> ask(command::whoAt))
                        .when(this::seen));
    }

    private Act keyed(String group, String name, String key, Runnable run) {
        return Act.keyed(group, words.get(name), key, run).when(this::seen);
    }

    private boolean seen() {
        return model.sight().isPresent();
    }

    /// In the past nothing is even composed; whoever asks is told so.
    private void ask(Supplier<Prompt> prompt) {
        if (seen()) {
            deeds.ask(prompt.get());
        }
    }

    void assign(String draft) {
        ask(() -> roles.assign(draft));
    }

    void subTeam() {
        assign("t ");
    }

    void give() {
        ask(tasks::give);
    }

    void task(String draft) {
        ask(() -> tasks.settle(draft));
    }

    /// Where nobody commands there is nothing to hand over, but something to take.
    void handOver() {
        ask(() -> desk.incident().commander().isPresent() ? command.handOver(Role.COMMANDER) : command.take());
    }

    void answer() {
        if (seen()) {
            command.answer().ifPresentOrElse(deeds::ask, () -> deeds.say(words.get("crew.answer.none")));
        }
    }

    /// Also of a past minute: the sheet then says how it stood.
    private void sheet() {
        var sight = desk.sight().get();
        var _ = sheets.write(sight, sight.moment(desk.now()))
                .whenCompleteAsync(
                        (file, failed) -> deeds.say(
                                failed == null
                                        ? words.get("sheet.written", file)
                                        : words.get("sheet.failed", String.valueOf(failed.getMessage()))),
                        screen);
    }

    private Prompt otherRole() {
        return new Line(words.get("crew.handover.other"), words.get("crew.handover.other.hint"), "", text -> {
            List<Role> read = RoleLetters.read(text.strip(), words);
            return read.size() == 1
                    ? Prompt.Ready.of(
                            words.get("crew.handover.role", words.role(read.getFirst())),
                            () -> java.util.concurrent.CompletableFuture.completedFuture(
                                    new Prompt.Next(command.handOver(read.getFirst()))))
                    : Line.wanting(words.get("crew.assign.which"));
        });
    }
}
