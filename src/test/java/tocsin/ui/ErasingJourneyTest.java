package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.ui.Keyboard.focusOn;
import static tocsin.ui.Keyboard.onScreen;
import static tocsin.ui.Keyboard.press;
import static tocsin.ui.Keyboard.text;
import static tocsin.ui.Keyboard.type;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.stage.Window;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.Test;
import tocsin.domain.analysis.Content;
import tocsin.domain.analysis.Figure;
import tocsin.domain.desk.DeskFact;
import tocsin.domain.incident.IncidentCommand;

/// A password was pasted into the postmortem: by keys alone it goes for good.
class ErasingJourneyTest extends PaperJourney {
    private static final String SECRET = "hunter2-canary";

    @Test
    void selectedWordsGoForGoodAndWritingGoesOn() throws Exception {
        write("Orders fail");
        words("The password is " + SECRET);
        selectBack(SECRET.length());

        does("Ctrl+Shift+Delete", "a password", "Erase the words");

        soon().until(() -> paper("summary").equals("The password is " + "█".repeat(SECRET.length())));
        soon().until(() -> shown().endsWith("██"));
        assertThat(facts(DeskFact.Redacted.class))
                .isNotEmpty()
                .allMatch(fact -> fact.reason().equals("a password"));
        press("Ctrl+End");
        type(" and on");
        soon().until(() -> paper("summary").endsWith("██ and on"));
        press("Ctrl+Z");
        press("Ctrl+Z");
        press("Ctrl+Z");
        assertThat(shown()).doesNotContain(SECRET);
        console.settledStore();
        assertThat(filesWith(folder)).isEmpty();
    }

    @Test
    void wordsGoFromFiguresCommentsAndTheLogInOneAct() throws Exception {
        write("Orders fail");
        words("It says " + SECRET);
        done(Given.ANA, new IncidentCommand.AddEntry(tocsin.domain.timeline.EntryKind.NOTE, "pasted " + SECRET));
        done(
                Given.ANA,
                new IncidentCommand.AddNode(
                        Figure.WHYS, java.util.Optional.empty(), Content.why("the password " + SECRET)));

        press("Ctrl+K");
        soon().until(() -> focusOn("prompt-line"));
        type("Erase words everywhere");
        press("Enter");
        soon().until(() -> asked("Erase words everywhere in this incident"));
        type(SECRET);
        awaitReading(".prompt-head .muted", "Then the reason is asked");
        press("Enter");
        awaitReading(".prompt-head .muted", "goes wherever it stands");
        type("a password");
        awaitReading(".prompt-head .muted", "Erase the words");
        press("Enter");

        soon().until(() -> paper("summary").startsWith("It says ██"));
        console.settledStore();
        soon().until(() -> filesWith(folder).isEmpty());
        assertThat(now().analysis().figure(Figure.WHYS).toString()).doesNotContain(SECRET);
    }

    @Test
    void nothingSelectedIsSaidAndNothingIsWritten() throws Exception {
        write("Orders fail");
        words("harmless");
        press("Ctrl+Shift+Delete");
        soon().until(() -> text(".postmortem .notice").contains("Select the words"));
        assertThat(facts(DeskFact.Redacted.class)).isEmpty();
    }

    private static String shown() {
        return onScreen(() ->
                ((StyleClassedTextArea) Window.getWindows().getLast().getScene().lookup(".prose")).getText());
    }

    private static List<Path> filesWith(Path folder) throws Exception {
        byte[] wanted = SECRET.getBytes(StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, new String(wanted, StandardCharsets.ISO_8859_1)))
                    .toList();
        }
    }

    private static boolean holds(Path file, String wanted) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(wanted);
        } catch (java.io.IOException gone) {
            return false;
        }
    }
}
