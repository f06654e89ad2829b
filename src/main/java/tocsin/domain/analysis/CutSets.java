package tocsin.domain.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tocsin.base.FactId;

/// The smallest sets of basic events that bring about the top event of a fault tree, the smallest first. An event of
/// the same words is the same event wherever it stands. Where there are too many, only the smallest are told and it is
/// not complete.
public record CutSets(List<List<String>> sets, boolean complete) {
    /// Sets kept while they are reckoned; people read a handful.
    private static final int MOST = 256;

    public static CutSets of(Analysis analysis, Node top) {
        var reckoned = new Reckoning();
        List<Node> all = analysis.figure(top.figure());
        Map<FactId, Collection<Set<String>>> below = new HashMap<>();
        var words = new HashMap<String, String>();
        // Backwards, those below come before the one they explain.
        for (int i = all.size() - 1; i >= 0; i--) {
            Node node = all.get(i);
            String event = node.text().strip().toLowerCase(Locale.ROOT);
            if (node.isLeaf()) {
                words.put(event, node.text().strip());
            }
            List<Collection<Set<String>>> parts = node.children().stream()
                    .map(id -> below.getOrDefault(id, List.of()))
                    .toList();
            below.put(
                    node.id(),
                    node.isLeaf()
                            ? List.of(Set.of(event))
                            : reckoned.join(node.content().join().orElse(Join.OR), parts));
        }
        List<List<String>> sets = below.getOrDefault(top.id(), List.of()).stream()
                .map(set -> set.stream()
                        .sorted()
                        .map(event -> words.getOrDefault(event, event))
                        .toList())
                .sorted(Comparator.<List<String>>comparingInt(List::size).thenComparing(List::toString))
                .toList();
        return new CutSets(sets, reckoned.complete);
    }

    private static final class Reckoning {
        boolean complete = true;

        Collection<Set<String>> join(Join join, List<Collection<Set<String>>> parts) {
            Collection<Set<String>> all = join == Join.AND ? List.of(Set.of()) : List.of();
            for (Collection<Set<String>> part : parts) {
                all = smallest(join == Join.AND ? both(all, part) : either(all, part));
            }
            return all;
        }

        private static Collection<Set<String>> either(Collection<Set<String>> one, Collection<Set<String>> other) {
            var all = new LinkedHashSet<>(one);
            all.addAll(other);
            return all;
        }

        private static Collection<Set<String>> both(Collection<Set<String>> one, Collection<Set<String>> other) {
            var all = new LinkedHashSet<Set<String>>();
            for (Set<String> mine : one) {
                for (Set<String> others : other) {
                    var set = new TreeSet<>(mine);
                    set.addAll(others);
                    all.add(set);
                }
            }
            return all;
        }

        /// Drops what holds a smaller set, and beyond the limit the largest.
        private Collection<Set<String>> smallest(Collection<Set<String>> sets) {
            List<Set<String>> ordered = sets.stream()
                    .sorted(Comparator.<Set<String>>comparingInt(Set::size)
                            .thenComparing(set -> new TreeSet<>(set).toString()))
                    .toList();
            var kept = new ArrayList<Set<String>>();
            for (Set<String> set : ordered) {
                if (kept.stream().anyMatch(set::containsAll)) {
                    continue;
                }
                if (kept.size() == MOST) {
                    complete = false;
                    break;
                }
                kept.add(set);
            }
            return kept;
        }
    }
}
