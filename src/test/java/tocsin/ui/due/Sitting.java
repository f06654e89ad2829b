package tocsin.ui.due;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tocsin.app.Answer;
import tocsin.app.Gesture;
import tocsin.base.PersonId;
import tocsin.domain.incident.Context;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Outcome;
import tocsin.domain.incident.Story;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Deeds;
import tocsin.ui.sight.Sight;

/// Somebody before the right side of a room whose incident is a story: keys in, lines and facts out.
final class Sitting implements Deeds, Neighbours {
    static final Words WORDS = Words.in(Locale.ENGLISH);

    final Story story;
    final DueActs acts;
    final List<String> said = new ArrayList<>();
    final List<Gesture.Step> steps = new ArrayList<>();
    private final PersonId me;
    private @Nullable Prompt asked;

    private Sitting(Story story, PersonId me) {
        this.story = story;
        this.me = me;
        InstantSource wall = story::time;
        acts = new DueActs(this, WORDS, wall, () -> Story.CHECKLISTS, () -> List.of(Story.EVE), this, Runnable::run);
        look();
    }

    /// Ana, who commands.
    static Sitting before(Story story) {
        return new Sitting(story, Story.ANA);
    }

    static Sitting before(Story story, PersonId me) {
        return new Sitting(story, me);
    }

    DueModel look() {
        acts.model().show(Sight.now(story.now(), Story.RULES), story.time());
        return acts.model();
    }

    Sitting press(Key key) {
        return run(act -> act.cap().equals(key.cap()));
    }

    Sitting choose(String name) {
        return run(act -> act.name().equals(name));
    }

    private Sitting run(java.util.function.Predicate<Act> wanted) {
        acts.all(() -> {}).stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow()
                .run()
                .run();
        look();
        return this;
    }

    Prompt prompt() {
        if (asked == null) {
            throw new AssertionError("no line is open, but it was said: " + said);
        }
        return asked;
    }

    Prompt.Reading reads(String text) {
        return prompt().read(text);
    }

    String wants(String text) {
        return ((Prompt.Wanting) reads(text)).say();
    }

    String wrong(String text) {
        return ((Prompt.Wrong) reads(text)).line();
    }

    Prompt.Ready ready(String text) {
        if (reads(text) instanceof Prompt.Ready ready) {
            return ready;
        }
        throw new AssertionError(reads(text));
    }

    Prompt.Outcome enter(String text) {
        Prompt.Outcome outcome = ready(text).run().get().join();
        look();
        return outcome;
    }

    @Override
    public PersonId operator() {
        return me;
    }

    @Override
    public CompletableFuture<Answer> act(IncidentCommand command, Optional<Instant> occurredAt) {
        var context = new Context(me, story.time(), occurredAt, Story.RULES, Story.CHECKLISTS);
        return CompletableFuture.completedFuture(
                switch (story.now().decide(command, context)) {
                    case Outcome.Accepted(var facts) -> {
                        story.by(me).record(facts, occurredAt);
                        yield new Answer.Done(story.now(), List.of());
                    }
                    case Outcome.Refused(var refusal, var kept) -> {
                        story.by(me).record(kept, occurredAt);
                        yield new Answer.Refused(refusal, List.of());
                    }
                });
    }

    @Override
    public CompletableFuture<Prompt.Outcome> does(IncidentCommand command, String done) {
        return act(command).thenApply(_ -> new Prompt.Done(done));
    }

    @Override
    public void ask(Prompt prompt) {
        asked = prompt;
    }

    @Override
    public void say(String line) {
        said.add(line);
    }

    @Override
    public CompletableFuture<List<Neighbour>> live() {
        return CompletableFuture.completedFuture(List.of(new Neighbour(Story.OTHER_ID, "Search results stale")));
    }

    @Override
    public CompletableFuture<Prompt.Outcome> does(List<Gesture.Step> gesture, String done) {
        steps.addAll(gesture);
        return CompletableFuture.completedFuture(new Prompt.Done(done));
    }
}
