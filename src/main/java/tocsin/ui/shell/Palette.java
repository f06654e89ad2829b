package tocsin.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

/// Everything that can be done and everywhere one can go, in one line: type a few letters of it.
final class Palette implements Prompt {
    private static final int MOST = 60;

    private final Words words;
    private final List<Act> acts;
    private final Function<Runnable, CompletableFuture<Outcome>> run;

    /// @param run leaves the line first, so that what opens another line can
    Palette(Words words, List<Act> acts, Function<Runnable, CompletableFuture<Outcome>> run) {
        this.words = words;
        this.acts = acts;
        this.run = run;
    }

    @Override
    public String title() {
        return words.get("palette.title");
    }

    @Override
    public String hint() {
        return words.get("palette.hint");
    }

    @Override
    public Reading read(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        List<Act> found = acts.stream()
                .filter(act -> act.ready().getAsBoolean() && matches(label(act), wanted))
                .limit(MOST)
                .toList();
        var options = new ArrayList<Option>();
        for (Act act : found) {
            options.add(new Option(label(act), act.name(), act.group(), act.cap()));
        }
        if (found.isEmpty()) {
            return new Wrong(words.get("palette.none", text.strip()));
        }
        if (wanted.isEmpty()) {
            return new Wanting(words.get("palette.count", words.number(found.size())), options);
        }
        Act first = found.stream()
                .filter(act -> label(act).equals(text))
                .findFirst()
                .orElse(found.getFirst());
        return new Ready(first.name(), List.of(), options, () -> run.apply(first.run()));
    }

    private static String label(Act act) {
        return act.name() + " · " + act.group();
    }

    /// Every word typed begins some word of the name.
    private static boolean matches(String label, String wanted) {
        String folded = " " + label.toLowerCase(Locale.ROOT);
        for (String word : wanted.split("\\s+", -1)) {
            if (!word.isEmpty() && !folded.contains(" " + word) && !(word.length() > 2 && folded.contains(word))) {
                return false;
            }
        }
        return true;
    }
}
