package tocsin.ui.people;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Parent;
import tocsin.app.Console;
import tocsin.app.Pulses;
import tocsin.app.Safe;
import tocsin.base.Feed;
import tocsin.base.PersonId;
import tocsin.domain.organisation.Organisation;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Folders;
import tocsin.ui.kit.FxRelay;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.PromptModel;
import tocsin.ui.kit.PromptPane;
import tocsin.ui.kit.Screen;
import tocsin.ui.kit.Screens;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Office;

/// The screen of the people, made and used on the JavaFX thread. Until it is closed it follows every change.
public final class People implements Screen {
    private final Console console;
    private final Surroundings surroundings;
    private final Words words;
    private final PeopleModel model;
    private final PromptModel prompt;
    private final PeoplePrompts prompts;
    private final CsvPrompts files;
    private final Folders folders;
    private final PeoplePane pane;
    private final Parent root;
    private final List<Feed.Subscription> subscriptions;

    public People(Console console, Pulses pulses, Surroundings surroundings, FxRelay relay) {
        this.console = console;
        this.surroundings = surroundings;
        words = Words.in(surroundings.locale()).of(console::organisation);
        model = new PeopleModel(words, surroundings.wall());
        prompt = new PromptModel(relay, words, model::say);
        Office office = Office.of(console, surroundings.operator(), words);
        prompts = new PeoplePrompts(office, console::organisation);
        Executor slow = work -> Thread.ofVirtual().name("tocsin-people").start(work);
        folders = new Folders(slow, relay, prompt::readAgain);
        files = new CsvPrompts(office, console::organisation, folders, slow);
        var screens = new Screens(words);
        pane = new PeoplePane(model, new PromptPane(prompt, this::enter).draw(screens), new PeoplePane.Wishes() {
            @Override
            public void change() {
                People.this.change();
            }

            @Override
            public void open(SideRow row) {
                People.this.open(row);
            }

            @Override
            public void take(String file) {
                People.this.take(file);
            }
        });
        root = pane.draw(screens);
        model.show(console.organisation());
        subscriptions = List.of(
                console.organisations().subscribe(relay.<Organisation>newest(model::show)),
                pulses.follow(relay.<Pulses.Snapshot>newest(model::show)));
    }

    /// Everybody by name, for whoever looks for one from elsewhere.
    public static List<Act> places(Organisation organisation, Words words, Consumer<PersonId> go) {
        return organisation.people().stream()
                .map(person -> Act.named(
                        words.get("keys.people"), Safe.line(person.id().name()), () -> go.accept(person.id())))
                .toList();
    }

    /// Points at this one.
    public void reveal(PersonId person) {
        model.reveal(person);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public List<Act> acts() {
        var acts = new ArrayList<Act>();
        acts.add(act("act.person.change", "Enter", this::change)
                .when(() -> calm() && pane.onFilter() && model.chosen().isPresent()));
        acts.add(act("act.person.add", "F2", () -> prompt.ask(prompts.add())));
        acts.add(act("act.person.rename", "Shift+F2", this::rename)
                .when(() -> calm() && pane.onFilter() && model.chosen().isPresent()));
        acts.add(act("act.team", "F3", () -> prompt.ask(prompts.team(Optional.empty()))));
        acts.add(act("act.service", "F4", () -> prompt.ask(prompts.service(Optional.empty()))));
        acts.add(act("act.person.leave", "Shortcut+D", this::letGo)
                .when(() -> calm() && (pane.side().isPresent() || model.chosen().isPresent())));
        acts.add(act("act.people.import", "Shortcut+I", () -> take("")));
        acts.add(act("act.people.export", "Shortcut+E", this::give));
        acts.add(act("act.people.all", "Esc", () -> model.filterProperty().set(""))
                .when(() -> calm() && !model.filterProperty().get().isEmpty()));
        return acts;
    }

    private Act act(String key, String keys, Runnable run) {
        return Act.keyed(words.get("keys.people"), words.get(key), keys, run).when(this::calm);
    }

    private boolean calm() {
        return !prompt.isOpen();
    }

    private void change() {
        model.chosen().flatMap(console.organisation()::person).ifPresent(person -> prompt.ask(prompts.change(person)));
    }

    private void rename() {
        model.chosen().flatMap(console.organisation()::person).ifPresent(person -> prompt.ask(prompts.rename(person)));
    }

    private void letGo() {
        pane.side()
                .map(prompts::drop)
                .or(() -> model.chosen().map(person -> prompts.leaves(person, model.holding(person))))
                .ifPresent(prompt::ask);
    }

    private void open(SideRow row) {
        Organisation now = console.organisation();
        String name = row.name().substring(row.name().indexOf(' ') + 1);
        Optional<Prompt> asked = switch (row.kind()) {
            case TEAM -> now.team(row.name()).map(team -> prompts.team(Optional.of(team)));
            case SERVICE -> now.service(row.name()).map(service -> prompts.service(Optional.of(service)));
            case APART ->
                (row.name().startsWith("person ") && PersonId.isWellFormed(name)
                                ? now.person(new PersonId(name)).map(prompts::change)
                                : Optional.<Prompt>empty())
                        .or(() -> row.name().startsWith("team ")
                                ? Optional.of(prompts.team(now.team(name)))
                                : Optional.empty())
                        .or(() -> row.name().startsWith("service ")
                                ? Optional.of(prompts.service(now.service(name)))
                                : Optional.empty());
        };
        asked.ifPresent(prompt::ask);
    }

    private void take(String file) {
        folders.forget();
        prompt.ask(files.take(file));
    }

    private void give() {
        folders.forget();
        Path reports = console.profile().folder().resolve("reports");
        LocalDate today = LocalDate.ofInstant(surroundings.wall().instant(), surroundings.zone());
        prompt.ask(files.give(reports.resolve("people-" + today + ".csv")));
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
        return true;
    }

    @Override
    public void close() {
        subscriptions.forEach(Feed.Subscription::close);
    }
}
