package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import tocsin.app.FigureLabels;
import tocsin.app.Safe;
import tocsin.base.FactId;
import tocsin.domain.analysis.Analysis;
import tocsin.domain.analysis.Content;
import tocsin.domain.analysis.Figure;
import tocsin.domain.analysis.Node;
import tocsin.domain.incident.Incident;
import tocsin.domain.timeline.Entry;
import tocsin.publish.figure.Caption;
import tocsin.ui.kit.RowList;
import tocsin.ui.kit.Words;

/// The parts of one figure as an outline, and which of them is meant. Lives on the JavaFX thread, knows no node of it.
public final class FigureModel {
    private final Words words;
    private final FigureLabels labels;
    private final RowList<FigureRow> rows = new RowList<>();
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper first = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper keys = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private Runnable listener = () -> {};
    private @Nullable Figure figure;
    private Function<FactId, Optional<String>> said = _ -> Optional.empty();
    private Analysis analysis = Analysis.NONE;
    private @Nullable FactId wanted;
    private int chosen = -1;
    private boolean showing;

    FigureModel(Words words) {
        this.words = words;
        labels = new FigureLabels(words.texts());
    }

    void open(Figure opened, Incident incident) {
        if (opened != figure) {
            figure = opened;
            wanted = null;
            chosen = -1;
        }
        name.set(words.get("postmortem.figure.name." + opened.word()));
        about.set(words.get("postmortem.figure.about." + opened.word()));
        first.set(words.get("postmortem.figure.begin", words.get("postmortem.figure.first." + opened.word())));
        keys.set(words.get("postmortem.figure.keys." + opened.word()));
        show(incident);
    }

    void close() {
        figure = null;
    }

    Optional<Figure> figure() {
        return Optional.ofNullable(figure);
    }

    /// The same figure as it stands now: what was meant stays meant, wherever it went.
    void show(Incident incident) {
        analysis = incident.analysis();
        said = id -> incident.timeline().entry(id).map(Entry::text);
        Figure opened = figure;
        if (opened == null) {
            return;
        }
        List<Node> nodes = analysis.figure(opened);
        showing = true;
        rows.show(nodes.stream().map(this::row).toList());
        showing = false;
        int found = nodes.stream().map(Node::id).toList().indexOf(wanted);
        chosen = found >= 0 ? found : Math.clamp(chosen, nodes.isEmpty() ? -1 : 0, nodes.size() - 1);
        count.set(nodes.isEmpty() ? "" : words.get("postmortem.figure.parts", nodes.size()));
        empty.set(nodes.isEmpty());
        listener.run();
    }

    private FigureRow row(Node node) {
        Content content = node.content();
        var notes = new ArrayList<String>();
        switch (node.figure()) {
            case CHANGE -> {
                note(Caption.LAST_GOOD, content.cell(0), notes);
                note(Caption.FIRST_BAD, content.cell(1), notes);
            }
            case BARRIER -> {
                note(Caption.SHOULD_HAVE, content.cell(0), notes);
                note(Caption.WHY, content.cell(1), notes);
            }
            case FACTORS -> {
                notes.add(mark(node, content));
                content.evidence()
                        .flatMap(said)
                        .ifPresent(line -> notes.add(words.get("postmortem.evidence.note", Safe.line(line))));
            }
            case WHYS, FISHBONE, FAULT -> {}
        }
        node.rivals()
                .forEach(rival -> notes.add(labels.caption(Caption.OR_ELSE) + " " + Safe.line(words(node, rival))));
        return new FigureRow(
                node.id(),
                node.depth(),
                Safe.line(node.text()),
                node.figure() == Figure.FACTORS ? "" : mark(node, content),
                notes,
                content.endsAtARule() ? FigureRow.Ends.AT_A_RULE : FigureRow.Ends.OPEN);
    }

    private void note(Caption caption, String cell, List<String> into) {
        if (!cell.isBlank()) {
            into.add(labels.caption(caption) + ": " + Safe.line(cell));
        }
    }

    private String words(Node node, Content content) {
        String mark = mark(node, content);
        return mark.isEmpty() ? content.text() : content.text() + " (" + mark + ")";
    }

    /// A cause of a cause stands on the bone of its top, whatever it says itself.
    private String mark(Node node, Content content) {
        if (node.figure() == Figure.FISHBONE && node.depth() > 0) {
            return "";
        }
        String said = node.figure().marks(content).stream().map(labels::mark).collect(Collectors.joining(", "));
        return node.figure() == Figure.CHANGE ? labels.caption(Caption.DIFFERS) + ": " + said : said;
    }

    /// What is meant by the next key.
    Optional<Node> chosen() {
        return chosen >= 0 && chosen < rows.size()
                ? analysis.node(rows.get(chosen).id())
                : Optional.empty();
    }

    int index() {
        return chosen;
    }

    /// Means this part, as soon as it is there.
    void choose(FactId id) {
        wanted = id;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id().equals(id)) {
                chosen = i;
                listener.run();
            }
        }
    }

    /// A person went to this row; what a list does to itself while its rows change says nothing.
    void moved(int index) {
        if (!showing && index >= 0 && index < rows.size() && index != chosen) {
            chosen = index;
            wanted = rows.get(index).id();
            listener.run();
        }
    }

    /// Told after the rows or what is meant have changed.
    void onChange(Runnable told) {
        listener = told;
    }

    FigureMoves moves() {
        return new FigureMoves(analysis);
    }

    ObservableList<FigureRow> rows() {
        return rows;
    }

    public String getName() {
        return name.get();
    }

    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    public String getCount() {
        return count.get();
    }

    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    public String getAbout() {
        return about.get();
    }

    public ReadOnlyStringProperty aboutProperty() {
        return about.getReadOnlyProperty();
    }

    public String getFirst() {
        return first.get();
    }

    public ReadOnlyStringProperty firstProperty() {
        return first.getReadOnlyProperty();
    }

    public String getKeys() {
        return keys.get();
    }

    public ReadOnlyStringProperty keysProperty() {
        return keys.getReadOnlyProperty();
    }

    public boolean isEmpty() {
        return empty.get();
    }

    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }
}
