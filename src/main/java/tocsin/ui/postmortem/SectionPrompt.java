package tocsin.ui.postmortem;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import tocsin.app.postmortem.Template;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

/// Goes to a section by the beginning of its name.
record SectionPrompt(Words words, List<Template.Section> chapters, Consumer<String> open) implements Prompt {
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
        List<Template.Section> found = chapters.stream()
                .filter(each -> each.heading().toLowerCase(words.locale()).contains(wanted))
                .toList();
        if (found.isEmpty()) {
            return new Wrong(words.get("postmortem.section.none", text.strip()));
        }
        Template.Section first = found.getFirst();
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
