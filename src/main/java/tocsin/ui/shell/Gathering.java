package tocsin.ui.shell;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import tocsin.app.HubLink;
import tocsin.base.DeskId;
import tocsin.base.Feed;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.sync.Presence;
import tocsin.sync.SyncState;
import tocsin.ui.kit.FxRelay;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Company;
import tocsin.ui.sight.HubLine;

/// What a window tells of the hub and of those who are there, and what it lets others see. Lives on the JavaFX thread.
final class Gathering implements AutoCloseable {
    private final HubLink hub;
    private final PersonId person;
    private final Words words;
    private final Consumer<Company> screens;
    private final Consumer<String> say;
    private final Feed.Subscription states;
    private Company company = Company.NONE;
    private Optional<Presence> seen = Optional.empty();
    private Optional<DeskId> told = Optional.empty();

    /// @param screens told when others come, go or write elsewhere
    /// @param say one line that is said once
    Gathering(
            HubLink hub, PersonId person, Words words, FxRelay relay, Consumer<Company> screens, Consumer<String> say) {
        this.hub = hub;
        this.person = person;
        this.words = words;
        this.screens = screens;
        this.say = say;
        states = hub.states().subscribe(relay.<SyncState>newest(_ -> show()));
    }

    Company company() {
        return company;
    }

    /// How it stands now.
    HubLine line(Instant now) {
        return hub.state().map(state -> HubLine.of(state, now, words)).orElse(HubLine.NONE);
    }

    void show() {
        Optional<SyncState> state = hub.state();
        Company now = state.map(Company::of).orElse(Company.NONE);
        if (!now.equals(company)) {
            company = now;
            screens.accept(now);
        }
        Optional<DeskId> former = state.flatMap(SyncState::renewed);
        if (former.isPresent() && !former.equals(told)) {
            told = former;
            say.accept(words.get("shell.renewed", former.get().tag()));
        }
    }

    /// Others see this of the window from now on. Another window may have said something else since: the newest holds.
    void beSeen(DeskId desk, Optional<IncidentId> incident, Optional<String> writing) {
        var mine = Optional.of(new Presence(desk, person.name(), incident, writing));
        if (!mine.equals(seen)) {
            seen = mine;
            hub.show(mine);
        }
    }

    @Override
    public void close() {
        states.close();
    }
}
