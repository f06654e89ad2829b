package tocsin.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tocsin.domain.organisation.Setting;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Words;
import tocsin.ui.settings.Settings;

/// The screens around the incidents, each made when somebody first goes there. Lives on the JavaFX thread.
final class Around implements AutoCloseable {
    private final Shell.Ground ground;
    private final Words words;
    private final Consumer<Place> go;
    private final Supplier<List<Act>> windowActs;
    private @Nullable Settings settings;

    Around(Shell.Ground ground, Words words, Consumer<Place> go, Supplier<List<Act>> windowActs) {
        this.ground = ground;
        this.words = words;
        this.go = go;
        this.windowActs = windowActs;
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
        return List.of(Act.keyed(
                words.get("keys.window"),
                words.get("act.settings"),
                "Shortcut+Comma",
                () -> go.accept(new Place.InSettings())));
    }

    /// Everything there that has a name.
    List<Act> places() {
        return Settings.places(words, this::change);
    }

    List<RailItem> stops() {
        return List.of(new RailItem(new Place.InSettings(), words.get("rail.settings"), "", "", "Ctrl ,"));
    }

    private void change(Setting setting) {
        go.accept(new Place.InSettings());
        settings().edit(setting);
    }

    @Override
    public void close() {
        if (settings != null) {
            settings.close();
        }
    }
}
