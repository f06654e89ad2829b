package tocsin.ui.postmortem;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.wording.Finding;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

/// Words of blame in the section that is open, one after the other, with better ones to take in their place.
final class WordingCorner implements Bench.Corner {
    private final Bench bench;
    private final Words words;
    private final Phrases phrases;
    private final BooleanSupplier drawing;
    private List<Finding> findings = List.of();
    private String section = "";
    private String text = "";
    private OptionalInt wanted = OptionalInt.empty();

    /// @param drawing whether a figure is open instead of a text
    WordingCorner(Bench bench, Phrases phrases, BooleanSupplier drawing) {
        this.bench = bench;
        this.phrases = phrases;
        this.drawing = drawing;
        words = bench.words();
    }

    @Override
    public void show(Incident incident) {
        phrases.know(incident.review().talk());
    }

    /// What was found when the section was read last.
    void found(Typesetter.Sheet sheet) {
        findings = sheet.findings();
        section = sheet.section();
        text = sheet.text();
        OptionalInt asked = wanted;
        wanted = OptionalInt.empty();
        if (asked.isPresent() && isCurrent()) {
            pick(asked.getAsInt());
        }
    }

    @Override
    public List<Act> acts() {
        return List.of(Act.keyed(
                words.get("keys.postmortem"),
                words.get("postmortem.act.wording"),
                Key.WORDING.code(),
                () -> next(bench.editor().area().getCaretPosition())));
    }

    /// The next phrase of blame from here on, or the first. A text that is another since it was read is read first.
    void next(int from) {
        if (drawing.getAsBoolean()) {
            bench.say(words.get("postmortem.wording.drawing"));
        } else if (isCurrent()) {
            pick(from);
        } else {
            wanted = OptionalInt.of(from);
        }
    }

    private boolean isCurrent() {
        String here = bench.editor().section();
        return section.equals(here) && text.equals(bench.writing().text(here));
    }

    private void pick(int from) {
        Optional<Finding> found = findings.stream()
                .filter(finding -> finding.to() > from)
                .findFirst()
                .or(() -> findings.stream().findFirst());
        if (found.isEmpty()) {
            bench.say(words.get("postmortem.wording.none"));
            return;
        }
        Finding finding = found.get();
        bench.editor().select(finding.from(), finding.to());
        bench.ask(new WordingPrompt(words, finding, text.substring(finding.from(), finding.to()), new Better()));
    }

    private final class Better implements WordingPrompt.Ways {
        @Override
        public CompletableFuture<Prompt.Outcome> use(Finding finding) {
            finding.rewrite()
                    .ifPresent(better -> bench.editor().area().replaceText(better.from(), better.to(), better.words()));
            return CompletableFuture.completedFuture(new Prompt.Done(""));
        }

        @Override
        public CompletableFuture<Prompt.Outcome> ignore(Finding finding) {
            return bench.asking()
                    .deeds()
                    .does(
                            new IncidentCommand.IgnoreWording(bench.editor().section(), finding.phrase()),
                            words.get("postmortem.wording.ignored"));
        }

        @Override
        public CompletableFuture<Prompt.Outcome> next(Finding finding) {
            bench.relay().execute(() -> WordingCorner.this.next(finding.to()));
            return CompletableFuture.completedFuture(new Prompt.Done(""));
        }
    }
}
