package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tocsin.ui.Keyboard.focusOn;
import static tocsin.ui.Keyboard.press;
import static tocsin.ui.Keyboard.text;
import static tocsin.ui.Keyboard.type;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.Console;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.journal.JournalException;
import tocsin.sync.Courier;
import tocsin.sync.Hub;
import tocsin.sync.HubTrouble;
import tocsin.sync.MemoryHub;
import tocsin.sync.Round;

/// Journeys through a room by keyboard alone, each ending in the facts that were written.
class RoomJourneyTest extends Journey {
    @BeforeEach
    void enter() throws JournalException {
        enter("Checkout errors");
    }

    @Test
    void fiftyEntriesOfAllKindsAreWrittenWithoutLeavingTheLine() throws JournalException {
        List<String> signs = List.of("", "= ", "> ", "~ ", "? ", "! ");
        for (int count = 0; count < 50; count++) {
            type(signs.get(count % signs.size()) + (count % 7 == 0 ? "-" + (count + 1) + "m " : "") + "line " + count);
            press(KeyCode.ENTER);
        }
        await().until(() -> said().size() == 50);
        assertThat(said().stream().map(Entry::kind).distinct())
                .containsExactlyInAnyOrder(
                        EntryKind.NOTE,
                        EntryKind.DECISION,
                        EntryKind.ACTION,
                        EntryKind.HYPOTHESIS,
                        EntryKind.QUESTION,
                        EntryKind.TODO);
        assertThat(said())
                .filteredOn(entry -> entry.text().equals("line 49"))
                .allSatisfy(entry -> assertThat(entry.occurredAt()).isEqualTo(Given.NOW.minusSeconds(50 * 60)));
        assertThat(focusOn("entry-field")).isTrue();
    }

    @Test
    void aWrongTimeIsSaidAtTheLineAndTheWordsStay() {
        type("2026-13-45 10:00 pool is full");
        press(KeyCode.ENTER);
        await().until(() -> !text(".timeline .refusal").isEmpty());
        assertThat(text("#line")).isEqualTo("2026-13-45 10:00 pool is full");
    }

    @Test
    void anEntryIsStruckAndCorrectedByKeys() throws JournalException {
        type("card provider is down");
        press(KeyCode.ENTER);
        await().until(() -> said().size() == 1);
        await().until(() -> !text(".row-text").isEmpty());
        press(KeyCode.UP);
        press("Ctrl+D");
        await().until(() -> focusOn("prompt-line"));
        type("their status page says otherwise");
        press(KeyCode.ENTER);
        await().until(() -> said().getFirst().struck());
        await().until(() -> focusOn("entry-field"));
        assertThat(said().getFirst().strike().orElseThrow().reason()).isEqualTo("their status page says otherwise");
    }

    @Test
    void anArrivingFactTakesNoFocusAndNoLetter() throws JournalException {
        type("half a ");
        Given.declared(console, "another", Severity.SEV1, 1);
        Given.logged(console, id, "from somewhere else");
        await().until(() -> said().size() == 1);
        type("line");
        assertThat(text("#line")).isEqualTo("half a line");
        assertThat(focusOn("entry-field")).isTrue();
    }

    /// Another desk writes a screenful and the hub brings it while somebody types.
    @Test
    void whatAHubBringsTakesNoFocusNoLetterAndNoPlace(@TempDir Path elsewhere) throws Exception {
        for (int count = 0; count < 40; count++) {
            Given.logged(console, id, "mine " + count);
        }
        await().until(() -> seen(".row-text").contains("mine 39"));
        var hub = new MemoryHub.Place(Instant.now());
        meet(hub, console);
        type("half a ");
        for (int page = 0; page < 4; page++) {
            press(KeyCode.PAGE_UP);
        }
        await().until(() -> seen(".row-text").contains("mine 3"));
        List<String> before = seen(".row-text");
        try (Console ben = Given.console(elsewhere, () -> wall)) {
            meet(hub, ben);
            for (int count = 0; count < 40; count++) {
                Given.logged(ben, id, "from afar " + count);
            }
            meet(hub, ben);
        }
        assertThat(meet(hub, console).pulled()).isPositive();
        await().until(() -> said().size() == 80);
        type("line");
        assertThat(text("#line")).isEqualTo("half a line");
        assertThat(focusOn("entry-field")).isTrue();
        assertThat(seen(".row-text")).containsExactlyInAnyOrderElementsOf(before);
    }

    private static Round meet(MemoryHub.Place place, Console desk) throws HubTrouble, JournalException {
        try (Hub hub = place.join()) {
            return new Courier(hub, desk.ledger(), InstantSource.system(), () -> false).round();
        }
    }

    @Test
    void thePaletteGoesAnywhere() {
        press("Ctrl+K");
        await().until(() -> focusOn("prompt-line"));
        type("severity b");
        press(KeyCode.ENTER);
        await().until(() -> focusOn("cards"));
    }

    private List<Entry> said() throws JournalException {
        return now().timeline().entries().stream()
                .filter(entry -> entry.kind() != EntryKind.SYSTEM)
                .toList();
    }
}
