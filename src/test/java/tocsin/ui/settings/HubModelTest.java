package tocsin.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.Console;
import tocsin.app.VaultDoor;
import tocsin.base.DeskId;
import tocsin.domain.severity.Severity;
import tocsin.journal.JournalException;
import tocsin.sync.Hub;
import tocsin.sync.HubSetup;
import tocsin.sync.HubTrouble;
import tocsin.sync.Hubs;
import tocsin.sync.Presence;
import tocsin.sync.SyncState;
import tocsin.ui.Given;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.settings.HubModel.Figure;
import tocsin.ui.settings.HubModel.Step;

/// The hub among the settings, over a folder that is one.
class HubModelTest {
    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();
    private VaultDoor.State vault = VaultDoor.State.NONE;
    private String place;
    private Console console;
    private HubModel model;

    @BeforeEach
    void open() throws Exception {
        place = Files.createDirectory(folder.resolve("hub")).toString();
        HubSetup.run(place, "", () -> new char[0]);
        console = Given.console(folder.resolve("profile"));
        model = new HubModel(new HubModel.Ground(
                console.hub(),
                () -> vault,
                Given.surroundings().wall(),
                Words.in(Locale.ENGLISH),
                Runnable::run,
                Runnable::run,
                said::add));
    }

    @AfterEach
    void close() throws JournalException {
        console.close();
    }

    private void join(String url, String user, String password) {
        model.ask();
        model.join(url, user, password.toCharArray());
    }

    private SyncState.Phase phase() {
        model.draw(Given.NOW);
        return console.hub().state().orElseThrow().phase();
    }

    @Test
    void aDeskWithoutAHubSaysWhatOneIsFor() {
        assertThat(model.getPlace()).startsWith("This desk keeps to itself");
        assertThat(model.isJoined()).isFalse();
        assertThat(model.figures()).isEmpty();
        assertThat(model.steps()).containsExactly(Step.JOIN);
    }

    @Test
    void aFolderIsJoinedByItsPathAndLeftAgain() {
        console.hub().start();
        join(" " + place + " ", "", "");
        assertThat(model.isAsking()).isFalse();
        assertThat(model.getPlace()).isEqualTo(place);
        assertThat(said).singleElement().asString().startsWith("Joined");
        await().until(() -> phase() == SyncState.Phase.IN_STEP);
        assertThat(model.getStanding()).isEqualTo("Hub in step");
        assertThat(model.figures())
                .contains(new Figure("To send", "0"), new Figure("To fetch", "0"), new Figure("Here", "nobody else"));
        assertThat(model.steps()).containsExactly(Step.MEET, Step.STOP, Step.JOIN, Step.LEAVE);
        var ready = (Prompt.Ready) model.leaving().read("");
        assertThat(ready.run().get().join()).isInstanceOf(Prompt.Done.class);
        assertThat(model.steps()).containsExactly(Step.JOIN);
        assertThat(console.hub().joined()).isEmpty();
    }

    @Test
    void whatIsNoHubIsRefusedAndMayBeTypedAgain() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        join(other.toString(), "", "");
        assertThat(model.getRefusal()).isNotBlank();
        assertThat(model.isAsking()).isTrue();
        assertThat(console.hub().joined()).isEmpty();
        join(place, "", "");
        assertThat(console.hub().joined()).isPresent();
    }

    @Test
    void aDatabaseIsAskedForItsRoleOnlyWhileTheVaultIsOpen() {
        model.ask();
        model.address("postgresql://db.example.org/tocsin");
        assertThat(model.getRefusal()).contains("Make or unlock the vault");
        assertThat(model.isWantsRole()).isFalse();
        vault = VaultDoor.State.OPEN;
        model.address("postgresql://db.example.org/tocsin");
        assertThat(model.getRefusal()).isEmpty();
        assertThat(model.isWantsRole()).isTrue();
        char[] password = "geheim".toCharArray();
        model.join("postgresql://db.example.org/tocsin", " ", password);
        assertThat(model.getRefusal()).contains("role and its password");
        assertThat(password).containsOnly('\0');
        model.address(place);
        assertThat(model.isWantsRole()).isFalse();
    }

    @Test
    void aStoppedHubWaitsUntilItIsMetAgain() {
        console.hub().start();
        join(place, "", "");
        await().until(() -> phase() == SyncState.Phase.IN_STEP);
        model.stop();
        await().until(() -> phase() == SyncState.Phase.STOPPED);
        assertThat(model.steps()).containsExactly(Step.MEET, Step.JOIN, Step.LEAVE);
        Given.declared(console, "checkout is down", Severity.SEV2, 1);
        await().until(() ->
                phase() == SyncState.Phase.STOPPED && !model.figures().contains(new Figure("To send", "0")));
        assertThat(model.getStanding()).startsWith("Hub: stopped by hand");
        model.meetNow();
        await().until(() -> phase() == SyncState.Phase.IN_STEP);
    }

    @Test
    void whoIsThereIsNamedWithTheirIncident() throws HubTrouble {
        var fire = Given.declared(console, "checkout is down", Severity.SEV2, 1);
        try (Hub other = Hubs.open(place, "", () -> new char[0])) {
            other.announce(
                    new Presence(new DeskId("abcdefghijklmnop"), "Ben", Optional.of(fire), Optional.of("timeline")));
            console.hub().show(Optional.of(new Presence(console.desk(), "Ana", Optional.empty(), Optional.empty())));
            console.hub().start();
            join(place, "", "");
            await().until(() -> {
                model.draw(Given.NOW);
                return model.figures().contains(new Figure("Here", "Ben in " + fire.number()));
            });
        }
    }
}
