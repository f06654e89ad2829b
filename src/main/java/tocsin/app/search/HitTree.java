package tocsin.app.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tocsin.base.PersonId;

/// Hits as the JSON that `tocsin search --json` promises.
public final class HitTree {
    private HitTree() {}

    public static Map<String, @Nullable Object> of(Hits hits) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("total", hits.total());
        tree.put("hits", hits.list().stream().map(HitTree::hit).toList());
        return tree;
    }

    private static Map<String, @Nullable Object> hit(Hit hit) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("kind", hit.kind().word());
        tree.put("incident", hit.number());
        tree.put("key", hit.incident().value());
        tree.put("title", hit.title());
        tree.put("id", hit.fact().map(Object::toString).orElse(null));
        tree.put("place", hit.place().orElse(null));
        tree.put("text", hit.text());
        tree.put("occurredAt", hit.when().toString());
        tree.put("recordedAt", hit.recordedAt().toString());
        tree.put("by", hit.by().map(PersonId::name).orElse(null));
        tree.put("struck", hit.traits().contains(Trait.STRUCK));
        tree.put("pinned", hit.traits().contains(Trait.PINNED));
        tree.put("marks", marks(hit));
        return tree;
    }

    private static List<List<Integer>> marks(Hit hit) {
        var marks = new ArrayList<List<Integer>>();
        hit.marks().forEach(mark -> marks.add(List.of(mark.from(), mark.to())));
        return marks;
    }
}
