package tocsin.ui.postmortem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tocsin.ui.Keyboard.onScreen;
import static tocsin.ui.Keyboard.press;
import static tocsin.ui.Keyboard.type;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tocsin.domain.prose.Prose;

/// The keys of the editor in a real window.
class EditorPaneTest {
    @Test
    void aListGoesOnAndEndsAndIsTakenBackStepByStep() {
        try (var window = WrittenWindow.with("- one")) {
            press(KeyCode.ENTER);
            type("two");
            assertThat(window.text()).isEqualTo("- one\n- two^");
            press(KeyCode.ENTER);
            press(KeyCode.TAB);
            type("three");
            assertThat(window.text()).isEqualTo("- one\n- two\n  - three^");
            press("Shift+Tab");
            assertThat(window.text()).isEqualTo("- one\n- two\n- three^");
            press("Ctrl+Z");
            assertThat(window.text()).isEqualTo("- one\n- two\n  - three^");
            press(KeyCode.ENTER);
            press(KeyCode.ENTER);
            assertThat(window.text()).isEqualTo("- one\n- two\n  - three\n^");
        }
    }

    @Test
    void aTableGrowsByEnterAndIsWalkedByTab() {
        try (var window = WrittenWindow.with("| Time | What |")) {
            press(KeyCode.ENTER);
            type("14:10");
            press(KeyCode.TAB);
            type("alarm");
            press(KeyCode.TAB);
            assertThat(window.text()).isEqualTo("| Time | What |\n|---|---|\n| 14:10 | alarm |\n| ^ |  |");
            press("Shift+Tab");
            assertThat(window.text()).isEqualTo("| Time | What |\n|---|---|\n| 14:10 | alarm^ |\n|  |  |");
        }
    }

    @Test
    void tabLeavesWordsForTheNextPlaceAndIsALetterInCode() {
        try (var window = WrittenWindow.with("words\n```\ncode\n```")) {
            window.behind("code");
            press(KeyCode.TAB);
            assertThat(window.text()).isEqualTo("words\n```\ncode\t^\n```");
            window.behind("words");
            press(KeyCode.TAB);
            assertThat(window.hasFocus()).isFalse();
            assertThat(window.text()).isEqualTo("words^\n```\ncode\t\n```");
        }
    }

    @Test
    void aFenceTurnsWhatIsBelowIntoCodeAndBack() {
        try (var window = WrittenWindow.with("one\n``\ntwo\nthree")) {
            window.laidOut();
            window.behind("``");
            type("`");
            await().until(() -> window.styles("three").contains("md-code"));
            press(KeyCode.BACK_SPACE);
            await().until(() -> !window.styles("three").contains("md-code"));
        }
    }

    @Test
    void aBookOnTheClipboardIsOneLineAndChangesNothing() {
        try (var window = WrittenWindow.with("kept")) {
            window.pastes("x".repeat(10_000_000));
            assertThat(window.text()).isEqualTo("kept^");
            assertThat(window.said).hasSize(1);

            window.pastes("\r\nmore\u0000");
            assertThat(window.text()).isEqualTo("kept\nmore\uFFFD^");
            press("Ctrl+Z");
            assertThat(window.text()).isEqualTo("kept^");
        }
    }

    @Test
    void veryManyChangesAtOnceLeaveTheCaretWithItsWords() {
        try (var window = WrittenWindow.with("the cat and the dog\n".repeat(3_000))) {
            window.behind("the cat");
            int count = onScreen(() -> {
                List<Prose.Change> changes =
                        new Hits("the").replaced(window.writing.text(WrittenWindow.SECTION), "some");
                window.writing.change(WrittenWindow.SECTION, changes);
                return changes.size();
            });

            assertThat(count).isEqualTo(6_000);
            assertThat(window.text()).startsWith("some cat^ and some dog\nsome cat");
            press("Ctrl+Z");
            assertThat(window.text()).contains("the cat and the dog\nthe cat").doesNotContain("some");
        }
    }

    @Test
    void anEmptyTextSaysWhatBelongsThereUntilTheFirstLetterAlsoUnderTheCaret() {
        try (var window = WrittenWindow.with("")) {
            onScreen(() -> {
                window.editor.hint("What happened, in two sentences.");
                return window;
            });
            assertThat(window.hasFocus()).isTrue();
            assertThat(window.hint()).isEqualTo("What happened, in two sentences.");
            type("x");
            assertThat(window.hint()).isEmpty();
            press(KeyCode.BACK_SPACE);
            assertThat(window.hint()).isNotEmpty();
        }
    }

    @Test
    void aTextIsDressedWhereItsWriterLeftItBeforeItIsSeen() {
        try (var window = WrittenWindow.with("plain words\n".repeat(2_000) + "```\ncode\n```\n# The end")) {
            assertThat(window.styles("# The end")).containsExactly("md-heading");
            assertThat(window.styles("code")).containsExactly("md-code");
        }
    }

    @Test
    void whatOthersWriteComesInWithoutMovingTheCaret() {
        try (var window = WrittenWindow.with("one two")) {
            window.behind("one");
            onScreen(() -> {
                var changes = new ArrayList<Prose.Change>();
                changes.add(new Prose.Change(0, 0, "zero "));
                window.writing.change(WrittenWindow.SECTION, changes);
                return window;
            });
            assertThat(window.text()).isEqualTo("zero one^ two");
        }
    }
}
