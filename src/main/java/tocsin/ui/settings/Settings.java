package tocsin.ui.settings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import tocsin.app.Console;
import tocsin.app.ShippedChecklists;
import tocsin.base.Feed;
import tocsin.domain.organisation.OrganisationCommand.ResetSetting;
import tocsin.domain.organisation.Setting;
import tocsin.sync.SyncState;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.FxRelay;
import tocsin.ui.kit.PromptModel;
import tocsin.ui.kit.PromptPane;
import tocsin.ui.kit.Screen;
import tocsin.ui.kit.Screens;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Office;

/// The screen of the settings, made and used on the JavaFX thread. Until it is closed it follows every change.
public final class Settings implements Screen {
    private final Words words;
    private final SettingsModel model;
    private final PromptModel prompt;
    private final SettingPrompts prompts;
    private final SettingsPane pane;
    private final Parent root;
    private final Office office;
    private final FxRelay relay;
    private final Supplier<List<Act>> windowActs;
    private final Feed.Subscription organisations;
    private final Feed.Subscription vaults;
    private final Feed.Subscription states;
    private final HubModel hub;

    /// @param windowActs what the window can do, to offer its looks here as well
    public Settings(Console console, Surroundings surroundings, FxRelay relay, Supplier<List<Act>> windowActs) {
        this.relay = relay;
        this.windowActs = windowActs;
        words = Words.in(surroundings.locale());
        model = new SettingsModel(words, surroundings.zone(), surroundings.wall());
        office = Office.of(console, surroundings.operator(), words);
        prompt = new PromptModel(relay, words, model::say);
        prompts = new SettingPrompts(office, model.said(), model::organisation, model::lists);
        var screens = new Screens(words);
        var vault = new VaultModel(console.vault(), words, relay, model::say);
        hub = new HubModel(new HubModel.Ground(
                console.hub(),
                console.vault()::state,
                surroundings.wall(),
                words,
                work -> Thread.ofPlatform().name("tocsin-hub").daemon().start(work),
                relay,
                model::say));
        pane = new SettingsPane(
                model,
                this::edit,
                new PromptPane(prompt, this::enter).draw(screens),
                new VaultPane(vault, () -> prompt.ask(vault.idlePrompt())),
                new HubPane(hub, () -> prompt.ask(hub.leaving())),
                screens);
        root = pane.draw();
        states = console.hub()
                .states()
                .subscribe(relay.<SyncState>newest(
                        _ -> hub.draw(surroundings.wall().instant())));
        vaults = console.vault().states().subscribe(relay.newest(_ -> vault.draw()));
        model.show(console.organisation());
        organisations = console.organisations().subscribe(relay.newest(model::show));
        var _ = CompletableFuture.supplyAsync(() -> ShippedChecklists.in(surroundings.locale()))
                .thenAcceptAsync(model::shipped, relay);
    }

    /// Every setting by its name, for whoever looks for one from elsewhere.
    public static List<Act> places(Words words, Consumer<Setting> go) {
        var said = new SettingWords(words);
        return Arrays.stream(Setting.values())
                .map(setting -> Act.named(words.get("keys.settings"), said.name(setting), () -> go.accept(setting)))
                .toList();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public List<Act> acts() {
        var acts = new ArrayList<Act>();
        String group = words.get("keys.settings");
        acts.add(Act.keyed(group, words.get("act.setting.change"), "Enter", this::edit)
                .when(this::pointed));
        acts.add(Act.keyed(group, words.get("act.setting.back"), "Delete", this::back)
                .when(this::pointed));
        acts.add(Act.keyed(group, words.get("act.setting.back"), "Backspace", this::back)
                .when(this::pointed));
        return acts;
    }

    private boolean pointed() {
        return !prompt.isOpen() && pane.onSetting();
    }

    /// Asks for another value of this one.
    public void edit(Setting setting) {
        model.choose(setting);
        edit();
    }

    private void edit() {
        prompt.ask(prompts.change(model.chosen()));
    }

    private void back() {
        Setting setting = model.chosen();
        if (model.isShipped(setting)) {
            model.say(words.get("settings.isShipped"));
            return;
        }
        String done = words.get(
                "settings.back",
                model.said().name(setting),
                model.said().value(setting, setting.shipped(), model.lists()));
        var _ = office.does(List.of(new ResetSetting(setting.key())), done)
                .whenCompleteAsync(
                        (outcome, failed) -> {
                            if (failed == null) {
                                model.tell(outcome);
                            } else {
                                model.say(words.get("prompt.failed", String.valueOf(failed.getMessage())));
                            }
                        },
                        relay);
    }

    @Override
    public void enter() {
        Set<String> looks = Set.of(
                words.get("act.theme"),
                words.get("act.motion"),
                words.get("act.larger"),
                words.get("act.smaller"),
                words.get("act.usual"));
        var seen = new ArrayList<String>();
        pane.desk(windowActs.get().stream()
                .filter(act -> looks.contains(act.name()) && !seen.contains(act.name()) && seen.add(act.name()))
                .toList());
        pane.focus();
    }

    @Override
    public void tick(Instant now) {
        model.tick(now);
        hub.draw(now);
    }

    @Override
    public boolean ready() {
        return model.ready();
    }

    @Override
    public void close() {
        organisations.close();
        vaults.close();
        states.close();
    }
}
