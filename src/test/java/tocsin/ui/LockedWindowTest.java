package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import tocsin.app.Console;
import tocsin.app.Cover;
import tocsin.app.Profile;
import tocsin.app.Progress;
import tocsin.app.lock.Gate;
import tocsin.app.search.Search;
import tocsin.domain.severity.Severity;
import tocsin.journal.JournalException;
import tocsin.journal.RealDisk;
import tocsin.journal.Settings;
import tocsin.ui.kit.Toolkit;
import tocsin.vault.Cost;

/// The window before a locked profile: one field, nothing of the profile, and then the profile.
class LockedWindowTest {
    private static final String RIGHT = "four quiet harbour bells";

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private Optional<Windows> windows = Optional.empty();

    private Gate gate(Profile profile) {
        var small = Settings.standard().withBallastBytes(0).withLowDiskBytes(0);
        return new Gate(
                profile, new RealDisk(), small, tocsin.vault.Settings.standard().withCost(new Cost(64, 1, 1)));
    }

    private Profile locked() throws JournalException {
        var profile = new Profile(folder.resolve("profile"));
        try (Console console = gate(profile).open(_ -> Optional.empty(), Progress.SILENT)) {
            console.vault().create(RIGHT.toCharArray()).join();
            Given.declared(console, "Checkout errors", Severity.SEV2, 3);
        }
        gate(profile).change(Gate.Change.LOCK, RIGHT::toCharArray);
        return profile;
    }

    @AfterEach
    void close() {
        windows.ifPresent(Windows::shut);
    }

    private void type(String words) {
        robot.write(words);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    }

    @Test
    void oneFieldThenTheProfile() throws Exception {
        Profile profile = locked();
        var shown = new Windows(Given.surroundings(), profile);
        windows = Optional.of(shown);
        Toolkit.start();
        var person = new Gate.Person() {
            @Override
            public Optional<char[]> passphrase(Optional<String> wrong) {
                return shown.passphrase(wrong);
            }

            @Override
            public void admitted(Cover cover) {
                shown.admit(cover.over(new RealDisk()));
            }
        };
        var opening = CompletableFuture.supplyAsync(() -> {
            try {
                return gate(profile).open(person, Progress.SILENT);
            } catch (JournalException refused) {
                throw new AssertionError(refused);
            }
        });
        await().until(() -> field().filter(PasswordField::isFocused).isPresent());
        assertThat(robot.lookup(".board-title").tryQuery()).isEmpty();
        type("four wrong harbour bells");
        await().until(() ->
                robot.lookup(".lock-line").queryAs(Label.class).getText().startsWith("That is not"));
        assertThat(field().orElseThrow().isFocused()).isTrue();
        type(RIGHT);
        try (Console console = opening.get()) {
            var open = CompletableFuture.runAsync(() -> shown.open(console, () -> Search.open(console)));
            await().until(() -> robot.lookup(".board-title").tryQuery().isPresent());
            assertThat(field()).isEmpty();
            shown.shut();
            open.get();
        }
    }

    @Test
    void aClosedWindowGivesUp() throws Exception {
        Profile profile = locked();
        var shown = new Windows(Given.surroundings(), profile);
        windows = Optional.of(shown);
        Toolkit.start();
        var answer = CompletableFuture.supplyAsync(() -> shown.passphrase(Optional.empty()));
        await().until(() -> field().isPresent());
        robot.interact(shown::shut);
        assertThat(answer.get()).isEmpty();
        assertThat(shown.isClosed()).isTrue();
    }

    private Optional<PasswordField> field() {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .flatMap(
                        window -> robot.from(window.getScene().getRoot()).lookup(".password-field").queryAll().stream())
                .map(PasswordField.class::cast)
                .findFirst();
    }
}
