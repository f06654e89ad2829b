package tocsin.app.postmortem;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tocsin.app.FigureLabels;
import tocsin.app.Texts;
import tocsin.domain.analysis.Figure;
import tocsin.domain.analysis.Node;
import tocsin.domain.incident.Incident;
import tocsin.publish.figure.Pictures;
import tocsin.publish.paper.Block;
import tocsin.publish.paper.Directive;
import tocsin.publish.paper.Drawing;
import tocsin.publish.paper.Lines;
import tocsin.publish.paper.Picture;

/// The figures of an incident's analysis as they stand, for the document: a picture, and its words for whoever cannot
/// see it.
public record AnalysisFigures(Incident incident, Texts texts) implements Draft.Figures {
    @Override
    public Optional<List<Block>> of(Directive directive) {
        return figure(directive.words()).flatMap(this::drawn).map(List::of);
    }

    private static Optional<Figure> figure(String words) {
        return switch (words) {
            case "five-whys" -> Optional.of(Figure.WHYS);
            case "fault-tree" -> Optional.of(Figure.FAULT);
            case "changes" -> Optional.of(Figure.CHANGE);
            case "barriers" -> Optional.of(Figure.BARRIER);
            default -> Figure.ofWord(words);
        };
    }

    private Optional<Block> drawn(Figure figure) {
        var labels = new FigureLabels(texts);
        Optional<Drawing> drawing = Pictures.of(incident.analysis(), figure, incident.title(), labels);
        return drawing.map(picture ->
                new Block.Figure(labels.figure(figure), new Picture.Drawn(picture, told(figure)), Lines.NONE));
    }

    private String told(Figure figure) {
        return incident.analysis().figure(figure).stream().map(Node::text).collect(Collectors.joining("; "));
    }
}
