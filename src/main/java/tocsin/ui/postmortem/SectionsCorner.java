package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tocsin.app.Session;
import tocsin.app.postmortem.Template;
import tocsin.domain.analysis.Figure;
import tocsin.domain.incident.Incident;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Words;

/// The way through the document: its sections and figures in a list, and which of them is open.
final class SectionsCorner implements Bench.Corner {
    private final Bench bench;
    private final Words words;
    private final PostmortemModel model;
    private final PostmortemPane pane;
    private final FigureDesk figures;
    private final Kept kept;
    private final Runnable opened;
    private final Runnable enter;
    private Optional<Incident> shown = Optional.empty();

    /// Where one was, for the next time.
    record Kept(Session session, String key) {
        String read() {
            return session.get(key).orElse("");
        }

        void write(String place) {
            session.put(key, place);
        }
    }

    /// @param opened told when another place is open
    /// @param enter brings the focus to the place that is open
    SectionsCorner(
            Bench bench,
            PostmortemModel model,
            PostmortemPane pane,
            FigureDesk figures,
            Kept kept,
            Runnable opened,
            Runnable enter) {
        this.bench = bench;
        this.model = model;
        this.pane = pane;
        this.figures = figures;
        this.kept = kept;
        this.opened = opened;
        this.enter = enter;
        words = bench.words();
    }

    /// Opens where one was the last time, else the first section.
    void begin() {
        Template template = bench.template().get();
        String place = kept.read();
        open(
                template.section(place).isPresent()
                        ? place
                        : template.sections().getFirst().key());
        OutlineRow.figure(place).ifPresent(_ -> open(place));
    }

    @Override
    public void show(Incident incident) {
        shown = Optional.of(incident);
        outline();
    }

    void outline() {
        var rows = new ArrayList<>(
                bench.template().get().sections().stream().map(this::row).toList());
        shown.map(figures::outline).ifPresent(rows::addAll);
        model.show(rows);
        pane.here(place());
    }

    private OutlineRow row(Template.Section section) {
        return bench.writing().isEmpty(section.key())
                ? new OutlineRow(section.key(), section.heading(), words.get("postmortem.empty"), OutlineRow.Mark.EMPTY)
                : new OutlineRow(section.key(), section.heading(), "", OutlineRow.Mark.WRITTEN);
    }

    /// Where its writer is: a section, or a figure.
    private String place() {
        return figures.key().orElseGet(bench.editor()::section);
    }

    void open(String place) {
        Optional<Figure> figure = OutlineRow.figure(place);
        if (figure.isPresent()) {
            figures.open(figure.get());
            model.countNothing();
        } else {
            figures.close();
            bench.editor().open(place);
            bench.editor()
                    .hint(bench.template()
                            .get()
                            .section(place)
                            .map(Template.Section::guidance)
                            .orElse(""));
        }
        kept.write(place);
        pane.here(place);
        opened.run();
    }

    @Override
    public List<Act> acts() {
        String group = words.get("keys.postmortem");
        return List.of(
                Act.keyed(
                        group,
                        words.get("postmortem.act.section"),
                        Key.SECTION.code(),
                        () -> bench.ask(new SectionPrompt(words, model.outline(), this::open))),
                Act.keyed(group, words.get("postmortem.act.next"), "Shortcut+Page Down", () -> step(1)),
                Act.keyed(group, words.get("postmortem.act.previous"), "Shortcut+Page Up", () -> step(-1)));
    }

    private void step(int by) {
        List<OutlineRow> all =
                model.outline().stream().filter(OutlineRow::isPlace).toList();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).key().equals(place())) {
                open(all.get(Math.floorMod(i + by, all.size())).key());
                enter.run();
                return;
            }
        }
    }
}
