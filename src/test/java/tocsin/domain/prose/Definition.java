package tocsin.domain.prose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tocsin.base.FactId;
import tocsin.domain.Recorded;

/// Fugue as its paper defines it, one node a character and a walk over the tree: slow, short and plainly right. What
/// the
/// quick fold answers must be what this answers.
final class Definition {
    private final Map<Spot, Node> nodes = new HashMap<>();
    private final List<Node> beginnings = new ArrayList<>();

    private record Node(Spot id, int point, List<Node> left, List<Node> right) {}

    /// The text that these facts make, whatever order they are in.
    static String text(List<Recorded> facts) {
        var definition = new Definition();
        var left = new ArrayList<>(new HashSet<>(facts));
        boolean moved = true;
        while (moved) {
            moved = left.removeIf(definition::plant);
        }
        Set<Spot> gone = new HashSet<>();
        for (Recorded recorded : facts) {
            if (recorded.fact() instanceof ProseFact.TextDeleted(var _, var stretches)) {
                for (Stretch stretch : stretches) {
                    for (int i = stretch.from(); i < stretch.to(); i++) {
                        gone.add(new Spot(stretch.run(), i));
                    }
                }
            }
        }
        var words = new StringBuilder();
        definition.beginnings.sort(order());
        definition.beginnings.forEach(node -> walk(node, gone, words));
        return words.toString();
    }

    /// False while what it hangs on is missing.
    private boolean plant(Recorded recorded) {
        if (!(recorded.fact() instanceof ProseFact.TextInserted(var _, var beside, var side, var words))) {
            return true;
        }
        if (beside.isPresent() && !nodes.containsKey(beside.get())) {
            return false;
        }
        Node above = beside.map(nodes::get).orElse(null);
        List<Node> place = above == null ? beginnings : side == Side.BEFORE ? above.left() : above.right();
        FactId fact = recorded.id();
        int offset = 0;
        for (int point : words.codePoints().toArray()) {
            var node = new Node(new Spot(fact, offset++), point, new ArrayList<>(), new ArrayList<>());
            nodes.put(node.id(), node);
            place.add(node);
            place = node.right();
        }
        return true;
    }

    private static Comparator<Node> order() {
        return Comparator.comparing((Node node) -> node.id().run())
                .thenComparingInt(node -> node.id().offset());
    }

    private static void walk(Node node, Set<Spot> gone, StringBuilder words) {
        node.left().sort(order());
        node.left().forEach(child -> walk(child, gone, words));
        if (!gone.contains(node.id())) {
            words.appendCodePoint(node.point());
        }
        node.right().sort(order());
        node.right().forEach(child -> walk(child, gone, words));
    }
}
