package tocsin.ui.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FencesTest {
    private static final String[] WORDS = {
        "```", "`", "``", "\n", "\n```\n", "a", "word\n", "```java\nint i;\n```\n", ""
    };

    private final Fences fences = new Fences();
    private final StringBuilder text = new StringBuilder();

    @Test
    void aLineBetweenFencesIsCodeAndBehindThemItIsNot() {
        write(0, 0, "one\n```\ntwo\n```\nthree");

        assertThat(fences.open(0)).isFalse();
        assertThat(fences.open(text.indexOf("two"))).isTrue();
        assertThat(fences.open(text.indexOf("three"))).isFalse();
    }

    @Test
    void aFenceThatIsBegunTurnsWhatIsBelow() {
        write(0, 0, "one\n``\ntwo\n");

        assertThat(write(6, 0, "`")).isTrue();
        assertThat(fences.open(text.indexOf("two"))).isTrue();
        assertThat(write(6, 1, "")).isTrue();
        assertThat(fences.open(text.indexOf("two"))).isFalse();
        assertThat(write(0, 0, "a")).as("a letter elsewhere").isFalse();
    }

    @Test
    void whateverIsWrittenWhereverItKnowsWhatAWalkThroughTheTextWouldSay() {
        var random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            int at = random.nextInt(text.length() + 1);
            int removed = random.nextInt(3) == 0 ? random.nextInt(Math.min(12, text.length() - at) + 1) : 0;
            write(at, removed, WORDS[random.nextInt(WORDS.length)]);
            if (text.length() > 400) {
                write(0, 300, "");
            }
            check(i);
        }
    }

    private void check(int step) {
        boolean open = false;
        int at = 0;
        for (String line : text.toString().split("\n", -1)) {
            assertThat(fences.open(at))
                    .as("step %s, line at %s of <%s>", step, at, text)
                    .isEqualTo(open);
            open ^= line.startsWith("```");
            at += line.length() + 1;
        }
    }

    private boolean write(int at, int removed, String words) {
        text.replace(at, at + removed, words);
        int line = text.lastIndexOf("\n", at - 1) + 1;
        return fences.changed(line, at, removed, words.length(), text.length(), text::substring);
    }
}
