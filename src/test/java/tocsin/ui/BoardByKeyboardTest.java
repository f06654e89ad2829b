package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import tocsin.app.Console;
import tocsin.app.search.Search;
import tocsin.domain.incident.Phase;
import tocsin.domain.severity.Severity;
import tocsin.journal.JournalException;
import tocsin.store.Filter;
import tocsin.store.IncidentRow;
import tocsin.ui.kit.Toolkit;

/// What the board does, by keys alone, and the facts it leaves behind.
class BoardByKeyboardTest {
    @TempDir
    Path folder;

    private Windows windows;
    private final FxRobot robot = new FxRobot();
    private Console console;
    private Future<?> opened;

    @BeforeEach
    void open() throws JournalException {
        console = Given.console(folder);
        windows = new Windows(Given.surroundings(), console.profile());
        Toolkit.start();
        var task = new FutureTask<Void>(() -> windows.open(console, () -> Search.open(console)), null);
        opened = task;
        Thread.ofPlatform().name("opener").start(task);
        await().until(() -> console.changes().listeners() == 1);
        await().until(() -> onScreen(() -> Window.getWindows().stream().anyMatch(Window::isFocused)));
    }

    @AfterEach
    void close() throws ExecutionException, InterruptedException {
        windows.shut();
        opened.get();
        console.close();
    }

    @Test
    void threeKeysDeclareThenUpRaisesAndUndoTakesItBack() {
        press(KeyCode.CONTROL, KeyCode.N);
        press(KeyCode.ENTER);
        await().until(() -> focusedOnACard(1));
        assertThat(rows().getFirst().title()).isEqualTo("Untitled incident, 14:22");
        assertThat(rows().getFirst().severity()).isEqualTo(Severity.SEV2);
        press(KeyCode.CONTROL, KeyCode.UP);
        await().until(() -> rows().getFirst().severity() == Severity.SEV1);
        await().until(() -> cardsIn(0) == 1);
        press(KeyCode.CONTROL, KeyCode.Z);
        await().until(() -> rows().getFirst().severity() == Severity.SEV2);
    }

    @Test
    void tabAndADigitPickTheLevelBeforeItIsDeclared() {
        press(KeyCode.CONTROL, KeyCode.N);
        robot.write("disk full");
        press(KeyCode.TAB);
        press(KeyCode.DIGIT4);
        press(KeyCode.ENTER);
        await().until(() -> rows().size() == 1);
        assertThat(rows().getFirst().severity()).isEqualTo(Severity.SEV4);
        assertThat(rows().getFirst().title()).isEqualTo("disk full");
    }

    @Test
    void mergingByTitleAndTakingItBack() {
        Given.declared(console, "checkout errors", Severity.SEV1, 9);
        press(KeyCode.CONTROL, KeyCode.N);
        robot.write("payments slow");
        press(KeyCode.ENTER);
        await().until(() -> focusedOnACard(1));
        press(KeyCode.CONTROL, KeyCode.M);
        robot.write("check");
        press(KeyCode.ENTER);
        await().until(() -> rows().size() == 1 && cardsIn(1) == 0);
        assertThat(rows().getFirst().phase()).isEqualTo(Phase.INVESTIGATING);
        press(KeyCode.CONTROL, KeyCode.Z);
        await().until(() -> rows().size() == 2);
    }

    private void press(KeyCode... keys) {
        robot.press(keys);
        robot.release(keys);
    }

    private List<IncidentRow> rows() {
        try {
            return console.settledStore().incidents(Filter.LIVE);
        } catch (JournalException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private boolean focusedOnACard(int column) {
        return onScreen(() -> lists().size() > column && lists().get(column).isFocused());
    }

    private int cardsIn(int column) {
        return onScreen(() -> lists().get(column).getItems().size());
    }

    private static List<ListView<?>> lists() {
        return Window.getWindows().stream()
                .map(Stage.class::cast)
                .flatMap(stage -> stage.getScene().getRoot().lookupAll(".cards").stream())
                .<ListView<?>>map(node -> (ListView<?>) node)
                .toList();
    }

    private static <T> T onScreen(java.util.function.Supplier<T> look) {
        return CompletableFuture.supplyAsync(look, Platform::runLater).join();
    }
}
