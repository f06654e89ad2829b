package tocsin.ui.postmortem;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tocsin.app.Narration;
import tocsin.app.postmortem.Composer;
import tocsin.app.postmortem.Draft;
import tocsin.app.postmortem.Template;
import tocsin.base.FactId;
import tocsin.domain.incident.Incident;
import tocsin.domain.prose.Pen;
import tocsin.domain.prose.Prose;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.publish.PaperMarkdown;
import tocsin.publish.paper.Directive;
import tocsin.publish.paper.PaperReader;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;

/// Brings what the record says to the place of the caret: rows of the log, a record of the section, or a record written
/// out as words to edit freely.
final class QuoteCorner implements Bench.Corner {
    private final Bench bench;
    private final Words words;

    QuoteCorner(Bench bench) {
        this.bench = bench;
        words = bench.words();
    }

    @Override
    public void show(Incident incident) {}

    @Override
    public List<Act> acts() {
        return List.of(
                keyed("paperquote.title", Key.QUOTE, () -> bench.ask(quote())),
                keyed("paperquote.record", Key.RECORD, () -> bench.ask(record())),
                keyed("paperquote.write", Key.WRITE_OUT, this::writeOut));
    }

    private Act keyed(String name, Key key, Runnable run) {
        return Act.keyed(words.get("keys.postmortem"), words.get(name), key.code(), run)
                .when(bench.editor()::inSight);
    }

    private Prompt quote() {
        Draft draft = bench.draft().get();
        Incident incident = bench.incident();
        Narration narration = Narration.within(incident, words.texts());
        List<Entry> entries = incident.timeline().entries().stream()
                .sorted(Comparator.comparing(Entry::occurredAt))
                .toList();
        var numbers = new HashMap<FactId, Integer>();
        entries.forEach(entry -> numbers.put(entry.id(), numbers.size() + 1));
        // Asked for all rows at every key, and each says the same as long as the line is open.
        var told = new HashMap<FactId, String>();
        return new QuotePrompt(
                words,
                entries,
                numbers,
                filter -> Composer.rows(draft, filter),
                entry -> told.computeIfAbsent(
                        entry.id(),
                        _ -> entry.kind() == EntryKind.SYSTEM
                                ? narration.tell(entry.source())
                                : (entry.kind().sign() + " " + entry.text()).strip()),
                incident.zone(),
                this::insert);
    }

    /// A record of this section, where the caret stands instead of at the end.
    private Prompt record() {
        List<Directive> records = bench.template()
                .get()
                .section(bench.editor().section())
                .map(Template.Section::records)
                .orElse(List.of());
        return Asking.line(words.get("paperquote.record"), words.get("paperquote.record.hint"), "", text -> {
            String wanted = text.strip().toLowerCase(Locale.ROOT);
            List<Directive> found = records.stream()
                    .filter(each -> each.source().contains(wanted))
                    .toList();
            if (found.isEmpty()) {
                return new Prompt.Wrong(words.get("paperquote.record.none"));
            }
            List<Prompt.Option> options = found.stream()
                    .map(each -> Prompt.Option.of(each.source(), each.source(), ""))
                    .toList();
            String line = found.getFirst().source();
            return wanted.isEmpty()
                    ? new Prompt.Wanting(words.get("paperquote.record.hint"), options)
                    : new Prompt.Ready(
                            words.get("paperquote.record.go", line),
                            List.of(),
                            options,
                            () -> CompletableFuture.completedFuture(
                                    insert(line)
                                            ? new Prompt.Done("")
                                            : new Prompt.Refused(words.get("postmortem.full"))));
        });
    }

    private boolean insert(String line) {
        Prose.Change change = Placing.own(text(), bench.editor().area().getCaretPosition(), Pen.fit(line));
        boolean done = bench.writing().change(section(), List.of(change));
        if (done) {
            int end = change.at() + change.words().stripTrailing().length();
            bench.editor().select(end, end);
        }
        return done;
    }

    private String section() {
        return bench.editor().section();
    }

    private String text() {
        return bench.writing().text(section());
    }

    /// What the record in the caret's line says now, as words.
    private void writeOut() {
        String key = section();
        String text = text();
        Placing.Line line = Placing.line(text, bench.editor().area().getCaretPosition());
        Optional<Directive> directive = PaperReader.directive(line.words());
        if (directive.isEmpty()) {
            bench.say(words.get("paperquote.write.none"));
            return;
        }
        Draft draft = bench.draft().get();
        bench.slowly().execute(() -> {
            String written = Pen.fit(Composer.record(draft, directive.get())
                    .map(PaperMarkdown::blocks)
                    .orElse("")
                    .stripTrailing());
            bench.relay().execute(() -> written(key, text, line, written));
        });
    }

    private void written(String key, String text, Placing.Line line, String written) {
        if (written.isEmpty()) {
            bench.say(words.get("paperquote.write.empty"));
        } else if (bench.writing().text(key).equals(text)) {
            var change = new Prose.Change(line.from(), line.words().length(), written);
            bench.say(words.get(
                    bench.writing().change(key, List.of(change)) ? "paperquote.write.done" : "postmortem.full"));
        }
    }
}
