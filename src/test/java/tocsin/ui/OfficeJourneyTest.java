package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tocsin.ui.Keyboard.focusOn;
import static tocsin.ui.Keyboard.onScreen;
import static tocsin.ui.Keyboard.press;
import static tocsin.ui.Keyboard.text;
import static tocsin.ui.Keyboard.type;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.Console;
import tocsin.app.search.Search;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.organisation.OrganisationCommand.ChangeSetting;
import tocsin.domain.organisation.Setting;
import tocsin.journal.JournalException;
import tocsin.ui.kit.Toolkit;

/// Journeys among the people and through the settings by keyboard alone, each ending in the facts.
class OfficeJourneyTest {
    @TempDir
    Path folder;

    private final Windows windows = new Windows(Given.surroundings());
    private Console console;
    private Future<?> opened;

    @BeforeEach
    void open() throws JournalException {
        console = Given.console(folder.resolve("profile"));
        Toolkit.start();
        var task = new FutureTask<Void>(() -> windows.open(console, () -> Search.open(console)), null);
        opened = task;
        Thread.ofPlatform().name("opener").start(task);
        await().until(() -> onScreen(() -> Window.getWindows().size()) == 1);
    }

    @AfterEach
    void close() throws ExecutionException, InterruptedException {
        windows.shut();
        opened.get();
        console.close();
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

    private Organisation organisation() {
        return console.organisation();
    }
}
