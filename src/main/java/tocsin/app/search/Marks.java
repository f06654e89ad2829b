package tocsin.app.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// Finds in a text what a query would have found there.
final class Marks {
    private Marks() {}

    static List<Hit.Mark> of(List<Query.Wanted> wanted, String text) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Words.Word> words = Words.of(text);
        var found = new ArrayList<Hit.Mark>();
        for (Query.Wanted each : wanted) {
            for (int at = 0; at + each.words().size() <= words.size(); at++) {
                if (matches(each, words, at)) {
                    found.add(new Hit.Mark(
                            words.get(at).start(),
                            words.get(at + each.words().size() - 1).end()));
                }
            }
        }
        return joined(found);
    }

    private static boolean matches(Query.Wanted wanted, List<Words.Word> words, int at) {
        int last = wanted.words().size() - 1;
        for (int i = 0; i <= last; i++) {
            List<String> here = words.get(at + i).forms();
            List<String> asked = wanted.words().get(i).forms();
            boolean growing = i == last && wanted.isOpen();
            boolean same = growing
                    ? here.stream().anyMatch(form -> asked.stream().anyMatch(form::startsWith))
                    : !Collections.disjoint(here, asked);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static List<Hit.Mark> joined(List<Hit.Mark> marks) {
        marks.sort(Comparator.comparingInt(Hit.Mark::from));
        var apart = new ArrayList<Hit.Mark>();
        for (Hit.Mark mark : marks) {
            if (!apart.isEmpty() && mark.from() <= apart.getLast().to()) {
                Hit.Mark before = apart.removeLast();
                apart.add(new Hit.Mark(before.from(), Math.max(before.to(), mark.to())));
            } else {
                apart.add(mark);
            }
        }
        return List.copyOf(apart);
    }
}
