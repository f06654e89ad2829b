package tocsin.ui.timeline;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import tocsin.app.Safe;
import tocsin.domain.timeline.Attachment;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

/// Which of several files.
record FilePrompt(List<Attachment> files, Words words, Function<Attachment, Prompt> then) implements Prompt {
    @Override
    public String title() {
        return words.get("save.which");
    }

    @Override
    public String hint() {
        return words.get("save.which.hint");
    }

    @Override
    public Reading read(String text) {
        String begun = text.strip().toLowerCase(Locale.ROOT);
        List<Attachment> found = files.stream()
                .filter(file -> file.name().toLowerCase(Locale.ROOT).startsWith(begun))
                .toList();
        List<Option> options = found.stream()
                .map(file -> Option.of(file.name(), Safe.line(file.name()), FileSize.words(file.size(), words)))
                .toList();
        if (found.isEmpty()) {
            return new Wrong(words.get("save.none", Safe.line(text)));
        }
        return begun.isEmpty()
                ? new Wanting(hint(), options)
                : new Ready(
                        Safe.line(found.getFirst().name()),
                        List.of(),
                        options,
                        () -> CompletableFuture.completedFuture(new Next(then.apply(found.getFirst()))));
    }
}
