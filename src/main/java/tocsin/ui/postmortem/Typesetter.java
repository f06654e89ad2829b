package tocsin.ui.postmortem;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import tocsin.domain.wording.Finding;
import tocsin.domain.wording.Rereading;
import tocsin.publish.paper.Block;

/// Sets the text that is open as it will look, counts its words and reads it for words of blame: a little after the
/// key, away from the screen, and one after the other, so that a long text never piles up work. On the JavaFX thread.
final class Typesetter {
    /// A person who types on does not need to see each letter set.
    private static final Duration SETTING = Duration.ofMillis(120);

    private final Desk desk;
    private final Executor slowly;
    private final Executor screen;
    private final Rereading rereading = new Rereading();
    private boolean waiting;
    private boolean underWay;
    private boolean again;
    private int round;

    /// What is set, and where it goes. On the JavaFX thread.
    interface Desk {
        /// Whether a text is open.
        boolean isOpen();

        String section();

        /// All of the document is looked at, and not only this section.
        boolean isWhole();

        /// The words as they stand.
        Proof proof();

        Phrases.Snapshot phrases();

        void set(Sheet sheet);
    }

    /// How a section looks, and what was found in its text.
    record Sheet(String section, String text, List<Block> blocks, List<Finding> findings, long words) {}

    Typesetter(Desk desk, Executor slowly, Executor screen) {
        this.desk = desk;
        this.slowly = slowly;
        this.screen = screen;
    }

    /// Sets the text anew a little later: letters that follow quickly are set once.
    void soon() {
        if (underWay) {
            again = true;
        } else if (!waiting && desk.isOpen()) {
            waiting = true;
            int asked = ++round;
            CompletableFuture.delayedExecutor(SETTING.toMillis(), TimeUnit.MILLISECONDS, screen)
                    .execute(() -> {
                        if (asked == round) {
                            set();
                        }
                    });
        }
    }

    /// Another text was opened: nobody types who could be disturbed.
    void now() {
        if (underWay) {
            again = true;
        } else {
            set();
        }
    }

    boolean isIdle() {
        return !waiting && !underWay;
    }

    private void set() {
        round++;
        waiting = false;
        if (!desk.isOpen()) {
            return;
        }
        underWay = true;
        String section = desk.section();
        boolean whole = desk.isWhole();
        Proof proof = desk.proof();
        Phrases.Snapshot phrases = desk.phrases();
        slowly.execute(() -> {
            try {
                String text = proof.texts().getOrDefault(section, "");
                var sheet = new Sheet(
                        section,
                        text,
                        whole ? proof.whole() : proof.section(section),
                        phrases.in(text, rereading),
                        WordCount.of(text));
                screen.execute(() -> desk.set(sheet));
            } finally {
                screen.execute(this::rest);
            }
        });
    }

    private void rest() {
        underWay = false;
        if (again) {
            again = false;
            soon();
        }
    }
}
