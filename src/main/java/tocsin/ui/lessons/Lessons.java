package tocsin.ui.lessons;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import tocsin.app.Answer;
import tocsin.app.Change;
import tocsin.app.Console;
import tocsin.app.Gesture;
import tocsin.app.Safe;
import tocsin.app.Session;
import tocsin.app.ShippedChecklists;
import tocsin.base.Feed;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Rules;
import tocsin.domain.organisation.Person;
import tocsin.journal.JournalException;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Drafts;
import tocsin.ui.kit.Folders;
import tocsin.ui.kit.FxRelay;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.PromptModel;
import tocsin.ui.kit.PromptPane;
import tocsin.ui.kit.Screen;
import tocsin.ui.kit.Screens;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;
import tocsin.ui.sight.Deeds;
import tocsin.ui.sight.Sight;

/// The screen of the postmortems that are owed and of the actions of all incidents, made and used on the JavaFX
/// thread. Until it is closed it follows every change.
public final class Lessons implements Screen {
    private final Ground ground;
    private final Console console;
    private final Surroundings surroundings;
    private final Words words;
    private final LessonsModel model;
    private final PromptModel prompt;
    private final Asking asking;
    private final TablePrompts tables;
    private final Executor slow;
    private final Folders folders;
    private final LessonsPane pane;
    private final Parent root;
    private final LessonsSource source;
    private final Feed.Subscription changes;
    private @Nullable Sight sight;

    /// What it stands on.
    ///
    /// @param toPostmortem goes to the postmortem of an incident
    /// @param toRoom goes to its room
    public record Ground(
            Console console,
            Function<ZoneId, Rules> rules,
            Surroundings surroundings,
            Session session,
            FxRelay relay,
            Consumer<IncidentId> toPostmortem,
            Consumer<IncidentId> toRoom) {}

    public Lessons(Ground ground) {
        this.ground = ground;
        console = ground.console();
        surroundings = ground.surroundings();
        FxRelay relay = ground.relay();
        words = Words.in(surroundings.locale());
        model = new LessonsModel(words, surroundings.wall(), surroundings.operator());
        prompt = new PromptModel(relay, words, model::say, Drafts.of(ground.session(), "postmortems"));
        asking = new Asking(
                new Doing(),
                words,
                surroundings.wall(),
                () -> Optional.ofNullable(sight),
                () -> console.organisation().checklists(ShippedChecklists.in(surroundings.locale())),
                () -> console.organisation().people().stream().map(Person::id).toList());
        slow = work -> Thread.ofVirtual().name("tocsin-actions").start(work);
        folders = new Folders(slow, relay, prompt::readAgain);
        tables = new TablePrompts(
                console, surroundings.operator(), ground.rules(), surroundings.wall(), words, folders, slow);
        var screens = new Screens(words);
        pane = new LessonsPane(model, new PromptPane(prompt, this::enter).draw(screens), new LessonsPane.Wishes() {
            @Override
            public void open() {
                Lessons.this.open();
            }

            @Override
            public void take(String file) {
                Lessons.this.take(file);
            }
        });
        root = pane.draw(screens);
        source = new LessonsSource(console, ground.rules(), surroundings.wall(), relay.<Learned>newest(model::show));
        changes = console.changes().subscribe(change -> relay.execute(() -> changed(change)));
    }

    /// The incident whose action is being asked about has changed under the line.
    private void changed(Change change) {
        Sight before = sight;
        if (before != null && before.newest().id().equals(change.incident().id())) {
            sight = Sight.now(change.incident(), before.rules());
            prompt.reconsider();
        }
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public List<Act> acts() {
        var acts = new ArrayList<Act>();
        acts.add(chosen("act.lessons.open", "Enter", this::open));
        acts.add(onAction("act.lessons.change", "F2", () -> ask("")));
        acts.add(act("act.lessons.group", "F3", model::regroup));
        acts.add(chosen("act.lessons.postmortem", "F4", this::toPostmortem));
        acts.add(onAction("act.lessons.done", "F7", () -> ask(ChangePrompt.Verb.DONE)));
        acts.add(onAction("act.lessons.verified", "F8", () -> ask(ChangePrompt.Verb.VERIFIED)));
        acts.add(onAction("act.lessons.move", "F9", () -> ask(ChangePrompt.Verb.DUE)));
        acts.add(chosen("act.lessons.room", "Shift+F4", this::toRoom));
        acts.add(act("act.lessons.debts", "Alt+1", model::toDebts));
        acts.add(act("act.lessons.actions", "Alt+2", model::toActions));
        acts.add(act("act.lessons.import", "Shortcut+I", () -> take("")));
        acts.add(act("act.lessons.export", "Shortcut+E", this::give));
        acts.add(act("act.lessons.all", "Esc", () -> model.filterProperty().set(""))
                .when(() -> calm() && !model.filterProperty().get().isEmpty()));
        return acts;
    }

    private Act act(String key, String keys, Runnable run) {
        return Act.keyed(words.get("keys.lessons"), words.get(key), keys, run).when(this::calm);
    }

    private Act chosen(String key, String keys, Runnable run) {
        return act(key, keys, run)
                .when(() -> calm() && pane.onFilter() && model.line().isPresent());
    }

    private Act onAction(String key, String keys, Runnable run) {
        return act(key, keys, run).when(() -> calm() && model.action().isPresent());
    }

    private boolean calm() {
        return !prompt.isOpen();
    }

    private void open() {
        model.line().ifPresent(line -> {
            switch (line) {
                case Line.Debt _ -> toPostmortem();
                case Line.Action _ -> ask("");
                case Line.Head _ -> {}
            }
        });
    }

    private void toPostmortem() {
        model.line().flatMap(Pick::of).ifPresent(pick -> ground.toPostmortem().accept(pick.incident()));
    }

    private void toRoom() {
        model.line().flatMap(Pick::of).ifPresent(pick -> ground.toRoom().accept(pick.incident()));
    }

    private void ask(ChangePrompt.Verb verb) {
        ask(ChangePrompt.draft(verb, words));
    }

    /// The incident is read anew before its action is asked about, so that a refusal is known at each key.
    private void ask(String draft) {
        model.action().map(Line.Action::of).ifPresent(owed -> {
            IncidentId id = owed.lesson().incident();
            slow.execute(() -> {
                try {
                    Incident incident = console.history(id).now();
                    Rules rules = ground.rules().apply(incident.zone());
                    ground.relay().execute(() -> {
                        if (calm()) {
                            sight = Sight.now(incident, rules);
                            prompt.ask(new ChangePrompt(asking, owed.item().id(), draft));
                        }
                    });
                } catch (JournalException unreadable) {
                    String why = Safe.line(String.valueOf(unreadable.getMessage()));
                    ground.relay().execute(() -> model.say(why));
                }
            });
        });
    }

    private void take(String file) {
        folders.forget();
        prompt.ask(tables.take(file));
    }

    private void give() {
        folders.forget();
        LocalDate today = LocalDate.ofInstant(surroundings.wall().instant(), surroundings.zone());
        Path draft = console.profile().reports().resolve("actions-" + today + ".csv");
        prompt.ask(tables.give(draft, model.shown()));
    }

    @Override
    public void enter() {
        pane.focus();
    }

    @Override
    public void tick(Instant now) {
        model.tick(now);
    }

    @Override
    public boolean ready() {
        return model.read();
    }

    @Override
    public void close() {
        changes.close();
        source.close();
    }

    private final class Doing implements Deeds {
        @Override
        public PersonId operator() {
            return surroundings.operator();
        }

        @Override
        public CompletableFuture<Answer> act(IncidentCommand command, Optional<Instant> occurredAt) {
            return console.act(
                    Gesture.of(surroundings.operator(), asking.incident().id(), command)
                            .at(occurredAt));
        }

        @Override
        public CompletableFuture<Prompt.Outcome> does(IncidentCommand command, String done) {
            return act(command).thenApply(answer -> switch (answer) {
                case Answer.Done _ -> new Prompt.Done(done);
                case Answer.Refused(var why, var _) -> new Prompt.Refused(words.refusal(why));
            });
        }

        @Override
        public void ask(Prompt asked) {
            prompt.ask(asked);
        }

        @Override
        public void say(String line) {
            model.say(line);
        }
    }
}
