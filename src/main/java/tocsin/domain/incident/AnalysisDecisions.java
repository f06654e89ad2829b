package tocsin.domain.incident;

import static tocsin.domain.incident.Outcome.accept;
import static tocsin.domain.incident.Outcome.refuse;

import java.util.List;
import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.Limits;
import tocsin.domain.analysis.Analysis;
import tocsin.domain.analysis.AnalysisFact.NodeAdded;
import tocsin.domain.analysis.AnalysisFact.NodeChanged;
import tocsin.domain.analysis.AnalysisFact.NodeDropped;
import tocsin.domain.analysis.AnalysisFact.NodeMoved;
import tocsin.domain.analysis.Content;
import tocsin.domain.analysis.Figure;
import tocsin.domain.analysis.Node;
import tocsin.domain.incident.IncidentCommand.AddNode;
import tocsin.domain.incident.IncidentCommand.AnalysisCommand;
import tocsin.domain.incident.IncidentCommand.ChangeNode;
import tocsin.domain.incident.IncidentCommand.DropNode;
import tocsin.domain.incident.IncidentCommand.MoveNode;

/// What may be drawn. A figure is small enough to be looked at: that is what the limits are for.
final class AnalysisDecisions {
    private static final int MOST_NODES = 500;
    private static final int MOST_LEVELS = 20;
    private static final int CELL_CHARS = 1_000;

    private final Incident incident;
    private final Analysis analysis;

    AnalysisDecisions(Incident incident) {
        this.incident = incident;
        this.analysis = incident.analysis();
    }

    Outcome decide(AnalysisCommand command) {
        if (incident.phase() == Phase.REPORTED) {
            return refuse("incident.notDeclared");
        }
        if (incident.phase() == Phase.CLOSED || incident.phase() == Phase.MERGED) {
            return refuse("incident.ended", incident.phase().word());
        }
        return switch (command) {
            case AddNode(var figure, var parent, var content) -> add(figure, parent, content);
            case ChangeNode(var id, var to) ->
                analysis.node(id).map(node -> change(node, to)).orElseGet(() -> unknown(id));
            case MoveNode(var id, var parent, var before) ->
                analysis.node(id).map(node -> move(node, parent, before)).orElseGet(() -> unknown(id));
            case DropNode(var id, var reason) ->
                analysis.node(id).isEmpty()
                        ? unknown(id)
                        : Decisions.tooLong(reason).orElseGet(() -> accept(new NodeDropped(id, reason)));
        };
    }

    private Outcome add(Figure figure, Optional<FactId> parent, Content content) {
        List<Node> nodes = analysis.figure(figure);
        if (nodes.size() >= MOST_NODES) {
            return refuse("analysis.tooMany", MOST_NODES);
        }
        if (figure == Figure.FAULT && parent.isEmpty() && !nodes.isEmpty()) {
            return refuse("analysis.oneTop", nodes.getFirst().text());
        }
        return badPlace(figure, parent, 1)
                .or(() -> bad(figure, parent, content))
                .orElseGet(() -> accept(new NodeAdded(figure, parent, content)));
    }

    private Outcome change(Node node, Content to) {
        if (node.content().equals(to) && node.rivals().isEmpty()) {
            return refuse("analysis.same");
        }
        return bad(node.figure(), node.parent(), to)
                .orElseGet(() -> accept(new NodeChanged(node.id(), node.content(), to)));
    }

    private Outcome move(Node node, Optional<FactId> parent, Optional<FactId> before) {
        if (parent.isPresent() && analysis.isWithin(parent.get(), node.id())) {
            return refuse("analysis.circle");
        }
        if (node.figure() == Figure.FAULT && parent.isEmpty() != node.parent().isEmpty()) {
            return refuse(
                    "analysis.oneTop", analysis.roots(Figure.FAULT).getFirst().text());
        }
        Optional<Outcome> stranger = before.filter(id -> analysis.node(id)
                        .filter(other -> other.parent().equals(parent) && other.figure() == node.figure())
                        .isEmpty())
                .map(AnalysisDecisions::unknown);
        return badPlace(node.figure(), parent, analysis.height(node.id()))
                .or(() -> stranger)
                .or(() -> bad(node.figure(), parent, node.content()))
                .orElseGet(() -> accept(new NodeMoved(node.id(), parent, before)));
    }

    private Optional<Outcome> badPlace(Figure figure, Optional<FactId> parent, int levels) {
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        if (!figure.isTree()) {
            return Optional.of(refuse("analysis.noTree"));
        }
        Optional<Node> above = analysis.node(parent.get()).filter(node -> node.figure() == figure);
        if (above.isEmpty()) {
            return Optional.of(unknown(parent.get()));
        }
        return above.get().depth() + 1 + levels > MOST_LEVELS
                ? Optional.of(refuse("analysis.tooDeep", MOST_LEVELS))
                : Optional.empty();
    }

    private Optional<Outcome> bad(Figure figure, Optional<FactId> parent, Content content) {
        boolean fits = parent.isEmpty() ? figure.fits(content) : figure.fitsBelow(content);
        if (!fits) {
            return Optional.of(refuse("analysis.marks", figure.word()));
        }
        return Decisions.badText(content.text(), Limits.TITLE_CHARS)
                .or(() -> content.cells().stream()
                        .filter(cell -> cell.length() > CELL_CHARS)
                        .findFirst()
                        .map(cell -> refuse("text.tooLong", cell.length(), CELL_CHARS)))
                .or(() -> content.evidence()
                        .filter(entry -> incident.timeline().entry(entry).isEmpty())
                        .map(entry -> refuse("entry.none", entry)));
    }

    private static Outcome unknown(FactId id) {
        return refuse("analysis.unknown", id);
    }
}
