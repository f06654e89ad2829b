package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import tocsin.app.Console;
import tocsin.app.search.Search;
import tocsin.domain.severity.Severity;
import tocsin.journal.JournalException;
import tocsin.store.Filter;
import tocsin.store.IncidentRow;
import tocsin.ui.kit.Toolkit;

/// The whole window over a real profile, used by keyboard.
class WindowsTest {
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
    }

    @AfterEach
    void close() throws ExecutionException, InterruptedException {
        windows.shut();
        opened.get();
        console.close();
    }

    @Test
    void anIncidentDeclaredElsewhereAppears() {
        show();
        await().until(() -> shown(".board-title").isPresent());
        Given.declared(console, "Checkout errors", Severity.SEV2, 3);
        await().untilAsserted(() -> assertThat(titles()).containsExactly("Checkout errors"));
    }

    @Test
    void anIncidentIsDeclaredByKeyboardAlone() throws JournalException {
        show();
        await().until(() -> console.changes().listeners() == 1);
        robot.press(KeyCode.CONTROL, KeyCode.N).release(KeyCode.N, KeyCode.CONTROL);
        robot.write("disk full on db one");
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        await().untilAsserted(() -> assertThat(titles()).containsExactly("disk full on db one"));
        assertThat(console.settledStore().incidents(Filter.LIVE))
                .extracting(IncidentRow::severity, IncidentRow::commander)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Severity.SEV2, Optional.of(Given.ANA)));
    }

    @Test
    void arrowsWalkFromCardToCardAndOverEmptyColumns() {
        Given.declared(console, "first", Severity.SEV1, 9);
        Given.declared(console, "second", Severity.SEV1, 8);
        Given.declared(console, "low", Severity.SEV4, 7);
        show();
        await().until(() -> titles().size() == 3);
        robot.interact(() -> cards().getFirst().requestFocus());
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
        assertThat(focused()).contains("second");
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        assertThat(focused()).contains("low");
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        assertThat(focused()).contains("second");
    }

    @Test
    void aClosedWindowListensToNothing() throws ExecutionException, InterruptedException {
        show();
        await().until(() -> console.changes().listeners() == 1);
        robot.press(KeyCode.CONTROL, KeyCode.Q).release(KeyCode.Q, KeyCode.CONTROL);
        opened.get();
        assertThat(console.changes().listeners()).isZero();
        assertThat(console.health().listeners()).isZero();
    }

    @Test
    void aSecondStartRaisesTheWindow() {
        show();
        await().until(() -> !stages().isEmpty());
        robot.interact(() -> stages().getFirst().setIconified(true));
        windows.raise();
        await().until(() -> !stages().getFirst().isIconified());
    }

    @Test
    void theListsAreShownBeforeTheJournalHasBeenReadAndWordsAreCarriedOver() throws JournalException {
        Given.declared(console, "Checkout errors", Severity.SEV2, 3);
        windows.foyer(console.settledStore().incidents(Filter.LIVE));
        await().untilAsserted(() -> assertThat(titles()).containsExactly("Checkout errors"));
        Keyboard.press("Ctrl+N");
        Keyboard.type("disk full");
        show();
        await().until(() -> console.changes().listeners() > 0);
        await().untilAsserted(() -> assertThat(Keyboard.text("#title")).isEqualTo("disk full"));
        Keyboard.press(KeyCode.ENTER);
        await().untilAsserted(() -> assertThat(titles()).contains("disk full"));
    }

    @Test
    void whatIsDeclaredBeforeTheJournalHasBeenReadIsWrittenThen() throws JournalException {
        windows.foyer(console.settledStore().incidents(Filter.LIVE));
        await().until(() -> shown(".board-title").isPresent());
        Keyboard.press("Ctrl+N");
        Keyboard.type("disk full");
        Keyboard.press(KeyCode.ENTER);
        show();
        await().untilAsserted(() -> assertThat(titles()).containsExactly("disk full"));
    }

    @Test
    void aCardThatIsOpenedBeforeTheJournalHasBeenReadIsOpenedThen() throws JournalException {
        Given.declared(console, "Checkout errors", Severity.SEV2, 3);
        windows.foyer(console.settledStore().incidents(Filter.LIVE));
        await().untilAsserted(() -> assertThat(focused()).contains("Checkout errors"));
        Keyboard.press(KeyCode.ENTER);
        String number = console.incidents().getFirst().number();
        await().untilAsserted(
                        () -> assertThat(said()).contains(number + " opens as soon as the journal has been read"));
        show();
        await().until(() -> shown(".entry-field").isPresent());
    }

    @Test
    void whoAskedForTheSearchBeforeTheJournalHasBeenReadWritesInItThen() throws JournalException {
        windows.foyer(console.settledStore().incidents(Filter.LIVE));
        await().until(() -> shown(".board-title").isPresent());
        Keyboard.press("Ctrl+K");
        await().untilAsserted(
                        () -> assertThat(said()).contains("The search opens as soon as the journal has been read"));
        show();
        await().until(() -> onScreen(() -> stages().getFirst().getScene().getFocusOwner() instanceof TextInputControl));
    }

    @Test
    void aWindowThatWasPreparedIsNotSeenBeforeTheListsAreThere() throws JournalException {
        windows.prepare();
        await().until(() -> onScreen(() -> true));
        assertThat(onScreen(WindowsTest::stages)).isEmpty();
        windows.foyer(console.settledStore().incidents(Filter.LIVE));
        await().until(() -> shown(".board-title").isPresent());
        show();
        await().until(() -> console.changes().listeners() == 1);
        assertThat(onScreen(WindowsTest::stages)).hasSize(1);
    }

    @Test
    void theJournalIsNotReadBeforeTheListsCanBeSeen() throws JournalException {
        Given.declared(console, "Checkout errors", Severity.SEV2, 3);
        windows.foyer(console.settledStore().incidents(Filter.LIVE));
        assertThat(titles()).containsExactly("Checkout errors");
        show();
    }

    @Test
    void aScreenThatDoesNotComeKeepsNoJournalWaiting() throws JournalException {
        var stuck = new CompletableFuture<Void>();
        Platform.runLater(stuck::join);
        windows.foyer(console.settledStore().incidents(Filter.LIVE));
        stuck.complete(null);
        show();
        await().until(() -> shown(".board-title").isPresent());
    }

    /// So it is for a moment while the desk takes the place of the early board.
    @Test
    void aKeyThatComesWhileNothingHasTheFocusIsNotLost() throws JournalException {
        windows.foyer(console.settledStore().incidents(Filter.LIVE));
        show();
        await().until(() -> console.changes().listeners() > 0);
        robot.interact(() -> {
            Keyboard.strike(stages().getFirst().getScene(), "Ctrl+N");
            Keyboard.write("q");
        });
        await().untilAsserted(() -> assertThat(Keyboard.text("#title")).isEqualTo("q"));
    }

    @Test
    void aJournalThatCannotBeReadIsSaidWhereItsListsStand() throws JournalException {
        windows.foyer(console.settledStore().incidents(Filter.LIVE));
        await().until(() -> shown(".board-title").isPresent());
        var task = new FutureTask<Void>(() -> windows.fail("the disk is gone; mount it and start again"), null);
        opened = task;
        Thread.ofPlatform().name("opener").start(task);
        await().until(() -> onScreen(() -> stages().getFirst().getScene().getRoot().lookupAll(".status .label").stream()
                .anyMatch(label -> label instanceof Label line && line.getText().startsWith("the disk is gone"))));
    }

    private void show() {
        var task = new FutureTask<Void>(() -> windows.open(console, () -> Search.open(console)), null);
        opened = task;
        Thread.ofPlatform().name("opener").start(task);
    }

    private List<String> titles() {
        return onScreen(() -> cards().stream()
                .flatMap(list -> list.getItems().stream())
                .map(WindowsTest::title)
                .toList());
    }

    private Optional<String> focused() {
        return onScreen(() -> cards().stream()
                .filter(Node::isFocused)
                .map(list -> title(list.getSelectionModel().getSelectedItem()))
                .findFirst());
    }

    /// All words at the foot of the board.
    private String said() {
        return onScreen(() -> stages().getFirst().getScene().getRoot().lookupAll(".board-foot .text").stream()
                .map(text -> text instanceof Text words ? words.getText() : "")
                .collect(Collectors.joining()));
    }

    private Optional<Node> shown(String query) {
        return onScreen(() -> stages().stream()
                .map(stage -> stage.getScene().lookup(query))
                .filter(node -> node != null)
                .findFirst());
    }

    private static String title(Object card) {
        return ((tocsin.ui.board.CardModel) card).getTitle();
    }

    private static List<ListView<?>> cards() {
        return stages().stream()
                .flatMap(stage -> stage.getScene().getRoot().lookupAll(".cards").stream())
                .<ListView<?>>map(node -> (ListView<?>) node)
                .toList();
    }

    private static List<Stage> stages() {
        return Window.getWindows().stream().map(Stage.class::cast).toList();
    }

    private static <T> T onScreen(java.util.function.Supplier<T> look) {
        return CompletableFuture.supplyAsync(look, Platform::runLater).join();
    }
}
