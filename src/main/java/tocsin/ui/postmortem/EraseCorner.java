package tocsin.ui.postmortem;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.control.IndexRange;
import tocsin.app.Answer;
import tocsin.app.Erasing;
import tocsin.app.Safe;
import tocsin.domain.incident.Incident;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;

/// Takes words out of the record for good, such as a password that was pasted: where they were chosen, or wherever they
/// stand in this incident.
final class EraseCorner implements Bench.Corner {
    static final String ERASE = "Shortcut+Shift+Delete";

    private final Bench bench;
    private final Words words;
    private final BiFunction<Erasing, String, CompletableFuture<Answer>> erase;

    EraseCorner(Bench bench, BiFunction<Erasing, String, CompletableFuture<Answer>> erase) {
        this.bench = bench;
        this.erase = erase;
        words = bench.words();
    }

    @Override
    public void show(Incident incident) {}

    @Override
    public List<Act> acts() {
        String group = words.get("keys.postmortem");
        return List.of(
                Act.keyed(group, words.get("papererase.title"), ERASE, this::here)
                        .when(bench.editor()::inSight),
                Act.named(group, words.get("papererase.everywhere"), this::everywhere));
    }

    private Chosen chosen() {
        IndexRange selected = bench.editor().area().getSelection();
        return new Chosen(bench.writing(), bench.editor().section(), selected.getStart(), selected.getEnd());
    }

    private void here() {
        Chosen chosen = chosen();
        if (chosen.quote().isBlank()) {
            bench.say(words.get("papererase.choose"));
            return;
        }
        bench.ask(reason(
                words.get("papererase.title"),
                words.get("papererase.here", chosen.quote().length()),
                text -> chosen.held()
                        .<Prompt.Reading>map(held ->
                                ready(new Erasing.Passage(chosen.section(), held.stretches(), chosen.quote()), text))
                        .orElseGet(() -> new Prompt.Wrong(words.get("postmortem.talk.saving")))));
    }

    private void everywhere() {
        String quote = bench.editor().inSight() ? chosen().quote().strip() : "";
        if (quote.length() >= Erasing.LEAST_CHARS) {
            bench.ask(everywhere(quote));
            return;
        }
        bench.ask(Asking.line(words.get("papererase.everywhere"), words.get("papererase.which"), "", text -> {
            String wanted = text.strip();
            return wanted.length() < Erasing.LEAST_CHARS
                    ? new Prompt.Wanting(words.get("papererase.which"), List.of())
                    : Prompt.Ready.of(
                            words.get("papererase.next"),
                            () -> CompletableFuture.completedFuture(new Prompt.Next(everywhere(wanted))));
        }));
    }

    /// The words themselves stand in no title: a title is kept with what was half-typed under it.
    private Prompt everywhere(String quote) {
        return reason(
                words.get("papererase.everywhere"),
                words.get("papererase.all", Safe.cut(Safe.line(quote), 40)),
                text -> ready(new Erasing.Words(quote), text));
    }

    private Prompt reason(String title, String effect, Function<String, Prompt.Reading> reader) {
        return Asking.line(
                title,
                words.get("papererase.reason"),
                "",
                text -> text.isBlank() ? new Prompt.Wanting(effect, List.of()) : reader.apply(text));
    }

    private Prompt.Reading ready(Erasing what, String reason) {
        return new Prompt.Ready(
                words.get("papererase.go"),
                List.of(words.get("papererase.effect")),
                List.of(),
                () -> erase.apply(what, reason.strip()).thenApply(answer -> switch (answer) {
                    case Answer.Done _ -> new Prompt.Done(words.get("papererase.done"));
                    case Answer.Refused(var why, var _) -> new Prompt.Refused(words.refusal(why));
                }));
    }
}
