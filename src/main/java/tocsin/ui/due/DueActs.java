package tocsin.ui.due;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tocsin.base.PersonId;
import tocsin.domain.checklist.Checklists;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.StampName;
import tocsin.ui.due.Neighbours.Neighbour;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;
import tocsin.ui.sight.Deeds;

/// Everything that can be done from this pane. Lives on the JavaFX thread.
public final class DueActs {
    private final Asking asking;
    private final DueModel model;
    private final Neighbours neighbours;
    private final Executor screen;
    private final Words words;
    private final StatePrompts states;
    private final StampPrompts stamps;
    private final UpdatePrompt updates;
    private final PlanPrompts plans;
    private final ListPrompts lists;
    private final FieldPrompts fields;
    private final MergePrompts merges;
    private final SeverityActs levels;
    private final ClockActs clocks;

    /// @param known people of the organisation, for names to complete
    public DueActs(
            Deeds deeds,
            Words words,
            InstantSource wall,
            Supplier<Checklists> checklists,
            Supplier<List<PersonId>> known,
            Neighbours neighbours,
            Executor screen) {
        this.words = words;
        this.neighbours = neighbours;
        this.screen = screen;
        model = new DueModel(words, type -> checklists.get().of(type));
        asking = new Asking(deeds, words, wall, model::sight, checklists, known);
        states = new StatePrompts(asking);
        stamps = new StampPrompts(asking);
        updates = new UpdatePrompt(asking);
        plans = new PlanPrompts(asking);
        lists = new ListPrompts(asking);
        fields = new FieldPrompts(asking);
        merges = new MergePrompts(asking, neighbours);
        levels = new SeverityActs(asking);
        clocks = new ClockActs(asking, model, updates, stamps);
    }

    DueModel model() {
        return model;
    }

    List<Act> all(Runnable hideOrShow) {
        var acts = new ArrayList<Act>();
        keyed(acts, "owed.act.state", Key.STATE, () -> ask(states.move("")));
        keyed(acts, "owed.act.update", Key.UPDATE, () -> ask(updates.open()));
        keyed(acts, "owed.act.stamp", Key.STAMP, () -> ask(stamps.set()));
        keyed(acts, "owed.act.answer", Key.ANSWER, () -> come(clocks.answer()));
        keyed(acts, "owed.act.snooze", Key.SNOOZE, () -> come(clocks.snooze()));
        keyed(acts, "owed.act.escalate", Key.ESCALATE, () -> come(clocks.escalate()));
        keyed(acts, "owed.act.waive", Key.WAIVE, () -> ask(states.waive()));
        keyed(acts, "owed.act.checklist", Key.CHECKLIST, () -> ask(lists.check()));
        keyed(acts, "owed.act.raise", Key.RAISE, () -> come(levels.raise()));
        keyed(acts, "owed.act.lower", Key.LOWER, () -> ask(levels.lower()));
        keyed(acts, "owed.act.plan", Key.PLAN, () -> ask(plans.propose()));
        keyed(acts, "owed.act.planstep", Key.PLAN_STEP, () -> ask(plans.settle()));
        keyed(acts, "owed.act.owner", Key.REVIEW_OWNER, () -> ask(fields.reviewOwner()));
        keyed(acts, "owed.act.settle", Key.SETTLE, () -> ask(lists.settle()));
        keyed(acts, "owed.act.why", Key.WHY, () -> model.explainAll(asking.now()));
        keyed(acts, "owed.act.hide", Key.HIDE, hideOrShow);
        named(acts, "owed.act.title", () -> ask(fields.retitle()));
        named(acts, "owed.act.type", () -> ask(fields.type()));
        named(acts, "owed.act.environment", () -> ask(fields.environment()));
        named(acts, "owed.act.verify", () -> ask(stamps.set(StampName.STABILITY_VERIFIED)));
        named(acts, "owed.act.false", () -> ask(states.move(StatePrompts.sign(Phase.FALSE_ALARM) + " ")));
        named(acts, "owed.act.close", () -> ask(states.move(StatePrompts.sign(Phase.CLOSED) + " ")));
        named(acts, "owed.act.merge", () -> askOf(merges::merge));
        named(acts, "owed.act.part", () -> ask(merges.part()));
        named(acts, "owed.act.link", () -> askOf(merges::link));
        return acts;
    }

    private void keyed(List<Act> acts, String name, Key key, Runnable run) {
        acts.add(Act.keyed(words.get("keys.due"), words.get(name), key.code(), run)
                .when(() -> model.sight().isPresent()));
    }

    private void named(List<Act> acts, String name, Runnable run) {
        acts.add(Act.named(words.get("keys.due"), words.get(name), run)
                .when(() -> model.sight().isPresent()));
    }

    /// What meets this gate.
    void fix(String gate) {
        Fix fix = Fix.of(gate, words);
        switch (fix.act()) {
            case Fix.StampIt(var stamp) -> ask(stamps.set(stamp));
            case Fix.PlanIt _ -> ask(plans.propose());
            case Fix.SettleStep _ -> ask(plans.settle());
            case Fix.SendIt _ -> ask(updates.open());
            case Fix.NameOwner _ -> ask(fields.reviewOwner());
            case Fix.Elsewhere _ -> asking.deeds().say(fix.say());
        }
    }

    void step(String id) {
        ask(lists.check(id));
    }

    void settle(Quarrel quarrel, Quarrel.Choice choice) {
        if (lists.settled(quarrel, choice) instanceof Prompt.Ready ready) {
            come(ready.run().get());
        }
    }

    private void ask(Prompt prompt) {
        asking.deeds().ask(prompt);
    }

    /// Asks once the other incidents are known; reading them must not hold up the screen.
    private void askOf(Function<List<Neighbour>, Prompt> prompt) {
        var _ = neighbours
                .live()
                .whenCompleteAsync(
                        (live, failed) -> {
                            if (live != null) {
                                ask(prompt.apply(live));
                            } else {
                                asking.deeds().say(failure(failed));
                            }
                        },
                        screen);
    }

    /// Says in one line what came of an act that was not asked for in a line, or opens the line that it needs.
    private void come(CompletableFuture<Prompt.Outcome> coming) {
        var _ = coming.whenCompleteAsync(
                (outcome, failed) -> {
                    switch (outcome) {
                        case Prompt.Done(var say) -> asking.deeds().say(say);
                        case Prompt.Refused(var line) -> asking.deeds().say(line);
                        case Prompt.Next(var prompt) -> ask(prompt);
                        case null -> asking.deeds().say(failure(failed));
                    }
                },
                screen);
    }

    private String failure(@Nullable Throwable failed) {
        Throwable cause = Optional.ofNullable(failed)
                .filter(CompletionException.class::isInstance)
                .map(Throwable::getCause)
                .orElse(failed);
        return words.get("prompt.failed", cause == null ? "" : String.valueOf(cause.getMessage()));
    }
}
