package tocsin.ui.postmortem;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tocsin.app.FigureAdvice;
import tocsin.app.FigureLabels;
import tocsin.app.Safe;
import tocsin.app.Texts;
import tocsin.domain.analysis.Advice;
import tocsin.domain.analysis.Analysis;
import tocsin.domain.analysis.Figure;
import tocsin.domain.analysis.Node;
import tocsin.domain.incident.Incident;
import tocsin.publish.figure.Caption;
import tocsin.publish.figure.Pictures;
import tocsin.publish.paper.Drawing;

/// A figure drawn and thought about: on any thread, since both take their time. What is enough for the top event of a
/// fault tree stands in its drawing.
///
/// @param told the words of the picture, for whoever cannot see it
/// @param notes what is still to be asked, a line for each kind of question
record FigureStudy(Optional<Drawing> drawing, String told, List<String> notes) {
    private static final int MOST_NAMED = 3;
    private static final int NAME_CHARS = 60;
    private static final List<Advice.Reason> ORDER =
            List.of(Advice.Reason.ENDS_AT_A_PERSON, Advice.Reason.WHAT_ELSE, Advice.Reason.ENDS_TOO_EARLY);

    static FigureStudy of(Incident incident, Figure figure, Texts texts) {
        Analysis analysis = incident.analysis();
        var labels = new FigureLabels(texts);
        return new FigureStudy(
                Pictures.of(analysis, figure, incident.title(), labels),
                labels.figure(figure)
                        + ": "
                        + analysis.figure(figure).stream()
                                .map(Node::text)
                                .map(Safe::line)
                                .collect(Collectors.joining("; ")),
                figure == Figure.WHYS ? notes(FigureAdvice.of(analysis), labels) : List.of());
    }

    private static List<String> notes(List<Advice> advice, FigureLabels labels) {
        return ORDER.stream()
                .flatMap(reason -> note(
                        reason,
                        advice.stream().filter(each -> each.reason() == reason).toList(),
                        labels))
                .toList();
    }

    private static Stream<String> note(Advice.Reason reason, List<Advice> advice, FigureLabels labels) {
        if (advice.isEmpty()) {
            return Stream.empty();
        }
        String named = advice.stream()
                .limit(MOST_NAMED)
                .map(each -> "“" + Safe.cut(Safe.line(each.node().text()), NAME_CHARS) + "”")
                .collect(Collectors.joining(", "));
        String more = advice.size() > MOST_NAMED ? ", " + labels.caption(Caption.AND_MORE) : "";
        return Stream.of(named + more + ": " + labels.advice(reason));
    }
}
