package tocsin.ui.shell;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

/// All keys that work here, each with what it does; typing narrows them, Enter does the one that is left.
final class KeySheet implements Prompt {
    private final Words words;
    private final Palette keyed;

    KeySheet(Words words, List<Act> acts, Function<Runnable, CompletableFuture<Outcome>> run) {
        this.words = words;
        this.keyed = new Palette(
                words, acts.stream().filter(act -> act.key().isPresent()).toList(), run);
    }

    @Override
    public String title() {
        return words.get("keys.title");
    }

    @Override
    public String hint() {
        return keyed.hint();
    }

    @Override
    public Reading read(String text) {
        return keyed.read(text);
    }
}
