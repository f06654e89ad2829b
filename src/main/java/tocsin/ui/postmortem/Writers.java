package tocsin.ui.postmortem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tocsin.base.PersonId;
import tocsin.domain.prose.Prose;

/// Who wrote which words, by tints that stay a person's own as long as the document is open. One's own words have none.
final class Writers {
    private static final int TINTS = 6;

    private final PersonId self;
    private final Map<PersonId, Integer> tints = new HashMap<>();

    /// One who wrote here.
    ///
    /// @param tint 1 to 6, or 0 for oneself
    /// @param share of the characters that stand, in per cent, at least 1
    /// @param newest when the newest of them came; nothing while none is on disk
    record Row(PersonId author, int tint, int share, Optional<Instant> newest) {}

    Writers(PersonId self) {
        this.self = self;
    }

    private int tint(PersonId author) {
        return author.equals(self) ? 0 : tints.computeIfAbsent(author, _ -> tints.size() % TINTS + 1);
    }

    /// Tints for the paragraph that begins at this place.
    List<Markdown.Mark> marks(List<Prose.Passage> passages, int at, int length) {
        var marks = new ArrayList<Markdown.Mark>();
        for (Prose.Passage passage : passages) {
            int tint = tint(passage.author());
            int from = Math.max(0, passage.from() - at);
            int to = Math.min(length, passage.to() - at);
            if (tint > 0 && from < to) {
                marks.add(new Markdown.Mark(from, to, "theirs-" + tint));
            }
        }
        return marks;
    }

    /// All who wrote here, the one with the most words first.
    List<Row> rows(List<Prose.Passage> passages) {
        var chars = new LinkedHashMap<PersonId, Integer>();
        var newest = new HashMap<PersonId, Instant>();
        for (Prose.Passage passage : passages) {
            chars.merge(passage.author(), passage.to() - passage.from(), Integer::sum);
            if (passage.fact().isPresent()) {
                newest.merge(passage.author(), passage.at(), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        long all = chars.values().stream().mapToLong(Integer::longValue).sum();
        return chars.entrySet().stream()
                .sorted(Map.Entry.<PersonId, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(each -> new Row(
                        each.getKey(),
                        tint(each.getKey()),
                        (int) Math.max(1, Math.round(100.0 * each.getValue() / all)),
                        Optional.ofNullable(newest.get(each.getKey()))))
                .toList();
    }

    /// Whose words the caret stands in, if they are another's: the character before it, or at the beginning of a line
    /// the
    /// one behind it.
    Optional<Prose.Passage> theirs(Prose prose, int caret) {
        boolean begins = caret == 0 || prose.text(caret - 1, caret).equals("\n");
        int at = begins ? caret : caret - 1;
        return prose.passages(at, at + 1).stream()
                .filter(passage -> !passage.author().equals(self))
                .findFirst();
    }
}
