package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tocsin.ui.Keyboard.focusOn;
import static tocsin.ui.Keyboard.onScreen;
import static tocsin.ui.Keyboard.press;
import static tocsin.ui.Keyboard.text;
import static tocsin.ui.Keyboard.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.Console;
import tocsin.app.VaultDoor;
import tocsin.app.search.Search;
import tocsin.base.PersonId;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.organisation.OrganisationCommand.ChangeSetting;
import tocsin.domain.organisation.Person;
import tocsin.domain.organisation.Setting;
import tocsin.domain.roster.Role;
import tocsin.journal.JournalException;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Toolkit;

/// Journeys among the people and through the settings by keyboard alone, each ending in the facts.
class OfficeJourneyTest {
    @TempDir
    Path folder;

    private Windows windows;
    private Console console;
    private Future<?> opened;

    @BeforeEach
    void open() throws JournalException {
        console = Given.console(folder.resolve("profile"));
        windows = new Windows(Given.surroundings(), console.profile());
        Toolkit.start();
        var task = new FutureTask<Void>(() -> windows.open(console, () -> Search.open(console)), null);
        opened = task;
        Thread.ofPlatform().name("opener").start(task);
        await().until(() -> onScreen(() -> Window.getWindows().stream()
                .anyMatch(window -> window.getScene().lookup(".rail-stop") != null)));
    }

    @AfterEach
    void close() throws ExecutionException, InterruptedException {
        windows.shut();
        opened.get();
        console.close();
    }

    @Test
    void theVaultIsMadeByKeysAndNoLetterOfThePassphraseIsShown() {
        press("Ctrl+Comma");
        await().until(() -> focusOn("setting-cell"));
        onScreen(() -> {
            Window.getWindows().getLast().getScene().getRoot().lookupAll(".setting-row").stream()
                    .filter(row -> "Make a vault".equals(row.getAccessibleText()))
                    .forEach(Node::requestFocus);
            return "";
        });
        press(KeyCode.ENTER);
        await().until(() -> focusOn("password-field"));
        type("four quiet harbour bells");
        press(KeyCode.ENTER);
        type("four quiet harbour bells");
        press(KeyCode.ENTER);
        await().until(() -> console.vault().state() == VaultDoor.State.OPEN);
        await().until(() -> text(".vault-standing").startsWith("Open"));
        assertThat(console.profile().vault()).isRegularFile();
    }

    @Test
    void aSettingIsChangedAndPutBack() {
        press("Ctrl+Comma");
        await().until(() -> focusOn("setting-cell"));
        press(KeyCode.ENTER);
        await().until(() -> focusOn("prompt-line"));
        assertThat(text(".prompt-line:focused")).isEqualTo("30m");
        press("Ctrl+A");
        type("soon");
        await().until(() -> !text(".office .refusal").isEmpty());
        press(KeyCode.ENTER);
        assertThat(organisation().isShipped(Setting.UPDATES_1)).isTrue();
        press("Ctrl+A");
        type("20m");
        press(KeyCode.ENTER);
        await().until(() -> organisation().value(Setting.UPDATES_1).equals("20m"));
        await().until(() -> focusOn("setting-cell"));
        await().until(() -> text(".about-value").equals("every 20 min"));
        press(KeyCode.DELETE);
        await().until(() -> organisation().isShipped(Setting.UPDATES_1));
        assertThat(focusOn("setting-cell")).isTrue();
    }

    @Test
    void arrowsReachEverySettingAndAnotherDesksChangeTakesNoFocus() {
        press("Ctrl+Comma");
        await().until(() -> focusOn("setting-cell"));
        press(KeyCode.RIGHT);
        press(KeyCode.DOWN);
        await().until(() -> text(".about-name").equals("If nobody answers, SEV-2"));
        console.organise(new ChangeSetting("ladder.sev2", "10m 20m 30m"), Given.ANA)
                .join();
        await().until(() -> text(".about-value").equals("10 / 20 / 30 min"));
        assertThat(focusOn("setting-cell")).isTrue();
        for (int rows = 0; rows < 5; rows++) {
            press(KeyCode.DOWN);
        }
        await().until(() -> focusOn("setting-row"));
    }

    @Test
    void thePaletteFindsASettingFromAnywhere() {
        press("Ctrl+K");
        await().until(() -> focusOn("prompt-line"));
        type("time in command");
        press(KeyCode.ENTER);
        await().until(() -> text(".prompt-line:focused").equals("4h 8h 12h"));
        press(KeyCode.END);
        type("x");
        press(KeyCode.ESCAPE);
        await().until(() -> focusOn("setting-row"));
        assertThat(organisation().set()).isEqualTo(Map.of());
    }

    @Test
    void aPersonIsAddedAndChanged() {
        press("Ctrl+U");
        await().until(() -> focusOn("people-filter"));
        press(KeyCode.F2);
        await().until(() -> focusOn("prompt-line"));
        type("Ana Kovac, AK, +49 30 555, commander scr");
        press(KeyCode.TAB);
        type(", Payments");
        press(KeyCode.ENTER);
        await().until(() -> organisation().person(new PersonId("Ana Kovac")).isPresent());
        Person ana = organisation().person(new PersonId("Ana Kovac")).orElseThrow();
        assertThat(ana.trained()).containsExactly(Role.COMMANDER, Role.SCRIBE);
        assertThat(ana.team()).contains("Payments");
        await().until(() -> focusOn("people-filter"));
        await().until(() -> text(".people .strong").equals("Ana Kovac"));
        press(KeyCode.ENTER);
        await().until(() -> text(".prompt-line:focused").startsWith("AK, +49 30 555, commander scribe, Payments"));
        press("Ctrl+A");
        type("AKO, +49 30 777, commander, Payments");
        press(KeyCode.ENTER);
        await().until(() -> organisation().initials("AKO").isPresent());
        assertThat(organisation().people()).hasSize(1);
    }

    @Test
    void aFileWithTwoBadRowsNamesThemAndWritesNothingUntilItIsMended() throws IOException {
        Path file = folder.resolve("team.csv");
        Files.writeString(file, """
                name,initials,contact,roles,team
                Ana Kovac,AK,,commander,Payments
                Bo Li,AK,,scribe,
                Cem Ay,CA,,juggler,
                """);
        press("Ctrl+U");
        await().until(() -> focusOn("people-filter"));
        press("Ctrl+I");
        await().until(() -> focusOn("prompt-line"));
        type(folder + "/te");
        await().until(() -> options().equals(List.of("team.csv")));
        press(KeyCode.TAB);
        press(KeyCode.ENTER);
        await().until(() -> options().size() == 2);
        assertThat(options().getFirst()).startsWith("line 3: ");
        assertThat(options().getLast()).startsWith("line 4: ").contains("juggler");
        assertThat(organisation().people()).isEmpty();
        Files.writeString(
                file, "name,initials,contact,roles,team\nAna Kovac,AK,,commander,Payments\nBo Li,BL,,scribe,\n");
        press(KeyCode.ENTER);
        await().until(() -> options().equals(List.of("Ana Kovac", "Bo Li")));
        assertThat(organisation().people()).isEmpty();
        press(KeyCode.ENTER);
        await().until(() -> organisation().people().size() == 2);
        assertThat(organisation().team("payments")).isPresent();
        await().until(() -> focusOn("people-filter"));
        press("Ctrl+E");
        await().until(() -> focusOn("prompt-line"));
        press(KeyCode.ENTER);
        Path written = console.profile().folder().resolve("reports").resolve("people-2026-11-21.csv");
        await().until(() -> Files.exists(written) && Files.readString(written).contains("Bo Li"));
    }

    private static List<String> options() {
        return onScreen(() -> Window.getWindows().getLast().getScene().getRoot().lookupAll(".options").stream()
                .filter(node -> node instanceof ListView<?> list && list.isVisible())
                .flatMap(node -> ((ListView<?>) node).getItems().stream())
                .map(option -> ((Prompt.Option) option).name())
                .toList());
    }

    private Organisation organisation() {
        return console.organisation();
    }
}
