package tocsin.ui.postmortem;

import java.util.List;
import java.util.function.Supplier;
import tocsin.domain.incident.Incident;
import tocsin.ui.due.StatePrompts;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

/// The way of the document from its owner to the closing, and what the closing waits for: each by a line that asks.
final class ReviewCorner implements Bench.Corner {
    private final Bench bench;
    private final Words words;
    private final Runnable toRoom;
    private final ReviewPrompts reviews;
    private final ActionPrompts actions;
    private final StatePrompts states;

    /// @param toRoom goes to the room of the incident
    ReviewCorner(Bench bench, Runnable toRoom) {
        this.bench = bench;
        this.toRoom = toRoom;
        words = bench.words();
        reviews = new ReviewPrompts(bench.asking(), bench.together());
        actions = new ActionPrompts(bench.asking());
        states = new StatePrompts(bench.asking());
    }

    @Override
    public void show(Incident incident) {}

    @Override
    public List<Act> acts() {
        return List.of(
                keyed("postmortem.act.impact", Key.IMPACT, reviews::impact),
                keyed("postmortem.act.cause", Key.CAUSE, reviews::cause),
                keyed("postmortem.act.action", Key.ACTION, actions::add),
                keyed("postmortem.act.actions", Key.ACTIONS, actions::change),
                keyed("postmortem.act.harden", Key.HARDEN, reviews::harden),
                keyed("postmortem.act.merged", Key.MERGED, reviews::merged),
                Act.keyed(group(), words.get("postmortem.act.step"), Key.STEP.code(), this::next),
                keyed("postmortem.act.owner", Key.OWNER, reviews::owner),
                keyed("postmortem.act.waive", Key.WAIVE, states::waive),
                named("postmortem.act.force", reviews::fullForm));
    }

    private String group() {
        return words.get("keys.postmortem");
    }

    private Act keyed(String name, Key key, Supplier<Prompt> prompt) {
        return Act.keyed(group(), words.get(name), key.code(), () -> bench.ask(prompt.get()));
    }

    private Act named(String name, Supplier<Prompt> prompt) {
        return Act.named(group(), words.get(name), () -> bench.ask(prompt.get()));
    }

    /// The next step of the document.
    void next() {
        reviews.next().ifPresentOrElse(bench::ask, () -> bench.say(words.get("postmortem.step.none")));
    }

    /// What meets this gate.
    void fix(String gate) {
        switch (Key.fixing(gate).orElse(Key.STEP)) {
            case OWNER -> bench.ask(reviews.owner());
            case IMPACT -> bench.ask(reviews.impact());
            case CAUSE -> bench.ask(reviews.cause());
            case ACTION -> bench.ask(actions.add());
            case HARDEN -> bench.ask(reviews.hardened() ? reviews.merged() : reviews.harden());
            case ROOM -> toRoom.run();
            default -> next();
        }
    }
}
