package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import tocsin.domain.prose.Prose;

/// Where words stand in a text. Typed without capitals they are found however they are written.
record Hits(String words) {
    static final Hits NONE = new Hits("");

    int length() {
        return words.length();
    }

    /// From the first to the last; they do not overlap.
    List<Integer> in(String text) {
        var found = new ArrayList<Integer>();
        boolean loose = words.chars().noneMatch(Character::isUpperCase);
        int last = text.length() - words.length();
        int at = 0;
        while (!words.isEmpty() && at <= last) {
            if (text.regionMatches(loose, at, words, 0, words.length())) {
                found.add(at);
                at += words.length();
            } else {
                at++;
            }
        }
        return found;
    }

    /// Which of them, counted from 1, these chars are; nothing if they are none.
    OptionalInt number(List<Integer> found, int from, int to) {
        int index = to - from == words.length() ? found.indexOf(from) : -1;
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index + 1);
    }

    /// Other words in the place of each, one change after the other.
    List<Prose.Change> replaced(String text, String other) {
        var changes = new ArrayList<Prose.Change>();
        int shift = 0;
        for (int at : in(text)) {
            changes.add(new Prose.Change(at + shift, words.length(), other));
            shift += other.length() - words.length();
        }
        return changes;
    }
}
