package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.ui.Keyboard.focusOn;
import static tocsin.ui.Keyboard.onScreen;
import static tocsin.ui.Keyboard.press;
import static tocsin.ui.Keyboard.text;
import static tocsin.ui.Keyboard.type;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import tocsin.app.HeldDisk;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.Attachment;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.TimelineFact;
import tocsin.journal.JournalException;

/// The second way, by the mouse: cards to another level, files onto the entry line.
class DragJourneyTest extends Journey {
    private static final long LARGE_BYTES = 100L << 20;

    @Test
    void aCardDroppedHigherIsRaisedAtOnce() throws JournalException {
        board(Severity.SEV2);
        Drag card = lifted();
        card.over(column(0));
        Node worst = column(0);
        assertThat(onScreen(worst::getPseudoClassStates)).contains(PseudoClass.getPseudoClass("target"));
        card.drop(column(0));
        soon().until(() -> now().severity() == Severity.SEV1);
        soon().until(() -> cardsIn(0) == 1);
    }

    @Test
    void aCardDroppedLowerAsksForTheReasonFirst() throws JournalException {
        board(Severity.SEV1);
        lifted().drop(column(2));
        soon().until(() -> seen(".ask-question").contains("Why lower " + id.number() + " to SEV-3?"));
        assertThat(now().severity()).isEqualTo(Severity.SEV1);
        type("only one region after all");
        press(KeyCode.ENTER);
        // During the call the level is not debated: the reason is kept and the level stays.
        soon().until(() -> now().timeline().entries().stream()
                .anyMatch(entry -> entry.text().contains("only one region after all")));
        assertThat(now().severity()).isEqualTo(Severity.SEV1);
    }

    @Test
    void aCardThatIsLetGoElsewhereStaysAsItWas() throws JournalException {
        board(Severity.SEV3);
        int before = console.history(id).facts().size();
        Drag card = lifted();
        card.over(column(0));
        card.away(column(0));
        card.drop(column(2));
        assertThat(console.history(id).facts()).hasSize(before);
        assertThat(seen(".prompt-title")).isEmpty();
    }

    @Test
    void filesDroppedOnTheLineBecomeOneEntryWithTheWordsOfTheLineAndTakeNoFocus() throws Exception {
        enter("Checkout errors");
        Path log = Files.writeString(folder.resolve("errors.log"), "boom");
        type("from eu-1");
        Drag files = Drag.of(List.of(log, large()));
        files.over(node(".entry-field"));
        soon().until(() -> seen(".label").stream().anyMatch(line -> line.startsWith("drop it here")));
        files.drop(node(".entry-field"));
        soon().until(() -> said().size() == 1);
        assertThat(said().getFirst().text()).isEqualTo("from eu-1");
        assertThat(files(said().getFirst())).extracting(Attachment::size).containsExactlyInAnyOrder(4L, LARGE_BYTES);
        soon().until(() -> text("#line").isEmpty());
        assertThat(focusOn("entry-field")).isTrue();
    }

    @Test
    void onAFullDiskTheFileIsRefusedAtTheLineAndTheWordsStay() throws Exception {
        var full = new HeldDisk();
        disk = full;
        enter("Checkout errors");
        Path log = Files.writeString(folder.resolve("errors.log"), "boom");
        type("from eu-1");
        full.forceUnder("attachments", () -> {
            throw new IOException("No space left on device");
        });
        Drag.of(List.of(log)).drop(node(".entry-field"));
        soon().until(() -> text(".timeline .refusal").startsWith("The disk is full, \"errors.log\" was not kept"));
        assertThat(text("#line")).isEqualTo("from eu-1");
        assertThat(said()).isEmpty();

        full.force(() -> {});
        Drag.of(List.of(log)).drop(node(".entry-field"));
        soon().until(() -> said().size() == 1);
        assertThat(text(".timeline .refusal")).isEmpty();
    }

    private void board(Severity severity) throws JournalException {
        open(folder);
        id = Given.declared(console, "Checkout errors", severity, 20);
        soon().until(() -> seen(".card-title").contains("Checkout errors"));
    }

    /// Pressed and moved by the robot; from there the platform without a display cannot carry it.
    private static Drag lifted() {
        Node card = node(".card-title");
        try {
            onScreen(() -> {
                var robot = new Robot();
                Bounds place = card.localToScreen(card.getBoundsInLocal());
                robot.mouseMove(place.getMinX() + 4, place.getMinY() + 4);
                robot.mousePress(MouseButton.PRIMARY);
                robot.mouseMove(place.getMinX() + 40, place.getMinY() + 4);
                return robot;
            });
        } catch (CompletionException cannotCarry) {
            assertThat(cannotCarry).hasRootCauseInstanceOf(UnsupportedOperationException.class);
        } finally {
            onScreen(() -> {
                new Robot().mouseRelease(MouseButton.PRIMARY);
                return card;
            });
        }
        return Drag.ofOwn();
    }

    /// A file with nothing in it takes no time to make.
    private Path large() throws IOException {
        Path dump = folder.resolve("heap.dump");
        try (var file = new RandomAccessFile(dump.toFile(), "rw")) {
            file.setLength(LARGE_BYTES);
        }
        return dump;
    }

    private List<Entry> said() throws JournalException {
        return now().timeline().entries().stream()
                .filter(entry -> entry.kind() != EntryKind.SYSTEM)
                .toList();
    }

    private static List<Attachment> files(Entry entry) {
        return ((TimelineFact.EntryAdded) entry.source().fact()).attachments();
    }

    private static Node column(int at) {
        return List.copyOf(onScreen(() -> root().lookupAll(".column"))).get(at);
    }

    private static int cardsIn(int at) {
        return onScreen(() -> ((javafx.scene.control.ListView<?>)
                        List.copyOf(root().lookupAll(".cards")).get(at))
                .getItems()
                .size());
    }

    private static Node node(String query) {
        return onScreen(() -> root().lookup(query));
    }

    private static Node root() {
        return Window.getWindows().getLast().getScene().getRoot();
    }
}
