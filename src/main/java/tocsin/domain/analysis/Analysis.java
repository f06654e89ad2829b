package tocsin.domain.analysis;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tocsin.base.FactId;

/// The figures as folded from their facts. Nodes stand in reading order: figure by figure, each before those below it.
///
/// @param gone what the nodes said that were dropped, or went with one that was
public record Analysis(Map<FactId, Node> nodes, Map<FactId, String> gone) {
    public static final Analysis NONE = new Analysis(Map.of(), Map.of());

    public Analysis {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        gone = Map.copyOf(gone);
    }

    /// What a node says, or said before it was dropped.
    public Optional<String> words(FactId id) {
        return node(id).map(Node::text).or(() -> Optional.ofNullable(gone.get(id)));
    }

    public boolean isEmpty() {
        return nodes.isEmpty();
    }

    public Optional<Node> node(FactId id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /// Every node of a figure in reading order, each before those below it.
    public List<Node> figure(Figure figure) {
        return nodes.values().stream().filter(node -> node.figure() == figure).toList();
    }

    public List<Node> roots(Figure figure) {
        return nodes.values().stream()
                .filter(node -> node.figure() == figure && node.parent().isEmpty())
                .toList();
    }

    public List<Node> below(Node node) {
        return node.children().stream().flatMap(id -> node(id).stream()).toList();
    }

    public boolean has(Figure figure) {
        return nodes.values().stream().anyMatch(node -> node.figure() == figure);
    }

    /// The figures that have anything in them.
    public Collection<Figure> drawn() {
        return List.of(Figure.values()).stream().filter(this::has).toList();
    }

    /// The nodes a node stands among, itself included, in their order.
    public List<Node> neighbours(Node node) {
        return node.parent().flatMap(this::node).map(this::below).orElseGet(() -> roots(node.figure()));
    }

    /// How many levels a node and everything below it take.
    public int height(FactId id) {
        Node top = nodes.get(id);
        if (top == null) {
            return 0;
        }
        int deepest = top.depth();
        boolean inside = false;
        for (Node node : nodes.values()) {
            if (node.id().equals(id)) {
                inside = true;
            } else if (inside && node.depth() <= top.depth()) {
                break;
            } else if (inside) {
                deepest = Math.max(deepest, node.depth());
            }
        }
        return deepest - top.depth() + 1;
    }

    /// Whether one node hangs somewhere below another, or is it.
    public boolean isWithin(FactId id, FactId top) {
        Optional<FactId> at = Optional.of(id);
        while (at.isPresent()) {
            if (at.get().equals(top)) {
                return true;
            }
            at = node(at.get()).flatMap(Node::parent);
        }
        return false;
    }
}
