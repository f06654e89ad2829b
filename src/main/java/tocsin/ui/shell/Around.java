package tocsin.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tocsin.base.PersonId;
import tocsin.domain.organisation.Setting;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Words;
import tocsin.ui.lessons.Lessons;
import tocsin.ui.people.People;
import tocsin.ui.settings.Settings;

/// The screens around the incidents, each made when somebody first goes there. Lives on the JavaFX thread.
final class Around implements AutoCloseable {
    private final Shell.Ground ground;
    private final Words words;
    private final Consumer<Place> go;
    private final Supplier<List<Act>> windowActs;
    private @Nullable Lessons lessons;
    private @Nullable People people;
    private @Nullable Settings settings;

    Around(Shell.Ground ground, Words words, Consumer<Place> go, Supplier<List<Act>> windowActs) {
        this.ground = ground;
        this.words = words;
        this.go = go;
        this.windowActs = windowActs;
    }

    Lessons lessons() {
        Lessons made = lessons;
        if (made == null) {
            made = new Lessons(new Lessons.Ground(
                    ground.console(),
                    ground.rules(),
                    ground.surroundings(),
                    ground.session(),
                    ground.relay(),
                    id -> go.accept(new Place.AtPostmortem(id)),
                    id -> go.accept(new Place.InRoom(id))));
            lessons = made;
        }
        return made;
    }

    People people() {
        People made = people;
        if (made == null) {
            made = new People(ground.console(), ground.pulses(), ground.surroundings(), ground.relay());
            people = made;
        }
        return made;
    }

    Settings settings() {
        Settings made = settings;
        if (made == null) {
            made = new Settings(ground.console(), ground.surroundings(), ground.relay(), windowActs);
            settings = made;
        }
        return made;
    }

    /// The way there, with its keys.
    List<Act> acts() {
        String group = words.get("keys.window");
        return List.of(
                Act.keyed(group, words.get("act.lessons"), "Shortcut+O", () -> go.accept(new Place.AmongLessons())),
                Act.keyed(group, words.get("act.people"), "Shortcut+U", () -> go.accept(new Place.AmongPeople())),
                Act.keyed(group, words.get("act.settings"), "Shortcut+Comma", () -> go.accept(new Place.InSettings())));
    }

    /// Everything there that has a name.
    List<Act> places() {
        var places = new ArrayList<>(People.places(ground.console().organisation(), words, this::reveal));
        places.addAll(Settings.places(words, this::change));
        return places;
    }

    List<RailItem> stops() {
        return List.of(
                new RailItem(new Place.AmongLessons(), words.get("rail.lessons"), "", "", words.key("Ctrl O")),
                new RailItem(new Place.AmongPeople(), words.get("rail.people"), "", "", words.key("Ctrl U")),
                new RailItem(new Place.InSettings(), words.get("rail.settings"), "", "", words.key("Ctrl ,")));
    }

    private void reveal(PersonId person) {
        go.accept(new Place.AmongPeople());
        people().reveal(person);
    }

    private void change(Setting setting) {
        go.accept(new Place.InSettings());
        settings().edit(setting);
    }

    @Override
    public void close() {
        if (lessons != null) {
            lessons.close();
        }
        if (people != null) {
            people.close();
        }
        if (settings != null) {
            settings.close();
        }
    }
}
