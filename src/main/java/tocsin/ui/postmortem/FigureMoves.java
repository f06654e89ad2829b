package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tocsin.base.FactId;
import tocsin.domain.analysis.Analysis;
import tocsin.domain.analysis.Figure;
import tocsin.domain.analysis.Node;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.IncidentCommand.ChangeNode;
import tocsin.domain.incident.IncidentCommand.MoveNode;

/// Where a part goes when its figure is worked like an outline; nothing where it cannot go further.
record FigureMoves(Analysis analysis) {
    /// Where a new part comes to stand.
    ///
    /// @param before the neighbour it pushes down, or none at the end
    record Spot(Optional<FactId> parent, Optional<FactId> before) {
        static final Spot TOP = new Spot(Optional.empty(), Optional.empty());
    }

    static Spot below(Node node) {
        return new Spot(Optional.of(node.id()), Optional.empty());
    }

    Spot beside(Node node) {
        return new Spot(node.parent(), at(node, 1).map(Node::id));
    }

    private Optional<Node> at(Node node, int step) {
        List<Node> neighbours = analysis.neighbours(node);
        int index = neighbours.indexOf(node) + step;
        return index >= 0 && index < neighbours.size() ? Optional.of(neighbours.get(index)) : Optional.empty();
    }

    List<IncidentCommand> up(Node node) {
        return at(node, -1)
                .<IncidentCommand>map(above -> new MoveNode(node.id(), node.parent(), Optional.of(above.id())))
                .stream()
                .toList();
    }

    List<IncidentCommand> down(Node node) {
        return at(node, 1)
                .<IncidentCommand>map(
                        _ -> new MoveNode(node.id(), node.parent(), at(node, 2).map(Node::id)))
                .stream()
                .toList();
    }

    /// Below the neighbour above it.
    List<IncidentCommand> in(Node node) {
        return node.figure().isTree()
                ? at(node, -1)
                        .<IncidentCommand>map(
                                above -> new MoveNode(node.id(), Optional.of(above.id()), Optional.empty()))
                        .stream()
                        .toList()
                : List.of();
    }

    /// Behind what it stands below. A cause that gets to a bone of its own takes the one it came from.
    List<IncidentCommand> out(Node node) {
        Optional<Node> parent = node.parent().flatMap(analysis::node);
        if (parent.isEmpty()) {
            return List.of();
        }
        var commands = new ArrayList<IncidentCommand>();
        if (node.figure() == Figure.FISHBONE
                && parent.get().depth() == 0
                && !node.content().marks().equals(parent.get().content().marks())) {
            commands.add(new ChangeNode(
                    node.id(), node.content().withMarks(parent.get().content().marks())));
        }
        Spot behind = beside(parent.get());
        commands.add(new MoveNode(node.id(), behind.parent(), behind.before()));
        return commands;
    }
}
