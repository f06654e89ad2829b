package tocsin.ui.postmortem;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.ui.Keyboard.onScreen;
import static tocsin.ui.Keyboard.press;
import static tocsin.ui.Keyboard.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tocsin.publish.paper.PaperReader;
import tocsin.ui.kit.Toolkit;

/// Words that are read from the right, where a line has to end within them.
class ReadingTest {
    private static final String HEBREW = "\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD ";
    private static final String ARABIC = "\u0627\u0644\u0633\u0644\u0627\u0645 \u0639\u0644\u064A\u0643\u0645 ";
    private static final String WORD = "\u05D0\u05D1\u05D2\u05D3\u05D4\u05D5\u05D6\u05D7\u05D8\u05D9";
    private static final Map<String, String> TEXTS = Map.of(
            "from the right", HEBREW.repeat(60),
            "after other words", "The log said " + HEBREW.repeat(60) + "and nothing else.",
            "Arabic", "x " + ARABIC.repeat(60),
            "one long word", WORD.repeat(40),
            "a list", "- one\n- " + HEBREW.repeat(60) + "\n- 12:30 " + ARABIC.repeat(40) + "\nend");

    @ParameterizedTest
    @ValueSource(strings = {"from the right", "after other words", "Arabic", "one long word", "a list"})
    void theyAreBrokenIntoLinesWhereTheyAreWritten(String name) {
        List<Throwable> failed = new ArrayList<>();
        try (var window = WrittenWindow.with("")) {
            watch(failed);
            window.pastes(TEXTS.get(name));
            window.laidOut();
            type(WORD.repeat(9));
            press(KeyCode.HOME);
            type("from the left ");
            window.laidOut();
            onScreen(() -> {
                window.editor.open(WrittenWindow.SECTION);
                return window;
            });
            window.laidOut();

            assertThat(window.text()).contains("from the left");
            assertThat(onScreen(() -> window.editor.area().isWrapText())).isTrue();
            assertThat(onScreen(() -> window.editor.area().getParagraphLinesCount(0)))
                    .isGreaterThanOrEqualTo(name.equals("a list") ? 1 : 2);
        }
        assertThat(failed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"from the right", "after other words", "Arabic", "one long word", "a list"})
    void andInTheLookOfTheDocument(String name) {
        Toolkit.start();
        double height = onScreen(() -> {
            var nodes = new BlockNodes(_ -> Optional.empty(), "from the record");
            var box = new VBox();
            PaperReader.read(TEXTS.get(name) + "\n\n| " + TEXTS.get(name).replace("\n", " ") + " |\n|---|\n| a |\n")
                    .forEach(block -> box.getChildren().add(nodes.node(block)));
            var stage = new Stage();
            stage.setScene(new Scene(box, 300, 400));
            stage.show();
            box.applyCss();
            box.layout();
            stage.getScene().snapshot(null);
            stage.close();
            return box.prefHeight(300);
        });
        assertThat(height).isGreaterThan(100);
    }

    @Test
    void noLetterIsLostAndOthersStayWhole() {
        TEXTS.values()
                .forEach(text -> assertThat(Reading.parts(text).stream().collect(Collectors.joining()))
                        .isEqualTo(text));
        assertThat(Reading.parts("plain words, however many")).hasSize(1);
        assertThat(Reading.marks("plain words")).isEmpty();
        assertThat(Reading.parts("\u05D0\u05B0".repeat(9))).allMatch(part -> part.charAt(0) == '\u05D0');
    }

    private static void watch(List<Throwable> failed) {
        onScreen(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, why) -> failed.add(why));
            return failed;
        });
    }
}
