package tocsin.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tocsin.ui.Keyboard.focusOn;
import static tocsin.ui.Keyboard.onScreen;
import static tocsin.ui.Keyboard.press;
import static tocsin.ui.Keyboard.text;
import static tocsin.ui.Keyboard.type;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.Console;
import tocsin.app.search.Search;
import tocsin.base.IncidentId;
import tocsin.domain.prose.Manuscript;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.EntryKind;
import tocsin.journal.JournalException;
import tocsin.ui.kit.Toolkit;

/// A real process with a real window is killed in the middle of a word, and the next one goes on where it was.
class CrashJourneyTest {
    private static final String FIRST = "half of the first";
    private static final String SECOND = "half of the second";
    private static final List<Double> PLACE = List.of(24.0, 16.0, 1010.0, 660.0);

    @TempDir
    Path folder;

    private Windows windows;
    private Console console;
    private Future<?> opened;

    @AfterEach
    void close() throws ExecutionException, InterruptedException {
        if (console != null) {
            windows.shut();
            opened.get();
            console.close();
        }
    }

    @Test
    void wordsTabsAndPlaceAreThereAgainAndNothingWasLogged()
            throws IOException, InterruptedException, JournalException {
        killedWhileTyping();

        console = Given.console(folder);
        windows = new Windows(Given.surroundings(), console.profile());
        opened = show(windows, console);
        soon().until(() -> onScreen(() -> Window.getWindows().size()) == 1);
        soon().until(() -> focusOn("entry-field"));
        soon().until(() -> text(".room-header .room-title").equals("Basket is slow"));
        assertThat(text("#line")).startsWith(SECOND);
        soon().until(() -> place().equals(PLACE));
        press("Ctrl+2");
        soon().until(() -> text(".room-header .room-title").equals("Checkout errors"));
        assertThat(text("#line")).isEqualTo(FIRST);
        press("Ctrl+3");
        soon().until(() -> text("#line").startsWith(SECOND));

        assertThat(console.incidents()).hasSize(2);
        for (IncidentId id : console.incidents()) {
            assertThat(console.history(id).now().timeline().entries())
                    .allMatch(entry -> entry.kind() == EntryKind.SYSTEM);
        }
    }

    /// The window promised: saved. What was typed after that may be lost, and nothing else.
    @Test
    void whatAPostmortemCalledSavedIsThereAgain() throws IOException, InterruptedException, JournalException {
        Process child = start(Writer.class);
        try (BufferedReader told = child.inputReader(UTF_8)) {
            assertThat(told.readLine()).isEqualTo(Child.TYPED);
        } finally {
            child.destroyForcibly().waitFor();
        }

        console = Given.console(folder);
        windows = new Windows(Given.surroundings(), console.profile());
        opened = show(windows, console);
        soon().until(() -> onScreen(() -> Window.getWindows().size()) == 1);
        soon().until(() -> text(".postmortem .room-title").startsWith("Postmortem: "));
        soon().until(() -> focusOn("prose"));
        IncidentId id = console.incidents().getFirst();
        assertThat(Manuscript.of(console.desk(), console.history(id).facts()).text("summary"))
                .startsWith(FIRST);
    }

    private void killedWhileTyping() throws IOException, InterruptedException {
        Process child = start(Child.class);
        try (BufferedReader told = child.inputReader(UTF_8)) {
            assertThat(told.readLine()).isEqualTo(Child.TYPED);
            // "Within moments", and then in the middle of the next letter.
            Path session = folder.resolve("session.properties");
            soon().until(() -> Files.readString(session).contains(SECOND)
                    && Files.readString(session).contains("1010 660"));
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(child.exitValue()).as("killed, not ended").isEqualTo(128 + 9);
    }

    private Process start(Class<?> typist) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Djava.awt.headless=true",
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-cp",
                        System.getProperty("java.class.path"),
                        typist.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Future<?> show(Windows windows, Console console) {
        Toolkit.start();
        var task = new FutureTask<Void>(() -> windows.open(console, () -> Search.open(console)), null);
        Thread.ofPlatform().name("opener").daemon().start(task);
        return task;
    }

    private static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
    }

    private static List<Double> place() {
        return onScreen(() -> {
            Window window = Window.getWindows().getLast();
            return List.of(window.getX(), window.getY(), window.getWidth(), window.getHeight());
        });
    }

    /// Somebody who types until the end.
    static final class Child {
        static final String TYPED = "typed";

        private Child() {}

        public static void main(String[] arguments) throws JournalException {
            Console console = Given.console(Path.of(arguments[0]));
            Given.declared(console, "Checkout errors", Severity.SEV1, 20);
            var windows = new Windows(Given.surroundings(), console.profile());
            var _ = show(windows, console);
            soon().until(() -> onScreen(() -> Window.getWindows().size()) == 1);
            soon().until(() -> focusOn("cards"));
            press(KeyCode.ENTER);
            soon().until(() -> focusOn("entry-field"));
            type(FIRST);
            press("Ctrl+1");
            soon().until(() -> focusOn("cards"));
            Given.declared(console, "Basket is slow", Severity.SEV3, 5);
            soon().until(() -> goneTo("basket is slow"));
            type(SECOND);
            onScreen(() -> {
                Window window = Window.getWindows().getLast();
                window.setX(PLACE.get(0));
                window.setY(PLACE.get(1));
                window.setWidth(PLACE.get(2));
                window.setHeight(PLACE.get(3));
                return null;
            });
            System.out.println(TYPED);
            while (true) {
                type(" on");
            }
        }

        /// The palette knows an incident a moment after it was declared.
        private static boolean goneTo(String title) {
            press("Ctrl+K");
            type(title);
            press(KeyCode.ENTER);
            if (focusOn("entry-field") && text(".room-header .number").endsWith("002")) {
                return true;
            }
            press(KeyCode.ESCAPE);
            return false;
        }
    }

    /// Somebody who writes a postmortem until the end.
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws JournalException {
            Console console = Given.console(Path.of(arguments[0]));
            Given.declared(console, "Checkout errors", Severity.SEV1, 20);
            var windows = new Windows(Given.surroundings(), console.profile());
            var _ = show(windows, console);
            soon().until(() -> onScreen(() -> Window.getWindows().size()) == 1);
            soon().until(() -> focusOn("cards"));
            press(KeyCode.ENTER);
            soon().until(() -> focusOn("entry-field"));
            press("Ctrl+P");
            soon().until(() -> focusOn("prose"));
            soon().until(() -> text(".postmortem .room-title").startsWith("Postmortem: "));
            type(FIRST);
            soon().until(() -> text(".paper-saved").equals("Saving"));
            soon().until(() -> text(".paper-saved").equals("Saved"));
            System.out.println(Child.TYPED);
            while (true) {
                type(" on");
            }
        }
    }
}
