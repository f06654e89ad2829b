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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.Console;
import tocsin.app.Gesture;
import tocsin.app.search.Search;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.TimelineFact;
import tocsin.journal.JournalException;
import tocsin.ui.kit.Toolkit;

/// What comes into a room besides typed lines, and how one finds one's way in it, by keyboard and ending in facts.
class IntakeJourneyTest {
    @TempDir
    Path folder;

    private Windows windows;
    private Console console;
    private IncidentId id;
    private Future<?> opened;

    @BeforeEach
    void open() throws JournalException {
        console = Given.console(folder.resolve("profile"));
        windows = new Windows(Given.surroundings(), console.profile());
        Toolkit.start();
        id = Given.declared(console, "Checkout errors", Severity.SEV2, 20);
    }

    @AfterEach
    void close() throws ExecutionException, InterruptedException {
        windows.shut();
        opened.get();
        console.close();
    }

    @Test
    void linesPasteAsEntriesAPictureAndAFileAsAttachmentsAndAFilterFindsThem() throws JournalException, IOException {
        enter();
        clip(DataFormat.PLAIN_TEXT, "= roll back\n-5m > deploys stopped #db\n");
        press("Ctrl+V");
        await().until(() -> focusOn("prompt-line"));
        assertThat(text(".effects .label")).isEqualTo("= roll back");
        press(KeyCode.ENTER);
        await().until(() -> said().size() == 2);
        await().until(() -> focusOn("entry-field"));

        clip(DataFormat.IMAGE, new WritableImage(300, 200));
        type("graph of eu-1");
        press("Ctrl+V");
        await().until(() -> said().size() == 3);
        await().until(() ->
                onScreen(() -> scene(".file-tile .image-view") instanceof ImageView view && view.getImage() != null));

        Path log = Files.writeString(folder.resolve("errors.log"), "boom");
        press("Ctrl+Shift+I");
        await().until(() -> focusOn("prompt-line"));
        type(log.toString());
        press(KeyCode.ENTER);
        await().until(() -> said().size() == 4);

        assertThat(said())
                .extracting(Entry::text)
                .containsExactlyInAnyOrder("roll back", "deploys stopped #db", "graph of eu-1", "");
        assertThat(said())
                .flatExtracting(
                        entry -> ((TimelineFact.EntryAdded) entry.source().fact()).attachments())
                .extracting("mediaType")
                .containsExactly("image/png", "text/plain");

        await().until(() -> focusOn("entry-field"));
        press("Ctrl+Shift+F");
        await().until(() -> focusOn("prompt-line"));
        type("#db");
        press(KeyCode.ENTER);
        await().until(() -> lines() == 1);
        await().until(() -> focusOn("entry-field"));
        assertThat(text(".sieve-words")).isEqualTo("Only #db");
        press(KeyCode.ESCAPE);
        await().until(() -> lines() == 4);
    }

    @Test
    void aMegabyteIsNotPastedAndTheTypedWordsStay() {
        enter();
        type("half a ");
        clip(DataFormat.PLAIN_TEXT, "x".repeat(1 << 20));
        press("Ctrl+V");
        await().until(() -> text(".timeline .refusal").startsWith("1,048,576 characters"));
        type("word");
        assertThat(text("#line")).isEqualTo("half a word");
    }

    @Test
    void whoReadsFurtherUpKeepsTheirPlaceWhateverComes() throws JournalException {
        fill(2_000);
        enter();
        await().until(() -> lines() == 2_000);
        // A hand on the rows first: until then the newest row is followed.
        onScreen(() -> {
            javafx.event.Event.fireEvent(
                    list(),
                    new javafx.scene.input.MouseEvent(
                            javafx.scene.input.MouseEvent.MOUSE_PRESSED,
                            0,
                            0,
                            0,
                            0,
                            javafx.scene.input.MouseButton.NONE,
                            1,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            null));
            list().scrollTo(900);
            return null;
        });
        await().until(() -> first().getItem() != null && onScreen(() -> first().getIndex()) >= 890);
        onScreen(() -> {
            flow().scrollPixels(7);
            flow().layout();
            return null;
        });
        var before = place();
        log("newest", 0);
        await().until(() -> lines() == 2_001);
        assertThat(place()).isEqualTo(before);
        log("late, far above", 19);
        await().until(() -> lines() == 2_002);
        assertThat(place()).isEqualTo(before);
        onScreen(() -> {
            list().getScene().getRoot().applyCss();
            list().getScene().getRoot().layout();
            return null;
        });
        assertThat(place()).isEqualTo(before);
    }

    @Test
    void whoReadsTheNewestStaysWithItWhenALineOpensUnderIt() throws JournalException {
        fill(100);
        enter();
        await().until(() -> lines() == 100);
        press("Ctrl+K");
        await().until(() -> focusOn("prompt-line"));
        press(KeyCode.ESCAPE);
        await().until(() -> focusOn("entry-field"));
        log("newest", 0);
        await().until(() -> lines() == 101);
        log("a long one ".repeat(60), 0);
        log("newest", 0);
        await().until(() -> lines() == 103);
        await().until(() ->
                onScreen(() -> words(flow().getLastVisibleCell().getItem())).equals("newest"));
    }

    @Test
    void keysGoToTheFirstTheNewestAndAnyTime() throws JournalException {
        fill(2_000);
        enter();
        await().until(() -> lines() == 2_000);
        press("Ctrl+Home");
        assertThat(onScreen(() -> list().getSelectionModel().getSelectedIndex()))
                .isEqualTo(1);
        press("Ctrl+Shift+J");
        await().until(() -> focusOn("prompt-line"));
        type("14:10");
        press(KeyCode.ENTER);
        await().until(() -> focusOn("entry-field"));
        Instant pointed = onScreen(() -> happened(list().getSelectionModel().getSelectedItem()));
        assertThat(pointed).isBetween(Instant.parse("2026-11-21T13:10:00Z"), Instant.parse("2026-11-21T13:10:02Z"));
        press("Ctrl+End");
        assertThat(onScreen(() -> list().getSelectionModel().getSelectedIndex()))
                .isEqualTo(-1);
    }

    /// Over the last quarter of an hour, in one gesture.
    private void fill(int count) {
        List<Gesture.Step> steps = IntStream.range(0, count)
                .mapToObj(i -> new Gesture.Step(
                        id,
                        new IncidentCommand.AddEntry(EntryKind.NOTE, "line " + i + " #tag".repeat(i % 3)),
                        Optional.of(Given.NOW.minus(Duration.ofMillis(900_000L - i * 450L)))))
                .toList();
        console.act(new Gesture(Given.ANA, Optional.empty(), steps)).join();
    }

    private void log(String text, int minutesAgo) {
        var other = new PersonId("R. Okafor");
        console.act(Gesture.of(other, id, new IncidentCommand.AddEntry(EntryKind.NOTE, text))
                        .at(Optional.of(Given.NOW.minus(Duration.ofMinutes(minutesAgo)))))
                .join();
    }

    /// The first row in sight and where it stands, to the pixel.
    private Map.Entry<String, Long> place() {
        return onScreen(() -> {
            IndexedCell<?> cell = first();
            double y = cell.localToScene(0, 0).getY();
            return Map.entry(words(cell.getItem()), Math.round(y));
        });
    }

    private static String words(Object row) {
        return row instanceof tocsin.ui.timeline.Row.Line(var entry, var _) ? entry.text() : String.valueOf(row);
    }

    private static Instant happened(Object row) {
        return row instanceof tocsin.ui.timeline.Row.Line(var entry, var _) ? entry.occurredAt() : Instant.MIN;
    }

    private static IndexedCell<?> first() {
        return flow().getFirstVisibleCell();
    }

    private static VirtualFlow<?> flow() {
        return (VirtualFlow<?>) list().lookup(".virtual-flow");
    }

    private static ListView<?> list() {
        return (ListView<?>) scene(".rows");
    }

    private static Node scene(String wanted) {
        return Window.getWindows().getLast().getScene().lookup(wanted);
    }

    private static long lines() {
        return onScreen(() -> list() == null
                ? 0L
                : list().getItems().stream()
                        .filter(row -> row instanceof tocsin.ui.timeline.Row.Line)
                        .count());
    }

    private static void clip(DataFormat format, Object content) {
        onScreen(() -> Clipboard.getSystemClipboard().setContent(Map.of(format, content)));
    }

    private List<Entry> said() throws JournalException {
        return console.history(id).now().timeline().entries().stream()
                .filter(entry -> entry.kind() != EntryKind.SYSTEM)
                .toList();
    }

    private void enter() {
        var task = new FutureTask<Void>(() -> windows.open(console, () -> Search.open(console)), null);
        opened = task;
        Thread.ofPlatform().name("opener").start(task);
        await().until(() -> onScreen(() -> Window.getWindows().size()) == 1);
        await().until(() -> focusOn("cards"));
        press(KeyCode.ENTER);
        await().until(() -> focusOn("entry-field"));
    }
}
