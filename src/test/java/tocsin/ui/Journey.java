package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tocsin.ui.Keyboard.focusOn;
import static tocsin.ui.Keyboard.onScreen;
import static tocsin.ui.Keyboard.press;
import static tocsin.ui.Keyboard.text;
import static tocsin.ui.Keyboard.type;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.Answer;
import tocsin.app.Console;
import tocsin.app.Gesture;
import tocsin.app.search.Search;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.severity.Severity;
import tocsin.journal.Disk;
import tocsin.journal.JournalException;
import tocsin.journal.RealDisk;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Toolkit;

/// Somebody at the keys of a real window over a real profile. Nothing here points at anything.
abstract class Journey {
    @TempDir
    Path folder;

    volatile Instant wall = Given.NOW;
    Disk disk = new RealDisk();
    private Windows windows;
    private @Nullable Search search;
    Console console;
    IncidentId id;
    private Future<?> opened;

    private synchronized Search search() {
        Search known = search == null ? Search.open(console) : search;
        search = known;
        return known;
    }

    @AfterEach
    void close() throws ExecutionException, InterruptedException {
        windows.shut();
        opened.get();
        if (search != null) {
            search.close();
            search = null;
        }
        console.close();
    }

    // The hands

    void open(Path profile) throws JournalException {
        console = Given.console(profile, () -> wall, disk);
        windows = new Windows(new Surroundings(Given.ANA, Given.BERLIN, Locale.ENGLISH, () -> wall), console.profile());
        Toolkit.start();
        var task = new FutureTask<Void>(() -> windows.open(console, this::search), null);
        opened = task;
        Thread.ofPlatform().name("opener").start(task);
        soon().until(() -> onScreen(() -> Window.getWindows().size()) == 1);
    }

    void enter(String title) throws JournalException {
        open(folder);
        goInto(Given.declared(console, title, Severity.SEV2, 20));
    }

    void goInto(IncidentId incident) throws JournalException {
        id = incident;
        String title = now().title();
        soon().until(() -> seen(".card-title").contains(title));
        soon().until(() -> focusOn("cards"));
        choose(title.toLowerCase(Locale.ROOT), "");
        soon().until(() -> focusOn("entry-field"));
        soon().until(() -> text(".room-header .room-title").equals(title));
    }

    void say(String words) throws JournalException {
        type(words);
        int before = console.history(id).facts().size();
        press(KeyCode.ENTER);
        soon().until(() -> console.history(id).facts().size() > before);
    }

    /// By the palette, which opens another line under this title, or goes somewhere.
    static void choose(String words, String title) {
        press("Ctrl+K");
        soon().until(() -> focusOn("prompt-line"));
        type(words);
        press(KeyCode.ENTER);
        if (!title.isEmpty()) {
            soon().until(() -> asked(title));
        }
    }

    void ask(String keys, String words, String reading) throws JournalException {
        press(keys);
        soon().until(() -> focusOn("prompt-line"));
        answer(words, reading);
    }

    /// Enter, once the line says that this is what it will do.
    void answer(String words, String reading) throws JournalException {
        type(words);
        awaitReading(".prompt-head .muted", reading);
        int before = console.history(id).facts().size();
        String title = seen(".prompt-title").getFirst();
        press(KeyCode.ENTER);
        soon().until(() -> !asked(title));
        if (seen(".prompt-title").isEmpty()) {
            assertThat(console.history(id).facts().size()).isGreaterThan(before);
            soon().until(() -> focusOn("entry-field"));
        }
    }

    /// The words stay, the reason stands under them, and Enter writes nothing.
    void refused(String keys, String words, String why) throws JournalException {
        int before = console.history(id).facts().size();
        press(keys);
        soon().until(() -> focusOn("prompt-line"));
        type(words);
        awaitReading(".prompt .refusal", why);
        press(KeyCode.ENTER);
        assertThat(seen(".prompt .refusal").getFirst()).contains(why);
        assertThat(console.history(id).facts()).hasSize(before);
        press(KeyCode.ESCAPE);
        soon().until(() -> focusOn("entry-field"));
    }

    /// In the field of several rows Enter alone breaks the line.
    void plan(String words) throws JournalException {
        press("Ctrl+Shift+P");
        soon().until(() -> focusOn("prompt-line"));
        type(words);
        awaitReading(".prompt-head .muted", "Ctrl+Enter");
        press("Ctrl+Enter");
        soon().until(() -> now().standingPlan().isPresent());
        soon().until(() -> focusOn("entry-field"));
    }

    static void awaitReading(String query, String reading) {
        soon().untilAsserted(() -> assertThat(seen(query)).anyMatch(line -> line.contains(reading)));
    }

    /// Looks more often than usual: a journey has many steps.
    static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
    }

    // What is seen, and what was written

    static boolean asked(String title) {
        return seen(".prompt-title").contains(title);
    }

    static List<String> seen(String query) {
        return onScreen(() -> Window.getWindows().getLast().getScene().getRoot().lookupAll(query).stream()
                .filter(Journey::visible)
                .filter(Labeled.class::isInstance)
                .map(node -> Objects.requireNonNullElse(((Labeled) node).getText(), ""))
                .filter(words -> !words.isEmpty())
                .toList());
    }

    private static boolean visible(Node node) {
        return node.isVisible() && (node.getParent() == null || visible(node.getParent()));
    }

    Incident now() throws JournalException {
        return console.history(id).now();
    }

    void done(PersonId who, IncidentCommand command) {
        done(console, who, command);
    }

    void done(Console at, PersonId who, IncidentCommand command) {
        assertThat(at.act(Gesture.of(who, id, command)).join()).isInstanceOf(Answer.Done.class);
    }
}
