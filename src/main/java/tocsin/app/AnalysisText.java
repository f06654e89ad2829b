package tocsin.app;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tocsin.base.FactId;
import tocsin.domain.analysis.Advice;
import tocsin.domain.analysis.Analysis;
import tocsin.domain.analysis.Content;
import tocsin.domain.analysis.CutSets;
import tocsin.domain.analysis.Figure;
import tocsin.domain.analysis.Node;
import tocsin.publish.figure.Caption;

/// The figures of an analysis as lines for a terminal, with the ids that commands ask for.
public final class AnalysisText {
    private static final int DEEPEST = 20;
    private static final int TOLD_SETS = 12;

    private final Analysis analysis;
    private final FigureLabels labels;
    private final StringBuilder out = new StringBuilder();

    private AnalysisText(Analysis analysis, FigureLabels labels) {
        this.analysis = analysis;
        this.labels = labels;
    }

    public static String of(Analysis analysis, Texts texts) {
        var text = new AnalysisText(analysis, new FigureLabels(texts));
        for (Figure figure : analysis.drawn()) {
            text.figure(figure);
        }
        return text.out.isEmpty() ? texts.get("show.analysis.none") : text.out.toString();
    }

    private void figure(Figure figure) {
        out.append(out.isEmpty() ? "" : "\n").append(labels.figure(figure)).append('\n');
        Map<FactId, String> advice = figure == Figure.WHYS ? advice() : Map.of();
        for (Node node : analysis.figure(figure)) {
            out.append(node.id())
                    .append("  ")
                    .append("  ".repeat(Math.min(node.depth(), DEEPEST)))
                    .append(words(figure, node.content()))
                    .append('\n');
            node.rivals().forEach(rival -> note(node, labels.caption(Caption.OR_ELSE) + " " + words(figure, rival)));
            if (advice.containsKey(node.id())) {
                note(node, advice.getOrDefault(node.id(), ""));
            }
        }
        if (figure == Figure.FAULT) {
            sets(analysis.figure(figure).getFirst());
        }
    }

    private void note(Node node, String words) {
        out.append(" ".repeat(node.id().toString().length() + 2))
                .append("  ".repeat(Math.min(node.depth(), DEEPEST)))
                .append("^ ")
                .append(words)
                .append('\n');
    }

    private String words(Figure figure, Content content) {
        String marks = figure.marks(content).stream().map(labels::mark).collect(Collectors.joining(", "));
        return Stream.concat(Stream.of(content.text()), content.cells().stream())
                        .map(Safe::line)
                        .collect(Collectors.joining(" | "))
                + (marks.isEmpty() ? "" : " [" + marks + "]");
    }

    private Map<FactId, String> advice() {
        Function<Advice, FactId> node = advice -> advice.node().id();
        return FigureAdvice.of(analysis).stream()
                .collect(Collectors.toMap(
                        node, advice -> labels.advice(advice.reason()), (one, other) -> one + "; " + other));
    }

    private void sets(Node top) {
        CutSets sets = CutSets.of(analysis, top);
        out.append(labels.caption(Caption.ENOUGH)).append('\n');
        for (List<String> set : sets.sets().stream().limit(TOLD_SETS).toList()) {
            out.append("  ").append(Safe.line(String.join(" + ", set))).append('\n');
        }
        if (!sets.complete() || sets.sets().size() > TOLD_SETS) {
            out.append("  ").append(labels.caption(Caption.AND_MORE)).append('\n');
        }
    }
}
