package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tocsin.ui.Keyboard.focusOn;
import static tocsin.ui.Keyboard.onScreen;
import static tocsin.ui.Keyboard.press;
import static tocsin.ui.Keyboard.text;
import static tocsin.ui.Keyboard.type;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.Console;
import tocsin.app.search.Search;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.Incident;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.Task;
import tocsin.journal.JournalException;
import tocsin.ui.kit.Toolkit;

/// People and tasks by keyboard alone, through the real window.
class CrewJourneyTest {
    private static final PersonId MARA = new PersonId("Mara Lind");

    @TempDir
    Path folder;

    private Windows windows;
    private Console console;
    private IncidentId id;
    private Future<?> opened;

    @BeforeEach
    void open() throws JournalException {
        console = Given.console(folder);
        windows = new Windows(Given.surroundings(), console.profile());
        Toolkit.start();
        id = Given.declared(console, "Checkout errors", Severity.SEV2, 20);
        var task = new FutureTask<Void>(() -> windows.open(console, () -> Search.open(console)), null);
        opened = task;
        Thread.ofPlatform().name("opener").start(task);
        await().until(() -> onScreen(() -> Window.getWindows().size()) == 1);
        await().until(() -> focusOn("cards"));
        press(KeyCode.ENTER);
        await().until(() -> focusOn("entry-field"));
        await().until(() -> text(".crew-name").equals("M. Duval"));
    }

    @AfterEach
    void close() throws ExecutionException, InterruptedException {
        windows.shut();
        opened.get();
        console.close();
    }

    @Test
    void aRoleIsGivenATaskIsGivenAndSettledAndTheLineHasTheFocusAgain() throws JournalException {
        ask("F3", "s \"Mara Lind\"");
        await().until(() -> incident().crew().holder(Role.SCRIBE).isPresent());
        assertThat(incident().crew().holder(Role.SCRIBE)).contains(MARA);
        await().until(() -> focusOn("entry-field"));
        await().until(() -> text(".crew-rows .tone-plain .crew-word").equals("Mara Lind"));
        ask("F2", "mar 15 check the replicas");
        await().until(() -> text(".task-text").equals("check the replicas"));
        ask("Ctrl+J", "1 d all three follow");
        await().until(() -> incident().timeline().openTasks().isEmpty());
        assertThat(incident().timeline().tasks().values())
                .extracting(Task::status, Task::outcome)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Task.Status.DONE, "all three follow"));
        await().until(() -> focusOn("entry-field"));
    }

    @Test
    void theJoinCardTakesNeitherFocusNorLetters() {
        type("half a ");
        press("F9");
        await().until(() -> seen(".join-card"));
        assertThat(focusOn("entry-field")).isTrue();
        type("line");
        assertThat(text("#line")).isEqualTo("half a line");
        press(KeyCode.ESCAPE);
        assertThat(seen(".join-card")).isFalse();
        assertThat(text("#line")).isEqualTo("half a line");
    }

    @Test
    void theLeftSideHidesAndComesBack() {
        press("Ctrl+Shift+L");
        assertThat(seen(".crew")).isFalse();
        press("Ctrl+Shift+L");
        assertThat(seen(".crew")).isTrue();
    }

    private static void ask(String key, String words) {
        press(key);
        await().until(() -> focusOn("prompt-line"));
        type(words);
        press(KeyCode.ENTER);
    }

    private static boolean seen(String query) {
        return onScreen(() -> {
            Node node = Window.getWindows().getLast().getScene().lookup(query);
            return node != null && node.isVisible();
        });
    }

    private Incident incident() throws JournalException {
        return console.history(id).now();
    }
}
