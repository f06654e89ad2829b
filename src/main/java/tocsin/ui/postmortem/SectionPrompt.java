package tocsin.ui.postmortem;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

/// Goes to a section by the beginning of its name.
record SectionPrompt(Words words, List<OutlineRow> chapters, Consumer<String> open) implements Prompt {
    @Override
    public String title() {
        return words.get("postmortem.section");
    }

    @Override
    public String hint() {
        return words.get("postmortem.section.hint");
    }

    @Override
    public Reading read(String text) {
        String wanted = text.strip().toLowerCase(words.locale());
        List<OutlineRow> found = chapters.stream()
                .filter(OutlineRow::isPlace)
                .filter(each -> each.heading().toLowerCase(words.locale()).contains(wanted))
                .sorted(Comparator.comparing(
                        each -> !each.heading().toLowerCase(words.locale()).startsWith(wanted)))
                .toList();
        if (found.isEmpty()) {
            return new Wrong(words.get("postmortem.section.none", text.strip()));
        }
        OutlineRow first = found.getFirst();
        List<Option> options = found.stream()
                .map(each -> Option.of(each.heading(), each.heading(), ""))
                .toList();
        return wanted.isEmpty()
                ? new Wanting(words.get("postmortem.section.hint"), options)
                : new Ready(first.heading(), List.of(), options, () -> {
                    open.accept(first.key());
                    return CompletableFuture.completedFuture(new Done(""));
                });
    }
}
