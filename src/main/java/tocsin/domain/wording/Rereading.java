package tocsin.domain.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads a text that somebody is writing again and again: what stood in it the last time is not read anew. Confined to
/// one thread.
public final class Rereading {
    private Map<String, List<Finding>> known = Map.of();
    private Names names = Names.NONE;
    private Set<String> ignored = Set.of();

    /// What [Wording#check] would say.
    public List<Finding> check(Wording wording, String markdown, Names called, Set<String> letStand) {
        if (!called.equals(names) || !letStand.equals(ignored)) {
            known = Map.of();
            names = called;
            ignored = Set.copyOf(letStand);
        }
        Map<String, List<Finding>> before = known;
        var fresh = new HashMap<String, List<Finding>>();
        var all = new ArrayList<Finding>();
        for (Paragraph paragraph : Paragraph.of(markdown)) {
            List<Finding> found = fresh.computeIfAbsent(paragraph.words(), words -> {
                List<Finding> read = before.get(words);
                return read == null ? wording.paragraph(words, called, letStand) : read;
            });
            found.forEach(finding -> all.add(finding.moved(paragraph.from())));
        }
        known = fresh;
        return List.copyOf(all);
    }
}
