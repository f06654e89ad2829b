package tocsin.domain.analysis;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.Recorded;
import tocsin.domain.analysis.AnalysisFact.NodeAdded;
import tocsin.domain.analysis.AnalysisFact.NodeChanged;
import tocsin.domain.analysis.AnalysisFact.NodeDropped;
import tocsin.domain.analysis.AnalysisFact.NodeMoved;

/// Folds the facts of all figures, fed in [Recorded#ORDER]: so of two moves that together make a circle the later is
/// left out, on every desk. Total. Mutable and confined to one thread; [#analysis] is the picture.
public final class AnalysisFold {
    private final Map<FactId, Growing> nodes = new LinkedHashMap<>();
    private final Map<Figure, List<Growing>> roots = new EnumMap<>(Figure.class);
    private @Nullable Analysis picture = Analysis.NONE;

    private static final class Growing {
        final FactId id;
        final Figure figure;
        final PersonId by;
        final Instant at;
        final List<Growing> children = new ArrayList<>();
        final List<Content> rivals = new ArrayList<>();
        Content content;

        @Nullable
        Growing parent;

        boolean dropped;

        Growing(Recorded recorded, NodeAdded added) {
            id = recorded.id();
            figure = added.figure();
            by = recorded.actor();
            at = recorded.happenedAt();
            content = added.content();
        }
    }

    public void apply(Recorded recorded, AnalysisFact fact) {
        picture = null;
        switch (fact) {
            case NodeAdded added -> add(recorded, added);
            case NodeChanged(var node, var from, var to) -> change(nodes.get(node), from, to);
            case NodeMoved(var node, var parent, var before) -> move(nodes.get(node), parent, before);
            case NodeDropped(var node, var _) -> {
                Growing dropped = nodes.get(node);
                if (dropped != null) {
                    dropped.dropped = true;
                }
            }
        }
    }

    /// A node whose parent was erased or never came stands for itself.
    private void add(Recorded recorded, NodeAdded added) {
        if (nodes.containsKey(recorded.id())) {
            return;
        }
        var node = new Growing(recorded, added);
        nodes.put(node.id, node);
        node.parent = added.parent().flatMap(id -> parent(node, id)).orElse(null);
        neighbours(node).add(node);
    }

    private static void change(@Nullable Growing node, Content from, Content to) {
        if (node == null) {
            return;
        }
        if (node.content.equals(from)) {
            node.rivals.clear();
        } else if (!node.content.equals(to) && !node.rivals.contains(node.content)) {
            node.rivals.add(node.content);
        }
        node.rivals.remove(to);
        node.content = to;
    }

    private void move(@Nullable Growing node, Optional<FactId> to, Optional<FactId> before) {
        if (node == null) {
            return;
        }
        Optional<Growing> parent = to.flatMap(id -> parent(node, id));
        if (to.isPresent() && (parent.isEmpty() || parent.get().dropped || isWithin(parent.get(), node))) {
            return;
        }
        neighbours(node).remove(node);
        node.parent = parent.orElse(null);
        List<Growing> neighbours = neighbours(node);
        int place = before.map(nodes::get).map(neighbours::indexOf).orElse(-1);
        neighbours.add(place < 0 ? neighbours.size() : place, node);
    }

    private Optional<Growing> parent(Growing node, FactId id) {
        return Optional.ofNullable(nodes.get(id))
                .filter(parent -> parent != node && parent.figure == node.figure && node.figure.isTree());
    }

    private static boolean isWithin(Growing node, Growing top) {
        for (Growing at = node; at != null; at = at.parent) {
            if (at == top) {
                return true;
            }
        }
        return false;
    }

    private List<Growing> neighbours(Growing node) {
        return node.parent == null ? roots.computeIfAbsent(node.figure, _ -> new ArrayList<>()) : node.parent.children;
    }

    public Analysis analysis() {
        Analysis current = picture;
        if (current == null) {
            var all = new LinkedHashMap<FactId, Node>();
            for (List<Growing> tops : roots.values()) {
                read(tops, all);
            }
            Map<FactId, String> gone = nodes.values().stream()
                    .filter(node -> !all.containsKey(node.id))
                    .collect(Collectors.toMap(node -> node.id, node -> node.content.text()));
            current = new Analysis(all, gone);
            picture = current;
        }
        return current;
    }

    private record Place(Growing node, int depth) {}

    /// Without calling itself: a file may hold a tree of any depth.
    private static void read(List<Growing> tops, Map<FactId, Node> into) {
        Deque<Place> ahead = new ArrayDeque<>();
        push(tops, 0, ahead);
        while (!ahead.isEmpty()) {
            Place place = ahead.pop();
            Growing node = place.node;
            into.put(
                    node.id,
                    new Node(
                            node.id,
                            node.figure,
                            Optional.ofNullable(node.parent).map(parent -> parent.id),
                            place.depth,
                            node.content,
                            List.copyOf(node.rivals),
                            node.by,
                            node.at,
                            node.children.stream()
                                    .filter(child -> !child.dropped)
                                    .map(child -> child.id)
                                    .toList()));
            push(node.children, place.depth + 1, ahead);
        }
    }

    private static void push(List<Growing> nodes, int depth, Deque<Place> ahead) {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (!nodes.get(i).dropped) {
                ahead.push(new Place(nodes.get(i), depth));
            }
        }
    }
}
