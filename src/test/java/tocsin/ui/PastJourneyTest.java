package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import tocsin.app.Console;
import tocsin.app.search.Search;
import tocsin.base.IncidentId;
import tocsin.domain.severity.Severity;
import tocsin.journal.JournalException;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Toolkit;

/// Into the past of a room and back again, through the real window.
class PastJourneyTest {
    @TempDir
    Path folder;

    private Instant wall = Given.NOW.minus(Duration.ofMinutes(60));
    private Windows windows;
    private final FxRobot robot = new FxRobot();
    private Console console;
    private IncidentId id;
    private Future<?> opened;

    @BeforeEach
    void aRoomWithAnHourBehindIt() throws JournalException {
        console = Given.console(folder, () -> wall);
        windows = new Windows(new Surroundings(Given.ANA, Given.BERLIN, Locale.ENGLISH, () -> wall), console.profile());
        Toolkit.start();
        id = Given.declared(console, "Checkout errors", Severity.SEV2, 60);
        wall = Given.NOW.minus(Duration.ofMinutes(40));
        Given.logged(console, id, "pool is full");
        wall = Given.NOW.minus(Duration.ofMinutes(10));
        Given.logged(console, id, "rolled back");
        wall = Given.NOW;
        show();
        await().until(() -> onScreen(() -> Window.getWindows().size()) == 1);
        await().until(() -> focusedStyle("cards"));
        press(KeyCode.ENTER);
        await().until(() -> focusedStyle("entry-field"));
        await().until(() -> shown().equals(List.of("pool is full", "rolled back")));
    }

    @AfterEach
    void close() throws ExecutionException, InterruptedException {
        windows.shut();
        opened.get();
        console.close();
    }

    @Test
    void entriesAreSteppedThroughByKeysAndEscComesBackToTheLine() {
        robot.write("half a line", 0);
        press(KeyCode.F11);
        await().until(() -> text(".past-words").contains("2026-11-21 14:12:07"));
        press(KeyCode.ALT, KeyCode.LEFT);
        await().until(() -> shown().equals(List.of("pool is full")));
        assertThat(text(".past-words"))
                .isEqualTo("Looking at the past: what we knew at 2026-11-21 13:42:07 Europe/Berlin");
        assertThat(onScreen(() -> stage().getScene().lookup(".entry-line").isVisible()))
                .isFalse();
        press(KeyCode.ESCAPE);
        await().until(() -> shown().size() == 2);
        await().until(() -> focusedStyle("entry-field"));
        assertThat(text("#line")).isEqualTo("half a line");
    }

    @Test
    void nothingTypedInThePastIsWrittenAnywhere() throws JournalException {
        press(KeyCode.F11);
        await().until(() -> !text(".past-words").isEmpty());
        robot.write("not here", 0);
        press(KeyCode.ENTER);
        press(KeyCode.ESCAPE);
        await().until(() -> focusedStyle("entry-field"));
        assertThat(text("#line")).isEmpty();
        assertThat(console.history(id).now().timeline().entries())
                .noneMatch(entry -> entry.text().contains("not here"));
    }

    @Test
    void aTimeIsTypedAndSeenTheOtherWay() {
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        await().until(() -> focusedStyle("prompt-line"));
        robot.write("-20m true", 0);
        press(KeyCode.ENTER);
        await().until(() -> text(".past-words").contains("what was true at 2026-11-21 14:02:07"));
        await().until(() -> shown().equals(List.of("pool is full")));
        press(KeyCode.CONTROL, KeyCode.T);
        await().until(() -> text(".past-words").contains("what we knew at"));
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        await().until(() -> focusedStyle("prompt-line"));
        press(KeyCode.ESCAPE);
        assertThat(text(".past-words"))
                .as("the line that asks is left, the past is not")
                .contains("what we knew at");
        press(KeyCode.ESCAPE);
        await().until(() -> focusedStyle("entry-field"));
    }

    @Test
    void theMouseDragsThroughTimeAndBack() {
        Node strip = onScreen(() -> stage().getScene().lookup(".strip"));
        robot.moveTo(strip).press(MouseButton.PRIMARY);
        await().until(() -> shown().equals(List.of("pool is full")));
        robot.moveBy(onScreen(() -> strip.getBoundsInParent().getWidth()) / 2 - 4, 0)
                .release(MouseButton.PRIMARY);
        await().until(() -> shown().size() == 2);
        await().until(() -> focusedStyle("entry-field"));
    }

    @Test
    void aFactThatArrivesChangesNothingInThePast() {
        press(KeyCode.CONTROL, KeyCode.LEFT);
        press(KeyCode.ALT, KeyCode.LEFT);
        await().until(() -> shown().equals(List.of("pool is full")));
        Given.logged(console, id, "from somewhere else");
        Given.logged(console, id, "and again");
        press(KeyCode.ALT, KeyCode.DOWN);
        press(KeyCode.ESCAPE);
        await().until(() -> shown().size() == 4);
    }

    /// The words of the rows, from above.
    private List<String> shown() {
        return onScreen(() -> stage().getScene().getRoot().lookupAll(".row-text").stream()
                .filter(PastJourneyTest::visible)
                .sorted(java.util.Comparator.comparingDouble(
                        node -> node.localToScene(0, 0).getY()))
                .map(PastJourneyTest::words)
                .toList());
    }

    private static boolean visible(Node node) {
        return Stream.iterate(node, each -> each != null, Node::getParent).allMatch(Node::isVisible);
    }

    private static String words(Node node) {
        return node instanceof Label label ? label.getText() : "";
    }

    private void press(KeyCode... keys) {
        robot.press(keys);
        for (int i = keys.length - 1; i >= 0; i--) {
            robot.release(keys[i]);
        }
    }

    private boolean focusedStyle(String style) {
        return onScreen(() -> {
            Node focused = stage().getScene().getFocusOwner();
            return focused != null && focused.getStyleClass().contains(style);
        });
    }

    private String text(String query) {
        return onScreen(() -> switch (stage().getScene().lookup(query)) {
            case TextInputControl field -> field.getText();
            case Label label -> label.getText();
            case null, default -> "";
        });
    }

    private void show() {
        var task = new FutureTask<Void>(() -> windows.open(console, () -> Search.open(console)), null);
        opened = task;
        Thread.ofPlatform().name("opener").start(task);
    }

    private static Stage stage() {
        return (Stage) Window.getWindows().getFirst();
    }

    private static <T> T onScreen(java.util.function.Supplier<T> look) {
        return CompletableFuture.supplyAsync(look, Platform::runLater).join();
    }
}
