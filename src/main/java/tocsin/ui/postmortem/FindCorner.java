package tocsin.ui.postmortem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.IndexRange;
import tocsin.app.postmortem.Template;
import tocsin.domain.incident.Incident;
import tocsin.domain.prose.Pen;
import tocsin.domain.prose.Prose;
import tocsin.ui.kit.Act;

/// Finding and replacing in this document, and the marks of what is found while the line is open.
final class FindCorner implements Bench.Corner {
    private final Bench bench;
    private final Searched searched = new Searched();
    private Hits hits = Hits.NONE;
    private Map<String, String> texts = Map.of();
    private String last = "";

    FindCorner(Bench bench) {
        this.bench = bench;
        bench.editor().editsProperty().addListener(_ -> texts = Map.of());
    }

    @Override
    public void show(Incident incident) {
        texts = Map.of();
    }

    @Override
    public List<Act> acts() {
        return List.of(Act.keyed(
                        bench.words().get("keys.postmortem"),
                        bench.words().get("paperfind.title"),
                        Key.FIND.code(),
                        () -> bench.ask(new FindPrompt(bench.words(), searched, draft())))
                .when(bench.editor()::inSight));
    }

    /// What is selected, or what was looked for last.
    private String draft() {
        String selected = bench.editor().area().getSelectedText();
        return selected.isBlank() || selected.contains("\n") || selected.contains("->") ? last : selected;
    }

    @Override
    public List<Markdown.Mark> marks(String section, String paragraph, int at) {
        return hits.in(paragraph).stream()
                .map(from -> new Markdown.Mark(from, from + hits.length(), "hit"))
                .toList();
    }

    @Override
    public void rested() {
        searched.mark(Hits.NONE);
    }

    private final class Searched implements FindPrompt.Document {
        @Override
        public Map<String, String> texts() {
            if (texts.isEmpty()) {
                texts = new LinkedHashMap<>();
                for (Template.Section section : bench.template().get().sections()) {
                    texts.put(section.key(), bench.writing().text(section.key()));
                }
            }
            return texts;
        }

        @Override
        public String here() {
            return bench.editor().section();
        }

        @Override
        public Prose.Change selected() {
            IndexRange range = bench.editor().area().getSelection();
            return new Prose.Change(range.getStart(), range.getLength(), "");
        }

        @Override
        public void mark(Hits wanted) {
            if (!wanted.words().isEmpty()) {
                last = wanted.words();
            }
            if (!hits.equals(wanted)) {
                hits = wanted;
                bench.editor().dress();
            }
        }

        @Override
        public void go(String section, int from, int to) {
            if (!section.equals(here())) {
                bench.open().accept(section);
            }
            bench.editor().select(from, to);
        }

        @Override
        public boolean change(Map<String, List<Prose.Change>> changes) {
            texts = Map.of();
            Map<String, List<Prose.Change>> fit = new LinkedHashMap<>();
            changes.forEach((section, all) -> fit.put(
                    section,
                    all.stream()
                            .map(each -> new Prose.Change(each.at(), each.removed(), Pen.fit(each.words())))
                            .toList()));
            if (fit.size() == 1 && fit.containsKey(here())) {
                return bench.writing().change(here(), fit.get(here()));
            }
            // Taken back from where one is, even if nothing was found there.
            fit.putIfAbsent(here(), List.of());
            return bench.writing().changeAll(fit);
        }
    }
}
