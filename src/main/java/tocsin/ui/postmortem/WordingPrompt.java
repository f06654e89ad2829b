package tocsin.ui.postmortem;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import tocsin.app.Safe;
import tocsin.domain.wording.Finding;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

/// One phrase of blame: Enter takes the better words where they fit, `i` lets the phrase stand in this section.
record WordingPrompt(Words words, Finding finding, String found, Ways ways) implements Prompt {
    interface Ways {
        CompletableFuture<Outcome> use(Finding finding);

        CompletableFuture<Outcome> ignore(Finding finding);

        CompletableFuture<Outcome> next(Finding finding);
    }

    @Override
    public String title() {
        return words.get("postmortem.wording.title", Safe.line(found), kind());
    }

    @Override
    public String hint() {
        return words.get("postmortem.wording.hint");
    }

    private String kind() {
        return words.get("postmortem.wording." + finding.kind().word());
    }

    @Override
    public Reading read(String text) {
        List<Option> options = List.of(
                new Option("u", words.get("postmortem.wording.use"), instead(), "u"),
                new Option("i", words.get("postmortem.wording.ignore"), "", "i"),
                new Option("n", words.get("postmortem.wording.next"), "", "n"));
        return switch (text.strip().toLowerCase(words.locale())) {
            case "" -> new Wanting(words.get("postmortem.wording.try", Safe.line(finding.suggestion())), options);
            case "u" ->
                finding.rewrite().isPresent()
                        ? new Ready(instead(), List.of(), options, () -> ways.use(finding))
                        : new Wrong(words.get("postmortem.wording.byhand", Safe.line(finding.suggestion())));
            case "i" ->
                new Ready(words.get("postmortem.wording.ignore"), List.of(), options, () -> ways.ignore(finding));
            case "n" -> new Ready(words.get("postmortem.wording.next"), List.of(), options, () -> ways.next(finding));
            default -> new Wrong(words.get("postmortem.wording.hint"));
        };
    }

    private String instead() {
        return finding.rewrite().map(Finding.Rewrite::words).map(Safe::line).orElse("");
    }
}
