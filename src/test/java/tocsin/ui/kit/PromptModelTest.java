package tocsin.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PromptModelTest {
    private final Map<String, String> kept = new HashMap<>();
    private final List<String> said = new ArrayList<>();
    private final PromptModel line = new PromptModel(Runnable::run, Words.in(Locale.ENGLISH), said::add, new Drafts() {
        @Override
        public Optional<String> get(String name) {
            return Optional.ofNullable(kept.get(name));
        }

        @Override
        public void keep(String name, String words) {
            if (words.isEmpty()) {
                kept.remove(name);
            } else {
                kept.put(name, words);
            }
        }
    });

    /// Wants a word of at least three letters, and is refused when it is "bad".
    private record Word(CompletableFuture<Prompt.Outcome> outcome) implements Prompt {
        @Override
        public String title() {
            return "word";
        }

        @Override
        public String hint() {
            return "a word";
        }

        @Override
        public Reading read(String text) {
            if (text.equals("bad")) {
                return new Wrong("not that word");
            }
            return text.length() < 3
                    ? new Wanting("longer", List.of(Option.of("good", "good", "")))
                    : Ready.of("writes " + text, () -> outcome);
        }
    }

    @Test
    void wordsAreKeptAtEveryKeyAndForgottenWhenTheyAreGivenUp() {
        line.ask(new Word(new CompletableFuture<>()));
        line.textProperty().set("go");
        assertThat(kept).containsEntry("word", "go");
        line.leave();
        assertThat(kept).isEmpty();
    }

    @Test
    void wordsThatWereLeftByACrashStandInTheLineAgain() {
        kept.put("word", "half");
        line.ask(new Word(new CompletableFuture<>()));
        assertThat(line.textProperty().get()).isEqualTo("half");
        assertThat(line.isReady()).isTrue();
    }

    @Test
    void whatIsDoneIsForgottenAndSaid() {
        line.ask(new Word(CompletableFuture.completedFuture(new Prompt.Done("written"))));
        line.textProperty().set("fine");
        line.commit();
        assertThat(kept).isEmpty();
        assertThat(said).containsExactly("written");
        assertThat(line.isOpen()).isFalse();
    }

    @Test
    void whatIsRefusedKeepsItsWordsAndSaysWhy() {
        line.ask(new Word(CompletableFuture.completedFuture(new Prompt.Refused("the disk is full"))));
        line.textProperty().set("fine");
        line.commit();
        assertThat(line.textProperty().get()).isEqualTo("fine");
        assertThat(line.getRefusal()).isEqualTo("the disk is full");
        assertThat(kept).containsEntry("word", "fine");
    }

    @Test
    void enterOnTooLittleSaysWhatIsMissing() {
        line.ask(new Word(new CompletableFuture<>()));
        line.commit();
        assertThat(line.getRefusal()).isEqualTo("longer");
        line.textProperty().set("bad");
        assertThat(line.getRefusal()).isEqualTo("not that word");
    }

    @Test
    void anOptionThatIsChosenIsTaken() {
        line.ask(new Word(CompletableFuture.completedFuture(new Prompt.Done("written"))));
        line.move(1);
        line.commit();
        assertThat(said).containsExactly("written");
    }

    @Test
    void anotherLineMayFollow() {
        var next = new Word(CompletableFuture.completedFuture(new Prompt.Done("both")));
        line.ask(new Word(CompletableFuture.completedFuture(new Prompt.Next(next))));
        line.textProperty().set("first");
        line.commit();
        assertThat(line.isOpen()).isTrue();
        assertThat(line.textProperty().get()).isEmpty();
        line.textProperty().set("second");
        line.commit();
        assertThat(said).containsExactly("both");
    }

    @Test
    void anAnswerThatComesAfterTheLineWasLeftIsStillSaid() {
        var outcome = new CompletableFuture<Prompt.Outcome>();
        line.ask(new Word(outcome));
        line.textProperty().set("fine");
        line.commit();
        line.leave();
        outcome.complete(new Prompt.Refused("too late"));
        assertThat(said).containsExactly("too late");
    }
}
